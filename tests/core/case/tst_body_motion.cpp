// The motion that a plan keeps, and the model that is made of it anew.

#include "core/base/error.h"
#include "tests/core/case/moving_case.h"

#include <QTest>

using namespace pollux;

namespace {

Case moving()
{
    Case c;
    Grid g;
    g.size = {8, 8, 8};
    g.spacing = Vec3(10, 10, 10);
    VolumeObject v;
    v.volume = Volume(g, std::vector<std::int16_t>(512));
    c.volumes[Id("ct")] = std::make_shared<VolumeObject>(std::move(v));
    sample::addBreath(c, Id("ct"));
    return c;
}

ErrorCode codeOf(const Case& c, const char* plan)
{
    try {
        bodyMotionOf(c, Id(plan), Job());
    } catch (const Error& e) {
        return e.code();
    }
    return ErrorCode::Internal;
}

} // namespace

class TestBodyMotion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRecordComesBackAsItWas()
    {
        MotionRecord r;
        r.samples = {{Id(), {0, 0}}, {Id("a"), {0.375, -1.25}}, {Id("b"), {1, 0.125}}};
        r.hysteresis = true;
        r.trace = {3.5, 3, 0.75};
        const auto back = motionRecordOf(toText(r));
        QVERIFY(back && back->hysteresis && back->samples.size() == 3);
        for (size_t n = 0; n < 3; ++n) {
            QCOMPARE(back->samples[n].registration, r.samples[n].registration);
            QCOMPARE(back->samples[n].state.value, r.samples[n].state.value);
            QCOMPARE(back->samples[n].state.rate, r.samples[n].state.rate);
        }
        QCOMPARE(back->trace.period, 3.5);
        QCOMPARE(back->trace.power, 3);
        QCOMPARE(back->trace.depth, 0.75);
    }

    void whatTellsOfNoMotionIsNone_data()
    {
        QTest::addColumn<QByteArray>("detail");
        const QByteArray trace = R"("trace":{"period_s":4,"exponent":2,"depth":1})";
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut off") << QByteArray(R"({"images":[)");
        QTest::newRow("no list") << "{\"images\":{},\"hysteresis\":false," + trace + "}";
        QTest::newRow("no trace") << QByteArray(R"({"images":[],"hysteresis":false})");
        QTest::newRow("as older versions wrote it")
            << QByteArray(R"({"images":[{"registration":"","value":0,"rate_per_s":0}],"target_mm":[]})");
        QTest::newRow("a value that is a text")
            << "{\"images\":[{\"registration\":\"a\",\"value\":\"x\",\"rate_per_s\":0}],\"hysteresis\":false," + trace +
                   "}";
        QTest::newRow("no id")
            << "{\"images\":[{\"registration\":\"../A\",\"value\":1,\"rate_per_s\":0}],\"hysteresis\":false," + trace +
                   "}";
        QTest::newRow("no breath") << QByteArray(
            R"({"images":[],"hysteresis":false,"trace":{"period_s":0,"exponent":2,"depth":1}})");
        QTest::newRow("an exponent beyond an int")
            << QByteArray(R"({"images":[],"hysteresis":false,"trace":{"period_s":4,"exponent":1e300,"depth":1}})");
        QByteArray many = "{\"images\":[";
        for (int n = 0; n < 1001; ++n)
            many += QByteArray(n ? "," : "") + R"({"registration":"a","value":1,"rate_per_s":0})";
        QTest::newRow("too many images") << many + "],\"hysteresis\":false," + trace + "}";
    }

    void whatTellsOfNoMotionIsNone()
    {
        QFETCH(QByteArray, detail);
        QVERIFY(!motionRecordOf(detail.toStdString()));
    }

    void placesMoveAsTheRegistrationSays()
    {
        const Case c = moving();
        const auto m = bodyMotionOf(c, Id("breathing-1"), Job());
        QCOMPARE(m->image, Id("ct"));
        QCOMPARE(m->plan, Id("breathing-1"));
        const auto at = [&](double seconds) { return m->model.displacement(Vec3(20, 30, 40), m->trace.at(seconds)); };
        QVERIFY(at(0).norm() < 1e-6);
        QVERIFY((at(1) - sample::kBreathShift).norm() < 1e-5);
        QVERIFY((at(0.5) - 0.5 * sample::kBreathShift).norm() < 1e-5); // sin^2 of an eighth of a turn
        QVERIFY(at(2).norm() < 1e-5);
    }

    void theMotionOfWhatWasMadeBesideThePlan()
    {
        Case c = moving();
        const auto made = [&](const char* id, const char* operation, const char* parameters) {
            Lineage l;
            l.operation = operation;
            l.parameters = parameters;
            c.lineage[Id(id)] = std::make_shared<Lineage>(l);
        };
        made("breathing-1", "liver.breathing", R"({"plan_id":"breathing-1"})");
        made("breathing-1-map", "liver.breathing", R"({"plan_id":"breathing-1"})");
        made("breathing-2-map", "liver.breathing", R"({"plan_id":"breathing-2"})");
        c.plans[Id("other")] = std::make_shared<Plan>();
        QCOMPARE(motionPlanOf(c, Id("breathing-1")), std::optional(Id("breathing-1")));
        QCOMPARE(motionPlanOf(c, Id("breathing-1-map")), std::optional(Id("breathing-1")));
        for (const char* none : {"breathing-2-map", "other", "ct", "breath", "nobody"})
            QVERIFY2(!motionPlanOf(c, Id(none)), none);
    }

    void whatBelongsToTheNeedleStandsStill()
    {
        Case c = moving();
        Lineage l;
        l.inputs.push_back({Id("ct"), {}});
        c.lineage[Id("liver")] = std::make_shared<Lineage>(l);
        l.inputs.push_back({Id("breathing-1"), {}});
        c.lineage[Id("zone")] = std::make_shared<Lineage>(l);
        QVERIFY(standsStill(c, Id("zone")));
        QVERIFY(!standsStill(c, Id("liver")));
        QVERIFY(!standsStill(c, Id("drawn-by-hand")));
    }

    void mistakesSayWhatIsWrong()
    {
        Case c = moving();
        QCOMPARE(codeOf(c, "nobody"), ErrorCode::NotFound);
        c.plans[Id("other")] = std::make_shared<Plan>();
        QCOMPARE(codeOf(c, "other"), ErrorCode::NotFound);
        Registration r = *c.registrations.at(Id("breath"));
        r.field = nullptr;
        c.registrations[Id("breath")] = std::make_shared<Registration>(r);
        QCOMPARE(codeOf(c, "breathing-1"), ErrorCode::BadInput);
        c.registrations.clear();
        QCOMPARE(codeOf(c, "breathing-1"), ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestBodyMotion)
#include "tst_body_motion.moc"
