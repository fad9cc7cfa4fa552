// Controls and measures of a component against the patient's axes: what is lateral, forwards, varus, a slope, external.

#include "elliptic_bone.h"

#include <QtTest>

#include <cmath>
#include <numbers>

using namespace elliptic;

class TstComponentSigns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Each control by itself, against the patient's axes: no measure of the program says that it went the right way.
    void controlsGoWhereTheirNamesSay()
    {
        const double sine = std::sin(8 * std::numbers::pi / 180);
        for (const Side side : {Side::Right, Side::Left})
            for (const ComponentKind kind : {ComponentKind::AnkleTibia, ComponentKind::KneeFemur}) {
                const ComponentScene scene(site(side, kind), bone(Vec3::UnitZ()), {});
                const double medial = side == Side::Right ? 1 : -1; // of x, which goes to the patient's left
                const Vec3 start = scene.pose({}).origin;
                // x of the component, forwards, and along the cut to the midline.
                const auto front = [&](const ComponentSetting& s) { return Vec3(scene.pose(s).axes.col(0)); };
                const auto inwards = [&](const ComponentSetting& s) {
                    const Vec3 z = scene.pose(s).axes.col(2);
                    return Vec3(z.x() * medial > 0 ? z : -z);
                };
                ComponentSetting s;
                QVERIFY((front(s) + Vec3::UnitY()).norm() < 1e-9);
                s.slope = 8; // drops towards the back
                QVERIFY(std::fabs(front(s).z() - sine) < 1e-9 && std::fabs(inwards(s).z()) < 1e-9);
                s = {};
                s.varus = 8; // of a distal plane: the medial side is the higher one
                QVERIFY(std::fabs(inwards(s).z() - sine) < 1e-9 && std::fabs(front(s).z()) < 1e-9);
                s = {};
                s.rotation = 8; // the toes outwards
                QVERIFY(std::fabs(front(s).x() + medial * sine) < 1e-9 && std::fabs(front(s).z()) < 1e-9);
                s = {};
                s.lateral = 5;
                QVERIFY((scene.pose(s).origin - start + Vec3(5 * medial, 0, 0)).norm() < 1e-6);
                s = {};
                s.anterior = 5;
                QVERIFY((scene.pose(s).origin - start + Vec3(0, 5, 0)).norm() < 1e-6);
                s = {};
                s.resection += 3; // further from the joint
                QVERIFY((scene.pose(s).origin - start - Vec3(0, 0, 3)).norm() < 1e-6);
            }
    }

    /// What is told of a joint and of a cut, against a joint whose slope is known and a cut that is deeper on one side.
    void measuresHaveTheirSides()
    {
        for (const Side side : {Side::Right, Side::Left}) {
            const double slope = std::tan(5 * std::numbers::pi / 180);
            // z = -slope * y: towards the back, which is y, it drops.
            const ComponentScene dropping(site(side, ComponentKind::AnkleTibia), bone(Vec3(0, slope, 1)), {});
            const FlatComponent c = dropping.forSide(genericComponent(ComponentKind::AnkleTibia, 24, 22));
            const ComponentMeasures native = dropping.measure(c, dropping.pose({}));
            QVERIFY2(native.nativeSlope && std::fabs(*native.nativeSlope - 5) < 0.1,
                     qPrintable(QString::number(native.nativeSlope.value_or(99))));
            const ComponentScene scene(site(side, ComponentKind::AnkleTibia), bone(Vec3::UnitZ()), {});
            ComponentSetting s;
            s.varus = 8; // higher, so deeper, medially: by about half a base's width times the slope
            const ComponentMeasures m = scene.measure(c, scene.pose(s));
            QVERIFY2(m.depthMedial - m.depthLateral > 0.8 && m.depthMedial - m.depthLateral < 2,
                     qPrintable(QString("%1 %2").arg(m.depthMedial).arg(m.depthLateral)));
            const auto over = [&](const ComponentSetting& setting, Zone zone) {
                return scene.measure(c, scene.pose(setting)).overhang[static_cast<size_t>(zone)];
            };
            s = {};
            s.anterior = 16;
            QVERIFY(over(s, Zone::AnteroMedial) > 1 && over(s, Zone::AnteroLateral) > 1);
            QVERIFY(over(s, Zone::PosteroMedial) < 0 && over(s, Zone::PosteroLateral) < 0);
            s = {};
            s.lateral = -16;
            QVERIFY(over(s, Zone::AnteroMedial) > 1 && over(s, Zone::PosteroMedial) > 1);
            QVERIFY(over(s, Zone::AnteroLateral) < 0 && over(s, Zone::PosteroLateral) < 0);
        }
    }
};

QTEST_APPLESS_MAIN(TstComponentSigns)
#include "tst_component_signs.moc"
