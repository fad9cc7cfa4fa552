// Islands of a bone's mask and metal beside it: every operation that plans on a bone says so, and says nothing of a
// bone that has neither.

#include "ankle_case.h"
#include "jaw_case.h"
#include "plugins/implant/bone_load.h"
#include "tests/core/case/findings.h"
#include "tests/core/case/image_object.h"

#include <QFile>
#include <QtTest>

using namespace pollux;
using namespace pollux::implant;
using test::found;

namespace {

Case with(const Case& c, const Id& bone, const std::vector<Vec3>& island, const std::vector<Vec3>& metal)
{
    Edit e;
    Structure s = c.structure(bone);
    const Grid& g = s.mask->grid();
    std::vector<std::uint8_t> bits = s.mask->full();
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i)
                for (const Vec3& p : island)
                    if ((g.toPatient(i, j, k) - p).norm() < 4)
                        bits[std::size_t(g.offset(i, j, k))] = 1;
    s.mask = std::make_shared<const Mask>(g, bits);
    e.put(bone, std::move(s));
    VolumeObject v = c.volume(Id("ct"));
    const auto values = v.volume.as<std::int16_t>();
    std::vector<std::int16_t> voxels(values.begin(), values.end());
    const Grid& image = v.volume.grid();
    for (const Vec3& p : metal) {
        const Index3 at = image.nearest(p);
        voxels[std::size_t(image.offset(at[0], at[1], at[2]))] = 3071;
    }
    v.volume = Volume(image, std::move(voxels));
    e.put(Id("ct"), std::move(v));
    return apply(c, e);
}

} // namespace

class TestBoneState : public QObject
{
    Q_OBJECT

    Registry m_registry;

    RunResult run(const char* id, const Case& c, const ParamValues& v) const
    {
        Job job;
        return runOperation(m_registry.at(id), c, v, {"tester"}, job);
    }

    /// Nothing without, both with; in the plan and in what the run says.
    void compare(const char* id, const Case& c, const Id& bone, const ParamValues& v, const Id& plan,
                 const Vec3& island, const Vec3& metal) const
    {
        const RunResult clean = run(id, c, v);
        QVERIFY(!found(clean.findings, "bone.islands") && !found(clean.findings, "bone.metal"));
        const RunResult r = run(id, with(c, bone, {island}, {metal}), v);
        for (const Findings* told : {&r.findings, &r.after.plan(plan).findings}) {
            const Finding* f = found(*told, "bone.islands");
            QVERIFY(f && f->severity == Severity::Warning && !f->advice.empty() && f->place);
            QVERIFY2((*f->place - island).norm() < 1, f->text.c_str());
            f = found(*told, "bone.metal");
            QVERIFY(f && f->severity == Severity::Warning && !f->advice.empty() && f->place);
            QVERIFY((*f->place - metal).norm() < 1);
        }
    }

    /// A block of bone in an image with room about it.
    static Case block()
    {
        Grid g;
        g.size = {70, 30, 50};
        std::vector<std::int16_t> image(std::size_t(g.voxels()), 1200);
        Edit e;
        e.put(Id("ct"), test::ctObject(Volume(g, std::move(image))));
        Structure s;
        s.name = "Block";
        const IndexBox box{{0, 6, 6}, {50, 22, 22}};
        s.mask = std::make_shared<const Mask>(g, box, std::vector<std::uint8_t>(std::size_t(box.voxels()), 1));
        e.put(Id("bone"), std::move(s));
        return apply(Case(), e);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        if (!m_registry.limits().find("bone.piece")) { // of a build from before the file was there
            QFile file(POLLUX_SOURCE_DIR "/resources/limits/bones.json");
            QVERIFY(file.open(QIODevice::ReadOnly));
            m_registry.limits().addJson(file.readAll().toStdString(), "bones.json");
        }
        install(m_registry);
    }

    void ofAScrew()
    {
        ParamValues v;
        v.set("volume", std::string("ct"));
        v.set("bone", std::string("bone"));
        v.set("entry", Vec3(25, 6, 14));
        v.set("target", Vec3(25, 18, 14));
        v.set("diameter", 4.0);
        compare("implant.place-screw", block(), Id("bone"), v, Id("screw-1"), Vec3(60, 14, 14), Vec3(65, 4, 14));
    }

    void ofALoad()
    {
        ParamValues v;
        v.set("volume", std::string("ct"));
        v.set("bone", std::string("bone"));
        v.set("point", Vec3(49, 14, 14));
        v.set("towards", Vec3(60, 14, 14));
        v.set("edge", 2.0);
        compare(kBoneLoad, block(), Id("bone"), v, Id("bone-load-1"), Vec3(60, 14, 14), Vec3(65, 4, 14));
    }

    void ofADentalImplant()
    {
        JawOptions o;
        o.spacing = 0.8;
        const Jaw jaw = makeJaw(o, Job());
        ParamValues v;
        v.set("volume", std::string("ct"));
        v.set("bone", std::string("mandible"));
        v.set("platform", jaw.gapCrest);
        v.set("apex", Vec3(jaw.gapCrest - Vec3(0, 0, 12)));
        // In the tongue, and a filling.
        compare("implant.place-dental", jawcase::makeCase(jaw, false), Id("mandible"), v, Id("implant-1"),
                Vec3(0, 0, 0), Vec3(0, -20, 12));
    }

    void ofAComponent()
    {
        AnkleOptions o;
        o.spacing = 1;
        const Ankle ankle = makeAnkle(o, Job());
        ParamValues joint;
        joint.set("joint", std::string("ankle"));
        const Case c = run("implant.find-landmarks", anklecase::makeCase(ankle), joint).after;
        ParamValues v;
        v.set("volume", std::string("ct"));
        v.set("kind", std::string("ankle: tibia"));
        const Vec3 behind = ankle.toLps(Vec3(0, 28, 40));
        compare("implant.place-component", c, Id("tibia"), v, Id("component-1"), behind, ankle.toLps(Vec3(25, 0, 40)));
    }
};

QTEST_GUILESS_MAIN(TestBoneState)
#include "tst_bone_state.moc"
