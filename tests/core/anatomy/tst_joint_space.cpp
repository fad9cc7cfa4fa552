// Joint space between spheres, where it is known in closed form; overlap, what is too far, what is refused.

#include "core/anatomy/joint_space.h"
#include "core/base/error.h"
#include "round_joints.h"

#include <QTest>

#include <cmath>

using namespace joints;

class TestJointSpace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoBalls()
    {
        const Surface a = sphereSurface(Vec3(0, 0, 0), 20, 5), b = sphereSurface(Vec3(0, 0, 44), 20, 5);
        const JointSpace j = jointSpace(a, b, 6, Job());
        QCOMPARE(j.mm.size(), a.points().size());
        QCOMPARE(j.category.size(), a.points().size());
        QVERIFY(std::fabs(j.leastMm - 4) < 0.02);
        QVERIFY((j.leastPlace - Vec3(0, 0, 20)).norm() < 0.5);
        const TwoBalls exact{20, 44};
        QVERIFY2(std::fabs(j.areaMm2 - exact.area(6)) < 20, qPrintable(QString::number(j.areaMm2)));
        QVERIFY2(std::fabs(j.meanMm - exact.mean(6)) < 0.03,
                 qPrintable(QString("%1 for %2").arg(j.meanMm).arg(exact.mean(6))));
        for (size_t p = 0; p < j.mm.size(); ++p) {
            const double gap = exact.gapAt(double(a.points()[p].z()));
            if (j.category[p] == 0)
                QVERIFY(std::fabs(double(j.mm[p]) - gap) < 0.03);
            else
                QVERIFY(gap > 5.95 && j.category[p] <= j.categories.size());
        }
        QCOMPARE(j.overlapMm2, 0.0);
    }

    /// A head in a socket 2 mm larger, off centre by 0.5 mm towards one side.
    void headInASocket()
    {
        const Surface head = sphereSurface(Vec3(0, 0, 0.5), 24, 5);
        const JointSpace j = jointSpace(head, hollow(Vec3::Zero(), 26), 5, Job());
        // The socket is hollow: what lies in it does not overlap by orientation, but its closed shell holds the head.
        QVERIFY(j.leastMm < 0);
        const JointSpace k = jointSpace(hollow(Vec3::Zero(), 26), head, 5, Job());
        QVERIFY(std::fabs(k.leastMm - 1.5) < 0.03);
        QVERIFY((k.leastPlace - Vec3(0, 0, 26)).norm() < 2.5);
        QVERIFY(std::fabs(k.meanMm - 2) < 0.03);
        QVERIFY(std::fabs(k.areaMm2 / (4 * M_PI * 26 * 26) - 1) < 0.01);
    }

    void overlapIsNegative()
    {
        const Surface a = sphereSurface(Vec3(0, 0, 0), 20, 5), b = sphereSurface(Vec3(0, 0, 37), 20, 5);
        const JointSpace j = jointSpace(a, b, 5, Job());
        QVERIFY(std::fabs(j.leastMm + 3) < 0.03);
        QVERIFY2(std::fabs(j.overlapMm2 - 2 * M_PI * 20 * 1.5) < 15, qPrintable(QString::number(j.overlapMm2)));
    }

    void apartThereIsNone()
    {
        const JointSpace j =
            jointSpace(sphereSurface(Vec3::Zero(), 10, 3), sphereSurface(Vec3(90, 0, 0), 10, 3), 5, Job());
        QCOMPARE(j.areaMm2, 0.0);
        QVERIFY(std::all_of(j.category.begin(), j.category.end(), [](std::uint8_t c) { return c == 1; }));
    }

    void refusals()
    {
        const Surface s = sphereSurface(Vec3::Zero(), 10, 2);
        QVERIFY_THROWS_EXCEPTION(Error, jointSpace(Surface(), s, 5, Job()));
        QVERIFY_THROWS_EXCEPTION(Error, jointSpace(s, Surface(), 5, Job()));
        for (const double reach : {0.0, -1.0, 1000.0, std::nan("")})
            QVERIFY_THROWS_EXCEPTION(Error, jointSpace(s, s, reach, Job()));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Error, jointSpace(s, s, 5, Job(stop.get_token())));
    }
};

QTEST_GUILESS_MAIN(TestJointSpace)
#include "tst_joint_space.moc"
