// What is told of stress and strain against closed forms: von Mises, principal strains, the index of failure with its
// two limits, percentiles, and the stress of a cube whose strain is known.

#include "core/simulation/elasticity/voxel_stress.h"

#include <Eigen/Geometry>
#include <QtTest>

#include <cmath>
#include <numbers>

using namespace pollux;
using namespace pollux::elasticity;

namespace {

Voigt voigt(double xx, double yy, double zz, double xy = 0, double yz = 0, double zx = 0)
{
    Voigt v;
    v << xx, yy, zz, xy, yz, zx;
    return v;
}

/// A strain with these principal values, turned; engineering shear.
Voigt turned(const Vec3& principal, double degrees, const Vec3& axis)
{
    const Mat3 r = Eigen::AngleAxisd(degrees * std::numbers::pi / 180, axis.normalized()).toRotationMatrix();
    const Mat3 m = r * principal.asDiagonal() * r.transpose();
    return voigt(m(0, 0), m(1, 1), m(2, 2), 2 * m(0, 1), 2 * m(1, 2), 2 * m(2, 0));
}

} // namespace

class TestVoxelStress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vonMisesByHand()
    {
        for (int axis = 0; axis < 3; ++axis)
            for (const double pull : {7.0, -7.0}) {
                Voigt s = Voigt::Zero();
                s(axis) = pull;
                QVERIFY(std::fabs(vonMises(s) - 7) < 1e-12);
            }
        QCOMPARE(vonMises(voigt(5, 5, 5)), 0.0); // pressure from all sides
        for (int shear = 3; shear < 6; ++shear) {
            Voigt s = Voigt::Zero();
            s(shear) = -2;
            QVERIFY(std::fabs(vonMises(s) - 2 * std::numbers::sqrt3) < 1e-12);
        }
        QVERIFY(std::fabs(vonMises(voigt(3, -1, 2, 1, -2, 0.5)) - std::sqrt(0.5 * (16 + 9 + 1) + 3 * (1 + 4 + 0.25))) <
                1e-12);
    }

    void principalStrainsDoNotDependOnTheAxes()
    {
        for (const double degrees : {0.0, 17.0, 45.0, 110.0}) {
            const Principal p = principalStrain(turned(Vec3(0.004, -0.001, -0.003), degrees, Vec3(1, 2, -1)));
            QVERIFY(std::fabs(p.largest - 0.004) < 1e-12 && std::fabs(p.smallest + 0.003) < 1e-12);
        }
        // Pure shear of 2 per mille: 1 per mille each way.
        const Principal p = principalStrain(voigt(0, 0, 0, 0.002));
        QVERIFY(std::fabs(p.largest - 0.001) < 1e-12 && std::fabs(p.smallest + 0.001) < 1e-12);
    }

    /// Bone bears more compression than tension: each has its own limit.
    void failureHasALimitForEachSign()
    {
        const StrainLimits limits;
        QVERIFY(limits.tension < limits.compression);
        for (const double degrees : {0.0, 30.0}) {
            const auto index = [&](double largest, double smallest) {
                return strainFailureIndex(turned(Vec3(largest, 0, smallest), degrees, Vec3(0, 1, 1)), limits);
            };
            QVERIFY(std::fabs(index(0.0073, 0) - 1) < 1e-9);
            QVERIFY(std::fabs(index(0, -0.0104) - 1) < 1e-9);
            QVERIFY(std::fabs(index(0.0073, -0.0104) - 1) < 1e-9);
            QVERIFY(std::fabs(index(0.00365, -0.0104) - 1) < 1e-9);
            QVERIFY(std::fabs(index(0, -0.0073) - 0.0073 / 0.0104) < 1e-9);
        }
        QCOMPARE(strainFailureIndex(Voigt::Zero(), limits), 0.0);
        QVERIFY(std::fabs(strainFailureIndex(voigt(0.004, 0, 0), {0.008, 0.001}) - 0.5) < 1e-12);
    }

    void percentiles()
    {
        std::vector<float> none, one{3}, some{4, 1, 3, 2, 0};
        QCOMPARE(percentile(none, 50), 0.0);
        for (const double p : {0.0, 50.0, 100.0})
            QCOMPARE(percentile(one, p), 3.0);
        QCOMPARE(percentile(some, 0), 0.0);
        QCOMPARE(percentile(some, 100), 4.0);
        QCOMPARE(percentile(some, 50), 2.0);
        QVERIFY(std::fabs(percentile(some, 90) - 3.6) < 1e-12);
        QCOMPARE(percentile(some, -5), 0.0);
        QCOMPARE(percentile(some, 500), 4.0);
    }

    /// A cube that is pulled along one axis and may give way sideways; one that holds nothing.
    void stressOfAKnownStrain()
    {
        VoxelModel m = VoxelModel::empty({2, 1, 1}, 0.5, 0.3);
        m.modulus[m.cube(0, 0, 0)] = 1000;
        const Vec3 strain(-0.3e-3, -0.3e-3, 1e-3);
        std::vector<double> u(3 * m.nodes());
        for (int k = 0; k <= 1; ++k)
            for (int j = 0; j <= 1; ++j)
                for (int i = 0; i <= 2; ++i)
                    for (int c = 0; c < 3; ++c)
                        u[3 * m.node(i, j, k) + std::size_t(c)] = 0.5 * Vec3(i, j, k)(c) * strain(c);
        const VoxelStress told(m, u);
        QVERIFY((told.strain(0, 0, 0) - voigt(strain.x(), strain.y(), strain.z())).norm() < 1e-12);
        QVERIFY((told.stress(0, 0, 0) - voigt(0, 0, 1)).norm() < 1e-9); // E times strain, nothing sideways
        QCOMPARE(told.stress(1, 0, 0).norm(), 0.0);
        // Shear alone: G = E / 2 (1 + nu).
        for (int k = 0; k <= 1; ++k)
            for (int j = 0; j <= 1; ++j)
                for (int i = 0; i <= 2; ++i) {
                    const std::size_t n = 3 * m.node(i, j, k);
                    u[n] = 0.5 * j * 2e-3;
                    u[n + 1] = u[n + 2] = 0;
                }
        QVERIFY((VoxelStress(m, u).stress(0, 0, 0) - voigt(0, 0, 0, 2e-3 * 1000 / 2.6)).norm() < 1e-9);
    }
};

QTEST_APPLESS_MAIN(TestVoxelStress)
#include "tst_voxel_stress.moc"
