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
        Param path = pointsParam("path", "Path", 2, "Where it goes.");
        path.optional = true;
        list.add(path);
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
        const ParamValue path = parseValue(*list.find("path"), "1,2,3; 4.5,-5,6;");
        QCOMPARE(std::get<std::vector<Vec3>>(path), (std::vector<Vec3>{Vec3(1, 2, 3), Vec3(4.5, -5, 6)}));
        QCOMPARE(toText(path), std::string("1,2,3; 4.5,-5,6"));
        for (const char* bad : {"1,2", "1,2,3; x", "1,2,3,4", "1;2;3"})
            QVERIFY_THROWS_EXCEPTION(Error, parseValue(*list.find("path"), bad));
    }

    void aListOfPointsIsCountedAndRead()
    {
        const ParamList list = sample();
        ParamValues values;
        const auto wrong = [&] {
            for (const ParamProblem& p : check(list, values))
                if (p.key == "path")
                    return QString::fromStdString(p.text);
            return QString();
        };
        QVERIFY(wrong().isEmpty());
        values.set("path", std::vector<Vec3>{Vec3(1, 2, 3)});
        QVERIFY(wrong().contains("has 1 points; expected 2 or more"));
        values.set("path", std::vector<Vec3>{Vec3(1, 2, 3), Vec3(0, NAN, 0)});
        QVERIFY(wrong().contains("not a point"));
        values.set("path", std::vector<Vec3>(kMostPoints + 1, Vec3(1, 2, 3)));
        QVERIFY(wrong().contains("more than 100000"));
        values.set("path", std::vector<Vec3>{Vec3(1, 2, 3), Vec3(0.25, 0, 0)});
        QVERIFY(wrong().isEmpty());
        const ParamValues back = fromJson(list, nlohmann::json::parse(toJson(values).dump()));
        QCOMPARE(back.points("path"), values.points("path"));
        QVERIFY_THROWS_EXCEPTION(Error, fromJson(list, nlohmann::json::parse(R"({"path": [[1, 2]]})")));
        QVERIFY_THROWS_EXCEPTION(Error, fromJson(list, nlohmann::json::parse(R"({"path": [1, 2, 3]})")));
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
