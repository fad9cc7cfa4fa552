// Known motions from pairs of points: exact, with errors, in a plane; never a mirroring; what is refused.

#include "core/base/error.h"
#include "core/mesh/extract.h"
#include "core/mesh/rigid_fit.h"

#include <Eigen/Geometry>
#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace pollux;

class TestRigidFit : public QObject
{
    Q_OBJECT

    static std::vector<Vec3> cloud(int n, unsigned seed)
    {
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> at(-30, 30);
        std::vector<Vec3> out;
        for (int k = 0; k < n; ++k) {
            const double x = at(random), y = at(random), z = at(random);
            out.emplace_back(x, y, z);
        }
        return out;
    }
    static std::vector<Vec3> carried(const std::vector<Vec3>& points, const RigidPose& pose)
    {
        std::vector<Vec3> out;
        for (const Vec3& p : points)
            out.push_back(pose(p));
        return out;
    }

private Q_SLOTS:
    void motionsAreFoundExactly()
    {
        for (const double degrees : {0.0, 1e-4, 10.0, 90.0, 179.9, 180.0})
            for (const int n : {3, 4, 50}) {
                const RigidPose truth = turnAbout({5, -2, 100}, {1, 2, -0.5}, degrees, {6, -40, 3});
                const std::vector<Vec3> a = cloud(n, 3);
                const RigidPose found = rigidFit(a, carried(a, truth));
                QVERIFY((found.rotation - truth.rotation).norm() < 1e-10);
                QVERIFY((found.translation - truth.translation).norm() < 1e-8);
                QVERIFY(std::abs(found.degrees() - degrees) < 1e-6);
                const RigidPose none = found.inverse() * found;
                QVERIFY((none.rotation - Mat3::Identity()).norm() < 1e-12 && none.translation.norm() < 1e-9);
            }
    }

    /// Points that a mirroring would fit exactly still give a rotation, and the scale stays 1.
    void neverAMirroringNorAScale()
    {
        for (const unsigned seed : {1u, 2u, 3u}) {
            std::vector<Vec3> a = cloud(12, seed), b;
            for (const Vec3& p : a)
                b.emplace_back(-1.1 * p.x(), 1.1 * p.y(), 1.1 * p.z());
            const RigidPose found = rigidFit(a, b);
            QVERIFY(std::abs(found.rotation.determinant() - 1) < 1e-10);
            QVERIFY((found.rotation * found.rotation.transpose()).isIdentity(1e-10));
        }
        // In a plane, where both fit: the rotation is taken.
        const std::vector<Vec3> flat{{0, 0, 0}, {20, 0, 0}, {0, 10, 0}, {20, 10, 0}};
        const RigidPose truth = turnAbout({0, 0, 0}, {0, 0, 1}, 30, {1, 2, 3});
        QVERIFY((rigidFit(flat, carried(flat, truth)).rotation - truth.rotation).norm() < 1e-10);
    }

    /// 2000 pairs with an error of 1 mm: the fit is no worse than the truth, and near it.
    void errorsAverageOut()
    {
        const RigidPose truth = turnAbout({0, 0, 0}, {0, 1, 1}, 25, {4, 5, 6});
        const std::vector<Vec3> a = cloud(2000, 5);
        std::vector<Vec3> b = carried(a, truth);
        std::mt19937 random(7);
        std::normal_distribution<double> error(0, 1);
        for (Vec3& p : b)
            for (int k = 0; k < 3; ++k)
                p[k] += error(random);
        const RigidPose found = rigidFit(a, b);
        double left = 0, truths = 0;
        for (size_t n = 0; n < a.size(); ++n) {
            left += (found(a[n]) - b[n]).squaredNorm();
            truths += (truth(a[n]) - b[n]).squaredNorm();
        }
        QVERIFY(left <= truths);
        // Spread of the turn: 1 mm over the square root of 2000 times 24 mm, about 0.05 degrees.
        QVERIFY((found * truth.inverse()).degrees() < 0.2);
        QVERIFY((found(Vec3::Zero()) - truth(Vec3::Zero())).norm() < 0.1);
    }

    void surfacesAreCarried()
    {
        const Surface ball = sphereSurface({10, 0, 0}, 5, 2);
        const RigidPose pose = turnAbout({0, 0, 0}, {0, 0, 1}, 90, {0, 0, 7});
        const Surface there = moved(ball, pose);
        QVERIFY((there.bounds().centre() - Vec3(0, 10, 7)).norm() < 1e-4);
        QVERIFY(std::abs(there.volumeMl() - ball.volumeMl()) < 1e-5);
        QVERIFY_EXCEPTION_THROWN(moved(ball, {Mat3::Identity(), Vec3(1e300, 0, 0)}), Error);
    }

    void nonsenseIsRefused()
    {
        const std::vector<Vec3> good{{0, 0, 0}, {20, 0, 0}, {0, 10, 0}};
        const std::vector<Vec3> line{{0, 0, 0}, {10, 10, 10}, {20, 20, 20}};
        const std::vector<Vec3> same(3, Vec3(1, 2, 3));
        std::vector<Vec3> nan = good, infinite = good;
        nan[1].y() = std::nan("");
        infinite[2].x() = std::numeric_limits<double>::infinity();
        const std::vector<std::vector<Vec3>> bad{{}, {{0, 0, 0}}, {{0, 0, 0}, {1, 0, 0}}, line, same, nan, infinite};
        for (const auto& b : bad) {
            QVERIFY_EXCEPTION_THROWN(rigidFit(b, b), Error);
            QVERIFY_EXCEPTION_THROWN(rigidFit(good, b), Error);
            QVERIFY_EXCEPTION_THROWN(rigidFit(b, good), Error);
        }
    }
};

QTEST_GUILESS_MAIN(TestRigidFit)
#include "tst_rigid_fit.moc"
