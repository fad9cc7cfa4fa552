// What is drawn to its place: angles, the best position on a cut whose middle is known, surfaces and crests on masks
// with known walls, the normal of an arch.

#include "core/base/error.h"
#include "elliptic_bone.h"
#include "plugins/implant/snap.h"

#include <Eigen/Geometry>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

using namespace elliptic;

namespace {

/// Everything behind a plane through `at`, inwards along n.
Mask halfSpace(const Vec3& at, const Vec3& n, double from = 1e9, double to = 1e9)
{
    Grid g;
    g.size = {50, 60, 70};
    g.spacing = Vec3(0.5, 0.6, 0.7);
    g.origin = Vec3(-12, -18, -24);
    std::vector<std::uint8_t> v(static_cast<size_t>(g.voxels()));
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i) {
                const double d = n.dot(g.toPatient(i, j, k) - at);
                v[static_cast<size_t>(g.offset(i, j, k))] = (d >= 0 && d < 6) || (d >= from && d < to);
            }
    return Mask(g, v);
}

} // namespace

class TstSnap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anglesAreDrawnToTargets()
    {
        QCOMPARE(snapped(1.4, {0, 1}, 0.5), 1.0);
        QCOMPARE(snapped(1.6, {0, 1}, 0.5), 1.6);
        QCOMPARE(snapped(0.55, {0, 1}, 0.6), 1.0); // the nearer one
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(snapped(0.2, {nan}, 0.5), 0.2);
        ComponentSetting s;
        s.varus = 0.4;
        s.slope = 5.8;
        s.rotation = 0.3;
        ComponentSetting t = snapAngles(s, 3.0, 6.2);
        QCOMPARE(t.varus, 0.0);
        QCOMPARE(t.slope, 6.2);
        QCOMPARE(t.rotation, 0.3);
        t = snapAngles(s, {}, {});
        QCOMPARE(t.varus, 0.0);
        QCOMPARE(t.slope, 5.8);
    }

    /// On an ellipse the best place is its middle, for a base that fits and one that does not; on both sides.
    void theBestPlaceIsTheMiddleOfTheEllipse_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("depth");
        QTest::newRow("fits") << 26.0 << 24.0;
        QTest::newRow("just fits") << 36.0 << 28.0;
        QTest::newRow("overhangs") << 50.0 << 40.0;
    }

    void theBestPlaceIsTheMiddleOfTheEllipse()
    {
        QFETCH(double, width);
        QFETCH(double, depth);
        ComponentSetting found[2];
        for (const Side side : {Side::Right, Side::Left}) {
            const double medial = side == Side::Right ? 1 : -1;
            const ComponentScene scene(site(side, ComponentKind::AnkleTibia), prism(finned(medial)), {});
            const FlatComponent c = scene.forSide(genericComponent(ComponentKind::AnkleTibia, width, depth));
            ComponentSetting start;
            start.lateral = 3; // is replaced
            const ComponentSetting best = bestPlacement(scene, c, start, 3);
            ComponentSetting middle = start;
            middle.lateral = middle.anterior = 0;
            QVERIFY(scene.pose(middle).origin.head<2>().norm() > 4); // where it starts
            const Vec3 at = scene.pose(best).origin;
            // The generic base is a little wider in front.
            QVERIFY2(at.head<2>().norm() < 0.8, qPrintable(QString("%1 %2").arg(at.x()).arg(at.y())));
            const ComponentMeasures a = scene.measure(c, scene.pose(best)), b = scene.measure(c, scene.pose(middle));
            QVERIFY(a.worstOverhang < b.worstOverhang - 1);
            QVERIFY(a.coverage >= b.coverage - 1e-6);
            QCOMPARE(best.resection, start.resection);
            // The same again, bit for bit.
            QCOMPARE(bestPlacement(scene, c, start, 3).lateral, best.lateral);
            found[side == Side::Left] = best;
        }
        QVERIFY(std::fabs(found[0].lateral - found[1].lateral) < 0.11 &&
                std::fabs(found[0].anterior - found[1].anterior) < 0.11);
    }

    /// Of several sizes each counts where it lies best; where none leaves the malleolus, that of the middle is kept.
    void theBestSizeIsTheLargestThatFitsWhereItLiesBest()
    {
        for (const Side side : {Side::Right, Side::Left}) {
            const ComponentScene scene(site(side, ComponentKind::AnkleTibia),
                                       prism(finned(side == Side::Right ? 1 : -1)), {});
            std::vector<FlatComponent> sizes;
            for (double w = 16; w <= 44; w += 4)
                sizes.push_back(scene.forSide(genericComponent(ComponentKind::AnkleTibia, w, 0.8 * w)));
            ComponentSetting s;
            s.malleolus = 6;
            s.lateral = 2; // is replaced
            const auto fits = [&](const FlatComponent& c, const ComponentSetting& at) {
                const ComponentMeasures m = scene.measure(c, scene.pose(at));
                return m.worstOverhang <= 0 && *m.malleolus >= s.malleolus;
            };
            const PlacedSize best = bestPlacement(scene, sizes, s, 0, 3);
            QVERIFY(fits(best.component, best.setting));
            for (const FlatComponent& c : sizes)
                if (c.width > best.component.width)
                    QVERIFY2(!fits(c, bestPlacement(scene, c, s, 3)), qPrintable(QString::number(c.width)));
            // The fin pulls the middle of the cut aside: there only a smaller one fits.
            ComponentSetting middle = s;
            middle.lateral = 0;
            QVERIFY(scene.proposed(sizes, middle, 0).width < best.component.width);

            s.malleolus = middle.malleolus = 40;
            const PlacedSize kept = bestPlacement(scene, sizes, s, 0, 3);
            QCOMPARE(kept.component.width, scene.proposed(sizes, middle, 0).width);
            QCOMPARE(kept.setting.lateral, bestPlacement(scene, kept.component, s, 3).lateral);
        }
    }

    void aCutBesideTheBoneIsRefused()
    {
        const ComponentScene scene(site(Side::Right, ComponentKind::AnkleTibia), prism(finned(1)), {});
        ComponentSetting s;
        s.resection = 200;
        QVERIFY_EXCEPTION_THROWN(bestPlacement(scene, genericComponent(ComponentKind::AnkleTibia, 24, 24), s, 0),
                                 Error);
    }

    /// Half a voxel at the most, and the nearest of two walls.
    void anEntryLiesOnTheSurface()
    {
        for (const Vec3& n : {Vec3(0, 0, 1), Vec3(0, 0.6, 0.8), Vec3(0.48, 0.6, 0.64)}) {
            const Mask bone = halfSpace(Vec3(0.3, 0.2, 1.1), n);
            for (const double off : {-4.0, 0.0, 3.0}) {
                const AxisPose pose{Vec3(0.3, 0.2, 1.1) + off * n, n};
                const auto at = snapEntry(bone, pose);
                QVERIFY(at);
                const double miss = n.dot(*at - Vec3(0.3, 0.2, 1.1));
                QVERIFY2(std::fabs(miss) < 0.4, qPrintable(QString::number(miss)));
                QVERIFY((*at - pose.origin).cross(n).norm() < 1e-9); // along the axis
            }
        }
        // From the other side it enters at the other wall.
        const auto back = snapEntry(halfSpace(Vec3::Zero(), Vec3::UnitZ()), {Vec3::Zero(), -Vec3::UnitZ()});
        QVERIFY(back && std::fabs(back->z() - 6) < 0.4);
        // Two shells: the one that is nearer.
        const Mask two = halfSpace(Vec3::Zero(), Vec3::UnitZ(), 10, 14);
        QVERIFY(std::fabs(snapEntry(two, {Vec3(0, 0, 8), Vec3::UnitZ()})->z() - 10) < 0.4);
        QVERIFY(std::fabs(snapEntry(two, {Vec3(0, 0, 4), Vec3::UnitZ()})->z()) < 0.4);
        QVERIFY(!snapEntry(two, {Vec3(0, 0, 30), Vec3::UnitZ()}, 5));
        QVERIFY(!snapEntry(two, {Vec3(300, 0, 0), Vec3::UnitZ()}));
        QVERIFY(!snapEntry(Mask(), {Vec3::Zero(), Vec3::UnitZ()}));
    }

    void aPlatformOnTheCrestAndItsAxisOnTheArch()
    {
        const Vec3 up = Vec3(0.1, 0.15, 1).normalized();
        const Mask jaw = halfSpace(Vec3::Zero(), -up); // bone below
        std::vector<Vec3> arch;
        const Vec3 x = up.cross(Vec3::UnitY()).normalized(), y = up.cross(x);
        for (int n = -20; n <= 20; ++n)
            arch.push_back(n * x + 0.04 * n * n * y);
        const AxisPose pose{Vec3(0.5, 1, 2), (-up + 0.12 * x).normalized()};
        const auto snappedPose = snapPlatform(jaw, pose, arch);
        QVERIFY(snappedPose);
        QVERIFY((snappedPose->direction + up).norm() < 1e-3);
        QVERIFY(std::fabs(up.dot(snappedPose->origin)) < 0.4);
        // Far off the normal, or without an arch, the axis stays.
        const auto stays = snapPlatform(jaw, pose, arch, 3);
        QVERIFY(stays && (stays->direction - pose.direction).norm() < 1e-12);
        const auto plain = snapPlatform(jaw, pose);
        QVERIFY(plain && (plain->direction - pose.direction).norm() < 1e-12);
        QVERIFY(!snapPlatform(jaw, {Vec3(0, 0, 200), -Vec3::UnitZ()}));
    }

    void badInputIsRefused()
    {
        const Mask bone = halfSpace(Vec3::Zero(), Vec3::UnitZ());
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QVERIFY_EXCEPTION_THROWN(snapEntry(bone, {Vec3(nan, 0, 0), Vec3::UnitZ()}), Error);
        QVERIFY_EXCEPTION_THROWN(snapEntry(bone, {Vec3::Zero(), Vec3::Zero()}), Error);
        QVERIFY_EXCEPTION_THROWN(snapEntry(bone, {Vec3::Zero(), Vec3::UnitZ()}, 1e9), Error);
        QVERIFY_EXCEPTION_THROWN(snapEntry(bone, {Vec3::Zero(), Vec3::UnitZ()}, nan), Error);
    }
};

QTEST_APPLESS_MAIN(TstSnap)
#include "tst_snap.moc"
