#include "core/base/error.h"
#include "core/params/param.h"

#include <QTest>
#include <nlohmann/json.hpp>

using namespace pollux;

class TestParam : public QObject
{
    Q_OBJECT

    static ParamList sample()
    {
        ParamList list;
        list.add(realParam("radius", "Radius", Unit::Millimetre, 2.5, 0, 50, "Size of the ball."));
        list.add(intParam("passes", "Passes", 3, 1, 10, "How often."));
        list.add(boolParam("fill", "Fill", true, "Fill holes."));
        list.add(choiceParam("method", "Method", {"open", "close"}, "Which way."));
        list.add(textParam("name", "Name", "x", "Name of the result."));
        Param point = pointParam("seed", "Seed", "Where to begin.");
        point.optional = true;
        list.add(point);
        list.add(objectsParam("parts", "Parts", "structure", "Which ones."));
        return list;
    }

private Q_SLOTS:
    void textRoundTripForEveryType()
    {
        const ParamList list = sample();
        for (const Param& p : list.all()) {
            const std::string text = toText(p.defaultValue);
            QCOMPARE(toText(parseValue(p, text)), text);
        }
        QCOMPARE(std::get<Vec3>(parseValue(*list.find("seed"), "1.5, -2,3")), Vec3(1.5, -2, 3));
        QCOMPARE(std::get<std::vector<std::string>>(parseValue(*list.find("parts"), "a, b")).size(), size_t(2));
    }

    void jsonRoundTrip()
    {
        const ParamList list = sample();
        ParamValues values;
        values.set("radius", 0.1 + 0.2);
        values.set("seed", Vec3(1, 2, 3));
        const ParamValues back = fromJson(list, nlohmann::json::parse(toJson(completed(list, values)).dump()));
        QVERIFY(back == completed(list, values));
        QCOMPARE(back.real("radius"), 0.1 + 0.2);
    }

    void jsonNumbersThatDoNotFitAreRefused()
    {
        const ParamList list = sample();
        const auto refused = [&](const char* json) {
            try {
                fromJson(list, nlohmann::json::parse(json));
            } catch (const Error& e) {
                return e.code() == ErrorCode::BadInput && !e.advice().empty();
            }
            return false;
        };
        QVERIFY(refused("{\"passes\": 18446744073709551615}")); // would come out as -1
        QVERIFY(refused("{\"passes\": 9223372036854775808}"));
        QVERIFY(!refused("{\"passes\": 9223372036854775807}")); // out of range: check() says so
        QVERIFY(refused("{\"passes\": 2.5}"));
        QVERIFY(refused("{\"radius\": \"2.5\"}"));
        QVERIFY(refused("{\"seed\": [1, 2]}"));
        QVERIFY(refused("{\"parts\": [1]}"));
        QVERIFY(refused("{\"colour\": 1}"));
        QVERIFY(refused("[]"));
    }

    void problemsNameParameterAndRange()
    {
        const ParamList list = sample();
        ParamValues values;
        values.set("radius", 51.0);
        values.set("passes", std::string("many"));
        values.set("method", std::string("explode"));
        values.set("colour", std::string("red"));
        const auto problems = check(list, values);
        QCOMPARE(problems.size(), size_t(4));
        QString all;
        for (const ParamProblem& p : problems)
            all += QString::fromStdString(p.text) + "\n";
        QVERIFY(all.contains("from 0 to 50 mm"));
        QVERIFY(all.contains("explode"));
        QVERIFY(all.contains("There is no parameter 'colour'"));
        values = {};
        values.set("radius", std::numeric_limits<double>::quiet_NaN());
        QCOMPARE(check(list, values).size(), size_t(1));
        QVERIFY(check(list, {}).empty());
    }

    void wrongTextSaysWhatIsExpected()
    {
        const ParamList list = sample();
        for (const char* text : {"2,5", "abc", ""}) {
            try {
                parseValue(*list.find("radius"), text);
                QFAIL("was accepted");
            } catch (const Error& e) {
                QVERIFY(QString(e.what()).contains("from 0 to 50 mm"));
            }
        }
    }

    void anOptionalPointStaysAbsent() { QVERIFY(!completed(sample(), {}).has("seed")); }

    void aMalformedDeclarationIsAFault()
    {
        ParamList list;
        list.add(realParam("a", "A", Unit::None, 0, 0, 1, "h"));
        QVERIFY_EXCEPTION_THROWN(list.add(realParam("a", "A", Unit::None, 0, 0, 1, "h")), Error);
        QVERIFY_EXCEPTION_THROWN(list.add(realParam("Bad Key", "A", Unit::None, 0, 0, 1, "h")), Error);
        QVERIFY_EXCEPTION_THROWN(list.add(realParam("b", "", Unit::None, 0, 0, 1, "h")), Error);
    }
};

QTEST_GUILESS_MAIN(TestParam)
#include "tst_param.moc"
