#include "core/base/error.h"
#include "core/case/limit.h"

#include <QtTest>

using namespace pollux;

namespace {

std::string entry(const std::string& change = {}, const std::string& id = "a.b")
{
    std::string text =
        R"({"id":")" + id +
        R"(","label":"L","definition":"D","value":5,"unit":"mm","min":1,"max":9,"source":"S","evidence":"unverified")";
    if (!change.empty())
        text += "," + change; // a later key wins in nlohmann's parser
    return text + "}";
}

std::string messageOf(const std::string& json)
{
    LimitTable table;
    try {
        table.addJson(json, "f.json");
    } catch (const Error& e) {
        return e.code() == ErrorCode::BadInput && table.all().empty() ? e.message() : "wrong state";
    }
    return {};
}

} // namespace

class TstLimit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnEntry()
    {
        LimitTable table;
        table.addJson("{\"limits\":[" + entry() + "]}", "f.json");
        const Limit& l = table.at("a.b");
        QCOMPARE(l.label, std::string("L"));
        QCOMPARE(l.definition, std::string("D"));
        QCOMPARE(l.source, std::string("S"));
        QCOMPARE(l.value, 5.0);
        QCOMPARE(l.min, 1.0);
        QCOMPARE(l.max, 9.0);
        QVERIFY(l.unit == Unit::Millimetre);
        QVERIFY(l.evidence == Evidence::Unverified);
        QVERIFY(table.find("a.c") == nullptr);
        QVERIFY_THROWS_EXCEPTION(Error, table.at("a.c"));
    }

    void refusesWhatIsWrong_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* title, const std::string& json, const char* word) {
            QTest::newRow(title) << QString::fromStdString(json) << QString(word);
        };
        row("no json", "{", "JSON");
        row("no list", "{}", "limits");
        row("list of numbers", "[1]", "number 1");
        row("unit", "[" + entry(R"("unit":"furlong")") + "]", "a.b");
        row("range", "[" + entry(R"("value":10)") + "]", "between");
        row("evidence", "[" + entry(R"("evidence":"sure")") + "]", "evidence");
        row("no source", "[" + entry(R"("source":"")") + "]", "source");
        row("not a number", "[" + entry(R"("value":"5")") + "]", "value");
        row("twice", "[" + entry() + "," + entry() + "]", "taken");
    }
    void refusesWhatIsWrong()
    {
        QFETCH(QString, json);
        QFETCH(QString, word);
        const QString message = QString::fromStdString(messageOf(json.toStdString()));
        QVERIFY2(message.contains("f.json") && message.contains(word), qPrintable(message));
    }

    void builtInOnesAreThere()
    {
        const LimitTable table = LimitTable::builtIn();
        for (const char* id : {"liver.h1.margin", "liver.h1.bone_margin", "liver.h2.vessel_margin",
                               "liver.h3.shaft_length", "liver.h4.capsule_angle", "liver.h5.parenchyma",
                               "liver.h6.capsule_crossings", "liver.h7.tilt", "liver.h8.skin_angle", "liver.jitter"})
            QVERIFY2(table.find(id), id);
        // What was not read in its source must not claim so.
        QVERIFY(table.at("liver.h1.margin").evidence == Evidence::Unverified);
        QVERIFY(table.at("liver.jitter").evidence == Evidence::Verified);
        QCOMPARE(table.at("liver.h3.shaft_length").value, 150.0);
        QVERIFY(table.at("liver.h7.tilt").unit == Unit::Degree);
    }
};

QTEST_GUILESS_MAIN(TstLimit)
#include "tst_limit.moc"
