// The body that stands for a component while it is moved: each size as the solid has it, whichever came before.

#include "core/solid/step.h"
#include "plugins/implant/component_body.h"

#include <QtTest>

using namespace pollux;
using namespace pollux::implant;

class TstComponentBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizesComeAndGo()
    {
        ComponentBody body;
        const auto check = [&](double width, const Vec3& at) {
            const FlatComponent component = genericComponent(ComponentKind::AnkleTibia, width, 1.1 * width);
            BodyPose pose;
            pose.origin = at;
            const auto made = body.at(component, pose, "c");
            const Surface truth = tessellated(StepPart{"c", component, {}, true, pose}, kComponentDeflection);
            QVERIFY(made->surface->triangles().size() == truth.triangles().size());
            QVERIFY((made->surface->bounds().min - truth.bounds().min).norm() < 1e-4);
            QVERIFY((made->surface->bounds().max - truth.bounds().max).norm() < 1e-4);
            QVERIFY(std::fabs(made->surface->volumeMl() - truth.volumeMl()) < 1e-4 * truth.volumeMl());
        };
        for (const double width : {28.0, 30.0, 28.0, 32.0, 30.0})
            check(width, Vec3(width, -5, 3));
        for (int n = 0; n < 15; ++n) // more than are kept
            check(26 + 0.5 * n, Vec3(0, n, 0));
        check(28, Vec3(1, 2, 3));
    }

    void whatIsNoComponentThrowsAndIsForgotten()
    {
        ComponentBody body;
        const FlatComponent good = genericComponent(ComponentKind::KneeTibia, 70, 46);
        FlatComponent bad = good;
        bad.width = -1;
        const auto volume = [&] { return body.at(good, {}, "c")->surface->volumeMl(); };
        const double before = volume();
        QVERIFY_EXCEPTION_THROWN(body.at(bad, {}, "c"), std::exception);
        QVERIFY_EXCEPTION_THROWN(body.at(bad, {}, "c"), std::exception);
        QVERIFY(volume() == before);
    }
};

QTEST_GUILESS_MAIN(TstComponentBody)
#include "tst_component_body.moc"
