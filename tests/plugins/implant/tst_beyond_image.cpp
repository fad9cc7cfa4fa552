// Implants that reach out of the image: how much is told, and nothing is made up of the bone there. Screw, component
// and cup; the dental implant in tst_place_dental.

#include "ankle_case.h"
#include "jaw_case.h"
#include "pelvis_case.h"
#include "plugins/implant/cup_scene.h"
#include "plugins/implant/image_findings.h"
#include "plugins/implant/screw_scene.h"
#include "tests/core/case/findings.h"
#include "tests/core/case/image_object.h"

#include <QtTest>

#include <cmath>

using namespace jawcase;
using namespace pollux::implant;
using test::found;

namespace {

/// What of an image lies below a height.
Volume below(const Volume& image, double z)
{
    Grid g = image.grid();
    g.size[2] = std::clamp(g.nearest(Vec3(g.origin.x(), g.origin.y(), z))[2] + 1, 1, g.size[2]);
    std::vector<float> v;
    v.reserve(static_cast<size_t>(g.voxels()));
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i)
                v.push_back(float(image.at(i, j, k)));
    return Volume(g, std::move(v));
}

} // namespace

class TstBeyondImage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShareIsTold()
    {
        QVERIFY(!beyondImage(0));
        const auto little = beyondImage(0.002), much = beyondImage(0.82);
        QVERIFY(little && much);
        QCOMPARE(little->severity, Severity::Stop);
        QVERIFY(little->text.find("Less than 1 %") != std::string::npos);
        QVERIFY(much->text.find("82 %") != std::string::npos);
        QVERIFY(!little->advice.empty());
    }

    /// A column of bone that the image cuts at z = 40, and a screw along it that comes out there.
    void noBreachIsMadeUpBeyondTheImage()
    {
        Grid g;
        g.size = {40, 40, 41};
        std::vector<std::uint8_t> bone;
        for (int k = 0; k < 41; ++k)
            for (int j = 0; j < 40; ++j)
                for (int i = 0; i < 40; ++i)
                    bone.push_back(std::hypot(i - 20, j - 20) < 9);
        Edit e;
        VolumeObject v;
        v.modality = "CT";
        v.volume = Volume(g, std::vector<std::int16_t>(bone.size(), 500));
        e.put(Id("ct"), std::move(v));
        Structure s;
        s.mask = std::make_shared<const Mask>(g, bone);
        e.put(Id("bone"), std::move(s));
        const Case c = apply(Case(), e);
        BoneScrew screw;
        screw.diameter = 6;
        screw.length = 30;
        ScrewScene::Inputs in;
        in.volume = Id("ct");
        in.bone = Id("bone");
        const AxisPose pose{Vec3(20, 20, 22), Vec3::UnitZ()};
        const ScrewMeasures m = ScrewScene(c, in, pose.at(15), 40, Job()).measure(screw, pose);
        qInfo("outside %.2f, wall %.2f mm", m.outside, m.wall);
        QVERIFY(m.outside > 0.2 && m.outside < 0.7);
        QVERIFY(m.wallKnown && std::fabs(m.wall - (8.5 - 3)) < 1.1);
    }

    /// Of a cup whose dome looks up a plane h above its centre cuts off 1 - h / r of the half sphere (Archimedes).
    void aCupThatTheImageCuts()
    {
        AcetabularCup cup;
        cup.outerDiameter = 50;
        const AxisPose pose{Vec3::Zero(), Vec3::UnitZ()};
        for (const double h : {5.0, 12.5, 22.0, 40.0}) {
            Grid g;
            g.size = {90, 90, int(std::lround(h + 40))}; // voxels end half of one above the last centre
            g.origin = Vec3(-44.5, -44.5, -39.5);
            const std::vector<std::uint8_t> bone(static_cast<size_t>(g.voxels()), 1);
            const double top = g.origin.z() + g.size[2] - 0.5, exact = std::max(0.0, 1 - top / 25);
            const CupMeasures m = CupScene(Mask(g, bone), JointFrame(), Vec3::Zero(), 60, Job()).measure(cup, pose, 1);
            QVERIFY2(std::fabs(m.outside - exact) < 0.02,
                     qPrintable(QString("%1 for %2 below %3 mm").arg(m.outside).arg(exact).arg(top)));
        }
    }

    void aComponentThatTheImageCuts()
    {
        Registry registry;
        registry.limits() = LimitTable::builtIn();
        install(registry);
        AnkleOptions o;
        o.spacing = 1;
        const Ankle ankle = makeAnkle(o, Job());
        const auto run = [&](const char* operation, const Case& c, const char* key, const char* value) {
            ParamValues v;
            v.set(key, std::string(value));
            Job job;
            return runOperation(registry.at(operation), c, v, {"tester"}, job);
        };
        const Case whole = run("implant.find-landmarks", anklecase::makeCase(ankle), "joint", "ankle").after;
        const auto place = [&](const Case& c) { return run("implant.place-component", c, "kind", "ankle: tibia"); };
        QVERIFY(!found(place(whole).findings, "implant.beyond"));
        // The base lies 9 mm above the plafond and reaches down from there, its pegs up: an image that ends in the
        // plafond shows no more than parts of it that hang lower.
        double last = 101;
        for (const double up : {-30.0, 7.0, 12.0}) {
            Edit e;
            e.put(Id("ct"), test::ctObject(below(ankle.image, ankle.plafondCentre.z() + up)));
            const RunResult r = place(apply(whole, e));
            const Finding* f = found(r.findings, "implant.beyond");
            QVERIFY2(f && f->severity == Severity::Stop && !f->advice.empty(), qPrintable(QString::number(up)));
            const double share = QString::fromStdString(f->text).section(QLatin1Char(' '), 0, 0).toDouble();
            qInfo("image up to %.0f mm above the plafond: %s", up, f->text.c_str());
            QVERIFY(share < last && (up > -30 || share == 100));
            last = share;
        }
    }

    /// Landmarks of the whole pelvis, its mask in an image that ends amid the right socket.
    void aCupAtTheBorderOfAnOperation()
    {
        Registry registry;
        registry.limits() = LimitTable::builtIn();
        install(registry);
        using namespace bones;
        const Vec3 spacing = Vec3::Constant(1.5);
        ParamValues v;
        v.set("joint", std::string("pelvis"));
        Job job;
        const Case whole = runOperation(registry.at("implant.find-landmarks"), pelvisCase(Pelvis(), Pose(), spacing), v,
                                        {"tester"}, job)
                               .after;
        // Local z is to the right: the right socket is at 88.
        const Case cut = pelvisCase(Pelvis(), Pose(), spacing, true, Vec3(-168, -200, -155), Vec3(12, 70, kSocket.z()));
        Edit e;
        e.put(Id("pelvis-right"), cut.structure(Id("pelvis-right")));
        v = {};
        v.set("side", std::string("right"));
        const auto beyond = [&](const Case& c) {
            return found(runOperation(registry.at("implant.place-cup"), c, v, {"tester"}, job).findings,
                         "implant.beyond") != nullptr;
        };
        QVERIFY(!beyond(whole));
        QVERIFY(beyond(apply(whole, e)));
    }
};

QTEST_APPLESS_MAIN(TstBeyondImage)
#include "tst_beyond_image.moc"
