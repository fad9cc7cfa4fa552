// A component on the ankle phantom, whose cut, angles and sides are known: landmarks, cut, coverage, before and after,
// the other side, what is refused.

#include "ankle_case.h"
#include "core/base/error.h"
#include "core/case/placed_implant.h"
#include "plugins/implant/joint_case.h"
#include "plugins/implant/place_component.h"

#include <Eigen/Geometry>
#include <QtTest>

#include <cmath>
#include <stdexcept>

using namespace anklecase;
using namespace pollux::implant;

namespace {

const PlanNumber& numberOf(const Plan& p, const std::string& key)
{
    for (const PlanNumber& n : p.numbers)
        if (n.key == key)
            return n;
    throw std::runtime_error("no number " + key);
}

bool has(const Findings& findings, const std::string& code)
{
    for (const Finding& f : findings)
        if (f.code == code)
            return true;
    return false;
}

} // namespace

class TstPlaceComponent : public QObject
{
    Q_OBJECT

    Registry m_registry;
    Ankle m_ankle;
    Case m_case; ///< with landmarks

    RunResult run(const char* operation, const Case& c, const ParamValues& v) const
    {
        Job job;
        return runOperation(m_registry.at(operation), c, v, {"tester"}, job);
    }
    Case withLandmarks(const Ankle& a) const
    {
        ParamValues v;
        v.set("joint", std::string("ankle"));
        return run("implant.find-landmarks", makeCase(a), v).after;
    }
    ParamValues values() const
    {
        ParamValues v;
        v.set("volume", std::string("ct"));
        v.set("kind", std::string("ankle: tibia"));
        return v;
    }
    Plan plan(const Case& c, const ParamValues& v) const
    {
        return run("implant.place-component", c, v).after.plan(Id("component-1"));
    }
    static Ankle make(double tilt, double slope, bool mirrored = false)
    {
        AnkleOptions o;
        o.spacing = 0.7;
        o.plafondTilt = tilt;
        o.plafondSlope = slope;
        o.axialTurn = 12;
        o.mirrored = mirrored;
        return makeAnkle(o, Job());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        install(m_registry);
        m_ankle = make(6, 0);
        m_case = withLandmarks(m_ankle);
    }

    void theCutIsWhereItWasAskedFor()
    {
        ParamValues v = values();
        v.set("resection", 9.0);
        const RunResult r = run("implant.place-component", m_case, v);
        const Plan& p = r.after.plan(Id("component-1"));
        const auto placed = placedShape(p);
        QVERIFY(placed && std::holds_alternative<FlatComponent>(placed->implant));
        // Square to the tibia's axis (the frame's is square to the malleolar line, not quite the shaft).
        const double off = std::acos(std::clamp(-placed->body.axes.col(1).dot(m_ankle.shaftDirection), -1.0, 1.0));
        QVERIFY2(off * 57.3 < 2, qPrintable(QString::number(off * 57.3)));
        const double height = (placed->body.origin - m_ankle.plafondCentre).dot(-placed->body.axes.col(1));
        QVERIFY2(std::fabs(height - 9) < 0.7, qPrintable(QString::number(height)));
        // The area of the cut, by the shape's own outline.
        const std::vector<Vec3> outline = m_ankle.tibiaOutlineAt(9);
        Ring ring;
        for (const Vec3& q : outline)
            ring.emplace_back((q - m_ankle.plafondCentre).dot(m_ankle.anterior),
                              (q - m_ankle.plafondCentre).dot(m_ankle.medial));
        const FlatComponent& c = std::get<FlatComponent>(placed->implant);
        const double exact = std::fabs(ringArea(c.outline())) / std::fabs(ringArea(ring));
        QVERIFY2(std::fabs(*numberOf(p, "coverage").after / 100 - exact) < 0.03,
                 qPrintable(QString("%1 for %2").arg(*numberOf(p, "coverage").after).arg(100 * exact)));
        // The largest that does not overhang was proposed.
        QVERIFY(*numberOf(p, "overhang").after <= 0);
        for (const char* part : {"component-1-body", "component-1-resected", "component-1-bone"})
            QVERIFY(r.after.structure(Id(part)).surface->isClosed());
        const Mask& rest = *r.after.structure(Id("component-1-bone")).mask;
        const Mask& gone = *r.after.structure(Id("component-1-resected")).mask;
        QCOMPARE(rest.count() + gone.count(), m_ankle.masks.at("tibia").count());
        QVERIFY(std::fabs(*numberOf(p, "resected").after - gone.volumeMl()) < 1e-9);
    }

    /// Before: the joint's own plane. After: what was asked for.
    void beforeAndAfter()
    {
        ParamValues v = values();
        v.set("varus", 1.5);
        v.set("slope", 3.0);
        const Plan p = plan(m_case, v);
        const PlanNumber& angle = numberOf(p, "coronal");
        QVERIFY2(angle.before && std::fabs(*angle.before - 84) < 1.5,
                 qPrintable(QString::number(angle.before.value_or(0))));
        QVERIFY(std::fabs(*angle.after - 88.5) < 1e-6);
        QVERIFY(std::fabs(*numberOf(p, "slope").after - 3) < 1e-6);
        QCOMPARE(numberOf(p, "varus").verdict, std::string("ok"));
        v.set("varus", -3.5);
        const Plan q = plan(m_case, v);
        QCOMPARE(numberOf(q, "varus").verdict, std::string("warning"));
        QVERIFY(has(q.findings, "component.alignment"));
    }

    void theOtherSideGivesTheSame()
    {
        const Case other = withLandmarks(make(6, 0, true));
        ParamValues v = values();
        v.set("varus", 1.0);
        v.set("rotation", 5.0);
        v.set("lateral", 1.5);
        v.set("width", 28.0);
        v.set("depth", 32.0);
        const Plan a = plan(m_case, v), b = plan(other, v);
        QCOMPARE(a.numbers.size(), b.numbers.size());
        for (size_t n = 0; n < a.numbers.size(); ++n) {
            const double x = *a.numbers[n].after, y = *b.numbers[n].after;
            // Values: the noise of the two images is not the same.
            const double share = a.numbers[n].key.starts_with("density") ? 0.06 : 0.02;
            QVERIFY2(std::fabs(x - y) < 0.15 + share * std::fabs(x),
                     qPrintable(QString("%1: %2, %3").arg(QString::fromStdString(a.numbers[n].key)).arg(x).arg(y)));
        }
        QVERIFY(frameFromCase(other, "tibia", Side::Left));
        QVERIFY(!frameFromCase(other, "tibia", Side::Right));
    }

    void bigOnesOverhang()
    {
        ParamValues v = values();
        v.set("width", 50.0);
        v.set("depth", 50.0);
        const Plan p = plan(m_case, v);
        QVERIFY(*numberOf(p, "overhang").after > 3);
        QVERIFY(has(p.findings, "component.overhang"));
        QVERIFY(numberOf(p, "overhang").place);
        // Of an ankle no limit of coverage is known.
        v.set("width", 20.0);
        v.set("depth", 20.0);
        const Plan small = plan(m_case, v);
        QVERIFY(!has(small.findings, "component.coverage") && numberOf(small, "coverage").verdict.empty());
    }

    void talusToo()
    {
        ParamValues v = values();
        v.set("kind", std::string("ankle: talus")); // its bone is found
        const Plan p = plan(m_case, v);
        const auto placed = placedShape(p);
        QVERIFY(placed);
        // Its dome looks at the tibia.
        QVERIFY(placed->body.axes.col(1).dot(m_ankle.shaftDirection) > 0.9);
        QVERIFY(std::get<FlatComponent>(placed->implant).domeRadius > 0);
        QVERIFY(*numberOf(p, "coverage").after > 40);
    }

    void movedLandmarksMoveTheCut()
    {
        Edit e;
        const Landmark* old = landmarkOf(m_case, "tibia-plafond", Side::Right);
        QVERIFY(old);
        Landmark moved = *old;
        moved.position += 4 * m_ankle.shaftDirection;
        e.put(landmarkId(m_case, "tibia-plafond", Side::Right), moved);
        ParamValues v = values();
        const Case placedCase = run("implant.place-component", m_case, v).after;
        const Case c = apply(placedCase, e);
        QVERIFY(staleIds(c).contains(Id("component-1")));
        const Vec3 a = placedShape(placedCase.plan(Id("component-1")))->body.origin,
                   b = placedShape(plan(c, v))->body.origin;
        QVERIFY2(std::fabs((b - a).dot(m_ankle.shaftDirection) - 4) < 0.1, qPrintable(QString::number((b - a).norm())));
    }

    /// Both legs in one image: bones and landmarks are taken side by side.
    void twoLegs()
    {
        Edit e;
        for (const auto& [id, s] : m_case.structures)
            if (s->anatomy == "tibia" || s->anatomy == "fibula" || s->anatomy == "talus") {
                Structure right = *s, left = *s;
                right.name = "Right " + s->anatomy;
                left.name = "Left " + s->anatomy;
                e.put(Id(s->anatomy + "-right"), right);
                e.put(Id(s->anatomy + "-left"), left);
                e.remove(id);
            }
        const Case c = apply(m_case, e);
        QCOMPARE(boneInCase(c, "talus", Side::Left)->text(), std::string("talus-left"));
        QCOMPARE(boneInCase(c, "talus", Side::Right)->text(), std::string("talus-right"));
        const Case placed = run("implant.place-component", c, values()).after;
        QCOMPARE(placed.plan(Id("component-1")).used.front().id.text(), std::string("tibia-right"));
        ParamValues v = values();
        v.set("bone", std::string("tibia-left"));
        QVERIFY(has(checkOperation(m_registry.at("implant.place-component"), c, v), "component.other-side"));
        // The cut bone is not taken for the bone.
        QCOMPARE(boneInCase(placed, "tibia", Side::Right)->text(), std::string("tibia-right"));
    }

    void whatIsRefused()
    {
        const auto findings = [&](const Case& c, const ParamValues& v) {
            return checkOperation(m_registry.at("implant.place-component"), c, v);
        };
        QVERIFY(has(findings(makeCase(m_ankle), values()), "component.no-landmarks"));
        ParamValues v = values();
        v.set("side", std::string("left"));
        QVERIFY(has(findings(m_case, v), "component.no-landmarks"));
        v = values();
        v.set("bone", std::string("talus"));
        QVERIFY(has(findings(m_case, v), "component.other-bone"));
        v = values();
        v.set("width", 30.0);
        QVERIFY(has(findings(m_case, v), "component.half-size"));
        v = values();
        v.set("resection", 40.0);
        v.set("slope", 25.0);
        Job job;
        QVERIFY(!plan(m_case, v).numbers.empty()); // deep in the shaft, but on bone
    }
};

QTEST_APPLESS_MAIN(TstPlaceComponent)
#include "tst_place_component.moc"
