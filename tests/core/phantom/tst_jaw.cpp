// The jaw phantom: sides, mirroring, truth of the canal, the same twice.

#include "core/base/error.h"
#include "core/phantom/jaw.h"

#include <QtTest>

using namespace pollux;

class TestJaw : public QObject
{
    Q_OBJECT

    Jaw m_jaw;

private Q_SLOTS:
    void initTestCase()
    {
        JawOptions o;
        o.spacing = 0.8;
        m_jaw = makeJaw(o, Job());
    }

    void leftIsLeft()
    {
        QVERIFY(m_jaw.gapCrest.x() > 0); // LPS: +x is the patient's left
        QVERIFY(m_jaw.masks.at("mandibular_canal_left").centroid().x() > 10);
        QVERIFY(m_jaw.masks.at("mandibular_canal_right").centroid().x() < -10);
        QVERIFY(m_jaw.gapTangent.y() < 0); // forwards
        // The front of the arch lies in front of its ends.
        QVERIFY(m_jaw.masks.at("tooth").centroid().y() < m_jaw.masks.at("mandible").centroid().y());
    }

    void canalLiesInTheBoneAndIsAsWideAsSaid()
    {
        const Mask& canal = m_jaw.masks.at("mandibular_canal_left");
        for (size_t n = 4; n + 4 < m_jaw.canalLeft.size(); ++n) {
            QVERIFY(canal.contains(m_jaw.canalLeft[n]));
            QVERIFY(!m_jaw.masks.at("mandible").contains(m_jaw.canalLeft[n]));
        }
        QVERIFY(m_jaw.masks.at("mandible").contains(m_jaw.gapCrest - Vec3(0, 0, 2)));
        QVERIFY(!m_jaw.masks.at("mandible").contains(m_jaw.gapCrest + Vec3(0, 0, 2)));
        QVERIFY(!m_jaw.masks.at("tooth").contains(m_jaw.gapCrest));
        QVERIFY(m_jaw.masks.at("tooth").contains(Vec3(-m_jaw.gapCrest.x(), m_jaw.gapCrest.y(), 15))); // 46 is there
    }

    void mirroredIsTheMirror()
    {
        JawOptions o;
        o.spacing = 0.8;
        o.mirrored = true;
        const Jaw other = makeJaw(o, Job());
        QCOMPARE(other.gapCrest.x(), -m_jaw.gapCrest.x());
        QCOMPARE(other.masks.at("mandibular_canal_right").count(), m_jaw.masks.at("mandibular_canal_left").count());
        const Vec3 a = other.masks.at("tooth").centroid(), b = m_jaw.masks.at("tooth").centroid();
        QVERIFY((a - Vec3(-b.x(), b.y(), b.z())).norm() < 0.5);
    }

    void sameTwice()
    {
        JawOptions o;
        o.spacing = 0.8;
        QVERIFY(makeJaw(o, Job()).image.key() == m_jaw.image.key());
        o.seed = 2;
        QVERIFY(makeJaw(o, Job()).image.key() != m_jaw.image.key());
        o.spacing = 0.01;
        QVERIFY_EXCEPTION_THROWN(makeJaw(o, Job()), Error);
    }
};

QTEST_APPLESS_MAIN(TestJaw)
#include "tst_jaw.moc"
