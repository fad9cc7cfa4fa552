#include "tests/core/operation/sensitivity_toys.h"

#include <QTest>

using namespace pollux;
using namespace pollux::test;

class TestSensitivity : public QObject
{
    Q_OBJECT

    Toys m_toys;
    Registry m_registry;
    Job m_job;

    Case run(const Case& c, const char* operation, const ParamValues& v = {})
    {
        Job job;
        return runOperation(m_registry.at(operation), c, v, {"Tester"}, job).after;
    }
    Case twoSteps() { return run(run({}, "test.level"), "test.sum", from("from", "level")); }
    Case threeSteps()
    {
        return run(run(run({}, "test.level"), "test.round", from("from", "level")), "test.sum",
                   from("from", "rounded"));
    }
    Sensitivity sums(const Case& c, const SensitivityOptions& options = {}, StageCache* cache = nullptr,
                     const char* number = "sum")
    {
        return sensitivity(c, m_registry, Id("plan-1"), number, options, {"Tester"}, cache, m_job);
    }
    static const SensitivityRow& row(const Sensitivity& s, const std::string& key)
    {
        for (const SensitivityRow& r : s.rows)
            if (r.varied.param.key == key)
                return r;
        throw Error(ErrorCode::NotFound, "no row " + key);
    }
    static std::string reason(const Sensitivity& s, const std::string& param)
    {
        for (const NotVaried& n : s.notVaried)
            if (toText(n.param) == param)
                return n.reason;
        return "not listed";
    }
    template <class F>
    static QString message(F&& f)
    {
        try {
            f();
        } catch (const Error& e) {
            return QString::fromUtf8(e.what());
        }
        return "no error";
    }
    static void ends(const SensitivityRow& r, double low, double high)
    {
        QVERIFY2(r.atLow && r.atHigh, r.errorLow.c_str());
        QVERIFY2(std::abs(*r.atLow - low) < 1e-9, qPrintable(QString::number(*r.atLow)));
        QVERIFY2(std::abs(*r.atHigh - high) < 1e-9, qPrintable(QString::number(*r.atHigh)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.add(std::make_unique<Level>(m_toys));
        m_registry.add(std::make_unique<Round>(m_toys));
        m_registry.add(std::make_unique<Sum>(m_toys));
        m_registry.add(std::make_unique<Nudge>("test.nudge", "Test"));
        m_registry.add(std::make_unique<Nudge>("test.drag", "Edit"));
        m_registry.add(std::make_unique<Nudge>("test.read", "Import"));
        m_registry.add(std::make_unique<Look>());
        m_registry.add(std::make_unique<Fresh>());
        installStandardOperations(m_registry);
    }
    void init() { m_toys = Toys(); }

    void anApprovedPlanIsTriedAsWell()
    {
        Case c = twoSteps();
        for (const char* state : {"reviewed", "approved"}) {
            ParamValues v = from("plan", "plan-1");
            v.set("state", std::string(state));
            c = run(c, "plan.sign", v);
        }
        const Sensitivity s = sums(c);
        QVERIFY(s.findings.empty());
        QCOMPARE(s.base, 39.0);
        ends(row(s, "a"), 37, 41);
    }

    /// 2 * 10 + 3 * 5 + 4 = 39, every parameter by a tenth.
    void slopesAreExact()
    {
        const Sensitivity s = sums(twoSteps());
        QCOMPARE(s.base, 39.0);
        QVERIFY(s.findings.empty());
        QCOMPARE(s.rows.size(), size_t(7));
        ends(row(s, "x"), 37, 41);
        ends(row(s, "a"), 37, 41);
        ends(row(s, "y"), 37.5, 40.5);
        ends(row(s, "b"), 37.5, 40.5);
        ends(row(s, "n"), 38, 40); // a whole step, not 0.4
        ends(row(s, "unused"), 39, 39);
        QCOMPARE(row(s, "unused").largest, 0.0);
        for (size_t i = 1; i < s.rows.size(); ++i)
            QVERIFY(s.rows[i - 1].largest >= s.rows[i].largest);
        QCOMPARE(s.rows.front().largest, 2.0);
        QVERIFY(s.rows.back().largest == 0);
        const VariedParam& x = row(s, "x").varied;
        QCOMPARE(toText(x.param), std::string("level:test.level.x"));
        QCOMPARE(x.label, std::string("X"));
        QCOMPARE(x.unit, Unit::Millimetre);
        QCOMPARE(x.low, 9.0);
        QCOMPARE(x.base, 10.0);
        QCOMPARE(x.high, 11.0);
    }

    void rangesSayWhereTheyComeFrom()
    {
        const SensitivityScope s = sensitivityScope(twoSteps(), m_registry, Id("plan-1"), "sum");
        const auto range = [&](const char* key) {
            for (const VariedParam& v : s.params)
                if (v.param.key == key)
                    return v;
            return VariedParam();
        };
        QCOMPARE(range("x").range, std::string("±10 %, assumed"));
        QCOMPARE(range("n").range, std::string("±1, assumed"));
        QCOMPARE(range("unused").range, std::string("±10 %, assumed, not below 2.9"));
        QCOMPARE(range("unused").low, 2.9);
        QCOMPARE(range("zero").range, std::string("±10 % of its allowed range, assumed"));
        QCOMPARE(range("zero").low, -2.0);
        QCOMPARE(range("zero").high, 2.0);
        QCOMPARE(m_toys.runs["sum"], 1); // of making the case: the scope runs nothing
    }

    void theCallerChoosesRangesAndParameters()
    {
        SensitivityOptions o;
        o.ranges = {{parseUpstreamParam("test.level.x"), 5, 20}};
        o.step = 0.5;
        o.only = {parseUpstreamParam("level:test.level.x"), parseUpstreamParam("test.sum.y")};
        const Sensitivity s = sums(twoSteps(), o);
        QCOMPARE(s.rows.size(), size_t(2));
        ends(row(s, "x"), 29, 59);
        ends(row(s, "y"), 31.5, 46.5);
        QCOMPARE(row(s, "x").varied.range, std::string("chosen"));
        QCOMPARE(reason(s, "plan-1:test.sum.a"), std::string("left out"));
    }

    void choicesThatMakeNoSenseAreRefused()
    {
        const Case c = twoSteps();
        const auto says = [&](SensitivityOptions o, const char* words) {
            const QString m = message([&] { sums(c, o); });
            QVERIFY2(m.contains(words), qPrintable(m));
        };
        SensitivityOptions o;
        o.ranges = {{parseUpstreamParam("test.level.z"), 5, 20}};
        says(o, "level:test.level.x");
        o.ranges = {{parseUpstreamParam("test.level.x"), 20, 5}};
        says(o, "is empty");
        o.ranges = {{parseUpstreamParam("test.level.n"), 1.5, 3}};
        says(o, "whole numbers");
        o = {};
        o.step = 0;
        says(o, "more than 0 %");
        QVERIFY(message([&] { sums(c, {}, nullptr, "total"); }).contains("It has: sum, ghost"));
        QVERIFY(message([] { parseUpstreamParam("low"); }).contains("operation.key"));
        QVERIFY(message([] { parseUpstreamParam("test."); }).contains("operation.key"));
    }

    void aBlockedRunIsTheErrorOfItsRow()
    {
        SensitivityOptions o;
        o.ranges = {{parseUpstreamParam("test.level.x"), 0, 95}};
        const Sensitivity s = sums(twoSteps(), o);
        const SensitivityRow& x = row(s, "x");
        QVERIFY(x.atLow && !x.atHigh);
        QCOMPARE(*x.atLow, 19.0);
        QVERIFY2(x.errorHigh.find("X is too large. Take a smaller one.") != std::string::npos, x.errorHigh.c_str());
        QCOMPARE(x.largest, 20.0);
        ends(row(s, "y"), 37.5, 40.5); // the others are not harmed
        o.ranges[0].high = 1000;       // beyond what is declared
        QVERIFY(row(sums(twoSteps(), o), "x").errorHigh.find("from 0 to 100") != std::string::npos);
    }

    void aNumberThatVanishesIsSaid()
    {
        const Sensitivity s = sums(twoSteps(), {}, nullptr, "ghost");
        QVERIFY(row(s, "a").atLow && !row(s, "a").atHigh);
        QVERIFY(!row(s, "a").errorHigh.empty());
    }

    /// Rounding to 5 swallows a change of x by 1: the sum is not run for it.
    void whatDoesNotChangeComesFromTheCache()
    {
        const Case c = threeSteps();
        const auto counts = [&](StageCache* cache) {
            m_toys.runs.clear();
            return sums(c, {}, cache);
        };
        const Sensitivity plain = counts(nullptr);
        QCOMPARE(m_toys.runs["level"], 1 + 8); // x, n, unused, zero
        QCOMPARE(m_toys.runs["round"], 1 + 8 + 2);
        QCOMPARE(m_toys.runs["sum"], 1 + 8 + 2 + 6);
        QCOMPARE(plain.fromCache, 0);
        StageCache cache;
        const Sensitivity cached = counts(&cache);
        QCOMPARE(m_toys.runs["level"], 1 + 8);
        QCOMPARE(m_toys.runs["round"], 1 + 4 + 2);   // x and n move the level
        QCOMPARE(m_toys.runs["sum"], 1 + 2 + 2 + 6); // only n reaches it, and the grain
        QCOMPARE(cached.fromCache, 4 + 4 + 2);
        QCOMPARE(cached.ran, 9 + 7 + 11);
        QCOMPARE(row(cached, "x").largest, 0.0);
        ends(row(cached, "grain"), 2 * 9.0 + 19, 2 * 11.0 + 19);
        QCOMPARE(sensitivityCsv(cached), sensitivityCsv(plain));
        QCOMPARE(cache.size(), size_t(3)); // results of trials are not kept
    }

    void itStopsWhenAsked()
    {
        const Case c = twoSteps();
        std::stop_source stop;
        m_toys.runs.clear();
        m_toys.onSum = [&] {
            if (m_toys.runs["sum"] == 3)
                stop.request_stop();
        };
        Job job(stop.get_token());
        ErrorCode code = ErrorCode::Internal;
        try {
            sensitivity(c, m_registry, Id("plan-1"), "sum", {}, {}, nullptr, job);
        } catch (const Error& e) {
            code = e.code();
        }
        QCOMPARE(code, ErrorCode::Cancelled);
        QCOMPARE(m_toys.runs["sum"], 3);
    }

    void progressGoesFromStartToEnd()
    {
        std::vector<double> told;
        Job job({}, [&](double f, const std::string&) { told.push_back(f); });
        sensitivity(threeSteps(), m_registry, Id("plan-1"), "sum", {}, {}, nullptr, job);
        QVERIFY(told.size() > 20);
        QVERIFY(std::is_sorted(told.begin(), told.end()));
        QVERIFY(told.front() < 0.1);
        QCOMPARE(told.back(), 1.0);
    }

    void anotherNumberThanRecordedIsAFinding()
    {
        Case c = twoSteps();
        Plan p = c.plan(Id("plan-1"));
        p.numbers[0].after = 50;
        c.plans[Id("plan-1")] = std::make_shared<const Plan>(p);
        const Sensitivity s = sums(c);
        QCOMPARE(*s.number.value, 50.0);
        QCOMPARE(s.base, 39.0);
        QCOMPARE(s.findings.size(), size_t(1));
        QVERIFY2(s.findings[0].text.find("39.0 mm instead of 50.0 mm") != std::string::npos,
                 s.findings[0].text.c_str());
        ends(row(s, "x"), 37, 41);
    }

    void whatCannotBeRepeatedIsListedWithItsReason_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("says");
        QTest::newRow("in place") << "test.nudge"
                                  << "changed in place (test.nudge)";
        QTest::newRow("by hand") << "test.drag"
                                 << "edited by hand (test.drag)";
        QTest::newRow("imported") << "test.read"
                                  << "imported";
        QTest::newRow("gone") << "gone.op"
                              << "'gone.op' is not here";
        QTest::newRow("no record") << ""
                                   << "came with the case";
    }
    void whatCannotBeRepeatedIsListedWithItsReason()
    {
        QFETCH(QString, operation);
        QFETCH(QString, says);
        Case level = run({}, "test.level");
        std::string listed = "level";
        if (operation.isEmpty()) {
            level.lineage.clear();
        } else if (operation == "gone.op") {
            Lineage l = *level.lineage.at(Id("level"));
            l.operation = "gone.op";
            level.lineage[Id("level")] = std::make_shared<const Lineage>(l);
        } else {
            level = run(level, operation.toUtf8(), from("what", "level"));
        }
        if (!operation.isEmpty())
            listed += ":" + operation.toStdString();
        const Sensitivity s = sums(run(level, "test.sum", from("from", "level")));
        const std::string why = reason(s, listed);
        QVERIFY2(why.find(says.toStdString()) != std::string::npos, why.c_str());
        QCOMPARE(s.rows.size(), size_t(3)); // those of the sum
        QVERIFY(s.findings.empty());        // and it stays as it was, so the number is the recorded one
    }

    void aStepThatFailsStaysAsItIs()
    {
        const Case c = twoSteps();
        m_toys.levelFails = true;
        const Sensitivity s = sums(c);
        QCOMPARE(s.base, 39.0);
        QCOMPARE(s.rows.size(), size_t(3));
        QVERIFY(reason(s, "level:test.level").find("The level is broken.") != std::string::npos);
        QCOMPARE(s.findings.size(), size_t(1));
        QCOMPARE(s.findings[0].code, std::string("sensitivity.held"));
    }

    void aNumberWithoutARunBehindItIsRefused()
    {
        Case c = twoSteps();
        c.lineage.clear();
        QVERIFY(message([&] { sums(c); }).contains("'plan-1' cannot be made again"));
    }

    /// Else its number would seem to depend on nothing.
    void aResultOfAnotherNameIsNoZero()
    {
        const Case c = run({}, "test.fresh");
        const QString m = message([&] { sensitivity(c, m_registry, Id("fresh"), "x", {}, {}, nullptr, m_job); });
        QVERIFY2(m.contains("does not make 'fresh' again"), qPrintable(m));
    }

    /// Voxels of 1 mm with the values 0 to 511, so as many between two bounds as their difference says; confirmed, so
    /// that the operation alone would refuse to run again.
    void fromAThresholdToAVolume()
    {
        ParamValues t = from("volume", "ct");
        t.set("low", 100.0);
        t.set("high", 300.0);
        t.set("name", std::string("Dense"));
        Case c = run(run(ramp(), "segment.threshold", t), "measure.statistics");
        Structure dense = c.structure(Id("dense"));
        dense.state = ConfirmState::Confirmed;
        dense.confirmedBy = "Tester";
        c.structures[Id("dense")] = std::make_shared<const Structure>(dense);
        const Sensitivity s = sensitivity(c, m_registry, Id("dense"), "volume", {}, {}, nullptr, m_job);
        QVERIFY(s.findings.empty());
        QCOMPARE(s.base, 0.201);
        ends(row(s, "low"), 0.211, 0.191);
        ends(row(s, "high"), 0.171, 0.231);
        QCOMPARE(s.rows.front().varied.param.key, std::string("high"));
        QCOMPARE(reason(s, "ct"), std::string("no record: it came with the case"));
        QCOMPARE(reason(s, "dense/measures:measure.statistics"), std::string("it has no numeric parameter"));
    }

    /// A shape goes when its mask is made again; who looks at it without a record of that finds it all the same.
    void shapesComeBackWithTheirMask()
    {
        ParamValues t = from("volume", "ct");
        t.set("low", 100.0);
        t.set("high", 400.0);
        t.set("name", std::string("Dense"));
        const Case c =
            run(run(run(ramp(), "segment.threshold", t), "mesh.surface"), "test.look", from("what", "dense"));
        QCOMPARE(*findNumber(c, Id("look"), "surfaces")->value, 1.0);
        const Sensitivity s = sensitivity(c, m_registry, Id("look"), "surfaces", {}, {}, nullptr, m_job);
        QCOMPARE(s.base, 1.0);
        ends(row(s, "low"), 1, 1);
        QVERIFY(reason(s, "dense/surface:mesh.surface").find("no record says") != std::string::npos);
    }

    void theTableHasARowForEachParameter()
    {
        const QStringList lines = QString::fromStdString(sensitivityCsv(sums(twoSteps()))).trimmed().split("\r\n");
        QCOMPARE(lines.size(), 8);
        QVERIFY(lines[0].startsWith("object,operation,parameter,"));
        int found = 0;
        for (const QString& line : lines)
            if (line.contains(",x,")) {
                ++found;
                QVERIFY2(line.startsWith("level,test.level,x,X,mm,9,10,11,"), qPrintable(line));
                QVERIFY2(line.endsWith(",39,37,41,,"), qPrintable(line));
            }
        QCOMPARE(found, 1);
    }
};

QTEST_GUILESS_MAIN(TestSensitivity)
#include "tst_sensitivity.moc"
