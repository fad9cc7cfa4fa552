// A load thought of as axial force, bending and moment: to parameters of implant.stress and back; the refined unit
// loads against what implant.stress computes; the planes of views along an implant and across an arch.

#include "core/base/error.h"
#include "core/case/placed_implant.h"
#include "jaw_case.h"
#include "plugins/implant/arch_axes.h"
#include "plugins/implant/implant_load.h"
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

double degreesBetween(const Vec3& a, const Vec3& b)
{
    return std::atan2(a.cross(b).norm(), a.dot(b)) * 57.29577951308232;
}

} // namespace

class TstImplantLoad : public QObject
{
    Q_OBJECT

    Registry m_registry;
    Jaw m_jaw;
    AxisPose pose() const { return {m_jaw.gapCrest, Vec3(0.1, -0.05, -1).normalized()}; }

    ParamValues complete(const ParamValues& given) const
    {
        return completed(m_registry.at("implant.stress").declare(), given);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        install(m_registry);
        JawOptions o;
        o.spacing = 0.5;
        m_jaw = makeJaw(o, Job());
    }

    void directionsAreThePatients()
    {
        // An upright implant, of the lower and of the upper jaw.
        for (const double z : {-1.0, 1.0}) {
            const Vec3 axis(0, 0, z);
            QVERIFY((acrossTowards(axis, 0) - Vec3(1, 0, 0)).norm() < 1e-12);
            QVERIFY((acrossTowards(axis, 90) - Vec3(0, -1, 0)).norm() < 1e-12);
            QVERIFY((acrossTowards(axis, 180) - Vec3(-1, 0, 0)).norm() < 1e-12);
            QVERIFY((acrossTowards(axis, -90) - Vec3(0, 1, 0)).norm() < 1e-12);
        }
        const Vec3 askew = Vec3(0.3, -0.4, -0.8).normalized();
        for (double d = -170; d < 180; d += 35) {
            const Vec3 a = acrossTowards(askew, d);
            QVERIFY(std::fabs(a.dot(askew)) < 1e-12 && std::fabs(a.norm() - 1) < 1e-12);
            QVERIFY(std::fabs(directionOf(askew, a) - d) < 1e-9);
        }
        QVERIFY(acrossTowards(Vec3(1, 0, 0), 0).allFinite()); // along the patient's left there is no left across it
    }

    /// A load, as parameters, as the operation reads them, as a load again.
    void thereAndBack()
    {
        const StressOperation operation(m_registry.limits());
        for (const Vec3& axis : {Vec3(0, 0, -1), Vec3(Vec3(0.2, -0.3, -0.9).normalized()), Vec3(0.1, 0.2, 0.9)}) {
            const Vec3 a = axis.normalized();
            for (const ImplantLoad& l :
                 {ImplantLoad{100, 0, 0, 0}, ImplantLoad{94, 34, 90, 0}, ImplantLoad{0, 50, -135, 400},
                  ImplantLoad{-80, 20, 10, 300}, ImplantLoad{200, 60, 180, 1200}, ImplantLoad{0, 0, 30, 500},
                  ImplantLoad{100, 0, -100, 700}, ImplantLoad{-80, 5, 10, 900}, ImplantLoad{0, 10, 0, 201}}) {
                QVERIFY(checkLoad(l).empty());
                const ParamValues v = complete(valuesOf(l));
                for (const ParamProblem& p : check(operation.declare(), v)) // all but the objects are in range
                    QVERIFY2(p.key == "plan" || p.key == "volume" || p.key == "bone", p.text.c_str());
                const StressSetup s = operation.setup(v, a);
                const ImplantLoad back = loadOf(s, a);
                QVERIFY(std::fabs(back.axial - l.axial) < 1e-9);
                QVERIFY(std::fabs(back.bending - l.bending) < 1e-9);
                QVERIFY(std::fabs(back.moment - l.moment) < 1e-8);
                QVERIFY((l.bending == 0 && l.moment == 0) ||
                        std::fabs(std::remainder(back.direction - l.direction, 360)) < 1e-9);
                // The amounts of the six are those of the force, its height and the moment besides.
                UnitSolutions u;
                u.axes << a, acrossOf(a), a.cross(acrossOf(a));
                QVERIFY((amountsOf(u, l, a) - amountsOf(u, s.load)).norm() < 1e-8);
            }
        }
    }

    void turnOfNothingIsAsBefore()
    {
        const StressOperation operation(m_registry.limits());
        const StressSetup s = operation.setup(complete({}), Vec3(0, 0, -1));
        QVERIFY((s.load.force - 100 * Vec3(std::sin(0.3490658503988659), 0, -std::cos(0.3490658503988659))).norm() <
                1e-10);
        ParamValues v;
        v.set("turn", 90.0);
        QVERIFY((operation.setup(complete(v), Vec3(0, 0, -1)).load.force -
                 100 * Vec3(0, -std::sin(0.3490658503988659), -std::cos(0.3490658503988659)))
                    .norm() < 1e-10);
    }

    void whatCannotBeComputedIsSaid()
    {
        QVERIFY(has(checkLoad({}), "stress.no-load"));
        QVERIFY(checkLoad({0, 0, 0, 50}).empty());
        QVERIFY(has(checkLoad({1900, 900, 0, 0}), "load.large"));
    }

    /// What the sliders tell is what the operation computes: within 1e-4, cubes refined.
    void refinedUnitsAreTheOperation()
    {
        Case c = makeCase(m_jaw, true);
        ParamValues v;
        v.set("volume", std::string("ct"));
        v.set("bone", std::string("mandible"));
        v.set("platform", pose().origin);
        v.set("apex", pose().at(12));
        Job job;
        c = runOperation(m_registry.at("implant.place-dental"), c, v, {"tester"}, job).after;
        const PlacedImplant placed = *placedImplant(c.plan(Id("implant-1")));
        const Vec3 axis = placed.pose.direction;
        const StressOperation operation(m_registry.limits());
        v = complete(ParamValues());
        v.set("plan", std::string("implant-1"));
        v.set("volume", std::string("ct"));
        v.set("bone", std::string("mandible"));
        v.set("edge", 0.8);
        StressModel model(c.volume(Id("ct")).volume, *c.structure(Id("mandible")).mask, placed.implant, placed.pose,
                          operation.setup(v, axis), Job());
        const Surface map = mapSurface(placed.implant, placed.pose, kStressMapDistance);
        const FineUnits units = model.refinedUnits(Job(), map.points());
        double worst = 0;
        for (const ImplantLoad& l :
             {ImplantLoad{100, 0, 0, 0}, ImplantLoad{94, 34, 60, 0}, ImplantLoad{50, 40, -120, 350},
              ImplantLoad{60, 10, 20, 900}, ImplantLoad{0, 0, 75, 400}}) {
            for (const auto& [key, value] : valuesOf(l).all())
                v.set(key, value);
            const Case after = runOperation(m_registry.at("implant.stress"), c, v, {"tester"}, job).after;
            const Plan& p = after.plan(Id("stress-1"));
            const auto amounts = amountsOf(units.shell, l, axis);
            const TopLoad load = operation.setup(v, axis).load;
            QVERIFY((amountsOf(units.shell, load) - amounts).norm() < 1e-8);
            const StressFrame f = combined(units.shell, load);
            std::vector<std::pair<double, double>> pairs{{f.p99, jawcase::after(p, "p99")},
                                                         {f.p95, jawcase::after(p, "p95")},
                                                         {f.failure99, jawcase::after(p, "failure")}};
            if (load.force.norm() > 0)
                pairs.emplace_back(1000 * f.displacement, jawcase::after(p, "yield"));
            else // a moment alone has no way of its own
                QVERIFY(f.displacement == 0 && std::fabs(jawcase::after(p, "moment") - 400) < 1e-9);
            for (const auto& [a, b] : pairs) {
                worst = std::max(worst, std::fabs(a / b - 1));
                QVERIFY2(near(a, b, 1e-4), qPrintable(QString("%1 for %2").arg(a, 0, 'g', 9).arg(b, 0, 'g', 9)));
            }
            // The map point by point; without bone at the same points.
            const auto mapObject = after.fields.at(Id("stress-1-map"));
            const std::vector<float> mises = misesOf(units.places, amounts);
            QCOMPARE(mises.size(), mapObject->values.size());
            double most = 0;
            for (size_t n = 0; n < mises.size(); ++n) {
                QCOMPARE(std::isnan(mises[n]), mapObject->category[n] != 0);
                if (!std::isnan(mises[n]))
                    most = std::max(most, std::fabs(double(mises[n]) - double(mapObject->values[n])));
            }
            QVERIFY2(most < 1e-3 * f.p99, qPrintable(QString::number(most)));
        }
        qInfo("refined unit loads: P95, P99, index and way off by at most %.1e", worst);
        // Linear: twice the load, twice the stress; none, none.
        const auto one = amountsOf(units.shell, ImplantLoad{60, 20, 30, 100}, axis);
        QVERIFY(near(combined(units.shell, elasticity::Voigt(2 * one)).p99, 2 * combined(units.shell, one).p99, 1e-6));
        const StressFrame none = combined(units.shell, amountsOf(units.shell, ImplantLoad(), axis));
        QCOMPARE(none.p99, 0.0);
        QCOMPARE(none.failure99, 0.0);
        QVERIFY(std::isfinite(none.displacement));
    }

    void refinedUnitsStop()
    {
        StressSetup s;
        s.material = elasticity::boneMaterial("constant");
        s.edge = 0.8;
        StressModel m(m_jaw.image, m_jaw.masks.at("mandible"), DentalImplant(), pose(), s, Job());
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN(m.refinedUnits(Job(stop.get_token()), {}), Error);
        QCOMPARE(m.refinedUnits(Job(), {Vec3f(1000, 0, 0), Vec3f(std::nanf(""), 0, 0)}).places.modulus[1], 0.0F);
    }

    void viewsAlongTheImplant()
    {
        for (const Vec3& d : {Vec3(0.1, -0.05, -1), Vec3(0.4, 0.3, -0.8), Vec3(-0.2, 0.1, 1)}) {
            const AxisPose p{Vec3(1, 2, 3), d.normalized()};
            for (const std::optional<Vec3>& t :
                 {std::optional<Vec3>(), std::optional<Vec3>(Vec3(0.6, 0.8, 0).normalized()),
                  std::optional<Vec3>(p.direction)}) {
                const Mat3 axes = axesAlongImplant(p, t);
                QVERIFY((axes.transpose() * axes - Mat3::Identity()).norm() < 1e-12);
                QVERIFY(std::fabs(axes.determinant() - 1) < 1e-12);
                QVERIFY(axes(2, 2) > 0); // the head above
                QVERIFY(std::min(degreesBetween(axes.col(2), p.direction), degreesBetween(axes.col(2), -p.direction)) <
                        1e-6);
            }
            const Mat3 along = axesAlongImplant(p, Vec3(0.6, 0.8, 0).normalized());
            QVERIFY(std::fabs(along.col(1).dot(Vec3(0.6, 0.8, 0))) < 1e-12); // square to the row of teeth
        }
        const Mat3 across = axesAcrossArch(Vec3(0.6, 0.8, 0.1).normalized());
        QVERIFY(degreesBetween(across.col(0), Vec3(0.6, 0.8, 0.1)) < 1e-6);
        QVERIFY(std::fabs(across.determinant() - 1) < 1e-12 && across(2, 2) > 0.9);
    }

    void tangentOfTheArch()
    {
        Case c = makeCase(m_jaw, true);
        QVERIFY(!archTangent(c, m_jaw.gapCrest));
        ParamValues v;
        v.set("bone", std::string("mandible"));
        Job job;
        c = runOperation(m_registry.at("implant.dental-arch"), c, v, {"tester"}, job).after;
        const auto t = archTangent(c, m_jaw.gapCrest);
        QVERIFY(t);
        const double off = degreesBetween(*t, m_jaw.gapTangent);
        qInfo("tangent of the arch at the gap: %.1f degrees off the phantom's", std::min(off, 180 - off));
        QVERIFY(std::min(off, 180 - off) < 8);
        QVERIFY(!archTangent(c, m_jaw.gapCrest + Vec3(0, 0, 80)));
        // The tongue lies towards the middle.
        const Vec3 tongue = axesAlongImplant(pose(), t).col(1);
        QVERIFY(tongue.dot(Vec3(0, 0, 0) - Vec3(m_jaw.gapCrest.x(), 0, 0)) > 0);
    }
};

QTEST_GUILESS_MAIN(TstImplantLoad)
#include "tst_implant_load.moc"
