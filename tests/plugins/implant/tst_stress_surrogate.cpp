// The surrogate of the stress beside an implant: near the solver where it learnt, linear in the load, the same on every
// run, silent outside of what it learnt.

#include "core/base/error.h"
#include "jaw_case.h"
#include "plugins/implant/stress_surrogate.h"

#include <Eigen/Geometry>
#include <QtTest>

#include <cmath>

using namespace jawcase;
using namespace pollux::implant;

class TstStressSurrogate : public QObject
{
    Q_OBJECT

    Jaw m_jaw;
    std::shared_ptr<const StressSurrogate> m_first;

    StressSetup setup() const
    {
        StressSetup s;
        s.material = elasticity::boneMaterial("constant");
        s.edge = 1;
        s.reach = 7;
        return s;
    }
    AxisPose about() const { return {m_jaw.gapCrest, Vec3(0, 0, -1)}; }
    std::unique_ptr<StressModel> model() const
    {
        return std::make_unique<StressModel>(m_jaw.image, m_jaw.masks.at("mandible"), DentalImplant(), about(), setup(),
                                             Job());
    }
    SurrogateTraining training() const
    {
        SurrogateBox box;
        box.along = m_jaw.gapTangent;
        return {model(), m_jaw.masks.at("mandible"), DentalImplant(), about(), box};
    }
    const Vec3 m_force{30, -10, -90};

private Q_SLOTS:
    void initTestCase()
    {
        JawOptions o;
        o.spacing = 0.5;
        m_jaw = makeJaw(o, Job());
        m_first = training().train(20, Job());
    }

    void isNearTheSolver()
    {
        auto m = model();
        double worst = 0;
        for (const auto& [shift, lean] : {std::pair(0.0, 0.0), std::pair(0.7, 0.05), std::pair(-1.1, -0.08)}) {
            const AxisPose p{m_jaw.gapCrest + shift * m_jaw.gapTangent, Vec3(lean, lean, -1).normalized()};
            m->place(DentalImplant(), p);
            const StressFrame truth = combined(m->exactUnits(Job(), m_first->places(p)), TopLoad{m_force, 2});
            const auto said = m_first->at(p, {m_force, 2});
            QVERIFY(said.has_value());
            QVERIFY(said->places > 300);
            worst = std::max(worst, std::fabs(said->p99 / truth.p99 - 1));
            QVERIFY2(std::fabs(said->p99 / truth.p99 - 1) < 0.3,
                     qPrintable(QString("%1 for %2").arg(said->p99).arg(truth.p99)));
            QVERIFY(said->deviation >= 0 && said->deviation < 2);
        }
        const SurrogateError e = m_first->errorOf({m_force, 2});
        qInfo("P99 off by at most %.1f %%; told of itself: L2 %.1f %%, P99 median %.1f %%, P95 %.1f %%", 100 * worst,
              100 * e.field, 100 * e.p99, 100 * e.p99Most);
        QVERIFY(e.field > 0.01 && e.field < 0.6);
        QVERIFY(e.p99 > 0 && e.p99 <= e.p99Most);
        QVERIFY(std::fabs(m_first->at(about(), {m_force, 2})->fieldError - e.field) < 1e-9);
    }

    void isLinearInTheLoad()
    {
        const auto one = m_first->at(about(), {m_force, 4}), three = m_first->at(about(), {-3 * m_force, 4});
        QVERIFY(std::fabs(three->p99 / one->p99 - 3) < 1e-4);
        QVERIFY(std::fabs(three->p95 / one->p95 - 3) < 1e-4);
        QVERIFY(std::fabs(three->fieldError / one->fieldError - 1) < 1e-9);
        // A side load higher up does more.
        QVERIFY(m_first->at(about(), {Vec3(50, 0, 0), 10})->p99 > m_first->at(about(), {Vec3(50, 0, 0)})->p99);
        QCOMPARE(m_first->at(about(), {})->p99, 0.0);
    }

    void saysNothingOutside()
    {
        QVERIFY(!m_first->at({m_jaw.gapCrest + 2.5 * m_jaw.gapTangent, Vec3(0, 0, -1)}, {m_force, 0}));
        QVERIFY(!m_first->at({m_jaw.gapCrest, Vec3(0.3, 0, -1).normalized()}, {m_force, 0}));
        QVERIFY(!m_first->at({m_jaw.gapCrest, Vec3(0, 0, 1)}, {m_force, 0}));
        QVERIFY(!m_first->at({Vec3::Constant(std::nan("")), Vec3(0, 0, -1)}, {m_force, 0}));
        QVERIFY(m_first->stress({m_jaw.gapCrest + 2.5 * m_jaw.gapTangent, Vec3(0, 0, -1)}, {m_force, 0}).empty());
    }

    void sameTwiceAlsoAfterAStop()
    {
        SurrogateTraining t = training();
        std::stop_source stop;
        int told = 0;
        const Job job(stop.get_token(), [&](double fraction, const std::string&) {
            if (++told == 5 || fraction > 0.9)
                stop.request_stop();
        });
        QVERIFY_EXCEPTION_THROWN(t.train(20, job), Error);
        QVERIFY(told < 10);
        std::vector<std::size_t> steps;
        std::shared_ptr<const StressSurrogate> last;
        t.train(24, Job(), [&](std::shared_ptr<const StressSurrogate> s) {
            steps.push_back(s->designs());
            if (!last)
                last = s;
        });
        QCOMPARE(steps, (std::vector<std::size_t>{20, 24}));
        const AxisPose p{m_jaw.gapCrest + 0.3 * m_jaw.gapTangent, Vec3(0.03, 0, -1).normalized()};
        QCOMPARE(last->at(p, {m_force, 1})->p99, m_first->at(p, {m_force, 1})->p99);
        QCOMPARE(last->at(p, {m_force, 1})->deviation, m_first->at(p, {m_force, 1})->deviation);
    }

    void badBoxesAreRefused()
    {
        SurrogateBox box;
        box.tilt = 0;
        QVERIFY_EXCEPTION_THROWN(SurrogateTraining(model(), m_jaw.masks.at("mandible"), DentalImplant(), about(), box),
                                 Error);
        QVERIFY_EXCEPTION_THROWN(SurrogateTraining(nullptr, m_jaw.masks.at("mandible"), DentalImplant(), about(), {}),
                                 Error);
        // Poses beyond the region of the model.
        box.tilt = 8;
        box.shift = 60;
        SurrogateTraining far(model(), m_jaw.masks.at("mandible"), DentalImplant(), about(), box);
        QVERIFY_EXCEPTION_THROWN(far.train(20, Job()), Error);
    }
};

QTEST_GUILESS_MAIN(TstStressSurrogate)
#include "tst_stress_surrogate.moc"
