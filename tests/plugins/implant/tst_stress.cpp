// Stress around an implant: the frame of a drag against the converged solution, refinement, linearity, boundary, what
// is refused.

#include "core/base/error.h"
#include "jaw_case.h"
#include "plugins/implant/placement_scene.h"
#include "plugins/implant/stress_operation.h"
#include "tests/core/case/image_object.h"

#include <Eigen/Geometry>
#include <QtTest>

#include <cmath>

using namespace jawcase;
using namespace pollux::implant;

class TstStress : public QObject
{
    Q_OBJECT

    Registry m_registry;
    Jaw m_jaw;
    Case m_case;

    StressSetup setup() const
    {
        StressSetup s;
        s.material = elasticity::boneMaterial("constant");
        s.edge = 0.8;
        s.load.force = Vec3(30, 0, -95);
        return s;
    }
    AxisPose pose() const { return {m_jaw.gapCrest, Vec3(0, 0, -1)}; }
    StressModel model(const StressSetup& s) const
    {
        return StressModel(m_jaw.image, m_jaw.masks.at("mandible"), DentalImplant(), pose(), s, Job());
    }
    ParamValues values() const
    {
        ParamValues v;
        v.set("plan", std::string("implant-1"));
        v.set("volume", std::string("ct"));
        v.set("bone", std::string("mandible"));
        v.set("edge", 0.8);
        return v;
    }
    RunResult run(const ParamValues& v) const
    {
        Job job;
        return runOperation(m_registry.at("implant.stress"), m_case, v, {"tester"}, job);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        install(m_registry);
        JawOptions o;
        o.spacing = 0.5;
        m_jaw = makeJaw(o, Job());
        m_case = makeCase(m_jaw, true);
        ParamValues v;
        v.set("volume", std::string("ct"));
        v.set("bone", std::string("mandible"));
        v.set("platform", m_jaw.gapCrest);
        v.set("apex", Vec3(m_jaw.gapCrest - Vec3(0, 0, 12)));
        Job job;
        m_case = runOperation(m_registry.at("implant.place-dental"), m_case, v, {"tester"}, job).after;
    }

    void frameIsNearTheConvergedSolution()
    {
        StressModel m = model(setup());
        for (const auto& [dx, tilt] : {std::pair{0.0, 0.0}, std::pair{0.6, 0.1}, std::pair{-0.8, -0.15}}) {
            const AxisPose p{m_jaw.gapCrest + dx * m_jaw.gapTangent, Vec3(tilt, 0.3 * tilt, -1).normalized()};
            m.place(DentalImplant(), p);
            const StressFrame fast = m.drag(kDragIterations, Job());
            const auto a = m.shellStress();
            m.place(DentalImplant(), p);
            const StressFrame exact = m.exact(Job());
            const auto b = m.shellStress();
            QCOMPARE(a.size(), b.size());
            QVERIFY(exact.cubes > 200);
            double e = 0, t = 0;
            for (size_t n = 0; n < a.size(); ++n) {
                e += (a[n] - b[n]) * (a[n] - b[n]);
                t += b[n] * b[n];
            }
            QVERIFY2(std::sqrt(e / t) < 0.05, qPrintable(QString("L2 %1").arg(std::sqrt(e / t))));
            QVERIFY2(std::fabs(fast.p99 / exact.p99 - 1) < 0.02,
                     qPrintable(QString("P99 %1 for %2").arg(fast.p99).arg(exact.p99)));
        }
    }

    void sameFrameTwice()
    {
        StressModel m = model(setup());
        const StressFrame a = m.drag(kDragIterations, Job());
        m.place(DentalImplant(), {m_jaw.gapCrest + Vec3(0, 0.5, 0), Vec3(0, 0, -1)});
        m.drag(kDragIterations, Job());
        m.place(DentalImplant(), pose());
        const StressFrame b = m.drag(kDragIterations, Job());
        QCOMPARE(a.p99, b.p99);
        QCOMPARE(a.displacement, b.displacement);
    }

    void twiceTheLoadIsTwiceTheStress()
    {
        StressSetup s = setup();
        StressModel one = model(s);
        s.load.force *= -2;
        StressModel two = model(s);
        const StressFrame a = one.exact(Job()), b = two.exact(Job());
        QVERIFY(std::fabs(b.p99 / a.p99 - 2) < 1e-5);
        QVERIFY(std::fabs(b.displacement / a.displacement - 2) < 1e-5);
    }

    void stifferImplantMovesLess()
    {
        StressSetup s = setup();
        StressModel titanium = model(s);
        s.material.cancellous = 200;
        StressModel soft = model(s);
        QVERIFY(soft.exact(Job()).displacement > titanium.exact(Job()).displacement);
    }

    /// The box with half the edge starts from the coarser model's border: the load's way changes little.
    void refinementAgreesWithAFineModel()
    {
        StressSetup s = setup();
        s.reach = 5;
        s.edge = 1.0;
        StressModel coarse = model(s);
        coarse.exact(Job());
        const StressFrame local = coarse.refined(Job());
        s.edge = 0.5;
        StressModel fine = model(s);
        const StressFrame whole = fine.exact(Job());
        QVERIFY2(std::fabs(local.p99 / whole.p99 - 1) < 0.15,
                 qPrintable(QString("P99 %1 for %2").arg(local.p99).arg(whole.p99)));
        QVERIFY2(std::fabs(local.displacement / whole.displacement - 1) < 0.15,
                 qPrintable(QString("%1 for %2").arg(local.displacement).arg(whole.displacement)));
    }

    void planAndMap()
    {
        const RunResult r = run(values());
        const Plan& p = r.after.plan(Id("stress-1"));
        QVERIFY(after(p, "p99") > after(p, "p95"));
        QVERIFY(after(p, "p95") > 0);
        QVERIFY(after(p, "by_cubes") >= 0);
        QVERIFY(after(p, "failure") > 0);
        QVERIFY(has(p.findings, "stress.unvalidated"));
        const Field& f = *r.after.fields.at(Id("stress-1-map"));
        QCOMPARE(f.values.size(), f.surface.points().size());
        size_t bone = 0;
        for (std::uint8_t c : f.category)
            bone += c == 0;
        QVERIFY(bone > f.category.size() / 2);
        // The command line gives the same, whatever ran before.
        QCOMPARE(after(run(values()).after.plan(Id("stress-1")), "p99"), after(p, "p99"));
    }

    void lawsNeedHounsfield()
    {
        ParamValues v = values();
        v.set("law", std::string("keller"));
        const Operation& op = m_registry.at("implant.stress");
        QVERIFY(has(checkOperation(op, m_case, v), "stress.uncalibrated"));
        v = values();
        v.set("force", 0.0);
        QVERIFY(has(checkOperation(op, m_case, v), "stress.no-load"));
        v.set("force", -50.0);
        QVERIFY(has(checkOperation(op, m_case, v), "stress.pull"));
    }

    /// What each choice of the form is in the patient, for an implant of the lower and of the upper jaw.
    void loadsGoWhereTheirNamesSay()
    {
        const StressOperation operation(m_registry.limits());
        const double sine = std::sin(0.3490658503988659), cosine = std::cos(0.3490658503988659);
        for (const double z : {-1.0, 1.0})
            for (const auto& [towards, side] : {std::pair("patient's left", Vec3(1, 0, 0)),
                                                {"patient's right", Vec3(-1, 0, 0)},
                                                {"front", Vec3(0, -1, 0)},
                                                {"back", Vec3(0, 1, 0)}}) {
                ParamValues v;
                v.set("towards", std::string(towards));
                const Vec3 f =
                    operation.setup(completed(operation.declare(), v), Vec3(0, 0, z)).load.force; // 100 N at 20 degrees
                QVERIFY2((f - 100 * (cosine * Vec3(0, 0, z) + sine * side)).norm() < 1e-9, towards);
            }
    }

    void whatIsWrongIsSaid()
    {
        const Operation& op = m_registry.at("implant.stress");
        ParamValues v = values();
        v.set("bone", std::string("tooth"));
        QVERIFY(has(checkOperation(op, m_case, v), "stress.other-bone"));
        QVERIFY(!has(checkOperation(op, m_case, values()), "stress.other-bone"));
        Edit plan;
        Plan none;
        none.name = "empty";
        none.kind = kDentalPlan;
        plan.put(Id("empty"), std::move(none));
        v = values();
        v.set("plan", std::string("empty"));
        QVERIFY(has(checkOperation(op, apply(m_case, plan), v), "stress.no-implant"));
        Edit bone;
        Structure s = m_case.structure(Id("mandible"));
        s.mask = std::make_shared<const Mask>();
        bone.put(Id("mandible"), std::move(s));
        const Findings empty = checkOperation(op, apply(m_case, bone), values());
        QVERIFY(has(empty, "structure.empty") && blocks(empty));
        for (const char* key : {"force", "oblique", "cortical", "edge"}) {
            v = values();
            v.set(key, std::nan(""));
            QVERIFY2(blocks(checkOperation(op, m_case, v)), key);
        }
        // Cortical bone is dark in an MR.
        Edit mr;
        mr.put(Id("ct"), test::imageObject(m_jaw.image, "MR", ""));
        const Findings other = checkOperation(op, apply(m_case, mr), values());
        QVERIFY(has(other, "stress.modality") && !blocks(other));
        QVERIFY(!has(checkOperation(op, m_case, values()), "stress.modality"));
    }

    /// A load that no bone bears.
    void failureIsTold()
    {
        ParamValues v = values();
        v.set("edge", 1.0);
        QVERIFY(!has(run(v).after.plan(Id("stress-1")).findings, "stress.fails"));
        v.set("force", 2000.0);
        v.set("cancellous", 100.0);
        v.set("oblique", 80.0);
        const Plan p = run(v).after.plan(Id("stress-1"));
        QVERIFY(after(p, "failure") > 1 && has(p.findings, "stress.fails"));
    }

    void lawsGiveWhatTheyShould()
    {
        using namespace elasticity;
        BoneMaterial m = boneMaterial("keller");
        m.ashSlope = 1;
        m.ashOffset = 0;
        m.calibration = {0, 0.001};
        QVERIFY(std::fabs(m.modulus(1000) - 10500) < 1e-9);
        QVERIFY(std::fabs(m.modulus(500) - 10500 * std::pow(0.5, 2.29)) < 1e-9);
        BoneMaterial neck = boneMaterial("morgan-neck");
        // 6850 rho_app^1.49 is 14664 rho_ash^1.49 with a ratio of 0.6.
        neck.ashSlope = 1;
        neck.ashOffset = 0;
        neck.calibration = {0, 0.001};
        QVERIFY(std::fabs(neck.modulus(700) / (14664 * std::pow(0.7, 1.49)) - 1) < 1e-3);
        BoneMaterial two = boneMaterial("constant");
        two.cortical = 13700;
        two.cancellous = 1370;
        two.split = 850;
        QCOMPARE(two.modulus(840), 1370.0);
        QCOMPARE(two.modulus(860), 13700.0);
        for (const BoneLaw& l : boneLaws()) {
            const BoneMaterial law = boneMaterial(l.id);
            double last = 0;
            for (double hu = -500; hu <= 2500; hu += 50) {
                QVERIFY(law.modulus(hu) >= last);
                last = law.modulus(hu);
            }
            QVERIFY(!l.source.empty());
        }
        QVERIFY_EXCEPTION_THROWN(boneMaterial("none"), Error);
    }

    void nothingThatHoldsIsRefused()
    {
        // A small ball of bone within the region.
        const Grid& g = m_jaw.image.grid();
        std::vector<std::uint8_t> v(static_cast<size_t>(g.voxels()));
        const Index3 at = g.nearest(m_jaw.gapCrest - Vec3(0, 0, 4));
        for (int k = -6; k <= 6; ++k)
            for (int j = -6; j <= 6; ++j)
                for (int i = -6; i <= 6; ++i)
                    v[static_cast<size_t>(g.offset(at[0] + i, at[1] + j, at[2] + k))] = 1;
        const Mask island(g, v);
        QVERIFY_EXCEPTION_THROWN(StressModel(m_jaw.image, island, DentalImplant(), pose(), setup(), Job()), Error);
        StressModel m = model(setup());
        QVERIFY_EXCEPTION_THROWN(m.place(DentalImplant(), {m_jaw.gapCrest + Vec3(60, 0, 0), Vec3(0, 0, -1)}), Error);
    }
};

QTEST_GUILESS_MAIN(TstStress)
#include "tst_stress.moc"
