// anatomy.shoulder-bones on the phantom: both bones as they were drawn, both sides, then surfaces and the joint space
// against the gap that was drawn; joined bones, what is refused.

#include "core/base/error.h"
#include "core/mesh/extract.h"
#include "core/operation/registry.h"
#include "core/operation/run.h"
#include "core/operation/standard/joint_space_operation.h"
#include "core/operation/standard/shoulder_bones_operation.h"
#include "core/phantom/shoulder.h"
#include "tests/core/case/findings.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace pollux;
using test::found;

namespace {

Case caseOf(const Volume& image, const char* modality = "CT")
{
    VolumeObject v;
    v.name = std::string("CT");
    v.modality = std::string(modality);
    v.unit = std::string("HU");
    v.volume = image;
    Edit e;
    e.put(Id("ct"), std::move(v));
    return apply(Case(), e);
}

double value(const Measurement& m, const std::string& key)
{
    for (const NamedQuantity& q : m.values)
        if (q.key == key)
            return q.quantity.value;
    return NAN;
}

ShoulderOptions options(bool left)
{
    ShoulderOptions o;
    o.spacing = 1;
    o.mirrored = left;
    return o;
}

} // namespace

class TestShoulderBones : public QObject
{
    Q_OBJECT

    Registry m_registry;

    RunResult run(const Case& c, const char* id, const ParamValues& v) const
    {
        Job job;
        return runOperation(m_registry.at(id), c, v, {"tester"}, job);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        for (const auto& [id, name] : {std::pair("joint-space.reach", "joint_space.json"),
                                       {"shoulder-bones.least", "shoulder.json"},
                                       {"bone.piece", "bones.json"}})
            if (!m_registry.limits().find(id)) { // of a build from before the file was there
                QFile file(QString(POLLUX_SOURCE_DIR "/resources/limits/") + name);
                QVERIFY(file.open(QIODevice::ReadOnly));
                m_registry.limits().addJson(file.readAll().toStdString(), name);
            }
        m_registry.add(makeFindShoulderBones(m_registry.limits()));
        m_registry.add(makeJointSpace(m_registry.limits()));
    }

    void findsBothBonesAndTheirJointSpace_data()
    {
        QTest::addColumn<bool>("left");
        QTest::newRow("right") << false;
        QTest::newRow("left") << true;
    }
    void findsBothBonesAndTheirJointSpace()
    {
        QFETCH(bool, left);
        const Shoulder s = makeShoulder(options(left), Job());
        const RunResult r = run(caseOf(s.image), "anatomy.shoulder-bones", {});
        const char* suffix = left ? "-left" : "-right";
        for (const char* bone : {"scapula", "humerus"}) {
            const Id id(std::string(bone) + suffix);
            QVERIFY2(r.after.structures.contains(id), bone);
            const Structure& b = r.after.structure(id);
            const double overlap = dice(*b.mask, s.masks.at(bone));
            qInfo("%s%s: Dice %.3f, quality %.2f (%s)", bone, suffix, overlap, *b.quality, b.qualityText.c_str());
            QVERIFY(overlap > (std::string(bone) == "humerus" ? 0.98 : 0.96));
            QVERIFY(*b.quality > 0.5 && *b.quality <= 1);
            QCOMPARE(b.anatomy, std::string(bone));
        }
        for (const char* code :
             {"shoulder-bones.side", "shoulder-bones.wrong-side", "anatomy.named-otherwise", "bone.metal"})
            QVERIFY2(!found(r.findings, code), code);
        // The joint space of the found bones, from the glenoid: 4 mm everywhere.
        Edit surfaces;
        for (const char* bone : {"scapula", "humerus"}) {
            const Id id(std::string(bone) + suffix);
            Structure b = r.after.structure(id);
            b.surface = std::make_shared<const Surface>(extractSurface(*b.mask, {}, Job()));
            surfaces.put(id, std::move(b));
        }
        ParamValues v;
        v.set("name", std::string("Space"));
        const RunResult j = run(apply(r.after, surfaces), "anatomy.joint-space", v);
        const Measurement& m = *j.after.measurements.at(Id("space"));
        qInfo("joint space %.2f (4), 5 %% below %.2f, least %.2f, over %.0f mm2", value(m, "mean"), value(m, "p05"),
              value(m, "least"), value(m, "area"));
        // Half way to 1000 HU at most, where the plate has 1300: bones come out 0.1 to 0.2 mm too thick each.
        QVERIFY(std::fabs(value(m, "mean") - s.gap) < 0.4);
        QVERIFY(std::fabs(value(m, "least") - s.gap) < 1);
        QCOMPARE(value(m, "overlap"), 0.0);
    }

    void aSideThatTheImageContradictsIsAStop()
    {
        const Shoulder s = makeShoulder(options(false), Job());
        ParamValues v;
        v.set("side", std::string("left"));
        const RunResult r = run(caseOf(s.image), "anatomy.shoulder-bones", v);
        const Finding* f = found(r.findings, "shoulder-bones.wrong-side");
        QVERIFY(f && f->severity == Severity::Stop && !f->advice.empty());
        QVERIFY2(f->text.find("The left side is chosen, but the image shows the right one") == 0, f->text.c_str());
        v.set("side", std::string("right"));
        QVERIFY(!found(run(caseOf(s.image), "anatomy.shoulder-bones", v).findings, "shoulder-bones.wrong-side"));
    }

    void aNameThatTheImageContradictsAndMetalAreTold()
    {
        const Shoulder s = makeShoulder(options(false), Job());
        std::vector<std::int16_t> v(s.image.as<std::int16_t>().begin(), s.image.as<std::int16_t>().end());
        const Grid& g = s.image.grid();
        const Vec3 place = g.toPatient(5, 5, 5);
        v[size_t(g.offset(5, 5, 5))] = 3071;
        Case c = caseOf(Volume(g, std::move(v)));
        Edit e;
        VolumeObject named = c.volume(Id("ct"));
        named.name = std::string("Schulter LINKS 1.0");
        e.put(Id("ct"), std::move(named));
        const RunResult r = run(apply(c, e), "anatomy.shoulder-bones", {});
        QVERIFY(r.after.structures.contains(Id("scapula-right")));
        const Finding* f = found(r.findings, "anatomy.named-otherwise");
        QVERIFY(f && f->severity == Severity::Warning && !f->advice.empty());
        f = found(r.findings, "bone.metal");
        QVERIFY(f && f->severity == Severity::Warning && f->place && (*f->place - place).norm() < 1e-6);
    }

    void joinedBonesAreNotNamed()
    {
        // Contrast in the joint: above the threshold the two are one.
        const Shoulder s = makeShoulder(options(false), Job());
        std::vector<std::int16_t> v(s.image.as<std::int16_t>().begin(), s.image.as<std::int16_t>().end());
        const Grid& g = s.image.grid();
        for (size_t n = 0; n < v.size(); ++n)
            if (const Vec3 p = g.toPatient(int(n % size_t(g.size[0])), int(n / size_t(g.size[0]) % size_t(g.size[1])),
                                           int(n / (size_t(g.size[0]) * size_t(g.size[1]))));
                (p - s.glenoidCentre).norm() < 10)
                v[n] = std::max<std::int16_t>(v[n], 600);
        const RunResult r = run(caseOf(Volume(g, std::move(v))), "anatomy.shoulder-bones", {});
        const Finding* f = found(r.findings, "shoulder-bones.none");
        QVERIFY(f && f->severity == Severity::Stop && !f->advice.empty());
        QVERIFY(r.after.structures.empty());
    }

    void refusals()
    {
        Grid g;
        g.size = {40, 40, 40};
        const Case empty = caseOf(Volume(g, std::vector<std::int16_t>(64000, 50)));
        QVERIFY(found(run(empty, "anatomy.shoulder-bones", {}).findings, "shoulder-bones.none"));
        const Operation& op = m_registry.at("anatomy.shoulder-bones");
        QVERIFY(blocks(checkOperation(op, Case(), {})));
        QVERIFY(blocks(checkOperation(op, caseOf(Volume(g, std::vector<std::int16_t>(64000, 50)), "MR"), {})));
        g.spacing = Vec3(1, 1, 3);
        QVERIFY(found(checkOperation(op, caseOf(Volume(g, std::vector<std::int16_t>(64000, 50))), {}),
                      "shoulder-bones.slice"));
    }
};

QTEST_GUILESS_MAIN(TestShoulderBones)
#include "tst_shoulder_bones_operation.moc"
