// The ankle phantom: sides, mirroring, truth against its masks, gaps between the bones, the same twice.

#include "core/base/error.h"
#include "core/image/segment.h"
#include "core/phantom/ankle.h"

#include <Eigen/Dense>
#include <QtTest>

#include <cmath>

using namespace pollux;

namespace {

Vec3 lowest(const Mask& m)
{
    Vec3 best(0, 0, 1e9);
    const Grid& g = m.grid();
    for (int k = m.box().min[2]; k < m.box().max[2]; ++k)
        for (int j = m.box().min[1]; j < m.box().max[1]; ++j)
            for (int i = m.box().min[0]; i < m.box().max[0]; ++i)
                if (m.at(i, j, k) && g.toPatient(i, j, k).z() < best.z())
                    best = g.toPatient(i, j, k);
    return best;
}

} // namespace

class TestAnkle : public QObject
{
    Q_OBJECT

    Ankle m_ankle;

private Q_SLOTS:
    void initTestCase()
    {
        AnkleOptions o;
        o.spacing = 0.8;
        m_ankle = makeAnkle(o, Job());
    }

    void rightIsRight()
    {
        QVERIFY(m_ankle.plafond.x() < 0);
        // The fibula lies laterally, the heel behind, the leg above the foot.
        const Vec3 tibia = m_ankle.masks.at("tibia").centroid(), fibula = m_ankle.masks.at("fibula").centroid();
        const Vec3 heel = m_ankle.masks.at("calcaneus").centroid(), talus = m_ankle.masks.at("talus").centroid();
        QVERIFY(fibula.x() < tibia.x());
        QVERIFY(heel.y() > talus.y() && heel.z() < talus.z() && talus.z() < tibia.z());
        QVERIFY(m_ankle.medialMalleolus.x() > m_ankle.plafond.x());
        QVERIFY(m_ankle.lateralMalleolus.z() < m_ankle.medialMalleolus.z());
    }

    void tipsAreWhereTheTruthSays()
    {
        const Vec3 tip = lowest(m_ankle.masks.at("fibula"));
        QVERIFY2((tip - m_ankle.lateralMalleolus).norm() < 2.5 &&
                     std::fabs(tip.z() - m_ankle.lateralMalleolus.z()) < 0.8,
                 qPrintable(QString("%1").arg((tip - m_ankle.lateralMalleolus).norm())));
        const Vec3 medial = lowest(m_ankle.masks.at("tibia"));
        QVERIFY2((medial - m_ankle.medialMalleolus).norm() < 4 && // flat there: several voxels are as low
                     std::fabs(medial.z() - m_ankle.medialMalleolus.z()) < 0.8,
                 qPrintable(QString("%1").arg((medial - m_ankle.medialMalleolus).norm())));
        // The middle of the plafond: bone above, none below.
        QVERIFY(m_ankle.masks.at("tibia").contains(m_ankle.plafond + 1.2 * m_ankle.plafondNormal));
        QVERIFY(!m_ankle.masks.at("tibia").contains(m_ankle.plafond - 1.2 * m_ankle.plafondNormal));
    }

    /// Points of the dome's upper border lie on the cylinder, also of a joint in varus.
    void domeIsTheCylinder()
    {
        AnkleOptions o;
        o.spacing = 0.8;
        o.plafondVarus = 6;
        o.turn = 15;
        const Ankle a = makeAnkle(o, Job());
        const Mask& talus = a.masks.at("talus");
        double sum = 0, worst = 0;
        int count = 0;
        const Vec3 front = a.anterior - a.anterior.dot(a.domeAxis) * a.domeAxis, up = a.plafondNormal;
        for (double along = -9; along <= 9; along += 3)
            for (double angle = -40; angle <= 40; angle += 10) {
                const double t = angle * 0.0174533;
                const Vec3 dir = (std::sin(t) * front.normalized() + std::cos(t) * up).normalized();
                double r = 16;
                while (r < 26 && talus.contains(a.domePoint + along * a.domeAxis + r * dir))
                    r += 0.05;
                sum += r;
                worst = std::max(worst, std::fabs(r - a.domeRadius));
                ++count;
            }
        QVERIFY2(std::fabs(sum / count - a.domeRadius) < 0.2, qPrintable(QString::number(sum / count)));
        QVERIFY(worst < 0.9);
    }

    void bonesLieApart()
    {
        // Grown by a voxel all round, no bone meets another.
        const auto near = [](const Mask& a, const Mask& b) {
            for (int k = a.box().min[2]; k < a.box().max[2]; ++k)
                for (int j = a.box().min[1]; j < a.box().max[1]; ++j)
                    for (int i = a.box().min[0]; i < a.box().max[0]; ++i)
                        if (a.at(i, j, k))
                            for (int n = 0; n < 27; ++n)
                                if (b.at(i + n % 3 - 1, j + n / 3 % 3 - 1, k + n / 9 - 1))
                                    return true;
            return false;
        };
        const char* names[] = {"tibia", "fibula", "talus", "calcaneus"};
        for (int a = 0; a < 4; ++a)
            for (int b = 0; b < a; ++b)
                QVERIFY2(!near(m_ankle.masks.at(names[a]), m_ankle.masks.at(names[b])),
                         qPrintable(QString("%1 %2").arg(names[a], names[b])));
    }

    void formulaAndMaskAgree()
    {
        AnkleOptions o;
        o.spacing = 0.8;
        const Mask& tibia = m_ankle.masks.at("tibia");
        const Grid& g = tibia.grid();
        int wrong = 0, all = 0;
        for (int k = 0; k < g.size[2]; k += 3)
            for (int j = 0; j < g.size[1]; j += 3)
                for (int i = 0; i < g.size[0]; i += 3) {
                    const bool in = insideAnkleTibia(o, g.toPatient(i, j, k));
                    all += in;
                    wrong += in != tibia.at(i, j, k);
                }
        QVERIFY2(all > 1000 && wrong < 0.03 * all, qPrintable(QString("%1 of %2").arg(wrong).arg(all)));
    }

    void mirroredIsTheMirror()
    {
        AnkleOptions o;
        o.spacing = 0.8;
        o.mirrored = true;
        const Ankle other = makeAnkle(o, Job());
        QCOMPARE(other.plafond.x(), -m_ankle.plafond.x());
        for (const auto& [key, mask] : m_ankle.masks) {
            QCOMPARE(other.masks.at(key).count(), mask.count());
            const Vec3 a = other.masks.at(key).centroid(), b = mask.centroid();
            QVERIFY((a - Vec3(-b.x(), b.y(), b.z())).norm() < 1e-6);
        }
    }

    void sameTwiceAndNonsenseIsRefused()
    {
        AnkleOptions o;
        o.spacing = 1.6;
        o.slice = 3.27;
        QVERIFY(makeAnkle(o, Job()).image.key() == makeAnkle(o, Job()).image.key());
        o.plafondVarus = 40;
        QVERIFY_EXCEPTION_THROWN(makeAnkle(o, Job()), Error);
        o = AnkleOptions();
        o.spacing = std::nan("");
        QVERIFY_EXCEPTION_THROWN(makeAnkle(o, Job()), Error);
    }
};

QTEST_APPLESS_MAIN(TestAnkle)
#include "tst_ankle.moc"
