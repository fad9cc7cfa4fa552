// Six unit loads and their sums against direct solves; forces and moments of a load that is spread; a load above the
// implant's top.

#include "core/base/error.h"
#include "jaw_case.h"
#include "plugins/implant/bone_cubes.h"
#include "plugins/implant/stress_operation.h"

#include <Eigen/Geometry>
#include <QtTest>

#include <cmath>

using namespace jawcase;
using namespace pollux::implant;

namespace {

bool near(double a, double b, double relative)
{
    return std::fabs(a - b) <= relative * std::fabs(b);
}

} // namespace

class TstUnitLoads : public QObject
{
    Q_OBJECT

    Registry m_registry;
    Jaw m_jaw;

    StressModel model() const
    {
        StressSetup s;
        s.material = elasticity::boneMaterial("constant");
        s.edge = 0.8;
        return {m_jaw.image, m_jaw.masks.at("mandible"), DentalImplant(), pose(), s, Job()};
    }
    AxisPose pose() const { return {m_jaw.gapCrest, Vec3(0.1, -0.05, -1).normalized()}; }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        install(m_registry);
        JawOptions o;
        o.spacing = 0.5;
        m_jaw = makeJaw(o, Job());
    }

    void nodalForcesAreTheLoad()
    {
        const auto m = elasticity::VoxelModel::empty({6, 5, 7}, 0.7, 0.3);
        const std::vector<LoadedCube> cubes{{{1, 1, 1}, 0.3}, {{2, 1, 1}, 1}, {{2, 3, 5}, 0.25}, {{4, 4, 2}, 0.5}};
        const Vec3 force(3, -7, 11), moment(-20, 5, 13), middle = middleOf(m, cubes);
        const std::vector<double> f = nodalForces(m, cubes, force, moment);
        Vec3 sum = Vec3::Zero(), turn = Vec3::Zero();
        for (int k = 0; k <= 7; ++k)
            for (int j = 0; j <= 5; ++j)
                for (int i = 0; i <= 6; ++i) {
                    const std::size_t n = m.node(i, j, k);
                    const Vec3 at(f[3 * n], f[3 * n + 1], f[3 * n + 2]);
                    sum += at;
                    turn += (m.edge * Vec3(i, j, k) - middle).cross(at);
                }
        QVERIFY((sum - force).norm() < 1e-12);
        QVERIFY((turn - moment).norm() < 1e-11);
        // One cube alone takes a moment, too; none takes no load.
        QVERIFY(std::isfinite(nodalForces(m, {{{1, 1, 1}, 1}}, Vec3::Zero(), moment)[3 * m.node(1, 1, 1)]));
        QVERIFY_EXCEPTION_THROWN(nodalForces(m, {}, force, moment), Error);
        QVERIFY_EXCEPTION_THROWN(nodalForces(m, {{{1, 1, 1}, 0}}, force, moment), Error);
    }

    /// Any load as a sum of six: within 1e-5 of a solve with that load.
    void combinedIsTheDirectSolve()
    {
        StressModel m = model();
        const UnitSolutions units = m.exactUnits(Job());
        double worst = 0;
        for (const TopLoad& load : {TopLoad{Vec3(0, 0, -100)}, TopLoad{Vec3(34, 0, -94)},
                                    TopLoad{Vec3(-20, 60, -75), 6.5}, TopLoad{Vec3(0, -50, 0), 3},
                                    TopLoad{Vec3(10, 10, 80), 12}, TopLoad{Vec3(5, 0, -90), 2, Vec3(200, 900, 0)}}) {
            const StressFrame sum = combined(units, load);
            m.setLoad(load);
            const StressFrame direct = m.exact(Job());
            QCOMPARE(sum.cubes, direct.cubes);
            for (const auto& [a, b] :
                 {std::pair(sum.p95, direct.p95), std::pair(sum.p99, direct.p99),
                  std::pair(sum.failure99, direct.failure99), std::pair(sum.displacement, direct.displacement)}) {
                worst = std::max(worst, std::fabs(a / b - 1));
                QVERIFY2(near(a, b, 1e-5), qPrintable(QString("%1 for %2").arg(a, 0, 'g', 9).arg(b, 0, 'g', 9)));
            }
        }
        qInfo("sum of unit loads against direct solves: off by at most %.1e", worst);
    }

    /// What it left behind is the load that is set: maps and the refinement may follow.
    void lastResultIsTheLoadThatIsSet()
    {
        StressModel a = model(), b = model();
        a.setLoad({Vec3(30, -10, -90), 4});
        b.setLoad({Vec3(30, -10, -90), 4});
        a.exactUnits(Job());
        b.exact(Job());
        const auto x = a.shellStress(), y = b.shellStress();
        QCOMPARE(x.size(), y.size());
        double e = 0, t = 0;
        for (size_t n = 0; n < x.size(); ++n) {
            e += (x[n] - y[n]) * (x[n] - y[n]);
            t += y[n] * y[n];
        }
        QVERIFY2(std::sqrt(e / t) < 1e-5, qPrintable(QString::number(std::sqrt(e / t))));
        QVERIFY(near(a.refined(Job()).p99, b.refined(Job()).p99, 1e-4));
    }

    void wayIsSymmetric()
    {
        // Betti: what load i moves at load j, j moves at i.
        StressModel m = model();
        const UnitSolutions u = m.exactUnits(Job());
        for (int i = 0; i < 6; ++i) {
            QVERIFY(u.way(i, i) > 0);
            for (int j = 0; j < i; ++j)
                QVERIFY(std::fabs(u.way(i, j) - u.way(j, i)) < 1e-5 * std::sqrt(u.way(i, i) * u.way(j, j)));
        }
    }

    /// A side load that acts higher turns the implant more: about in proportion once the lever is long.
    void higherLoadsStressMore()
    {
        StressModel m = model();
        const UnitSolutions u = m.exactUnits(Job());
        const Vec3 side = 50 * u.axes.col(1);
        double last = 0;
        for (double arm : {0.0, 5.0, 10.0, 20.0}) {
            const double p99 = combined(u, TopLoad{side, arm}).p99;
            QVERIFY(p99 > last);
            last = p99;
        }
        // Along the axis there is no lever.
        const Vec3 along = 100 * u.axes.col(0);
        QVERIFY(near(combined(u, TopLoad{along, 15}).p99, combined(u, TopLoad{along}).p99, 1e-12));
    }

    void placesAndDrag()
    {
        StressModel m = model();
        std::vector<Vec3f> places;
        for (int n = 0; n < 20; ++n)
            places.push_back((pose().at(1 + 0.4 * n) + 3.3 * acrossOf(pose().direction)).cast<float>());
        places.push_back((pose().at(-30)).cast<float>()); // in the air
        places.push_back(Vec3f(1000, 0, 0));
        const UnitSolutions u = m.dragUnits(kDragIterations, Job(), places);
        QCOMPARE(u.stress.size(), places.size());
        QCOMPARE(u.modulus.back(), 0.0F);
        QCOMPARE(u.modulus[20], 0.0F);
        QVERIFY(u.modulus[10] > 0);
        QVERIFY(combined(u, TopLoad{Vec3(0, 0, -100)}).cubes <= 20);
        // The frame of a drag within 2 % of the exact one.
        const StressFrame fast = combined(m.dragUnits(kDragIterations, Job()), TopLoad{Vec3(30, 0, -95), 5});
        const StressFrame exact = combined(m.exactUnits(Job()), TopLoad{Vec3(30, 0, -95), 5});
        QVERIFY2(near(fast.p99, exact.p99, 0.02), qPrintable(QString("%1 for %2").arg(fast.p99).arg(exact.p99)));
    }

    void stops()
    {
        StressModel m = model();
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN(m.exactUnits(Job(stop.get_token())), Error);
    }

    /// As a parameter of the operation: 0 leaves the result as it was, and the height is told.
    void heightOfTheLoad()
    {
        Case c = makeCase(m_jaw, true);
        ParamValues v;
        v.set("volume", std::string("ct"));
        v.set("bone", std::string("mandible"));
        v.set("platform", m_jaw.gapCrest);
        v.set("apex", Vec3(m_jaw.gapCrest - Vec3(0, 0, 12)));
        Job job;
        c = runOperation(m_registry.at("implant.place-dental"), c, v, {"tester"}, job).after;
        v = ParamValues();
        v.set("plan", std::string("implant-1"));
        v.set("volume", std::string("ct"));
        v.set("bone", std::string("mandible"));
        v.set("edge", 0.8);
        double last = 0;
        for (double height : {0.0, 8.0}) {
            v.set("load_height", height);
            const Case after = runOperation(m_registry.at("implant.stress"), c, v, {"tester"}, job).after;
            const Plan& p = after.plan(Id("stress-1"));
            QVERIFY(jawcase::after(p, "p99") > last);
            last = jawcase::after(p, "p99");
            QVERIFY(near(jawcase::after(p, "load_height"), 4.5 + height, 1e-9)); // abutment of 5 mm
            qInfo("load %.0f mm above the top: P99 %.6g MPa", height, last);
        }
    }
};

QTEST_GUILESS_MAIN(TstUnitLoads)
#include "tst_unit_loads.moc"
