// First poses of screws by rule: along the pedicles of a vertebra that is known, along a femoral neck that is known;
// what is said where landmarks are missing.

#include "core/base/error.h"
#include "core/operation/registry.h"
#include "core/operation/run.h"
#include "plugins/implant/find_landmarks.h"
#include "plugins/implant/joint_case.h"
#include "plugins/implant/move_landmark.h"
#include "plugins/implant/place_screw.h"
#include "plugins/implant/screw_first_pose.h"
#include "tests/core/anatomy/analytic_vertebra.h"
#include "tests/core/case/image_object.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace bones;
using namespace pollux::implant;

namespace {

bool has(const Findings& findings, const std::string& code)
{
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& f) { return f.code == code && !f.advice.empty(); });
}

const PlanNumber* numberOf(const Plan& p, const std::string& key)
{
    for (const PlanNumber& n : p.numbers)
        if (n.key == key)
            return &n;
    return nullptr;
}

double after(const Plan& p, const std::string& key)
{
    const PlanNumber* n = numberOf(p, key);
    return n && n->after ? *n->after : 1e6;
}

void put(Edit& e, const std::string& id, const std::string& name, const std::string& anatomy, Mask mask)
{
    Structure s;
    s.name = name;
    s.anatomy = anatomy;
    s.mask = std::make_shared<const Mask>(std::move(mask));
    e.put(Id(id), std::move(s));
}

void putImage(Edit& e, const Mask& bone)
{
    std::vector<std::int16_t> hu(size_t(bone.grid().voxels()), 40);
    const std::vector<std::uint8_t> in = bone.full();
    for (size_t n = 0; n < hu.size(); ++n)
        if (in[n])
            hu[n] = 400;
    e.put(Id("ct"), test::ctObject(Volume(bone.grid(), hu)));
}

Mask vertebraMask(const Pose& pose)
{
    const Vec3 at = pose.mirror(pose.shift);
    return mask(grid(at + Vec3(-52, -30, -25), at + Vec3(52, 80, 25), Vec3(0.7, 0.7, 0.7), Vec3(0.3, 0.6, 0.4)), pose,
                vertebra);
}

} // namespace

class TestScrewFirstPose : public QObject
{
    Q_OBJECT

    Registry m_registry;
    const Pose m_pose{Mat3::Identity(), Vec3(5, 0, 0), false};
    Case m_found; ///< a vertebra with its landmarks

    RunResult run(const char* operation, const Case& c, const ParamValues& v) const
    {
        Job job;
        return runOperation(m_registry.at(operation), c, v, {"tester"}, job);
    }
    static ParamValues find(const char* joint, const char* vertebra = "")
    {
        ParamValues v;
        v.set("joint", std::string(joint));
        v.set("vertebra", std::string(vertebra));
        return v;
    }
    static ParamValues screw(const char* along, const char* bone, double diameter = 0)
    {
        ParamValues v;
        v.set("volume", std::string("ct"));
        v.set("bone", std::string(bone));
        v.set("along", std::string(along));
        v.set("diameter", diameter);
        return v;
    }

private Q_SLOTS:
    void initTestCase()
    {
        LimitTable& limits = m_registry.limits();
        limits = LimitTable::builtIn();
        for (const auto& [id, name] :
             {std::pair("joint.confidence", "joints.json"), std::pair("screw.wall", "bone_implant.json"),
              std::pair("screw.pedicle_wall", "vertebrae.json")})
            if (!limits.find(id)) { // of a build from before the file was there
                QFile file(QStringLiteral(POLLUX_SOURCE_DIR "/resources/limits/") + QLatin1String(name));
                QVERIFY(file.open(QIODevice::ReadOnly));
                limits.addJson(file.readAll().toStdString(), name);
            }
        m_registry.add(makeFindLandmarks(limits));
        m_registry.add(makeMoveLandmark());
        m_registry.add(makePlaceScrew(limits));
        Edit e;
        const Mask m = vertebraMask(m_pose);
        putImage(e, m);
        put(e, "vertebra-3", "Vertebra 3", "vertebra", m);
        m_found = run("implant.find-landmarks", apply(Case(), e), find("vertebra")).after;
    }

    void landmarksStandUnderTheVertebra()
    {
        QCOMPARE(m_found.landmarks.size(), size_t(10));
        const Id entry("vertebra-3-pedicle-left-entry");
        QVERIFY(m_found.landmarks.contains(entry));
        QCOMPARE(m_found.landmarks.at(entry)->name, std::string("Left pedicle, entry (Vertebra 3)"));
        QVERIFY(m_found.landmarks.contains(Id("vertebra-3-upper")) &&
                m_found.landmarks.contains(Id("vertebra-3-canal")));
        QCOMPARE(m_found.lineage.at(entry)->operation, std::string("implant.find-landmarks"));
        const auto frame = frameOf("vertebra", Side::Right, vertebraLandmarksOf(m_found, Id("vertebra-3")));
        QVERIFY(frame && facesForward(*frame));
    }

    void severalInOneCase()
    {
        Edit e;
        const Pose below{Mat3::Identity(), Vec3(5, 0, -80), false};
        put(e, "vertebra-4", "Vertebra 4", "vertebra", vertebraMask(below));
        const Case c = apply(m_found, e);
        QVERIFY(has(checkOperation(m_registry.at("implant.find-landmarks"), c, find("vertebra")),
                    "landmarks.which-vertebra"));
        const Case both = run("implant.find-landmarks", c, find("vertebra", "vertebra-4")).after;
        QCOMPARE(both.landmarks.size(), size_t(20));
        const auto at = [&](const char* id) { return both.landmarks.at(Id(id))->position; };
        QVERIFY((at("vertebra-3-body") - at("vertebra-4-body") - Vec3(0, 0, 80)).norm() < 0.8);
        QVERIFY(at("vertebra-3-body") == m_found.landmarks.at(Id("vertebra-3-body"))->position);
    }

    void whatWasMovedStays()
    {
        const Id id("vertebra-3-pedicle-left-target");
        const Vec3 place = m_found.landmarks.at(id)->position + Vec3(1, 2, 3);
        ParamValues move;
        move.set("landmark", id.text());
        move.set("position", place);
        const Case hand = run("implant.move-landmark", m_found, move).after;
        const RunResult again = run("implant.find-landmarks", hand, find("vertebra"));
        QVERIFY(again.after.landmarks.at(id)->position == place);
        QVERIFY(has(again.findings, "landmarks.kept"));
    }

    void alongAPedicle_data()
    {
        QTest::addColumn<bool>("left");
        QTest::newRow("left") << true;
        QTest::newRow("right") << false;
    }
    /// A tube of 8 x 14 mm takes a screw of 6 mm: 1 mm of wall on each side is left, grade A.
    void alongAPedicle()
    {
        QFETCH(bool, left);
        const ParamValues v = screw(left ? kLeftPedicle : kRightPedicle, "vertebra-3");
        const RunResult r = run("implant.place-screw", m_found, v);
        const Plan& p = r.after.plan(Id("screw-1"));
        const double s = left ? -1 : 1;
        const Vec3 entry = p.points[0].position, tip = p.points[1].position;
        const double off =
            std::acos(std::clamp((tip - entry).normalized().dot(m_pose.direction(pedicleAxis(s))), -1.0, 1.0));
        qInfo("off by %.2f degrees, wall %.2f, width %.2f, share %.1f %%, length %.1f", off * 180 / M_PI,
              after(p, "wall"), after(p, "pedicle_width"), after(p, "pedicle_share"), (tip - entry).norm());
        QVERIFY(off < 3.5 * M_PI / 180);
        const auto [back, front] = pedicleEnds(s);
        QVERIFY((entry - m_pose.toPatient(back)).norm() < 2);
        QVERIFY(std::fabs(after(p, "pedicle_width") - 8) < 0.5);
        const double diameter = after(p, "pedicle_share") / 100 * after(p, "pedicle_width");
        QVERIFY(std::fabs(diameter - 6) < 1e-6 || std::fabs(diameter - 5.5) < 1e-6);
        // Wall: what the tube leaves beside the screw, less what the axis is askew by over its 6 mm.
        QVERIFY2(after(p, "wall") > 0.4 && after(p, "wall") < kPedicleHalfWidth - diameter / 2 + 0.35,
                 qPrintable(QString::number(after(p, "wall"))));
        const PlanNumber* wall = numberOf(p, "wall");
        QVERIFY(wall->note.find("grade A") != std::string::npos);
        QVERIFY(!has(p.findings, "screw.breach") && !has(p.findings, "screw.tip-out"));
        QVERIFY(has(p.findings, "screw.first-pose"));
        const double whole = (front - back).norm(), length = (tip - entry).norm();
        QVERIFY(std::fabs(std::remainder(length, 5)) < 1e-6 && length <= 0.8 * whole + 1.5 &&
                length > 0.8 * whole - 6.5);
        const auto& inputs = r.after.lineage.at(Id("screw-1"))->inputs;
        QVERIFY(std::any_of(inputs.begin(), inputs.end(), [&](const LineageInput& i) {
            return i.id == Id(left ? "vertebra-3-pedicle-left-entry" : "vertebra-3-pedicle-right-entry");
        }));
    }

    void aThickScrewIsTold()
    {
        const Plan p =
            run("implant.place-screw", m_found, screw(kLeftPedicle, "vertebra-3", 9)).after.plan(Id("screw-1"));
        QVERIFY(has(p.findings, "screw.pedicle-share") && has(p.findings, "screw.breach"));
        QCOMPARE(numberOf(p, "pedicle_share")->verdict, std::string("warning"));
        // Two tubes of 9 mm about a width of 8: half a millimetre beyond on each side, and what it is askew by.
        QVERIFY(after(p, "wall") < -0.2 && after(p, "wall") > -1.2);
    }

    void pointsStayPoints()
    {
        ParamValues v = screw(kLeftPedicle, "vertebra-3", 5);
        v.set("entry", m_pose.toPatient(Vec3(-44, 4, 20)));
        v.set("target", m_pose.toPatient(Vec3(0, 4, 8)));
        const Plan p = run("implant.place-screw", m_found, v).after.plan(Id("screw-1"));
        QVERIFY((p.points[0].position - m_pose.toPatient(Vec3(-44, 4, 20))).norm() < 1e-9);
        QVERIFY(numberOf(p, "pedicle_width"));
        v.set("along", std::string(kByPoints));
        const Plan q = run("implant.place-screw", m_found, v).after.plan(Id("screw-1"));
        QVERIFY(!numberOf(q, "pedicle_width") && !has(q.findings, "screw.first-pose"));
        QCOMPARE(after(p, "wall"), after(q, "wall"));
    }

    void diameters()
    {
        bool fits = false;
        const ScrewPoseRules rules;
        QCOMPARE(proposedDiameter(8, rules, fits), 6.0);
        QVERIFY(fits);
        QCOMPARE(proposedDiameter(6.5, rules, fits), 4.5);
        QVERIFY(fits);
        QCOMPARE(proposedDiameter(6.4, rules, fits), 4.5);
        QVERIFY(!fits);
        QCOMPARE(proposedDiameter(10.5, rules, fits), 7.5); // 8.5 would take 81 %
        QCOMPARE(proposedDiameter(30, rules, fits), 8.5);
    }

    void alongAFemoralNeck()
    {
        for (const bool left : {false, true}) {
            const Pose pose{Mat3::Identity(), Vec3(-90, 0, 0), left};
            const Vec3 at = pose.mirror(pose.shift);
            const Mask m =
                mask(grid(at + Vec3(-80, -50, -150), at + Vec3(80, 50, 40), Vec3(1, 1, 1), Vec3(0.3, 0.6, 0.4)), pose,
                     proximalFemur);
            Edit e;
            putImage(e, m);
            put(e, left ? "femur-left" : "femur-right", "Femur", "femur", m);
            ParamValues v = find("hip");
            v.set("side", std::string(left ? "left" : "right"));
            const Case c = run("implant.find-landmarks", apply(Case(), e), v).after;
            const Plan p = run("implant.place-screw", c, screw(kFemoralNeck, left ? "femur-left" : "femur-right", 6.5))
                               .after.plan(Id("screw-1"));
            const Vec3 entry = pose.toLocal(p.points[0].position), tip = pose.toLocal(p.points[1].position);
            const Vec3 axis = (kHead - kNeckFoot).normalized();
            const double off = std::acos(std::clamp((tip - entry).normalized().dot(axis), -1.0, 1.0)) * 180 / M_PI;
            const double below = 24 - (tip - kHead).norm();
            qInfo("%s: off by %.2f degrees, tip %.1f mm below the head's surface, length %.1f, wall %.2f",
                  left ? "left" : "right", off, below, (tip - entry).norm(), after(p, "wall"));
            QVERIFY(off < 4);
            QVERIFY(entry.z() > 5 && entry.y() < -30); // on the lateral side
            QVERIFY(below > 7 && below < 14);          // 8 mm and what the step of lengths takes off
            QVERIFY(std::fabs(after(p, "ahead") - below) < 1.5);
            QVERIFY(!has(p.findings, "screw.breach"));
            QVERIFY(!numberOf(p, "pedicle_width"));
        }
    }

    void refusals()
    {
        const Operation& op = m_registry.at("implant.place-screw");
        const auto stops = [&](const Case& c, const ParamValues& v) { return blocks(checkOperation(op, c, v)); };
        QVERIFY(stops(m_found, screw(kByPoints, "vertebra-3", 6)));
        QVERIFY(stops(m_found, screw(kFemoralNeck, "vertebra-3", 6)));
        Edit e;
        e.remove(Id("vertebra-3-pedicle-left-isthmus"));
        const Case less = apply(m_found, e);
        QVERIFY(stops(less, screw(kLeftPedicle, "vertebra-3")));
        QVERIFY(!stops(less, screw(kRightPedicle, "vertebra-3")));
        ParamValues one = screw(kLeftPedicle, "vertebra-3");
        one.set("entry", Vec3(0, 0, 0));
        QVERIFY(stops(m_found, one));
        Edit f;
        f.put(Id("vertebra-3-pedicle-left-target"),
              Landmark{"there", m_found.landmarks.at(Id("vertebra-3-pedicle-left-entry"))->position});
        QVERIFY(stops(apply(m_found, f), screw(kLeftPedicle, "vertebra-3")));
        QVERIFY(blocks(checkOperation(op, Case(), screw(kLeftPedicle, "vertebra-3"))));
        // No vertebra: refused when it is looked at.
        Edit g;
        put(g, "ball", "Ball", "vertebra",
            mask(grid(Vec3(-30, -30, -30), Vec3(30, 30, 30), Vec3(1, 1, 1), Vec3::Zero()), Pose{},
                 [](const Vec3& p) { return p.norm() < 20; }));
        QVERIFY_THROWS_EXCEPTION(Error, run("implant.find-landmarks", apply(Case(), g), find("vertebra")));
        QVERIFY(blocks(checkOperation(m_registry.at("implant.find-landmarks"), Case(), find("vertebra"))));
    }
};

QTEST_GUILESS_MAIN(TestScrewFirstPose)
#include "tst_screw_first_pose.moc"
