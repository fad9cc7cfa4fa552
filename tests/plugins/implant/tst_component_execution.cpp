// Components: what they meet (a sphere, another component, bones of the phantom), chances against closed forms.

#include "ankle_case.h"
#include "component_chances.h"
#include "core/base/error.h"
#include "plugins/implant/component_distance.h"
#include "plugins/implant/component_scene.h"
#include "plugins/implant/place_component.h"
#include "plugins/implant/region_distance.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

using namespace anklecase;
using namespace chances;

namespace {

ComponentNeighbour sphere(const Vec3& middle, double radius)
{
    Grid g;
    g.size = {60, 60, 60};
    g.spacing = Vec3::Constant(0.8);
    g.origin = middle - Vec3::Constant(23.6);
    std::vector<float> v(static_cast<size_t>(g.voxels()));
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i)
                v[static_cast<size_t>(g.offset(i, j, k))] = float((g.toPatient(i, j, k) - middle).norm() - radius);
    ComponentNeighbour n;
    n.name = "Sphere";
    n.distance.field = Volume(g, std::move(v));
    return n;
}

/// A bone along z from 0 on.
Surface column()
{
    Outline o;
    o.points = {{0, 22}, {60, 22}};
    return revolvedSurface(o, {Vec3::Zero(), Vec3::UnitZ()}, 180);
}

ComponentSite site()
{
    ComponentSite s;
    s.kind = ComponentKind::AnkleTibia;
    s.frame.bone = "tibia";
    s.frame.side = Side::Right;
    s.frame.axes.col(0) = -Vec3::UnitY();
    s.frame.axes.col(1) = Vec3::UnitZ();
    s.frame.axes.col(2) = -Vec3::UnitX();
    return s;
}

const PlanNumber* numberOf(const Plan& p, const std::string& key)
{
    for (const PlanNumber& n : p.numbers)
        if (n.key == key)
            return &n;
    return nullptr;
}

bool has(const Findings& findings, const std::string& code)
{
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.code == code; });
}

} // namespace

class TstComponentExecution : public QObject
{
    Q_OBJECT

    Registry m_registry;
    Case m_case;

    RunResult run(const char* operation, const Case& c, const ParamValues& v) const
    {
        Job job;
        return runOperation(m_registry.at(operation), c, v, {"tester"}, job);
    }
    ParamValues values(const char* kind = "ankle: tibia") const
    {
        ParamValues v;
        v.set("volume", std::string("ct"));
        v.set("kind", std::string(kind));
        return v;
    }
    Plan plan(const Case& c, const ParamValues& v) const
    {
        return run("implant.place-component", c, v).after.plan(Id("component-1"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        install(m_registry);
        AnkleOptions o;
        o.spacing = 0.8;
        ParamValues v;
        v.set("joint", std::string("ankle"));
        m_case = run("implant.find-landmarks", makeCase(makeAnkle(o, Job())), v).after;
    }

    void chanceOfAnAngle()
    {
        QVERIFY(std::fabs(chanceOutside(0, -3, 3, 2.3) - 2 * above(3 / 2.3)) < 1e-12);
        QVERIFY(std::fabs(chanceOutside(2, 0, 5, 1.7) - above(2 / 1.7) - above(3 / 1.7)) < 1e-12);
        QCOMPARE(chanceOutside(2, 0, 5, 0), 0.0);
        QCOMPARE(chanceOutside(6, 0, 5, 0), 1.0);
        QCOMPARE(chanceOutside(2, 5, 0, 1), 1.0);
        // The spread that is taken gives back what the studies counted, nearly.
        const auto within = [](double sd, double limit) { return 1 - chanceOutside(0, -limit, limit, sd); };
        QVERIFY(std::fabs(within(2.3, 3) - 0.795) < 0.035 && std::fabs(within(2.3, 4) - 0.886) < 0.035 &&
                std::fabs(within(2.3, 5) - 1) < 0.035);
        QVERIFY(std::fabs(within(1.7, 3) - 0.920) < 0.01 && std::fabs(within(1.7, 4) - 0.982) < 0.01);
        QVERIFY(std::fabs(within(1.5, 3) - 0.947) < 0.01 && std::fabs(within(1.5, 4) - 0.991) < 0.01);
    }

    void chanceOfOverhangIsAClosedForm()
    {
        // A round base amid a round bone: only the size of the shift counts, Rayleigh's distribution.
        const Rings bone{circle(20)};
        for (const double sd : {1.0, 2.0, 4.0})
            for (const double limit : {0.0, 2.0}) {
                const double c = chanceOfOverhang(borderPlaces(bone, circle(17), 0.5), limit, sd),
                             exact = overhangOfRound(20, 17, limit, sd);
                QVERIFY2(std::fabs(c - exact) < 0.005, qPrintable(QString("%1 for %2").arg(c).arg(exact)));
            }
        // Near one side of a wide bone: the normal distribution, also where it reaches beyond already.
        const Rings wide{{{-100, -100}, {100, -100}, {100, 100}, {-100, 100}}};
        for (const double beyond : {-3.0, 0.5, 2.5}) {
            const double c = chanceOfOverhang(borderPlaces(wide, circle(10, Vec2(90 + beyond, 0)), 0.5), 1, 2);
            QVERIFY2(std::fabs(c - above((1 - beyond) / 2)) < 0.005,
                     qPrintable(QString("%1 for %2").arg(c).arg(above((1 - beyond) / 2))));
        }
        QCOMPARE(chanceOfOverhang({}, 1, 1), 1.0);
        QCOMPARE(chanceOfOverhang(borderPlaces(bone, circle(17), 0.5), 0, 0), 0.0);
        QCOMPARE(chanceOfOverhang(borderPlaces(bone, circle(23), 0.5), 0, 0), 1.0);
    }

    /// The body's own distance: below 0 inside, never more than to the nearest of dense places on it.
    void distanceToAComponent()
    {
        for (const ComponentKind kind : {ComponentKind::AnkleTibia, ComponentKind::KneeTibia}) {
            const FlatComponent c = genericComponent(kind, 40, 34);
            const Rings base{c.outline()};
            const std::vector<Vec3> places = surfacePlaces(c, 0.5);
            for (const Vec3& p : places)
                QVERIFY2(std::fabs(pollux::implant::signedDistance(c, base, p)) < 0.25 ||
                             pollux::implant::signedDistance(c, base, p) < 0, // a peg's root lies in the body
                         qPrintable(QString::number(pollux::implant::signedDistance(c, base, p))));
            for (int n = 0; n < 200; ++n) {
                const Vec3 p(40 * std::sin(n * 1.7), 30 * std::sin(n * 2.3), 40 * std::cos(n * 0.9));
                double nearest = 1e9;
                for (const Vec3& q : places)
                    nearest = std::min(nearest, (p - q).norm());
                const double d = pollux::implant::signedDistance(c, base, p);
                if (c.contains(p, base))
                    QVERIFY(d <= 1e-9);
                else
                    QVERIFY2(d > -1e-9 && std::fabs(d - nearest) < 0.45,
                             qPrintable(QString("%1 for %2").arg(d).arg(nearest)));
            }
        }
    }

    void aSphereIsMet()
    {
        const FlatComponent generic = genericComponent(ComponentKind::AnkleTibia, 26, 24);
        const BodyPose pose = ComponentScene(site(), column(), {}).pose({});
        for (const double gap : {3.0, 0.4, -1.2}) {
            // Above its top, beside its side, below a peg: the component's own axes are known.
            const FlatComponent c = ComponentScene(site(), column(), {}).forSide(generic);
            const Vec2 peg = c.pegPlaces().front();
            for (const auto& [local, where] :
                 {std::pair(Vec3(2, c.thickness + 8 + gap, 1), Vec3(2, c.thickness, 1)),
                  std::pair(Vec3(0, 2, -13 - 8 - gap), Vec3(0, 2, -13)),
                  std::pair(Vec3(peg.x(), -c.pegLength - 8 - gap, peg.y()), Vec3(peg.x(), -c.pegLength, peg.y()))}) {
                const ComponentScene scene(site(), column(), {}, {sphere(pose.toPatient(local), 8)});
                const ComponentMeasures m = scene.measure(c, pose);
                QVERIFY(m.otherBone && !m.otherImplant);
                QVERIFY2(std::fabs(m.otherBone->mm - gap) < 0.15,
                         qPrintable(QString("%1 for %2").arg(m.otherBone->mm).arg(gap)));
                QVERIFY2((pose.toLocal(m.otherBone->onImplant) - where).norm() < 2,
                         qPrintable(QString::number((pose.toLocal(m.otherBone->onImplant) - where).norm())));
                QCOMPARE(m.otherBone->name, std::string("Sphere"));
            }
        }
        // Nothing near: nothing is told.
        const ComponentScene far(site(), column(), {}, {sphere(Vec3(300, 0, 0), 8)});
        QVERIFY(!far.measure(far.forSide(generic), pose).otherBone);
        QVERIFY(!ComponentScene(site(), column(), {}).measure(generic, pose).otherBone);
    }

    void bonesOfThePhantom()
    {
        const Plan p = plan(m_case, values());
        const PlanNumber* n = numberOf(p, "other_bone");
        if (n)
            qInfo("nearest of other bones: %.2f mm, %s", *n->after, n->note.c_str());
        QVERIFY(!has(p.findings, "component.meets-bone"));
        // So wide that it reaches the fibula.
        ParamValues v = values();
        v.set("width", 64.0);
        v.set("depth", 30.0);
        const Plan wide = plan(m_case, v);
        n = numberOf(wide, "other_bone");
        QVERIFY(n && *n->after < 0 && n->note.find("fibula") != std::string::npos && n->place);
        QCOMPARE(n->verdict, std::string("stop"));
        QVERIFY(has(wide.findings, "component.meets-bone"));
        // By how much, against the mask: a voxel is 0.8 mm.
        QVERIFY(m_case.structure(Id("fibula")).mask->contains(*n->place) || *n->after > -0.8);
        // An edited bone makes the plan stale.
        const RunResult r = run("implant.place-component", m_case, v);
        Edit e;
        e.remove(Id("fibula"));
        QVERIFY(staleIds(apply(r.after, e)).contains(Id("component-1")));
    }

    void otherComponents()
    {
        ParamValues talus = values("ankle: talus");
        talus.set("plan_id", std::string("component-2"));
        const Case c = run("implant.place-component", m_case, talus).after;
        const Plan p = plan(c, values());
        const PlanNumber* n = numberOf(p, "other_implant");
        QVERIFY(n);
        qInfo("tibial to talar component: %.2f mm", *n->after);
        QVERIFY(*n->after > -15 && *n->after < 15);
        // Another plan for the same place is no neighbour.
        ParamValues second = values();
        second.set("plan_id", std::string("component-3"));
        const Case d = run("implant.place-component", m_case, values()).after;
        QVERIFY(!numberOf(run("implant.place-component", d, second).after.plan(Id("component-3")), "other_implant"));
    }

    void chancesOfAPlan()
    {
        ParamValues v = values();
        v.set("varus", 1.0);
        v.set("slope", 2.0);
        Plan p = plan(m_case, v);
        QVERIFY(std::fabs(*numberOf(p, "chance_varus")->after - 100 * (above(2 / 2.3) + above(4 / 2.3))) < 1e-6);
        QVERIFY(std::fabs(*numberOf(p, "chance_slope")->after - 100 * (above(2 / 2.3) + above(3 / 2.3))) < 1e-6);
        QVERIFY(!numberOf(p, "chance_overhang")); // no figure is known
        v.set("error_position", 1.5);
        v.set("error_varus", 4.0);
        p = plan(m_case, v);
        QVERIFY(std::fabs(*numberOf(p, "chance_varus")->after - 100 * (above(2 / 4.0) + above(4 / 4.0))) < 1e-6);
        QVERIFY(numberOf(p, "chance_overhang"));
        // Of a talus nothing is known.
        p = plan(m_case, values("ankle: talus"));
        QVERIFY(!numberOf(p, "chance_varus") && !numberOf(p, "chance_slope"));
        v.set("error_position", -1.0);
        QVERIFY(!check(m_registry.at("implant.place-component").declare(), v).empty());
    }

    void theBestPositionOnTheCut()
    {
        ParamValues v = values();
        v.set("width", 34.0);
        v.set("depth", 36.0);
        const Plan middle = plan(m_case, v);
        v.set("centre", true);
        const Plan best = plan(m_case, v);
        const auto score = [&](const Plan& p) {
            return *numberOf(p, "coverage")->after - 2 * *numberOf(p, "overhang")->after;
        };
        qInfo("coverage %.1f to %.1f %%, overhang %.2f to %.2f mm", *numberOf(middle, "coverage")->after,
              *numberOf(best, "coverage")->after, *numberOf(middle, "overhang")->after,
              *numberOf(best, "overhang")->after);
        QVERIFY(score(best) > score(middle) - 0.3);
        // Shifts are counted from there.
        v.set("lateral", 2.0);
        const Plan moved = plan(m_case, v);
        QVERIFY(std::fabs((moved.points.front().position - best.points.front().position).norm() - 2) < 1e-6);
    }
};

QTEST_APPLESS_MAIN(TstComponentExecution)
#include "tst_component_execution.moc"
