// How a field changes volumes, against determinants in closed form: exact for affine fields, of second order for smooth
// ones, and folds counted voxel by voxel.

#include "core/image/registration/displacement_field.h"
#include "tests/core/image/shapes.h"

#include <Eigen/LU>
#include <QTest>

#include <functional>

using namespace pollux;

namespace {

DisplacementField sampled(const Grid& g, const std::function<Vec3(const Vec3&)>& u)
{
    DisplacementField f = identityField(g);
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i) {
                const Vec3 v = u(g.toPatient(i, j, k));
                for (size_t a = 0; a < 3; ++a)
                    f.u[a][static_cast<size_t>(g.offset(i, j, k))] = static_cast<float>(v[Eigen::Index(a)]);
            }
    return f;
}

constexpr double kLength = 40, kReach = 3, kWave = 2 * M_PI / kLength;

Vec3 wave(const Vec3& p)
{
    const Vec3 s = (kWave * p).array().sin().matrix(), c = (kWave * p).array().cos().matrix();
    return kReach * Vec3(s.x() * c.y(), s.y() * c.z(), s.z() * c.x());
}

double waveDeterminant(const Vec3& p)
{
    const Vec3 s = (kWave * p).array().sin().matrix(), c = (kWave * p).array().cos().matrix();
    Mat3 slope;
    slope << c.x() * c.y(), -s.x() * s.y(), 0, 0, c.y() * c.z(), -s.y() * s.z(), -s.z() * s.x(), 0, c.z() * c.x();
    return (Mat3::Identity() + kReach * kWave * slope).determinant();
}

/// Largest error away from the border, where differences are one-sided.
double error(int cells)
{
    Grid g;
    g.size = {cells + 1, cells + 1, cells + 1};
    g.spacing = Vec3::Constant(kLength / cells);
    const Volume map = jacobianMap(sampled(g, wave), Job());
    double most = 0;
    for (int k = 1; k < cells; ++k)
        for (int j = 1; j < cells; ++j)
            for (int i = 1; i < cells; ++i)
                most = std::max(most, std::abs(map.at(i, j, k) - waveDeterminant(g.toPatient(i, j, k))));
    return most;
}

} // namespace

class TestJacobian : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Differences of a linear field are exact, on turned, mirrored and stretched voxels, at the border too.
    void ofAnAffineField()
    {
        const Grid g = shapes::obliqueMirrored(shapes::grid(12, 9, 7, Vec3(1.5, 2, 3.5)));
        Mat3 linear;
        linear << 1.1, 0.2, -0.1, 0.05, 0.8, 0.15, -0.2, 0.1, 1.3;
        const Volume map = jacobianMap(sampled(g, [&](const Vec3& p) { return Vec3(linear * p - p); }), Job());
        const auto [least, most] = map.range();
        QVERIFY2(std::abs(least - linear.determinant()) < 1e-4, qPrintable(QString::number(least)));
        QVERIFY2(std::abs(most - linear.determinant()) < 1e-4, qPrintable(QString::number(most)));
        const JacobianReport r = jacobianReport(map);
        QVERIFY(std::abs(r.mean - linear.determinant()) < 1e-4);
        QCOMPARE(r.voxels, g.voxels());
        QCOMPARE(r.folded, std::int64_t(0));
    }

    void ofASmoothFieldItIsOfSecondOrder()
    {
        const double coarse = error(20), fine = error(40), finest = error(80);
        qInfo("largest error %.5f, %.5f, %.5f", coarse, fine, finest);
        QVERIFY(fine < 0.02);
        QVERIFY2(coarse / fine > 3.4 && coarse / fine < 4.6, qPrintable(QString::number(coarse / fine)));
        QVERIFY2(fine / finest > 3.7 && fine / finest < 4.3, qPrintable(QString::number(fine / finest)));
    }

    /// Of a field that runs back on itself beyond x = 0 exactly that half is folded.
    void foldsAreCounted()
    {
        Grid g;
        g.size = {20, 5, 6};
        g.spacing = Vec3::Constant(2);
        g.origin = Vec3(-19, 0, 0); // no voxel lies on the crease
        const Volume map =
            jacobianMap(sampled(g, [](const Vec3& p) { return Vec3(p.x() > 0 ? -2 * p.x() : 0, 0, 0); }), Job());
        QCOMPARE(jacobianReport(map).folded, g.voxels() / 2);
        QVERIFY(map.at(9, 2, 2) > 0 && map.at(10, 2, 2) <= 0);
        QVERIFY(std::abs(jacobianReport(map).least + 1) < 1e-5); // turned inside out, of the same size
    }
};

QTEST_GUILESS_MAIN(TestJacobian)
#include "tst_jacobian.moc"
