// Implants that reach out of the image: how much is told, and nothing is made up of the bone there.

#include "jaw_case.h"
#include "plugins/implant/image_findings.h"
#include "plugins/implant/screw_scene.h"

#include <QtTest>

#include <cmath>

using namespace jawcase;
using namespace pollux::implant;

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
};

QTEST_APPLESS_MAIN(TstBeyondImage)
#include "tst_beyond_image.moc"
