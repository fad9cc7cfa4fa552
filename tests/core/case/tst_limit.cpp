#include "core/base/error.h"
#include "core/case/limit.h"
#include "core/case/objects.h"

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
        QVERIFY(l.kind == LimitKind::Setting); // unless it says otherwise
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
        row("kind", "[" + entry(R"("kind":"about")") + "]", "at most");
        row("kind as a number", "[" + entry(R"("kind":1)") + "]", "kind");
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

    void saysOnWhichSideANumberIsGood()
    {
        LimitTable table;
        table.addJson("[" + entry(R"("kind":"at least")", "least") + "," + entry(R"("kind":"at most")", "most") + "," +
                          entry({}, "setting") + "]",
                      "f.json");
        PlanNumber n;
        n.unit = Unit::Millimetre;
        QCOMPARE(limitText(n, table), std::string());
        n.limitValue = 7;
        n.limit = "unknown";
        QVERIFY(!limitKindOf(n, table));
        QCOMPARE(limitText(n, table), std::string("7.0 mm"));
        // As the table says, where the plan does not.
        for (const auto& [id, text] : {std::pair("least", "at least 7.0 mm"), std::pair("most", "at most 7.0 mm"),
                                       std::pair("setting", "setting 7.0 mm")}) {
            n.limit = id;
            QCOMPARE(limitText(n, table), std::string(text));
        }
        n.limit = "least";
        n.limitKind = LimitKind::AtMost; // the plan's own word counts
        QCOMPARE(limitText(n, table), std::string("at most 7.0 mm"));
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
        // A hard limit of a path bounds; what its score or the trials are made with does not.
        const auto ofAPath = [](const std::string& id) {
            return id.starts_with("liver.h") || id.starts_with("liver.soft.") || id.starts_with("liver.zone.") ||
                   id.starts_with("liver.jitter");
        };
        for (const auto& [id, limit] : table.all())
            if (ofAPath(id))
                QVERIFY2((limit.kind != LimitKind::Setting) ==
                             (id.starts_with("liver.h") && id != "liver.h2.major_diameter" &&
                              id != "liver.h3.tip_overshoot"),
                         id.c_str());
        QVERIFY(table.at("liver.h3.shaft_length").kind == LimitKind::AtMost);
        QVERIFY(table.at("liver.h1.margin").kind == LimitKind::AtLeast);
    }
};

QTEST_GUILESS_MAIN(TstLimit)
#include "tst_limit.moc"
