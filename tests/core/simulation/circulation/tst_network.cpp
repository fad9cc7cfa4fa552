// Networks with known answers: steady circuits by hand, moving ones in closed form.

#include "core/base/error.h"
#include "core/simulation/circulation/integrator.h"
#include "near.h"

#include <numbers>

using namespace pollux;

class TestNetwork : public QObject
{
    Q_OBJECT

    /// Inflow 5 through 100 into an outlet of 100 against 100, with what else the vessel has.
    static void vesselIntoOutlet(double compliance, double inertance)
    {
        FlowNetwork n;
        const int in = n.addJunction("in");
        const int out = compliance > 0 ? n.addCompartment("out", compliance) : n.addJunction("out");
        const int end = n.addPressure("end", 100);
        n.addBranch({"vessel", in, out, 100, 0, inertance});
        n.addBranch({"outlet", out, end, 100});
        n.addInflow(in, [](double) { return 5.0; });
        const FlowSnapshot s = n.steadyState();
        NEAR(s.pressure[static_cast<size_t>(out)], 600, 1e-9);
        NEAR(s.pressure[static_cast<size_t>(in)], 1100, 1e-9);
    }

private Q_SLOTS:
    void resistanceIntoResistance()
    {
        vesselIntoOutlet(0, 0);
        vesselIntoOutlet(1e-3, 0); // what holds blood or has inertia does not matter at rest
        vesselIntoOutlet(0, 2);
        vesselIntoOutlet(1e-3, 2);
    }

    void windkesselAndFixedPressure()
    {
        FlowNetwork n;
        const int in = n.addJunction("in"), middle = n.addJunction("middle"), soft = n.addCompartment("soft", 1e-4);
        const int ground = n.addPressure("ground", 0);
        n.addBranch({"vessel", in, middle, 100});
        n.addBranch({"proximal", middle, soft, 1000});
        n.addBranch({"distal", soft, ground, 1000});
        n.addInflow(in, [](double) { return 5.0; });
        const FlowSnapshot s = n.steadyState();
        NEAR(s.pressure[static_cast<size_t>(middle)], 10000, 1e-8);
        NEAR(s.pressure[static_cast<size_t>(in)], 10500, 1e-8);

        FlowNetwork fixed;
        const int start = fixed.addJunction("in"), wall = fixed.addPressure("wall", 1000);
        fixed.addBranch({"vessel", start, wall, 100});
        fixed.addInflow(start, [](double) { return 5.0; });
        NEAR(fixed.steadyState().pressure[static_cast<size_t>(start)], 1500, 1e-9);
    }

    void bifurcation_data()
    {
        QTest::addColumn<QList<double>>("r"); // parent, two children, two outlets with their pressures
        QTest::addColumn<QList<double>>("answer");
        QTest::newRow("uneven") << QList<double>{300, 400, 500, 100, 1000, 50, 200}
                                << QList<double>{3.825, 1.175, 432.5, 1375, 1962.5, 3462.5};
        QTest::newRow("even") << QList<double>{100, 100, 100, 100, 100, 100, 100}
                              << QList<double>{2.5, 2.5, 350, 350, 600, 1100};
    }

    void bifurcation()
    {
        QFETCH(QList<double>, r);
        QFETCH(QList<double>, answer);
        FlowNetwork n;
        const int in = n.addJunction("in"), fork = n.addJunction("fork");
        const int one = n.addJunction("one"), two = n.addJunction("two");
        const int endOne = n.addPressure("end one", r[5]), endTwo = n.addPressure("end two", r[6]);
        n.addBranch({"parent", in, fork, r[0]});
        const int first = n.addBranch({"first", fork, one, r[1]});
        const int second = n.addBranch({"second", fork, two, r[2]});
        n.addBranch({"outlet one", one, endOne, r[3]});
        n.addBranch({"outlet two", two, endTwo, r[4]});
        n.addInflow(in, [](double) { return 5.0; });
        const FlowSnapshot s = n.steadyState();
        NEAR(s.flow[static_cast<size_t>(first)], answer[0], 1e-9);
        NEAR(s.flow[static_cast<size_t>(second)], answer[1], 1e-9);
        NEAR(s.pressure[static_cast<size_t>(one)], answer[2], 1e-8);
        NEAR(s.pressure[static_cast<size_t>(two)], answer[3], 1e-8);
        NEAR(s.pressure[static_cast<size_t>(fork)], answer[4], 1e-8);
        NEAR(s.pressure[static_cast<size_t>(in)], answer[5], 1e-8);
    }

    void confluence()
    {
        // As hepatic artery and portal vein meet in the liver.
        FlowNetwork n;
        const int a = n.addJunction("a"), b = n.addJunction("b"), meet = n.addJunction("meet");
        const int out = n.addJunction("out"), end = n.addPressure("end", 100);
        n.addBranch({"a", a, meet, 100});
        n.addBranch({"b", b, meet, 200});
        n.addBranch({"both", meet, out, 300});
        n.addBranch({"outlet", out, end, 100});
        n.addInflow(a, [](double) { return 5.0; });
        n.addInflow(b, [](double) { return 10.0; });
        const FlowSnapshot s = n.steadyState();
        NEAR(s.pressure[static_cast<size_t>(out)], 1600, 1e-8);
        NEAR(s.pressure[static_cast<size_t>(meet)], 6100, 1e-8);
        NEAR(s.pressure[static_cast<size_t>(a)], 6600, 1e-8);
        NEAR(s.pressure[static_cast<size_t>(b)], 8100, 1e-8);
    }

    void stenosis()
    {
        FlowNetwork n;
        const int in = n.addJunction("in"), out = n.addJunction("out"), end = n.addPressure("end", 100);
        n.addBranch({"narrow", in, out, 100, 100});
        n.addBranch({"outlet", out, end, 100});
        n.addInflow(in, [](double) { return 5.0; });
        const FlowSnapshot s = n.steadyState();
        NEAR(s.pressure[static_cast<size_t>(out)], 600, 1e-8);
        NEAR(s.pressure[static_cast<size_t>(in)], 3600, 1e-8);
    }

    void aPulsingStenosis()
    {
        // Q = sin t through S = 1 against 0.1: P_in = |sin t| sin t + 0.1; the compliance behind it sits on the
        // pressure.
        FlowNetwork n;
        const int in = n.addJunction("in"), soft = n.addCompartment("soft", 1), end = n.addPressure("end", 0.1);
        n.addBranch({"narrow", in, soft, 0, 1});
        n.addBranch({"joint", soft, end, 1e-7});
        n.addInflow(in, [](double t) { return std::sin(t); });
        FlowIntegrator run(n, {n.volumeAt(soft, 0.1)});
        for (int i = 1; i <= 40; ++i) {
            const double t = i * std::numbers::pi / 20 + 0.01;
            run.advance(t, Job());
            NEAR(run.snapshot().pressure[static_cast<size_t>(in)], std::abs(std::sin(t)) * std::sin(t) + 0.1, 1e-5);
        }
    }

    void aPulsingCapacitor()
    {
        // P_in = sin(t)/2, flow out cos(2t), R = C = 1: P_out = P_in - cos(2t), flow in = cos(2t) + cos(t)/2.
        FlowNetwork n;
        const int pump = n.addPressure("pump", [](double t) { return 0.5 * std::sin(t); });
        const int in = n.addCompartment("in", 1), out = n.addJunction("out");
        const double joint = 1e-6;
        const int entry = n.addBranch({"entry", pump, in, joint});
        n.addBranch({"vessel", in, out, 1});
        n.addInflow(out, [](double t) { return -std::cos(2 * t); });
        IntegratorOptions tight;
        tight.relative = 1e-10;
        tight.absolute = 1e-11;
        FlowIntegrator run(n, {n.volumeAt(in, -1.5 * joint)}, 0, tight);
        for (int i = 1; i <= 20; ++i) {
            const double t = i * 0.3;
            run.advance(t, Job());
            const FlowSnapshot s = run.snapshot();
            NEAR(s.pressure[static_cast<size_t>(out)], 0.5 * std::sin(t) - std::cos(2 * t), 1e-5);
            NEAR(s.flow[static_cast<size_t>(entry)], std::cos(2 * t) + 0.5 * std::cos(t), 1e-3);
        }
    }

    void inertanceOverResistance()
    {
        // The current of a coil that is switched on: Q = P/R (1 - exp(-R t / L)).
        FlowNetwork n;
        const int high = n.addPressure("high", 10), low = n.addPressure("low", 0);
        const int branch = n.addBranch({"vessel", high, low, 2, 0, 0.5});
        IntegratorOptions tight;
        tight.relative = 1e-9;
        tight.absolute = 1e-10;
        FlowIntegrator run(n, {0.0}, 0, tight);
        for (const double t : {0.1, 0.3, 1.0}) {
            run.advance(t, Job());
            NEAR(run.snapshot().flow[static_cast<size_t>(branch)], 5 * (1 - std::exp(-4 * t)), 1e-6);
        }
    }

    void aValveLetsThroughOneWay()
    {
        for (const double sign : {1.0, -1.0}) {
            FlowNetwork n;
            const int a = n.addPressure("a", 10 * sign), b = n.addCompartment("b", 1), c = n.addPressure("c", 0);
            n.addBranch({"valve", a, b, 1, 0, 0, 1e4});
            const int out = n.addBranch({"out", b, c, 4});
            const double expected = sign > 0 ? 2.0 : -10 / (1e4 + 4);
            NEAR(n.steadyState().flow[static_cast<size_t>(out)], expected, 1e-9);
        }
    }

    void bloodIsKept()
    {
        FlowNetwork n;
        const int a = n.addCompartment("a", 2), b = n.addCompartment("b", 30), c = n.addCompartment("c", 0.01);
        n.addBranch({"ab", a, b, 1});
        n.addBranch({"bc", b, c, 1e-3});
        n.addBranch({"ca", c, a, 5, 1});
        FlowIntegrator run(n, {200, 30, 1});
        for (int i = 1; i <= 50; ++i) {
            run.advance(i, Job());
            NEAR(run.state()[0] + run.state()[1] + run.state()[2], 231, 231e-9);
        }
        const double level = 231 / 32.01; // one pressure everywhere in the end
        for (int i = 51; i <= 400; i += 50)
            run.advance(i, Job());
        NEAR(run.snapshot().pressure[static_cast<size_t>(a)], level, 1e-4);
        NEAR(run.snapshot().pressure[static_cast<size_t>(c)], level, 1e-4);
    }

    void refusesWhatIsNoNetwork()
    {
        FlowNetwork n;
        const int a = n.addJunction("a"), b = n.addJunction("b");
        QVERIFY_EXCEPTION_THROWN(n.addBranch({"x", a, 7, 1}), Error);
        QVERIFY_EXCEPTION_THROWN(n.addBranch({"x", a, a, 1}), Error);
        QVERIFY_EXCEPTION_THROWN(n.addBranch({"x", a, b, -1}), Error);
        QVERIFY_EXCEPTION_THROWN(n.addBranch({"x", a, b, 0}), Error);
        QVERIFY_EXCEPTION_THROWN(n.addBranch({"x", a, b, std::nan("")}), Error);
        QVERIFY_EXCEPTION_THROWN(n.addCompartment("x", 0), Error);
        QVERIFY_EXCEPTION_THROWN(n.addInflow(9, [](double) { return 0.0; }), Error);
        n.addBranch({"x", a, b, 1});
        n.addInflow(a, [](double) { return 1.0; });
        QVERIFY_EXCEPTION_THROWN(n.steadyState(), Error); // blood comes in and can go nowhere
        QVERIFY_EXCEPTION_THROWN(FlowIntegrator(n, {}), Error);
    }

    void stops()
    {
        FlowNetwork n;
        const int a = n.addCompartment("a", 1), b = n.addPressure("b", 0);
        n.addBranch({"ab", a, b, 1});
        FlowIntegrator run(n, {1});
        std::stop_source stop;
        stop.request_stop();
        try {
            run.advance(1, Job(stop.get_token()));
            QFAIL("went on");
        } catch (const Error& e) {
            QCOMPARE(int(e.code()), int(ErrorCode::Cancelled));
        }
    }
};

QTEST_GUILESS_MAIN(TestNetwork)
#include "tst_network.moc"
