// The shoulder phantom: what the voxels say against the truth, the gap, mirroring, the same twice, what is refused.

#include "core/base/error.h"
#include "core/phantom/shoulder.h"
#include "core/phantom/shoulder_shape.h"

#include <QTest>

#include <cmath>
#include <stop_token>

using namespace pollux;
using phantom::ShoulderShape;

namespace {

ShoulderOptions coarse()
{
    ShoulderOptions o;
    o.spacing = 1.5;
    o.noise = 0;
    return o;
}

} // namespace

class TestShoulder : public QObject
{
    Q_OBJECT

    const Shoulder m_right = makeShoulder(coarse(), Job());

private Q_SLOTS:
    void landmarksLieOnTheBone()
    {
        const Shoulder& s = m_right;
        for (const Vec3& p : {s.angulusAcromialis, s.trigonumSpinae, s.angulusInferior})
            QVERIFY(std::fabs(s.shape->bones(s.toScapula(p))[ShoulderShape::Scapula]) < 0.05);
        // Nothing of the scapula lies further out in their directions.
        const Mask& m = s.masks.at("scapula");
        const double voxel = 1.5;
        double ai = 1e9, aa = -1e9;
        for (int k = m.box().min[2]; k < m.box().max[2]; ++k)
            for (int j = m.box().min[1]; j < m.box().max[1]; ++j)
                for (int i = m.box().min[0]; i < m.box().max[0]; ++i)
                    if (m.at(i, j, k)) {
                        const Vec3 q = s.toScapula(m.grid().toPatient(i, j, k));
                        ai = std::min(ai, q.z());
                        aa = std::max(aa, (q.y() - q.x()) / std::sqrt(2.0));
                    }
        const Vec3 a = s.toScapula(s.angulusAcromialis);
        QVERIFY(std::fabs(ai - s.toScapula(s.angulusInferior).z()) < voxel);
        QVERIFY(std::fabs(aa - (a.y() - a.x()) / std::sqrt(2.0)) < voxel);
        // The scapula's line and plane are axes of its frame.
        QVERIFY((s.toScapula(s.trigonumSpinae) - Vec3(100, 0, 0)).norm() < 1e-9);
        QVERIFY(std::fabs(s.toScapula(s.angulusInferior).y()) < 1e-9);
    }

    void glenoidIsACupOfKnownVersion()
    {
        const Shoulder& s = m_right;
        const Vec3 n = s.axes.transpose() * s.glenoidNormal; // medial, posterior, superior
        QVERIFY(std::fabs(std::atan2(-n.y(), -n.x()) * 180 / M_PI - s.version) < 1e-9);
        QVERIFY(std::fabs(std::atan2(n.z(), -n.x()) * 180 / M_PI - s.inclination) < 1e-9);
        const Vec3 cup =
            s.glenoidCentre + std::sqrt(s.cupRadius * s.cupRadius - s.circleRadius * s.circleRadius) * s.glenoidNormal;
        QCOMPARE(s.rim.size(), size_t(72));
        for (size_t i = 0; i < s.rim.size(); ++i) {
            QVERIFY(std::fabs((s.rim[i] - cup).norm() - s.cupRadius) < 1e-6);
            QVERIFY(std::fabs(s.shape->bones(s.toScapula(s.rim[i]))[ShoulderShape::Scapula]) < 0.1);
            if (i > 36) // the lower half
                QVERIFY(std::fabs((s.rim[i] - s.glenoidCentre).dot(s.glenoidNormal)) < 1e-4 &&
                        std::fabs((s.rim[i] - s.glenoidCentre).norm() - s.circleRadius) < 1e-4);
        }
        // Half way to the rim the surface is the cup, and bone lies behind it.
        for (size_t i = 0; i < s.rim.size(); i += 3) {
            const Vec3 p = cup + s.cupRadius * (0.5 * (s.rim[i] + s.glenoidCentre) - cup).normalized();
            QVERIFY(std::fabs(s.shape->bones(s.toScapula(p))[ShoulderShape::Scapula]) < 0.05);
            QVERIFY(s.shape->bones(s.toScapula(p - s.glenoidNormal))[ShoulderShape::Scapula] < -0.5);
        }
    }

    void gapIsEvenUnlessTheHeadIsShifted()
    {
        const Shoulder& s = m_right;
        for (size_t i = 0; i < s.rim.size(); i += 3) {
            const Vec3 p = 0.5 * (s.rim[i] + s.glenoidCentre);
            const Vec3 onCup = s.headCentre + s.cupRadius * (p - s.headCentre).normalized();
            QVERIFY(std::fabs(s.shape->bones(s.toScapula(onCup))[ShoulderShape::Humerus] - s.gap) < 0.01);
        }
        ShoulderOptions o = coarse();
        o.spacing = 3;
        o.headAnterior = 2;
        const Shoulder t = makeShoulder(o, Job());
        QVERIFY(std::fabs((t.headCentre - s.headCentre).norm() - 2) < 1e-9);
        QVERIFY((t.headCentre - s.headCentre).y() < 0);
    }

    void imageShowsTheShape()
    {
        const Shoulder& s = m_right;
        const auto hu = [&](const Vec3& p) { return s.image.sample(p, -3000); };
        QVERIFY(std::fabs(hu(s.headCentre) - 350) < 1);
        QVERIFY(std::fabs(hu(s.headCentre - 26 * s.glenoidNormal) - 80) < 60); // cartilage, 4 mm of it in 1.5 mm voxels
        QVERIFY(hu(s.glenoidCentre - 12 * s.glenoidNormal) > 300);
        QVERIFY(std::fabs(hu(s.toLps({60, 20, -50})) - 50) < 1); // flesh
        QVERIFY(std::fabs(hu(s.toLps({60, 75, -50})) + 1000) < 1 || hu(s.toLps({60, 75, -50})) == -3000);
        const double ball = 4.0 / 3 * M_PI * 24 * 24 * 24 / 1000;
        QVERIFY(s.masks.at("humerus").volumeMl() > ball && s.masks.at("humerus").volumeMl() < 3 * ball);
        QVERIFY(s.masks.at("scapula").volumeMl() > 40 && s.masks.at("scapula").volumeMl() < 140);
        qInfo("scapula %.1f mL, humerus %.1f mL", s.masks.at("scapula").volumeMl(), s.masks.at("humerus").volumeMl());
    }

    void leftIsTheMirrorImage()
    {
        ShoulderOptions o = coarse();
        o.mirrored = true;
        const Shoulder left = makeShoulder(o, Job());
        QVERIFY(left.left);
        const auto mirrored = [](const Vec3& p) { return Vec3(-p.x(), p.y(), p.z()); };
        QVERIFY((mirrored(left.angulusAcromialis) - m_right.angulusAcromialis).norm() < 1e-9);
        QVERIFY((mirrored(left.glenoidNormal) - m_right.glenoidNormal).norm() < 1e-9);
        for (const auto& [key, mask] : m_right.masks) {
            QCOMPARE(left.masks.at(key).count(), mask.count());
            QVERIFY((mirrored(left.masks.at(key).centroid()) - mask.centroid()).norm() < 1e-6);
        }
    }

    void sameTwiceAndBadOptionsRefused()
    {
        ShoulderOptions o = coarse();
        o.spacing = 2.5;
        o.noise = 20;
        QVERIFY(makeShoulder(o, Job()).image.key() == makeShoulder(o, Job()).image.key());
        const auto refused = [](auto member, std::initializer_list<double> values) {
            for (double v : values) {
                ShoulderOptions bad;
                bad.*member = v;
                QVERIFY_EXCEPTION_THROWN(makeShoulder(bad, Job()), Error);
            }
        };
        const double nan = std::nan("");
        refused(&ShoulderOptions::spacing, {0.0, 0.4, 3.1, -1.0, nan});
        refused(&ShoulderOptions::sliceSpacing, {0.1, -1.0, 5.1, nan});
        refused(&ShoulderOptions::noise, {-1.0, 501.0, nan});
        refused(&ShoulderOptions::version, {15.1, -15.1, nan});
        refused(&ShoulderOptions::inclination, {15.1, -10.1, nan});
        refused(&ShoulderOptions::protraction, {60.1, -20.1, nan});
        refused(&ShoulderOptions::upwardTurn, {30.1, -20.1, nan});
        refused(&ShoulderOptions::headAnterior, {3.1, -3.1, nan});
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN(makeShoulder(o, Job(stop.get_token())), Error);
    }
};

QTEST_APPLESS_MAIN(TestShoulder)
#include "tst_shoulder.moc"
