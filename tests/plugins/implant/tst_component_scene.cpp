// A component on bones of known shape: elliptic cylinders whose end is the joint.

#include "core/base/error.h"
#include "elliptic_bone.h"
#include "plugins/implant/component_motion.h"
#include "plugins/implant/snap.h"

#include <Eigen/Geometry>
#include <QtTest>

#include <cmath>
#include <limits>
#include <numbers>

using namespace elliptic;

class TstComponentScene : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coverageAndOverhang()
    {
        const ComponentScene scene(site(Side::Right, ComponentKind::AnkleTibia), bone(Vec3::UnitZ()), {});
        const FlatComponent c = scene.forSide(genericComponent(ComponentKind::AnkleTibia, 24, 22));
        ComponentSetting s;
        s.resection = 9;
        BodyPose pose = scene.pose(s);
        QVERIFY((pose.origin - Vec3(0, 0, 9)).norm() < 0.05);
        ComponentMeasures m = scene.measure(c, pose);
        QVERIFY2(std::fabs(m.cutArea / kCutArea - 1) < 2e-3, qPrintable(QString::number(m.cutArea)));
        QVERIFY2(std::fabs(m.coverage - area(c) / kCutArea) < 2e-3, qPrintable(QString::number(m.coverage)));
        QVERIFY(m.beyond < 1e-3);
        QVERIFY(m.worstOverhang < 0);
        QVERIFY(std::fabs(m.depthMedial - 9) < 0.01 && std::fabs(m.depthLateral - 9) < 0.01);
        // Moved by 16 mm laterally it comes out there, by as much as its border is farther than the ellipse.
        s.lateral = 16;
        pose = scene.pose(s);
        m = scene.measure(c, pose);
        // Lateral of a right bone is the patient's right: -x.
        QVERIFY(pose.origin.x() < -15.9);
        const double exact = overhangOfEllipse(c, pose);
        QVERIFY2(std::fabs(m.worstOverhang - exact) < 0.1,
                 qPrintable(QString("%1 for %2").arg(m.worstOverhang).arg(exact)));
        QVERIFY(m.overhang[static_cast<size_t>(Zone::AnteroLateral)] > 1);
        QVERIFY(m.overhang[static_cast<size_t>(Zone::AnteroMedial)] < 0);
        QVERIFY(m.beyond > 0.05);
    }

    void anglesAreThoseAskedFor_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("distal tibia") << int(ComponentKind::AnkleTibia);
        QTest::newRow("distal femur") << int(ComponentKind::KneeFemur);
    }

    void anglesAreThoseAskedFor()
    {
        QFETCH(int, kind);
        const auto k = static_cast<ComponentKind>(kind);
        // A joint that is native in 4 degrees of varus: the medial side higher, of a right bone at +x.
        const double v = std::tan(4 * std::numbers::pi / 180);
        for (const Side side : {Side::Right, Side::Left}) {
            const double medial = side == Side::Right ? 1 : -1;
            const ComponentScene scene(site(side, k), bone(Vec3(-medial * v, 0, 1)), {});
            ComponentSetting s;
            s.varus = 2.5;
            s.slope = 6;
            s.rotation = -11;
            const FlatComponent c = scene.forSide(genericComponent(k, 24, 22));
            const BodyPose pose = scene.pose(s);
            pose.check();
            const ComponentMeasures m = scene.measure(c, pose);
            QVERIFY(std::fabs(m.varus - 2.5) < 1e-9);
            QVERIFY(std::fabs(m.slope - 6) < 1e-9);
            QVERIFY(std::fabs(m.rotation + 11) < 1e-9);
            QVERIFY2(m.nativeVarus && std::fabs(*m.nativeVarus - 4) < 0.1,
                     qPrintable(QString::number(m.nativeVarus.value_or(99))));
            QVERIFY(m.nativeSlope && std::fabs(*m.nativeSlope) < 0.1);
            // The reference is 9 mm before the cut.
            QVERIFY(std::fabs(scene.cutPlane(pose).signedDistance(Vec3::Zero()) - 9) < 1e-9);
        }
    }

    /// The same bone of the other side gives the same numbers, and the component is the mirror.
    void theOtherSideGivesTheSame()
    {
        ComponentMeasures m[2];
        BodyPose pose[2];
        for (int n = 0; n < 2; ++n) {
            const Side side = n == 0 ? Side::Right : Side::Left;
            const ComponentScene scene(site(side, ComponentKind::KneeFemur), bone(Vec3(n == 0 ? 0.1 : -0.1, 0.05, 1)),
                                       {});
            ComponentSetting s{9, 1.5, 3, 7, 4, -3};
            pose[n] = scene.pose(s);
            m[n] = scene.measure(scene.forSide(genericComponent(ComponentKind::KneeFemur, 40, 34)), pose[n]);
        }
        QVERIFY((pose[0].origin - Vec3(-pose[1].origin.x(), pose[1].origin.y(), pose[1].origin.z())).norm() < 1e-4);
        const auto same = [](double a, double b) { return std::fabs(a - b) < 2e-3 * std::max(1.0, std::fabs(a)); };
        QVERIFY(same(m[0].coverage, m[1].coverage));
        QVERIFY(same(m[0].worstOverhang, m[1].worstOverhang));
        for (size_t z = 0; z < 4; ++z)
            QVERIFY2(std::fabs(m[0].overhang[z] - m[1].overhang[z]) < 0.02,
                     qPrintable(QString("%1 %2").arg(m[0].overhang[z]).arg(m[1].overhang[z])));
        QVERIFY(same(m[0].depthMedial, m[1].depthMedial) && same(m[0].depthLateral, m[1].depthLateral));
        QVERIFY(same(*m[0].nativeVarus, *m[1].nativeVarus) && same(*m[0].nativeSlope, *m[1].nativeSlope));
    }

    void largestThatDoesNotOverhangIsProposed()
    {
        const ComponentScene scene(site(Side::Right, ComponentKind::AnkleTibia), bone(Vec3::UnitZ()), {});
        std::vector<FlatComponent> sizes;
        for (double w = 20; w <= 60; w += 4)
            sizes.push_back(genericComponent(ComponentKind::AnkleTibia, w, 0.8 * w));
        const FlatComponent best = scene.proposed(sizes, {}, 0);
        const auto over = [&](const FlatComponent& c) { return scene.measure(c, scene.pose({})).worstOverhang; };
        QVERIFY(over(best) <= 0);
        for (const FlatComponent& c : sizes)
            QVERIFY(c.width <= best.width || over(c) > 0);
        QCOMPARE(scene.proposed(sizes, {}, -15).width, 20.0); // none stays so far within: the smallest
    }

    /// Marrow that a mask leaves out is no border: the base does not overhang there, but covers no bone.
    void aHoleIsNoOverhang()
    {
        Ring ring;
        for (int n = 0; n < 40; ++n)
            ring.emplace_back(4 * std::cos(n * std::numbers::pi / 20), 4 * std::sin(n * std::numbers::pi / 20));
        const Surface whole = bone(Vec3::UnitZ()), hole = prism(ring);
        std::vector<Vec3f> points = whole.points();
        std::vector<Triangle> triangles = whole.triangles();
        const auto first = static_cast<std::uint32_t>(points.size());
        for (const Vec3f& p : hole.points()) // about the lateral border of the base
            points.emplace_back(p.x() - 12, p.y(), 5 + p.z() / 6);
        for (const Triangle& t : hole.triangles())
            triangles.push_back({first + t[0], first + t[2], first + t[1]});
        const ComponentScene with(site(Side::Right, ComponentKind::AnkleTibia), Surface(points, triangles), {});
        const ComponentScene without(site(Side::Right, ComponentKind::AnkleTibia), whole, {});
        const FlatComponent c = with.forSide(genericComponent(ComponentKind::AnkleTibia, 24, 22));
        const ComponentMeasures a = with.measure(c, with.pose({})), b = without.measure(c, without.pose({}));
        QVERIFY(b.worstOverhang < -2);
        QVERIFY(std::fabs(a.worstOverhang - b.worstOverhang) < 1e-6);
        QVERIFY(std::fabs(*a.malleolus - *b.malleolus) < 1e-6);
        QVERIFY(std::fabs(a.beyond - b.beyond) < 1e-6);
        QVERIFY(a.coverage < b.coverage - 0.003 && a.cutArea < b.cutArea - 40);
        const std::vector<FlatComponent> sizes{genericComponent(ComponentKind::AnkleTibia, 20, 18),
                                               genericComponent(ComponentKind::AnkleTibia, 26, 22)};
        QCOMPARE(with.proposed(sizes, {}, 0).width, without.proposed(sizes, {}, 0).width);
        QVERIFY(std::fabs(bestPlacement(with, c, {}, 3).lateral) < 3);
    }

    /// Straight across to the border of the bone, however near that is in front or behind.
    void besideMediallyIsMeasuredAcross()
    {
        const auto box = [](double depth, double width) {
            return Ring{
                {-depth / 2, -width / 2}, {depth / 2, -width / 2}, {depth / 2, width / 2}, {-depth / 2, width / 2}};
        };
        const Ring wide = box(30, 60);
        const std::vector<Vec2> base = sampled(box(28, 20), 0.5);
        for (const double medial : {1.0, -1.0}) {
            const auto beside = [&](const Rings& bone, const Vec2& by) {
                return besideMedially(bone, base, by, 28, medial);
            };
            QCOMPARE(beside({wide}, Vec2::Zero()), 20.0); // 1 mm to the border in front
            QCOMPARE(beside({wide}, Vec2(0, 3 * medial)), 17.0);
            QCOMPARE(beside({wide}, Vec2(0, 25 * medial)), -5.0); // beyond the bone
            // A notch in the border is what counts at its place, outside the middle half it does not.
            const double z = 30 * medial;
            const Ring notched{{-30, -z}, {30, -z}, {30, z}, {2, z}, {2, z - 6 * medial}, {-2, z - 6 * medial},
                               {-2, z},   {-30, z}};
            QCOMPARE(beside({notched}, Vec2::Zero()), 14.0);
            QCOMPARE(beside({notched}, Vec2(12, 0)), 20.0);
        }
        QCOMPARE(besideMedially({}, base, Vec2::Zero(), 28, 1), std::numeric_limits<double>::infinity());
    }

    /// The middle that an ankle's tibia starts from leaves the malleolus out; sizes and the best place leave it too.
    void theMalleolusIsLeft()
    {
        std::vector<FlatComponent> sizes;
        for (double w = 16; w <= 60; w += 2)
            sizes.push_back(genericComponent(ComponentKind::AnkleTibia, w, 0.8 * w));
        for (const Side side : {Side::Right, Side::Left}) {
            const double lateral = side == Side::Right ? -1 : 1; // x
            const ComponentScene scene(site(side, ComponentKind::AnkleTibia), bone(Vec3::UnitZ()), {});
            ComponentSetting s;
            s.malleolus = 9.4;
            const BodyPose pose = scene.pose(s);
            QVERIFY2(std::fabs(pose.origin.x() - lateral * 4.7) < 0.05, qPrintable(QString::number(pose.origin.x())));
            const FlatComponent best = scene.proposed(sizes, s, 0);
            const auto measured = [&](FlatComponent c) { return scene.measure(scene.forSide(c), pose); };
            QVERIFY(measured(best).worstOverhang <= 0 && *measured(best).malleolus >= 9.4);
            for (const FlatComponent& c : sizes)
                QVERIFY(c.width <= best.width || measured(c).worstOverhang > 0 || *measured(c).malleolus < 9.4);
            ComponentSetting all = s;
            all.malleolus = 30; // no size leaves that: the largest that does not overhang
            const FlatComponent within = scene.proposed(sizes, all, 0);
            QVERIFY(scene.measure(scene.forSide(within), scene.pose(all)).worstOverhang <= 0);
            s.lateral = -10;
            const FlatComponent c = scene.forSide(genericComponent(ComponentKind::AnkleTibia, 24, 20));
            QVERIFY(*scene.measure(c, scene.pose(s)).malleolus < 9);
            const ComponentMeasures found = scene.measure(c, scene.pose(bestPlacement(scene, c, s, 3)));
            QVERIFY2(*found.malleolus > 9.2 && found.worstOverhang < 0.1,
                     qPrintable(QString("%1 %2").arg(*found.malleolus).arg(found.worstOverhang)));
        }
    }

    void resectedBoneIsWhatLiesBeyond()
    {
        Grid g;
        g.size = {120, 100, 80};
        g.spacing = Vec3::Constant(0.5);
        g.origin = Vec3(-29.75, -24.75, -4.75);
        std::vector<std::uint8_t> v(static_cast<size_t>(g.voxels()));
        for (int k = 0; k < g.size[2]; ++k)
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i) {
                    const Vec3 p = g.toPatient(i, j, k);
                    v[static_cast<size_t>(g.offset(i, j, k))] =
                        std::hypot(p.x() / kHalfWidth, p.y() / kHalfDepth) < 1 && p.z() > 0;
                }
        const Mask mask(g, v);
        for (const ComponentKind kind : {ComponentKind::KneeFemur, ComponentKind::AnkleTibia}) {
            const ComponentScene scene(site(Side::Left, kind), bone(Vec3::UnitZ()), {});
            const FlatComponent c = scene.forSide(genericComponent(kind, 24, 22));
            const Mask gone = scene.resected(mask, c, scene.pose({}), 0, Job());
            const double exact =
                9 * (kind == ComponentKind::KneeFemur ? std::numbers::pi * kHalfDepth * kHalfWidth : area(c)) / 1000;
            QVERIFY2(std::fabs(gone.volumeMl() / exact - 1) < 0.02,
                     qPrintable(QString("%1 for %2").arg(gone.volumeMl()).arg(exact)));
        }
    }

    void movedByItsHandles_data()
    {
        QTest::addColumn<bool>("left");
        QTest::addColumn<double>("width");
        QTest::newRow("right, turned by its front") << false << 24.0;
        QTest::newRow("left, turned by its front") << true << 24.0;
        QTest::newRow("right, turned by its side") << false << 36.0;
        QTest::newRow("left, turned by its side") << true << 36.0;
    }

    void movedByItsHandles()
    {
        QFETCH(bool, left);
        QFETCH(double, width);
        const ComponentScene scene(site(left ? Side::Left : Side::Right), bone(Vec3(0.2, -0.1, 1)), {});
        const FlatComponent c = scene.forSide(genericComponent(ComponentKind::KneeFemur, width, 30));
        ComponentSetting s;
        s.resection = 11;
        s.varus = 3;
        s.slope = -4;
        s.rotation = 7;
        s.lateral = 1.5;
        s.anterior = -2;
        // Where the middle is taken, there it is, at once.
        const Vec3 to = scene.pose(s).origin + Vec3(2, -3, 1.7);
        const ComponentSetting moved = movedTo(scene, s, to);
        QVERIFY((scene.pose(moved).origin - to).norm() < 1e-9);
        QVERIFY(moved.varus == s.varus && moved.slope == s.slope && moved.rotation == s.rotation);
        // Along the frame's lateral direction a flat cut has nothing but a lateral shift.
        ComponentSetting flat;
        const Vec3 lateral = scene.pose(flat).origin + 3 * scene.site().frame.lateral();
        const ComponentSetting aside = movedTo(scene, flat, lateral);
        QVERIFY(std::fabs(aside.lateral - 3) < 1e-9 && std::fabs(aside.anterior) < 1e-9);
        QVERIFY(std::fabs(aside.resection - flat.resection) < 1e-9);
        // The end of its longer side, taken to where it is at another rotation.
        ComponentSetting turned = s;
        turned.rotation = -9;
        const BodyPose now = scene.pose(s), then{now.origin, scene.pose(turned).axes};
        const Vec3 end = turningEnd(scene, c, then);
        QVERIFY(std::fabs((end - then.origin).norm() - std::max(c.width, c.depth) / 2) < 1e-9);
        const ComponentSetting found = turnedTo(scene, c, s, end);
        QVERIFY2(std::fabs(found.rotation + 9) < 1e-6, qPrintable(QString::number(found.rotation)));
        QVERIFY(found.lateral == s.lateral && found.resection == s.resection && found.varus == s.varus);
        // How far out the end is taken does not matter, nor how far off the cut.
        const Vec3 off = now.origin + 1.7 * (end - now.origin) + 4 * now.axes.col(1);
        QVERIFY(std::fabs(turnedTo(scene, c, s, off).rotation + 9) < 1e-6);
        QVERIFY(turnedTo(scene, c, s, now.origin).rotation == s.rotation);
        QVERIFY_EXCEPTION_THROWN(movedTo(scene, s, to + Vec3(0, 0, 200)), Error);
    }

    /// Each axis of a setting moves or turns the component along it, by so much, and changes nothing else.
    void movedAlongItsAxes_data() { movedByItsHandles_data(); }

    void movedAlongItsAxes()
    {
        QFETCH(bool, left);
        const ComponentScene scene(site(left ? Side::Left : Side::Right), bone(Vec3(0.2, -0.1, 1)), {});
        ComponentSetting s;
        s.resection = 11;
        s.varus = 3;
        s.slope = -4;
        s.rotation = 7;
        const BodyPose before = scene.pose(s);
        const std::vector<SettingAxis> axes = settingAxes(scene, s);
        QCOMPARE(axes.size(), size_t(6));
        for (const SettingAxis& a : axes) {
            QVERIFY(std::fabs(a.direction.norm() - 1) < 1e-9);
            const ComponentSetting moved = movedBy(scene, s, a, 2);
            QVERIFY(moved.*a.what > s.*a.what);
            const BodyPose after = scene.pose(moved);
            if (!a.turns) {
                QVERIFY((after.origin - before.origin - 2 * a.direction).norm() < 1e-9);
                QVERIFY((after.axes - before.axes).norm() < 1e-12);
                continue;
            }
            QVERIFY(std::fabs(moved.*a.what - s.*a.what - 2) < 1e-12);
            const Eigen::AngleAxisd turn{Mat3(after.axes * before.axes.transpose())};
            QVERIFY2(turn.axis().dot(a.direction) > 0.999, qPrintable(QString::number(turn.axis().dot(a.direction))));
            QVERIFY(std::fabs(turn.angle() * 180 / std::numbers::pi - 2) < 0.1);
        }
        // Outwards is to the patient's left on the left; LPS x runs there.
        QVERIFY(axes[1].direction.x() * (left ? 1 : -1) > 0.9);
        QVERIFY(axes[2].direction.y() < -0.9); // forwards
        QVERIFY(axes[0].direction.z() > 0.9);  // the bone is above: deeper is up
    }

    void keptWithinRanges()
    {
        ParamList list;
        list.add(realParam("resection", "Resection", Unit::Millimetre, 0, 0, 40, "How deep."));
        list.add(realParam("rotation", "Rotation", Unit::Degree, 0, -45, 45, "How far."));
        ComponentSetting s;
        s.resection = -3;
        s.rotation = 170;
        s.lateral = 99; // no such parameter
        const ComponentSetting kept = withinRanges(s, list);
        QVERIFY(kept.resection > 0 && kept.resection < 0.2);
        QVERIFY(kept.rotation == 45 && kept.lateral == 99);
        ParamValues v;
        setInto(v, kept);
        QVERIFY(v.real("rotation") == 45 && v.real("resection") == kept.resection && v.real("anterior") == 0);
    }

    void axesForViews()
    {
        // A bone that stands as the patient does.
        QVERIFY(viewAxes(site(Side::Right).frame).isIdentity(1e-12));
        QVERIFY(viewAxes(site(Side::Left).frame).isIdentity(1e-12));
        ComponentSite low = site(Side::Right, ComponentKind::KneeTibia);
        low.boneIsProximal = false;
        BodyPose pose;
        pose.axes.col(0) = -Vec3::UnitY();
        for (const ComponentSite& at : {low, site(Side::Left)}) {
            // Away from the bone: down for a femur, up for a tibia.
            pose.axes.col(1) = at.boneIsProximal ? Vec3(-Vec3::UnitZ()) : Vec3(Vec3::UnitZ());
            pose.axes.col(2) = pose.axes.col(0).cross(pose.axes.col(1));
            QVERIFY(viewAxes(at, pose).isIdentity(1e-12));
        }
        ComponentSetting s;
        s.varus = 5;
        s.rotation = 10;
        const ComponentScene scene(site(Side::Left), bone(Vec3::UnitZ()), {});
        const Mat3 axes = viewAxes(scene.site(), scene.pose(s));
        QVERIFY((axes.transpose() * axes).isIdentity(1e-12) && axes.determinant() > 0);
        QVERIFY(std::fabs(std::acos(axes(2, 2)) * 180 / std::numbers::pi - 5) < 1e-6);
    }

    void badInputIsRefused()
    {
        const Surface whole = bone(Vec3::UnitZ());
        const Surface open(whole.points(), {whole.triangles().begin(), whole.triangles().end() - 100});
        QVERIFY_EXCEPTION_THROWN(ComponentScene(site(Side::Right), open, {}), Error);
        const ComponentScene scene(site(Side::Right), whole, {});
        ComponentSetting s;
        s.resection = 100;
        QVERIFY_EXCEPTION_THROWN(scene.pose(s), Error);
    }
};

QTEST_APPLESS_MAIN(TstComponentScene)
#include "tst_component_scene.moc"
