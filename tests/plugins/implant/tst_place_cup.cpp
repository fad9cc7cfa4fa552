// A cup in blocks of bone and in a made pelvis: coverage, walls and shifts against closed forms, angles in three
// definitions, both sides alike, oblique images, one side cut off, what is refused.

#include "core/base/error.h"
#include "core/case/placed_implant.h"
#include "core/operation/registry.h"
#include "core/operation/run.h"
#include "cup_block.h"
#include "pelvis_case.h"
#include "plugins/implant/find_landmarks.h"
#include "plugins/implant/joint_case.h"
#include "plugins/implant/place_cup.h"
#include "tests/core/anatomy/murray.h"
#include "tests/core/case/findings.h"
#include "tests/core/image/shapes.h"

#include <QFile>
#include <QTest>

using namespace bones;
using namespace pollux::implant;
using cupblock::block;
using cupblock::frame;
using test::found;

namespace {

const PlanNumber& numberOf(const Plan& p, const std::string& key)
{
    for (const PlanNumber& n : p.numbers)
        if (n.key == key)
            return n;
    qFatal("no number %s", key.c_str());
    return p.numbers.front();
}

double after(const Plan& p, const char* key)
{
    return numberOf(p, key).after.value_or(1e9);
}

Mat3 turned(double degrees, const Vec3& axis)
{
    return Eigen::AngleAxisd(degrees * M_PI / 180, axis.normalized()).toRotationMatrix();
}

} // namespace

class TestPlaceCup : public QObject
{
    Q_OBJECT

    Registry m_registry;
    Case m_found; ///< a made pelvis with its landmarks
    const Pose m_askew{turned(9, Vec3(1, 0, 0)) * turned(6, Vec3(0, 1, 0)), Vec3(3, 8, -20), false};

    RunResult run(const char* op, const Case& c, const ParamValues& v) const
    {
        Job job;
        return runOperation(m_registry.at(op), c, v, {"tester"}, job);
    }
    Case withLandmarks(const Case& c) const
    {
        ParamValues v;
        v.set("joint", std::string("pelvis"));
        return run("implant.find-landmarks", c, v).after;
    }
    static ParamValues values(const char* side)
    {
        ParamValues v;
        v.set("side", std::string(side));
        return v;
    }
    Plan plan(const Case& c, const ParamValues& v) const
    {
        return run("implant.place-cup", c, v).after.plan(Id("cup-1"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        if (!m_registry.limits().find("cup.coverage")) { // of a build from before the file was there
            QFile file(POLLUX_SOURCE_DIR "/resources/limits/pelvis.json");
            QVERIFY(file.open(QIODevice::ReadOnly));
            m_registry.limits().addJson(file.readAll().toStdString(), "pelvis.json");
        }
        m_registry.add(makeFindLandmarks(m_registry.limits()));
        m_registry.add(makePlaceCup(m_registry.limits()));
        m_found = withLandmarks(pelvisCase(Pelvis(), m_askew, Vec3(1.3, 1.3, 1.3)));
        QVERIFY(frameFromCase(m_found, "anterior-pelvic-plane", Side::Right));
    }

    void coverageOfABlock()
    {
        AcetabularCup cup;
        cup.outerDiameter = 50;
        AxisPose pose;
        pose.direction = Vec3::UnitX(); // the dome medially
        for (const double t : {-5.0, 5.0, 12.0, 20.0}) {
            const CupScene scene(block([&](const Vec3& p) { return p.x() > t && p.x() < 40; }), frame(), Vec3::Zero(),
                                 60, Job());
            const CupMeasures m = scene.measure(cup, pose, 0.2);
            const double truth = cupblock::coverage(25, t, 0.2);
            qInfo("block from %.0f mm: coverage %.4f, truth %.4f; wall %.2f", t, m.coverage, truth, m.medialWall);
            QVERIFY(std::fabs(m.coverage - truth) < 0.025); // half a voxel of 0.7 mm is 0.014
            for (const double z : m.zones)
                QVERIFY(std::fabs(z - truth) < 0.025);
            // To the block's other side, straight ahead.
            QVERIFY(std::fabs(m.medialWall - (40 - 25)) < 0.4);
            QCOMPARE(m.outside, 0.0);
        }
    }

    void quartersAreTold()
    {
        AcetabularCup cup;
        cup.outerDiameter = 50;
        AxisPose pose;
        pose.direction = Vec3::UnitX();
        // Bone above the plane at 45 degrees through the axis: the superior and the posterior quarter.
        const CupScene scene(block([](const Vec3& p) { return p.z() + p.y() > 0; }), frame(), Vec3::Zero(), 60, Job());
        const CupMeasures m = scene.measure(cup, pose, 0.2);
        const auto zone = [&](CupZone z) { return m.zones[static_cast<size_t>(z)]; };
        qInfo("superior %.3f anterior %.3f posterior %.3f inferior %.3f", zone(CupZone::Superior),
              zone(CupZone::Anterior), zone(CupZone::Posterior), zone(CupZone::Inferior));
        QVERIFY(std::fabs(zone(CupZone::Superior) - 1) < 0.03 || zone(CupZone::Superior) > 0.97);
        QVERIFY(zone(CupZone::Posterior) > 0.97);
        QVERIFY(zone(CupZone::Anterior) < 0.03 && zone(CupZone::Inferior) < 0.03);
        QVERIFY(std::fabs(m.coverage - 0.5) < 0.02);
        // The left side mirrored is the same.
        JointFrame left = frame();
        left.side = Side::Left;
        pose.direction = -Vec3::UnitX();
        const CupMeasures l = scene.measure(cup, pose, 0.2);
        const CupScene other(block([](const Vec3& p) { return p.z() + p.y() > 0; }), left, Vec3::Zero(), 60, Job());
        const CupMeasures n = other.measure(cup, pose, 0.2);
        for (size_t z = 0; z < 4; ++z)
            QVERIFY(std::fabs(n.zones[z] - m.zones[z]) < 0.01);
        Q_UNUSED(l);
    }

    void wallBehindACup()
    {
        AcetabularCup cup;
        cup.outerDiameter = 50;
        AxisPose pose;
        pose.direction = Vec3(1, 0, 0.8).normalized(); // oblique: the wall is looked for medially all the same
        const auto wall = [&](double from, double to) {
            const CupScene scene(block([&](const Vec3& p) { return p.x() > from && p.x() < to; }), frame(),
                                 Vec3::Zero(), 70, Job());
            return scene.measure(cup, pose, 1).medialWall;
        };
        QVERIFY(std::fabs(wall(10, 28) - 3) < 0.4);
        QVERIFY(std::fabs(wall(28, 33) - 5) < 0.6); // a gap before it, as of the fossa
        QCOMPARE(wall(5, 20), 0.0);                 // the cup comes out
        QCOMPARE(proposedDiameter(26.2), 52.0);
        QCOMPARE(proposedDiameter(15.0), 44.0);
        QCOMPARE(proposedDiameter(60.0), 66.0);
    }

    void aCupInAPelvis()
    {
        for (const char* side : {"right", "left"}) {
            const bool right = side == std::string("right");
            ParamValues v = values(side);
            v.set("inclination", 42.0);
            v.set("anteversion", 17.0);
            const RunResult r = run("implant.place-cup", m_found, v);
            const Plan& p = r.after.plan(Id("cup-1"));
            QCOMPARE(p.kind, std::string(kCupPlan));
            QVERIFY(std::fabs(after(p, "inclination_radiographic") - 42) < 1e-6);
            QVERIFY(std::fabs(after(p, "anteversion_radiographic") - 17) < 1e-6);
            const CupAngles asked{42, 17};
            QVERIFY(std::fabs(after(p, "inclination_operative") - murray::operativeOf(asked).inclination) < 1e-6);
            QVERIFY(std::fabs(after(p, "anteversion_anatomic") - murray::anatomicOf(asked).anteversion) < 1e-6);
            const Pelvis truth;
            const CupAngles native = right ? truth.right : truth.left;
            QVERIFY(std::fabs(*numberOf(p, "inclination_radiographic").before - native.inclination) < 1.2);
            QVERIFY(std::fabs(*numberOf(p, "anteversion_radiographic").before - native.anteversion) < 1.2);
            QVERIFY(numberOf(p, "inclination_radiographic").note.find("anterior pelvic plane") != std::string::npos);
            QCOMPARE(after(p, "diameter"), 52.0);
            QVERIFY(std::fabs(after(p, "inclination_off_band") - 2) < 1e-6);
            QCOMPARE(numberOf(p, "inclination_off_band").verdict, std::string("ok"));
            QVERIFY(numberOf(p, "inclination_off_band").note.find("no gate") != std::string::npos);
            QCOMPARE(after(p, "centre"), 0.0);
            qInfo("%s: coverage %.1f %%, superior %.0f anterior %.0f posterior %.0f, medial wall %.1f mm", side,
                  after(p, "coverage"), after(p, "coverage_0"), after(p, "coverage_1"), after(p, "coverage_2"),
                  after(p, "medial_wall"));
            QVERIFY(after(p, "coverage") > 90); // turned by a few degrees against a half spherical socket
            QVERIFY(std::fabs(after(p, "medial_wall") - kSocketWall) < 1.5);
            QVERIFY(!found(r.findings, "cup.no-plane") && found(r.findings, "cup.frame"));
            const auto placed = placedShape(p);
            QVERIFY(placed && std::get<AcetabularCup>(placed->implant).outerDiameter == 52);
            const Pose& pose = m_askew;
            QVERIFY(
                (placed->pose.origin - pose.toPatient(truth.place(kSocket, right ? Side::Right : Side::Left))).norm() <
                0.4);
            const Structure& body = r.after.structure(Id("cup-1-body"));
            QVERIFY(body.surface && body.surface->isClosed());
            QVERIFY(r.after.lineage.at(Id("cup-1"))->inputs.size() >= 10);
        }
    }

    void shiftsAreTold()
    {
        for (const char* side : {"right", "left"}) {
            ParamValues v = values(side);
            v.set("medial", 4.0);
            v.set("anterior", -3.0);
            v.set("proximal", 5.0);
            v.set("inclination", 55.0);
            const RunResult r = run("implant.place-cup", m_found, v);
            const Plan& p = r.after.plan(Id("cup-1"));
            QVERIFY(std::fabs(after(p, "centre_lateral") + 4) < 1e-9);
            QVERIFY(std::fabs(after(p, "centre_anterior") + 3) < 1e-9);
            QVERIFY(std::fabs(after(p, "centre_proximal") - 5) < 1e-9);
            QVERIFY(std::fabs(after(p, "centre") - std::sqrt(50.0)) < 1e-9);
            QVERIFY(found(r.findings, "cup.centre") && found(r.findings, "cup.centre")->place);
            QVERIFY(after(p, "medial_wall") < kSocketWall - 2);
            const Finding* band = found(r.findings, "cup.inclination");
            QVERIFY(band && band->severity == Severity::Note && !band->advice.empty());
            QCOMPARE(numberOf(p, "inclination_off_band").verdict, std::string("warning"));
            // Medially of where the pelvis goes through, it breaches it.
            v.set("medial", 14.0);
            const RunResult far = run("implant.place-cup", m_found, v);
            QVERIFY(found(far.findings, "cup.breach") && found(far.findings, "cup.breach")->severity == Severity::Stop);
            // Out of the socket, bone covers less.
            v.set("medial", -12.0);
            const RunResult out = run("implant.place-cup", m_found, v);
            QVERIFY(found(out.findings, "cup.coverage"));
        }
    }

    /// Islands of the pelvis, and metal in the image that it was drawn in, are told and change no number.
    void islandsAndMetalAreTold()
    {
        const RunResult clean = run("implant.place-cup", withImage(m_found), values("right"));
        QVERIFY(!found(clean.findings, "bone.islands") && !found(clean.findings, "bone.metal"));
        Structure pelvis = m_found.structure(Id("pelvis-right"));
        const Grid g = pelvis.mask->grid();
        const Vec3 far = g.toPatient(8, 8, g.size[2] - 9); // in front of the body
        pelvis.mask = std::make_shared<const Mask>(unite(*pelvis.mask, shapes::ball(g, far, 6)));
        VolumeObject image = withImage(m_found).volume(Id("ct"));
        const auto was = image.volume.as<std::int16_t>();
        std::vector<std::int16_t> voxels(was.begin(), was.end());
        for (int n = 0; n < 40; ++n)
            voxels[size_t(g.offset(5 + n, 5, g.size[2] / 2))] = 3071;
        image.volume = Volume(g, std::move(voxels));
        Edit e;
        e.put(Id("pelvis-right"), std::move(pelvis));
        e.put(Id("ct"), std::move(image));
        const RunResult r = run("implant.place-cup", apply(m_found, e), values("right"));
        const Finding* islands = found(r.findings, "bone.islands");
        QVERIFY(islands && islands->severity == Severity::Warning && islands->place);
        QVERIFY((*islands->place - far).norm() < 2);
        QVERIFY(found(r.findings, "bone.metal"));
        const auto read = [&](const Id& id) {
            const auto& inputs = r.after.lineage.at(Id("cup-1"))->inputs;
            return std::any_of(inputs.begin(), inputs.end(), [&](const LineageInput& in) { return in.id == id; });
        };
        QVERIFY(read(Id("ct")));
        const Plan &a = clean.after.plan(Id("cup-1")), &b = r.after.plan(Id("cup-1"));
        QVERIFY(std::fabs(after(a, "coverage") - after(b, "coverage")) < 1e-12);
    }

    /// Against the image's axes where one side alone is known, and it says so.
    void oneSideIsUncertain()
    {
        const Case c = withLandmarks(pelvisCase(Pelvis(), Pose(), Vec3(1.3, 1.3, 1.3), true, Vec3(-168, -200, 0)));
        const ParamValues v = values("as found");
        const Findings before = checkOperation(m_registry.at("implant.place-cup"), c, v);
        QVERIFY(found(before, "cup.no-plane") && found(before, "cup.no-plane")->severity == Severity::Warning);
        const RunResult r = run("implant.place-cup", c, v);
        const Plan& p = r.after.plan(Id("cup-1"));
        QVERIFY(found(p.findings, "cup.no-plane"));
        QVERIFY(numberOf(p, "inclination_radiographic").note.find("uncertain") != std::string::npos);
        // This patient lies straight.
        QVERIFY(std::fabs(*numberOf(p, "inclination_radiographic").before - 45) < 1.2);
    }

    void badInputsAreRefused()
    {
        const Operation& op = m_registry.at("implant.place-cup");
        const auto stop = [&](const Case& c, const ParamValues& v, const char* code) {
            const Findings findings = checkOperation(op, c, v);
            const Finding* f = found(findings, code);
            return f && f->severity == Severity::Stop && !f->advice.empty();
        };
        QVERIFY(stop(Case(), values("as found"), "cup.no-landmarks"));
        QVERIFY(stop(m_found, values("as found"), "cup.side"));
        ParamValues v = values("right");
        v.set("pelvis", std::string("pelvis-left"));
        QVERIFY(stop(m_found, v, "cup.other-side"));
        v = values("right");
        v.set("diameter", 20.0);
        QVERIFY(stop(m_found, v, "cup.shape"));
        v = values("right");
        v.set("plan_id", std::string("asis-left"));
        QVERIFY(stop(m_found, v, "plan.id"));
        // Without the rim nothing is proposed; a diameter given will do.
        Edit e;
        for (const char* key : {"acetabulum-dome-right", "acetabulum-rim-superior-right"})
            e.remove(Id(key));
        const Case bare = apply(m_found, e);
        QVERIFY(stop(bare, values("right"), "cup.shape"));
        v = values("right");
        v.set("diameter", 52.0);
        const Plan p = plan(bare, v);
        QVERIFY(!numberOf(p, "inclination_radiographic").before);
    }

    void isTheSameTwiceAndStops()
    {
        const Plan a = plan(m_found, values("left")), b = plan(m_found, values("left"));
        QCOMPARE(a.numbers.size(), b.numbers.size());
        for (size_t n = 0; n < a.numbers.size(); ++n)
            QVERIFY(a.numbers[n].after == b.numbers[n].after);
        std::stop_source stop;
        stop.request_stop();
        Job job(stop.get_token());
        bool cancelled = false;
        try {
            runOperation(m_registry.at("implant.place-cup"), m_found, values("left"), {"tester"}, job);
        } catch (const Error& e) {
            cancelled = e.code() == ErrorCode::Cancelled;
        }
        QVERIFY(cancelled);
    }
};

QTEST_GUILESS_MAIN(TestPlaceCup)
#include "tst_place_cup.moc"
