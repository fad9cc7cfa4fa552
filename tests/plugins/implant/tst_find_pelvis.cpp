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
            QCOMPARE(r.after.lineage.at(Id("asis-left"))->inputs.size(), size_t(halves ? 4 : 3));
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
