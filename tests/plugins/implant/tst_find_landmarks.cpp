// Landmarks of joints as an operation: what it puts, what it says of doubt and of a wrong side, what was moved by hand,
// both legs in one case, what is refused.

#include "core/base/error.h"
#include "core/operation/registry.h"
#include "core/operation/run.h"
#include "plugins/implant/find_landmarks.h"
#include "plugins/implant/joint_case.h"
#include "plugins/implant/move_landmark.h"
#include "tests/core/anatomy/analytic_bones.h"
#include "tests/core/case/findings.h"

#include <QFile>
#include <QTest>

using namespace bones;
using namespace pollux::implant;
using test::found;

namespace {

void putBone(Edit& e, const std::string& id, const std::string& anatomy, Mask mask)
{
    Structure s;
    s.name = id;
    s.anatomy = anatomy;
    s.mask = std::make_shared<const Mask>(std::move(mask));
    e.put(Id(id), std::move(s));
}

void putAnkle(Edit& e, const Pose& pose, const Vec3& spacing, const std::string& suffix = "")
{
    const Vec3 at = pose.mirror(pose.shift);
    const Grid g = grid(at + Vec3(-50, -50, -50), at + Vec3(50, 50, 100), spacing, Vec3(0.3, 0.6, 0.4));
    putBone(e, "tibia" + suffix, "tibia", mask(g, pose, tibia));
    putBone(e, "fibula" + suffix, "fibula", mask(g, pose, fibula));
    putBone(e, "talus" + suffix, "talus", mask(g, pose, talus));
}

} // namespace

class TestFindLandmarks : public QObject
{
    Q_OBJECT

    Registry m_registry;
    const Pose m_right{Mat3::Identity(), Vec3(60, 0, 0), false}, m_left{Mat3::Identity(), Vec3(60, 0, 0), true};

    RunResult run(const Case& c, const ParamValues& v) const
    {
        Job job;
        return runOperation(m_registry.at("implant.find-landmarks"), c, v, {"tester"}, job);
    }
    Findings check(const Case& c, const ParamValues& v) const
    {
        return checkOperation(m_registry.at("implant.find-landmarks"), c, v);
    }
    Case ankle(const Pose& pose, const Vec3& spacing = Vec3(1, 1, 1)) const
    {
        Edit e;
        putAnkle(e, pose, spacing);
        return apply(Case(), e);
    }
    static ParamValues values(const char* joint, const char* side = "as found")
    {
        ParamValues v;
        v.set("joint", std::string(joint));
        v.set("side", std::string(side));
        return v;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        if (!m_registry.limits().find("joint.confidence")) { // of a build from before the file was there
            QFile file(POLLUX_SOURCE_DIR "/resources/limits/joints.json");
            QVERIFY(file.open(QIODevice::ReadOnly));
            m_registry.limits().addJson(file.readAll().toStdString(), "joints.json");
        }
        m_registry.add(makeFindLandmarks(m_registry.limits()));
        m_registry.add(makeMoveLandmark());
    }

    void putsLandmarksOfTheAnkle()
    {
        for (const Pose* pose : {&m_right, &m_left}) {
            const RunResult r = run(ankle(*pose), values("ankle"));
            const Landmark* mm = landmarkOf(r.after, "tibia-mm", pose->side());
            QVERIFY(mm);
            QVERIFY(r.after.landmarks.contains(Id("tibia-mm")));
            QVERIFY((mm->position - pose->toPatient(kMm)).norm() < 1);
            QCOMPARE(mm->name, pose->left ? std::string("Medial malleolus tip (left tibia)")
                                          : std::string("Medial malleolus tip (right tibia)"));
            QVERIFY(!landmarkOf(r.after, "tibia-mm", pose->left ? Side::Right : Side::Left));
            const auto tibia = frameFromCase(r.after, "tibia", pose->side());
            QVERIFY(tibia && facesForward(*tibia));
            const auto talus = frameFromCase(r.after, "talus", pose->side());
            QVERIFY(talus && facesForward(*talus));
            QVERIFY(!frameFromCase(r.after, "femur", pose->side()));
            QCOMPARE(frameSources(r.after, "tibia", pose->side()).size(), size_t(5));
            QVERIFY(found(r.findings, "landmarks.proposal"));
            QVERIFY(found(r.findings, "landmarks.talar-axis"));
            const Finding* side = found(r.findings, "landmarks.side");
            QVERIFY(side && side->severity == Severity::Note);
            QVERIFY(!found(r.findings, "landmarks.facing"));
            const auto& lineage = r.after.lineage.at(Id("tibia-mm"));
            QCOMPARE(lineage->operation, std::string("implant.find-landmarks"));
            QCOMPARE(lineage->inputs.size(), size_t(3));
        }
    }

    void aWrongSideIsAStop()
    {
        const RunResult r = run(ankle(m_right), values("ankle", "left"));
        const Finding* f = found(r.findings, "landmarks.wrong-side");
        QVERIFY(f && f->severity == Severity::Stop && !f->advice.empty());
        QVERIFY(found(r.findings, "landmarks.facing"));
        const RunResult good = run(ankle(m_right), values("ankle", "right"));
        QVERIFY(!found(good.findings, "landmarks.wrong-side"));
    }

    /// A right leg whose bones are named left: it is taken for what it is, and that is told.
    void bonesNamedForTheOtherSideAreTold()
    {
        for (const char* suffix : {"-left", "-right", ""}) {
            Edit e;
            putAnkle(e, m_right, Vec3(0.98, 0.98, 0.98), suffix);
            const RunResult r = run(apply(Case(), e), values("ankle"));
            const Finding* f = found(r.findings, "landmarks.named-otherwise");
            QCOMPARE(f != nullptr, suffix == std::string("-left"));
            QVERIFY(!f || (f->severity == Severity::Warning && !f->advice.empty()));
            QVERIFY(landmarkOf(r.after, "tibia-mm", Side::Right));
        }
    }

    void thickSlicesAreTold()
    {
        const Case c = ankle(m_right, Vec3(0.98, 0.98, 4.5));
        const Findings before = check(c, values("ankle"));
        const Finding* slices = found(before, "landmarks.slices");
        QVERIFY(slices && slices->severity == Severity::Warning && slices->limit == "joint.slice");
        const RunResult r = run(c, values("ankle"));
        const Finding* f = found(r.findings, "landmarks.doubtful");
        QVERIFY(f && f->severity == Severity::Warning && f->place && f->limit == "joint.confidence");
        QVERIFY(!found(run(ankle(m_right), values("ankle")).findings, "landmarks.doubtful"));
    }

    void whatWasMovedStays()
    {
        const Case first = run(ankle(m_right), values("ankle")).after;
        const Vec3 place = first.landmarks.at(Id("tibia-mm"))->position + Vec3(3, 2, -4);
        ParamValues move;
        move.set("landmark", std::string("tibia-mm"));
        move.set("position", place);
        Job job;
        const Case hand = runOperation(m_registry.at("implant.move-landmark"), first, move, {"tester"}, job).after;
        QCOMPARE(hand.landmarks.at(Id("tibia-mm"))->name, first.landmarks.at(Id("tibia-mm"))->name);
        QVERIFY(staleIds(hand).empty());
        const JointFrame before = *frameFromCase(first, "tibia", Side::Right);
        const JointFrame after = *frameFromCase(hand, "tibia", Side::Right);
        QVERIFY((after.origin - before.origin - Vec3(1.5, 1, -2)).norm() < 1e-9); // used as it stands
        const RunResult again = run(hand, values("ankle"));
        QVERIFY(again.after.landmarks.at(Id("tibia-mm"))->position == place);
        QVERIFY(again.after.landmarks.at(Id("fibula-lm"))->position == first.landmarks.at(Id("fibula-lm"))->position);
        QVERIFY(found(again.findings, "landmarks.kept"));
        ParamValues anew = values("ankle");
        anew.set("keep_moved", false);
        QVERIFY(run(hand, anew).after.landmarks.at(Id("tibia-mm"))->position ==
                first.landmarks.at(Id("tibia-mm"))->position);
    }

    void bothLegsInOneCase()
    {
        Edit e;
        putAnkle(e, m_right, Vec3(1.5, 1.5, 1.5));
        putAnkle(e, m_left, Vec3(1.5, 1.5, 1.5), "-b");
        Case c = apply(Case(), e);
        c = run(c, values("ankle")).after;
        ParamValues v = values("ankle");
        for (const char* bone : {"tibia", "fibula", "talus"})
            v.set(bone, std::string(bone) + "-b");
        c = run(c, v).after;
        for (const Pose* pose : {&m_right, &m_left}) {
            const Landmark* mm = landmarkOf(c, "tibia-mm", pose->side());
            QVERIFY(mm && (mm->position - pose->toPatient(kMm)).norm() < 1.5);
            const auto f = frameFromCase(c, "tibia", pose->side());
            QVERIFY(f && facesForward(*f) && f->side == pose->side());
        }
        QVERIFY(c.landmarks.contains(Id("tibia-mm")) && c.landmarks.contains(Id("tibia-mm-left")));
        // A second run of either changes nothing.
        const Case again = run(c, v).after;
        QCOMPARE(again.landmarks.size(), c.landmarks.size());
    }

    void kneeAndHip()
    {
        const Vec3 at = m_right.shift;
        const auto legs = [&](double low, double high) { // wide enough for the place in the image to tell
            return grid(Vec3(-160, at.y() - 60, low), Vec3(160, at.y() + 60, high), Vec3(1.5, 1.5, 1.5), Vec3::Zero());
        };
        // `shift` is before mirroring: a right leg lies at -x.
        const Pose right{Mat3::Identity(), Vec3(-90, 0, 0), false};
        Edit e;
        putBone(e, "tibia", "tibia", mask(legs(-120, 20), right, proximalTibia));
        Case c = apply(Case(), e);
        RunResult r = run(c, values("knee"));
        const Finding* side = found(r.findings, "landmarks.side");
        QVERIFY(side && side->severity == Severity::Warning); // weak
        QVERIFY(landmarkOf(r.after, "tibia-mc", Side::Right));
        QVERIFY(frameFromCase(r.after, "tibia", Side::Right));
        const RunResult wrong = run(c, values("knee", "left"));
        const Finding* f = found(wrong.findings, "landmarks.wrong-side");
        QVERIFY(f && f->severity == Severity::Warning);
        Edit h;
        putBone(h, "femur", "femur", mask(legs(-160, 50), right, proximalFemur));
        c = apply(Case(), h);
        r = run(c, values("hip"));
        const Landmark* head = landmarkOf(r.after, "femur-head", Side::Right);
        QVERIFY(head && (head->position - right.toPatient(kHead)).norm() < 0.5);
        QVERIFY(frameFromCase(r.after, "femur", Side::Right));
    }

    void refusals()
    {
        for (const char* joint : {"ankle", "knee", "hip"})
            QVERIFY(blocks(check(Case(), values(joint))));
        Edit e;
        putAnkle(e, m_right, Vec3(2, 2, 2));
        putBone(e, "none", "", Mask());
        const Case c = apply(Case(), e);
        ParamValues v = values("ankle");
        v.set("talus", std::string("tibia"));
        QVERIFY(found(check(c, v), "landmarks.same-mask"));
        v.set("talus", std::string("none"));
        QVERIFY(blocks(check(c, v)));
        ParamValues move;
        move.set("position", Vec3(1, 2, 3));
        QVERIFY(blocks(checkOperation(m_registry.at("implant.move-landmark"), Case(), move)));
        // A lone bone in a narrow image: no side.
        Edit alone;
        alone.remove(Id("fibula"));
        try {
            run(apply(c, alone), values("knee"));
            QFAIL("no side, no refusal");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::BadInput);
            QVERIFY(!error.advice().empty());
        }
        QVERIFY_THROWS_EXCEPTION(Error, makeFindLandmarks(LimitTable()));
    }

    void sameTwiceAndStops()
    {
        const Case c = ankle(m_right, Vec3(1.5, 1.5, 3));
        const RunResult a = run(c, values("ankle")), b = run(c, values("ankle"));
        for (const auto& [id, l] : a.after.landmarks)
            QVERIFY(b.after.landmarks.at(id)->position == l->position);
        QVERIFY(a.findings == b.findings);
        std::stop_source stop;
        stop.request_stop();
        Job job(stop.get_token());
        QVERIFY_THROWS_EXCEPTION(Error,
                                 runOperation(m_registry.at("implant.find-landmarks"), c, values("ankle"), {"t"}, job));
    }
};

QTEST_GUILESS_MAIN(TestFindLandmarks)
#include "tst_find_landmarks.moc"
