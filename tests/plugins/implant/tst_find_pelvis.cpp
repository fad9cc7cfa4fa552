// Landmarks of a pelvis as an operation: what it puts and where, what it says of angles and of what is missing, what is
// refused.

#include "core/base/error.h"
#include "core/operation/registry.h"
#include "core/operation/run.h"
#include "pelvis_case.h"
#include "plugins/implant/find_landmarks.h"
#include "plugins/implant/joint_case.h"
#include "tests/core/case/findings.h"

#include <QFile>
#include <QTest>

#include <set>

using namespace bones;
using namespace pollux::implant;
using test::found;

class TestFindPelvis : public QObject
{
    Q_OBJECT

    Registry m_registry;
    Case m_halves;

    RunResult run(const Case& c, const ParamValues& v) const
    {
        Job job;
        return runOperation(m_registry.at("implant.find-landmarks"), c, v, {"tester"}, job);
    }
    static ParamValues values(const char* side = "as found")
    {
        ParamValues v;
        v.set("joint", std::string("pelvis"));
        v.set("side", std::string(side));
        return v;
    }

    /// What a run refuses with; empty if it does not.
    std::string refusal(const Case& c, const ParamValues& v) const
    {
        try {
            run(c, v);
        } catch (const Error& e) {
            return e.code() == ErrorCode::BadInput && !e.advice().empty() ? e.message() : "no advice: " + e.message();
        }
        return {};
    }
    /// One half, the right one or the left one, under an id and a name; with femora or without.
    Case half(Side of, const char* id, const char* name, bool femora, const char* anatomy = "pelvis") const
    {
        Edit e;
        putBone(e, id, name, anatomy, *m_halves.structure(Id("pelvis-" + std::string(pollux::name(of)))).mask);
        for (const char* femur : {"femur-right", "femur-left"})
            if (femora)
                e.put(Id(femur), m_halves.structure(Id(femur)));
        return apply(Case(), e);
    }
    static std::set<std::string> inputs(const Case& c, const char* object)
    {
        std::set<std::string> out;
        for (const LineageInput& in : c.lineage.at(Id(object))->inputs)
            out.insert(in.id.text());
        return out;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        m_registry.add(makeFindLandmarks(m_registry.limits()));
        m_halves = pelvisCase(Pelvis(), Pose(), Vec3(1.2, 1.2, 1.2));
    }

    void putsLandmarksOfBothSides()
    {
        for (const bool halves : {true, false}) {
            const Case whole = halves ? m_halves : pelvisCase(Pelvis(), Pose(), Vec3(1.5, 1.5, 1.5), false);
            const RunResult r = run(whole, values());
            for (const std::string& key : landmarkKeys())
                if (key.starts_with("asis") || key.starts_with("acetabulum") || key.starts_with("pubic"))
                    QVERIFY2(r.after.landmarks.contains(Id(key)), key.c_str());
            QCOMPARE(r.after.landmarks.at(Id("asis-left"))->name,
                     std::string("Left anterior superior iliac spine (pelvis)"));
            for (const Side s : {Side::Right, Side::Left}) {
                const auto plane = frameFromCase(r.after, "anterior-pelvic-plane", s);
                QVERIFY(plane && facesForward(*plane) && plane->side == s);
                const auto isb = frameFromCase(r.after, "pelvis", s);
                QVERIFY(isb && (isb->origin - Pose().toPatient(Pelvis().place(kSocket, s))).norm() < 0.5);
                QVERIFY(frameSources(r.after, "anterior-pelvic-plane", s).size() >= 6);
            }
            for (const char* code : {"landmarks.proposal", "landmarks.axes", "landmarks.pelvic-tilt",
                                     "landmarks.acetabulum", "landmarks.hip-heights", "landmarks.measure"})
                QVERIFY2(found(r.findings, code), code);
            for (const char* code : {"landmarks.missing", "landmarks.no-plane", "landmarks.facing", "landmarks.side"})
                QVERIFY2(!found(r.findings, code), code);
            const Finding* f = found(r.findings, "landmarks.acetabulum");
            QVERIFY(f->place && f->text.find("radiographic") != std::string::npos &&
                    f->text.find("anterior pelvic plane") != std::string::npos);
            qInfo("%s", f->text.c_str());
            qInfo("%s", found(r.findings, "landmarks.pelvic-tilt")->text.c_str());
            std::set<std::string> read{"femur-left", "femur-right"};
            if (halves)
                read.insert({"pelvis-left", "pelvis-right"});
            else
                read.insert("pelvis");
            QVERIFY(inputs(r.after, "asis-left") == read && inputs(r.after, "acetabulum-right") == read);
        }
    }

    void oneSideIsSaidToBeOne()
    {
        const RunResult r = run(m_halves, values("left"));
        QVERIFY(r.after.landmarks.contains(Id("asis-left")) && !r.after.landmarks.contains(Id("asis-right")));
        const Finding* plane = found(r.findings, "landmarks.no-plane");
        QVERIFY(plane && plane->severity == Severity::Warning && !plane->advice.empty());
        QVERIFY(found(r.findings, "landmarks.missing"));
        QVERIFY(found(r.findings, "landmarks.doubtful")); // by the image's axes alone
        QVERIFY(!frameFromCase(r.after, "anterior-pelvic-plane", Side::Left));
    }

    /// A mask that is named for the side that it is not of.
    void aWrongSideIsRefused()
    {
        for (const bool femora : {true, false})
            for (const Side is : {Side::Right, Side::Left}) {
                const bool right = is == Side::Right;
                const std::string wrong =
                    refusal(half(is, right ? "pelvis-left" : "pelvis-right",
                                 right ? "Left half of the pelvis" : "Right half of the pelvis", femora),
                            values());
                QVERIFY2(wrong.find(right ? "of the left side, but the image shows the right one"
                                          : "of the right side, but the image shows the left one") != std::string::npos,
                         wrong.c_str());
                // The same where the side is chosen and the name tells none.
                QVERIFY(!refusal(half(is, "a", "Bone", femora), values(right ? "left" : "right")).empty());
                QCOMPARE(refusal(half(is, "a", "Bone", femora), values(right ? "right" : "left")), std::string());
            }
        // The other side's bone is named, and this side is chosen.
        ParamValues v = values("left");
        v.set("pelvis", std::string("pelvis-right"));
        const Findings f = checkOperation(m_registry.at("implant.find-landmarks"), m_halves, v);
        QVERIFY(found(f, "landmarks.halves") && found(f, "landmarks.halves")->severity == Severity::Stop);
    }

    void exchangedHalvesAreRefused()
    {
        Edit e;
        putBone(e, "pelvis-left", "Left half of the pelvis", "pelvis", *m_halves.structure(Id("pelvis-right")).mask);
        putBone(e, "pelvis-right", "Right half of the pelvis", "pelvis", *m_halves.structure(Id("pelvis-left")).mask);
        const std::string why = refusal(apply(m_halves, e), values());
        QVERIFY2(why.find("exchanged") != std::string::npos, why.c_str());
    }

    /// No anatomy, no side in its name: what it holds is seen by the image.
    void aNamelessMaskIsTaken()
    {
        ParamValues v = values();
        v.set("pelvis", std::string("drawn"));
        for (const bool femora : {true, false})
            for (const Side is : {Side::Right, Side::Left}) {
                const Case c = half(is, "drawn", "Drawn", femora, "");
                const RunResult r = run(c, v);
                const std::string side(name(is)), other(is == Side::Right ? "left" : "right");
                QVERIFY(r.after.landmarks.contains(Id("asis-" + side)));
                QVERIFY(!r.after.landmarks.contains(Id("asis-" + other)));
                QCOMPARE(r.after.landmarks.contains(Id("acetabulum-" + side)), femora);
                std::set<std::string> read{"drawn"};
                if (femora)
                    read.insert({"femur-left", "femur-right"});
                QVERIFY(inputs(r.after, ("asis-" + side).c_str()) == read);
            }
        Edit e;
        putBone(e, "drawn", "Drawn", "",
                unite(*m_halves.structure(Id("pelvis-left")).mask, *m_halves.structure(Id("pelvis-right")).mask));
        const Case both = apply(Case(), e);
        const RunResult r = run(both, v);
        QVERIFY(r.after.landmarks.contains(Id("asis-left")) && r.after.landmarks.contains(Id("asis-right")));
        QVERIFY(!found(r.findings, "landmarks.both-sides"));
        // Its anatomy is not told, so it is not found by itself, and that is said.
        const Findings none = checkOperation(m_registry.at("implant.find-landmarks"), both, values());
        QVERIFY(found(none, "landmarks.no-mask") &&
                found(none, "landmarks.no-mask")->advice.find("name its structure") != std::string::npos);
        // One side is chosen of a mask of both: it is not taken for a half.
        v.set("side", std::string("left"));
        const RunResult one = run(both, v);
        QVERIFY(found(one.findings, "landmarks.both-sides"));
        for (const char* key : {"asis-left", "asis-right", "pubic-tubercle-left"})
            QVERIFY((one.after.landmarks.at(Id(key))->position - r.after.landmarks.at(Id(key))->position).norm() <
                    1e-9);
        // Bones of other joints that happen to be given are not read, and not said to be.
        Edit more;
        putBone(more, "leg", "Tibia", "tibia", *m_halves.structure(Id("femur-left")).mask);
        v.set("tibia", std::string("leg"));
        QVERIFY(inputs(run(apply(both, more), v).after, "asis-left") == std::set<std::string>{"drawn"});
    }

    void badMasksAreRefused()
    {
        const Operation& op = m_registry.at("implant.find-landmarks");
        QVERIFY(found(checkOperation(op, Case(), values()), "landmarks.no-mask"));
        Edit e;
        putBone(e, "a", "Something", "pelvis", *m_halves.structure(Id("pelvis-left")).mask);
        putBone(e, "b", "Something else", "pelvis", *m_halves.structure(Id("pelvis-right")).mask);
        putBone(e, "c-left", "Again", "pelvis", *m_halves.structure(Id("pelvis-left")).mask);
        const Case c = apply(m_halves, e);
        ParamValues v = values();
        v.set("pelvis", std::string("a"));
        v.set("pelvis_other", std::string("b"));
        const Findings unnamed = checkOperation(op, c, v);
        QVERIFY(found(unnamed, "landmarks.halves") && found(unnamed, "landmarks.halves")->severity == Severity::Stop);
        v.set("pelvis", std::string("pelvis-left"));
        v.set("pelvis_other", std::string("c-left"));
        QVERIFY(found(checkOperation(op, c, v), "landmarks.halves"));
        v.set("pelvis_other", std::string("pelvis-left"));
        QVERIFY(found(checkOperation(op, c, v), "landmarks.same-mask"));
    }
};

QTEST_GUILESS_MAIN(TestFindPelvis)
#include "tst_find_pelvis.moc"
