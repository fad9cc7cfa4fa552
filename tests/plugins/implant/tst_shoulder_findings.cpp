// The shoulder in "implant.find-landmarks": what it puts, version, inclination and index against what the phantom was
// made with, the same on both sides, a wrong side, what is refused.

#include "core/base/error.h"
#include "core/operation/recipe.h"
#include "core/operation/registry.h"
#include "core/operation/run.h"
#include "core/operation/standard/joint_space_operation.h"
#include "core/operation/standard/shoulder_bones_operation.h"
#include "core/operation/standard/standard.h"
#include "core/phantom/shoulder.h"
#include "plugins/implant/find_landmarks.h"
#include "plugins/implant/joint_case.h"
#include "tests/core/case/findings.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace pollux;
using namespace pollux::implant;
using test::found;

namespace {

/// The first number of a finding's text.
double firstNumber(const Finding* f)
{
    if (!f)
        return std::nan("");
    const auto match = QRegularExpression(R"(-?\d+\.\d)").match(QString::fromStdString(f->text));
    return match.captured(0).toDouble();
}

} // namespace

class TestShoulderFindings : public QObject
{
    Q_OBJECT

    Registry m_registry;

    static Case shoulder(const Shoulder& s, bool humerus = true)
    {
        Edit e;
        for (const auto& [key, mask] : s.masks) {
            if (key == "humerus" && !humerus)
                continue;
            Structure b;
            b.name = key;
            b.anatomy = key;
            b.mask = std::make_shared<const Mask>(mask);
            e.put(Id(key), std::move(b));
        }
        return apply(Case(), e);
    }
    static Shoulder make(bool left, double version, double inclination, double anterior)
    {
        ShoulderOptions o;
        o.spacing = 1;
        o.noise = 0;
        o.mirrored = left;
        o.version = version;
        o.inclination = inclination;
        o.headAnterior = anterior;
        return makeShoulder(o, Job());
    }
    RunResult run(const Case& c, const char* side = "as found") const
    {
        ParamValues v;
        v.set("joint", std::string("shoulder"));
        v.set("side", std::string(side));
        Job job;
        return runOperation(m_registry.at("implant.find-landmarks"), c, v, {"tester"}, job);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        for (const auto& [id, name] : {std::pair("shoulder.version_mean", "shoulder.json"),
                                       {"joint.confidence", "joints.json"},
                                       {"joint-space.reach", "joint_space.json"},
                                       {"bone.piece", "bones.json"}})
            if (!m_registry.limits().find(id)) { // of a build from before the file was there
                QFile file(QString(POLLUX_SOURCE_DIR "/resources/limits/") + name);
                QVERIFY(file.open(QIODevice::ReadOnly));
                m_registry.limits().addJson(file.readAll().toStdString(), name);
            }
        m_registry.add(makeFindLandmarks(m_registry.limits()));
        m_registry.add(makeFindShoulderBones(m_registry.limits()));
        m_registry.add(makeJointSpace(m_registry.limits()));
        installMeshOperations(m_registry);
    }

    void theRecipeRunsFromTheImageToTheNumbers()
    {
        ShoulderOptions o;
        o.version = -8;
        o.inclination = 5;
        const Shoulder s = makeShoulder(o, Job());
        VolumeObject v;
        v.name = std::string("CT");
        v.modality = std::string("CT");
        v.unit = std::string("HU");
        v.volume = s.image;
        Edit e;
        e.put(Id("ct"), std::move(v));
        QFile file(POLLUX_SOURCE_DIR "/resources/recipes/shoulder_ct.json");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Recipe recipe = parseRecipe(file.readAll().toStdString(), m_registry);
        Job job;
        const RunResult r = runRecipe(recipe, m_registry, apply(Case(), e), {"tester"}, job);
        const double version = firstNumber(found(r.findings, "landmarks.glenoid-version"));
        const double inclination = firstNumber(found(r.findings, "landmarks.glenoid-inclination"));
        const Landmark* head = landmarkOf(r.after, "humerus-head", Side::Right);
        QVERIFY(head && r.after.fields.size() == 1 && r.after.measurements.size() == 1);
        double mean = 0;
        for (const NamedQuantity& q : r.after.measurements.begin()->second->values)
            if (q.key == "mean")
                mean = q.quantity.value;
        qInfo("from the image: version %.1f (-8), inclination %.1f (5), head off by %.2f mm, joint space %.2f (4) mm",
              version, inclination, (head->position - s.headCentre).norm(), mean);
        QVERIFY(std::fabs(version + 8) < 2 && std::fabs(inclination - 5) < 2);
        QVERIFY((head->position - s.headCentre).norm() < 0.5);
        QVERIFY(std::fabs(mean - s.gap) < 0.4);
    }

    void tellsVersionInclinationAndIndex()
    {
        for (const bool left : {false, true}) {
            const RunResult r = run(shoulder(make(left, -6, 9, 2)));
            const Side side = left ? Side::Left : Side::Right;
            QVERIFY(landmarkOf(r.after, "scapula-aa", side) && landmarkOf(r.after, "humerus-head", side));
            QVERIFY(landmarkOf(r.after, "glenoid-rim-16", side));
            QCOMPARE(landmarkOf(r.after, "scapula-ts", side)->name,
                     std::string(left ? "Trigonum spinae (left scapula)" : "Trigonum spinae (right scapula)"));
            QVERIFY(frameFromCase(r.after, "scapula", side) && facesForward(*frameFromCase(r.after, "scapula", side)));
            QVERIFY(frameFromCase(r.after, "glenoid", side));
            QCOMPARE(frameSources(r.after, "glenoid", side).size(), size_t(3 + 1 + 16));
            const double version = firstNumber(found(r.findings, "landmarks.glenoid-version"));
            const double inclination = firstNumber(found(r.findings, "landmarks.glenoid-inclination"));
            const double index = firstNumber(found(r.findings, "landmarks.subluxation"));
            qInfo("%s: version %.1f (-6), inclination %.1f (9), index %.1f (45.8)", left ? "left" : "right", version,
                  inclination, index);
            QVERIFY(std::fabs(version + 6) < 1.5 && std::fabs(inclination - 9) < 1.5);
            QVERIFY(std::fabs(index - (24 - 2) / 48.0 * 100) < 2);
            QVERIFY(found(r.findings, "landmarks.glenoid-version")->severity == Severity::Note);
            const Finding* guess = found(r.findings, "landmarks.side");
            QVERIFY(guess && guess->severity == Severity::Note);
        }
    }

    void wrongSideIsAStop()
    {
        const RunResult r = run(shoulder(make(false, -6, 9, 0)), "left");
        const Finding* f = found(r.findings, "landmarks.wrong-side");
        QVERIFY(f && f->severity == Severity::Stop);
    }

    void theScapulaAloneWillDo()
    {
        const RunResult r = run(shoulder(make(false, -6, 9, 0), false));
        QVERIFY(found(r.findings, "landmarks.glenoid-version") && !found(r.findings, "landmarks.subluxation"));
    }

    void withoutAScapulaItIsRefused()
    {
        ParamValues v;
        v.set("joint", std::string("shoulder"));
        const Findings f = checkOperation(m_registry.at("implant.find-landmarks"), Case(), v);
        QVERIFY(blocks(f) && found(f, "landmarks.no-mask"));
    }
};

QTEST_GUILESS_MAIN(TestShoulderFindings)
#include "tst_shoulder_findings.moc"
