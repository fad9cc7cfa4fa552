// Heart, lungs, body and liver in one loop: against the peer's table, kept blood, lobes, and a patient's numbers.

#include "core/base/error.h"
#include "core/simulation/circulation/loop_fit.h"
#include "near.h"

using namespace pollux;

namespace {

constexpr double kLitre = 1000.0 / 60;

/// The vessels of the side-by-side runs.
BodyVessels peerBody(std::vector<double> lobes)
{
    BodyVessels b;
    b.aortaResistance = 0.03;
    b.aortaCompliance = 0.925;
    b.hepaticArtery = 12;
    b.digestive = 4.3;
    b.otherOrgans = 1;
    b.portal = 0.136364;
    b.portalCompliance = 8;
    b.liver = 0.1;
    b.liverCompliance = 10;
    b.cavalCompliance = 60;
    b.lobes = std::move(lobes);
    return b;
}

LoopOptions eightyBeats()
{
    LoopOptions o;
    o.mostBeats = 80;
    o.periodic = 0;
    o.samples = 690;
    return o;
}

} // namespace

class TestClosedLoop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableOfThePeer_data()
    {
        QTest::addColumn<QList<double>>("row"); // x; MAP PVP P_s CVP (mmHg); CO Q_ha Q_pv (L/min); SBP DBP
        const QList<QList<double>> rows{{0, 72.329, 11.534, 9.682, 7.823, 4.841, .3011, .8145, 89.50, 50.71},
                                        {.3, 73.123, 12.809, 10.185, 7.756, 4.798, .2119, .8081, 90.18, 51.62},
                                        {.5, 73.391, 14.394, 10.802, 7.667, 4.742, .1505, .7901, 90.28, 52.13},
                                        {.7, 73.013, 17.678, 12.073, 7.475, 4.621, .0879, .7399, 89.52, 52.24}};
        for (const auto& row : rows)
            QTest::newRow(qPrintable(QString::number(row[0]))) << row;
    }

    void tableOfThePeer()
    {
        QFETCH(QList<double>, row);
        const LoopRun run = runClosedLoop(genericHeart(), peerBody({1 - row[0]}), genericStart(), eightyBeats(), Job());
        const LoopMeans& m = run.means;
        QCOMPARE(m.beats, 80);
        NEAR(m.arterial, row[1], 0.02);
        NEAR(m.portal, row[2], 0.02);
        NEAR(m.sinusoids, row[3], 0.02);
        NEAR(m.caval, row[4], 0.02);
        NEAR(m.cardiacOutput / kLitre, row[5], 0.005 * row[5]);
        NEAR(m.hepaticArtery / kLitre, row[6], 0.005 * row[6]);
        NEAR(m.portalVein / kLitre, row[7], 0.005 * row[7]);
        NEAR(m.systolic, row[8], 0.05);
        NEAR(m.diastolic, row[9], 0.05);
        QVERIFY2(m.bloodDrift < 1e-9, qPrintable(QString::number(m.bloodDrift)));
        NEAR(m.hepaticVeins, m.hepaticArtery + m.portalVein, 1e-4 * m.hepaticVeins);
        QCOMPARE(run.seconds.size(), size_t(690));
        QVERIFY(*std::max_element(run.aorticFlow.begin(), run.aorticFlow.end()) > 2 * m.cardiacOutput); // it pulses
    }

    void lobesInParallelAreOneLiver()
    {
        LoopOptions few = eightyBeats();
        few.mostBeats = 10;
        const LoopMeans one = runClosedLoop(genericHeart(), peerBody({0.5}), genericStart(), few, Job()).means;
        const LoopMeans more =
            runClosedLoop(genericHeart(), peerBody({0.1, 0.25, 0, 0.15}), genericStart(), few, Job()).means;
        NEAR(more.portal, one.portal, 1e-3);
        NEAR(more.sinusoids, one.sinusoids, 1e-3);
        NEAR(more.hepaticArtery, one.hepaticArtery, 1e-3);
        NEAR(more.blood, one.blood, 1e-6);
    }

    void largerHeartGivesTheFlowThroughSmallerResistances()
    {
        // Exact similarity: heart and vessels for twice the flow have the same pressures.
        BodyVessels twice = peerBody({1});
        for (double* r : {&twice.aortaResistance, &twice.hepaticArtery, &twice.digestive, &twice.otherOrgans,
                          &twice.portal, &twice.liver})
            *r /= 2;
        for (double* c :
             {&twice.aortaCompliance, &twice.portalCompliance, &twice.liverCompliance, &twice.cavalCompliance})
            *c *= 2;
        LoopStart start = genericStart();
        LoopOptions few = eightyBeats();
        few.mostBeats = 10;
        const LoopMeans a = runClosedLoop(genericHeart(), peerBody({1}), start, few, Job()).means;
        for (double* v : {&start.leftAtriumMl, &start.leftVentricleMl, &start.rightAtriumMl, &start.rightVentricleMl})
            *v *= 2;
        const LoopMeans b = runClosedLoop(genericHeart().scaled(2), twice, start, few, Job()).means;
        NEAR(b.arterial, a.arterial, 2e-3);
        NEAR(b.caval, a.caval, 2e-3);
        NEAR(b.cardiacOutput, 2 * a.cardiacOutput, 1e-2);
    }

    void beatsWithThePatientsNumbers()
    {
        const LiverFlowInputs in{100, 90, 5, 10, 1.1 * kLitre, 0.4 * kLitre};
        const LiverCircuit circuit = calibrate(in, 0.5);
        const LoopFit fit = fitClosedLoop(circuit, Job());
        NEAR(fit.means.cardiacOutput, in.cardiacOutput, 0.005 * in.cardiacOutput);
        NEAR(fit.means.arterial, in.arterial, 0.1);
        NEAR(fit.means.caval, in.caval, 0.02);
        NEAR(fit.means.portal, in.portal, 0.02);
        NEAR(fit.means.portalVein, in.portalFlow, 0.005 * in.portalFlow);
        NEAR(fit.means.hepaticArtery, in.arteryFlow, 0.005 * in.arteryFlow);

        // Nothing removed: nothing changes.
        NEAR(resected(fit, 1, 0, Job()).means.portal, in.portal, 0.02);
        // After a resection: whatever output and pressures come about, they obey the steady law of the same circuit.
        const LoopMeans after = resected(fit, 0.3, 0, Job()).means;
        LiverCircuit held = circuit;
        held.caval = after.caval;
        held.cardiacOutput = after.cardiacOutput;
        const LiverFlows steady = steadyFlows(held, 0.3, HeldConstant::CardiacOutput);
        NEAR(after.portal, steady.portal, 0.02);
        NEAR(after.arterial, steady.arterial, 0.1);
        NEAR(after.portalVein, steady.portalFlow, 0.005 * steady.portalFlow);
        QVERIFY(after.portal > in.portal);
        NEAR(after.blood, fit.means.blood - 0.7 * 10 * 7.5, 1); // the blood of the lobe: 10 mL/mmHg at 7.5 mmHg
        QVERIFY(after.bloodDrift < 1e-9);
        // Blood given raises every pressure.
        const LoopMeans filled = resected(fit, 0.3, 200, Job()).means;
        NEAR(filled.blood, after.blood + 200, 1e-6);
        QVERIFY(filled.portal > after.portal + 0.5 && filled.caval > after.caval);
    }

    void refusesWhatIsNoLoop()
    {
        const auto refuses = [](const HeartLungs& heart, const BodyVessels& body) {
            try {
                runClosedLoop(heart, body, genericStart(), {}, Job());
            } catch (const Error& e) {
                return e.code() == ErrorCode::BadInput && !e.advice().empty();
            }
            return false;
        };
        QVERIFY(refuses(genericHeart(), peerBody({})));
        QVERIFY(refuses(genericHeart(), peerBody({0})));
        QVERIFY(refuses(genericHeart(), peerBody({0.8, 0.4})));
        QVERIFY(refuses(genericHeart(), peerBody({-0.1, 0.4})));
        BodyVessels body = peerBody({1});
        body.portal = 0;
        QVERIFY(refuses(genericHeart(), body));
        HeartLungs heart = genericHeart();
        heart.period = 0;
        QVERIFY(refuses(heart, peerBody({1})));
        QVERIFY_EXCEPTION_THROWN(genericHeart().scaled(0), Error);
    }

    void stops()
    {
        std::stop_source stop;
        int told = 0;
        const Job job(stop.get_token(), [&](double, const std::string&) {
            if (++told == 5)
                stop.request_stop();
        });
        try {
            runClosedLoop(genericHeart(), peerBody({1}), genericStart(), eightyBeats(), job);
            QFAIL("went on");
        } catch (const Error& e) {
            QCOMPARE(int(e.code()), int(ErrorCode::Cancelled));
        }
        QVERIFY(told < 8);
    }
};

QTEST_GUILESS_MAIN(TestClosedLoop)
#include "tst_closed_loop.moc"
