#include "core/base/error.h"
#include "core/measure/region.h"
#include "core/measure/separation.h"
#include "core/measure/shapes.h"

#include <Eigen/Geometry>
#include <QTest>

#include <cmath>
#include <random>

using namespace pollux;

namespace {

Mat3 turn()
{
    return (Eigen::AngleAxisd(0.7, Vec3(1, 2, 3).normalized()) * Eigen::AngleAxisd(-0.4, Vec3::UnitX()))
        .toRotationMatrix();
}

Grid obliqueGrid()
{
    Grid g;
    g.size = {90, 80, 40};
    g.spacing = Vec3(0.8, 0.8, 2.5);
    g.origin = Vec3(-20, 5, 100);
    g.direction = (Eigen::AngleAxisd(0.3, Vec3::UnitZ()) * Eigen::AngleAxisd(-0.2, Vec3::UnitX())).toRotationMatrix();
    return g;
}

bool near(double a, double b, double tolerance)
{
    if (std::abs(a - b) <= tolerance)
        return true;
    qWarning("%.12g instead of %.12g", a, b);
    return false;
}

template <class F>
bool refused(F&& f)
{
    try {
        f();
    } catch (const Error& e) {
        return e.code() == ErrorCode::BadInput;
    }
    return false;
}

/// A box with sides 2h, its corners only: large triangles.
Surface box(const Vec3& centre, double h)
{
    std::vector<Vec3f> points;
    for (int i = 0; i < 8; ++i)
        points.push_back((centre + h * Vec3(i & 1 ? 1 : -1, i & 2 ? 1 : -1, i & 4 ? 1 : -1)).cast<float>());
    return Surface(std::move(points), {{0, 2, 1},
                                       {1, 2, 3},
                                       {4, 5, 6},
                                       {5, 7, 6},
                                       {0, 1, 4},
                                       {1, 5, 4},
                                       {2, 6, 3},
                                       {3, 6, 7},
                                       {0, 4, 2},
                                       {2, 4, 6},
                                       {1, 3, 5},
                                       {3, 7, 5}});
}

} // namespace

class TestMeasure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lengthsAndAnglesInAnyDirection()
    {
        const Mat3 r = turn();
        const Vec3 t(100, -50, 30);
        const auto at = [&](double x, double y, double z) { return Vec3(r * Vec3(x, y, z) + t); };
        QVERIFY(near(polylineLength({at(0, 0, 0), at(3, 4, 0)}).value, 5, 1e-9));
        QVERIFY(near(polylineLength({at(0, 0, 0), at(3, 4, 0), at(3, 4, 12)}).value, 17, 1e-9));
        QVERIFY(near(angleAt(at(1, 0, 0), at(0, 0, 0), at(0, 2, 0)).value, 90, 1e-9));
        QVERIFY(near(angleAt(at(1, 0, 0), at(0, 0, 0), at(std::cos(1e-5), std::sin(1e-5), 0)).value, 1e-5 * 180 / M_PI,
                     1e-9)); // acos would lose half the digits here
        // Cobb: lines that do not meet, and either sense of a line is the same line
        const double cobb = 37;
        const double c = std::cos(cobb * M_PI / 180), s = std::sin(cobb * M_PI / 180);
        QVERIFY(near(angleBetweenLines(at(0, 0, 0), at(1, 0, 0), at(5, 9, 4), at(5 + c, 9 + s, 4)).value, cobb, 1e-9));
        QVERIFY(near(angleBetweenLines(at(0, 0, 0), at(1, 0, 0), at(5 + c, 9 + s, 4), at(5, 9, 4)).value, cobb, 1e-9));
        // a concave polygon, an L of 3 squares
        QVERIFY(near(
            polygonArea({at(0, 0, 0), at(20, 0, 0), at(20, 10, 0), at(10, 10, 0), at(10, 20, 0), at(0, 20, 0)}).value,
            300, 1e-9));
        QCOMPARE(polygonArea({at(0, 0, 0), at(1, 0, 0), at(0, 1, 0)}).unit, Unit::SquareMillimetre);
        QVERIFY(!polylineLength({at(0, 0, 0), at(3, 4, 0)}).standardDeviation);
    }

    void uncertaintyIsThatOfManyPlacements()
    {
        // Against 200,000 drawn placements of each point, uniform within its voxel: an independent way to the figure.
        const Grid g = obliqueGrid();
        const PointCovariance cov = voxelCovariance(g);
        const Vec3 a(10, 20, 110), v(40, 30, 150), b(0, 60, 140);
        const Quantity length = polylineLength({a, v}, cov);
        const Quantity angle = angleAt(a, v, b, cov);
        const Quantity area = polygonArea({a, v, b}, cov);
        std::mt19937 random(7);
        std::uniform_real_distribution<double> within(-0.5, 0.5);
        const auto placed = [&](const Vec3& p) {
            return Vec3(p + g.direction * Vec3(within(random), within(random), within(random)).cwiseProduct(g.spacing));
        };
        constexpr int kDraws = 200000;
        Vec3 sum = Vec3::Zero(), squares = Vec3::Zero();
        for (int i = 0; i < kDraws; ++i) {
            const Vec3 pa = placed(a), pv = placed(v), pb = placed(b);
            const Vec3 x((pa - pv).norm(), angleAt(pa, pv, pb).value, polygonArea({pa, pv, pb}).value);
            sum += x;
            squares += x.cwiseProduct(x);
        }
        const Vec3 mean = sum / kDraws;
        const Vec3 sd = (squares / kDraws - mean.cwiseProduct(mean)).cwiseSqrt();
        QVERIFY(near(*length.standardDeviation, sd[0], 0.02 * sd[0]));
        QVERIFY(near(*angle.standardDeviation, sd[1], 0.02 * sd[1]));
        QVERIFY(near(*area.standardDeviation, sd[2], 0.02 * sd[2]));
        // along a voxel axis a length has sqrt(2 / 12) of the spacing
        const Quantity along = polylineLength({g.toPatient(10, 10, 3), g.toPatient(10, 10, 30)}, cov);
        QVERIFY(near(*along.standardDeviation, 2.5 * std::sqrt(2.0 / 12), 1e-6));
        QVERIFY(!along.covers.empty());
    }

    void badPointsAreRefused()
    {
        const Vec3 o = Vec3::Zero(), x = Vec3::UnitX();
        QVERIFY(refused([&] { polylineLength({o}); }));
        QVERIFY(refused([&] { polylineLength({o, Vec3(NAN, 0, 0)}); }));
        QVERIFY(refused([&] { angleAt(o, o, x); }));
        QVERIFY(refused([&] { angleBetweenLines(o, x, x, x); }));
        QVERIFY(refused([&] { polygonArea({o, x}); }));
    }

    void ellipseOnAnObliqueAnisotropicImage()
    {
        // value = 7 + 2 mm along d: mean is that of the centre, the spread that of a uniform ellipse (a/2 along its
        // axis)
        const Grid g = obliqueGrid();
        const Vec3 d = Vec3(1, -2, 0.5).normalized();
        std::vector<float> v(static_cast<size_t>(g.voxels()));
        for (int k = 0; k < g.size[2]; ++k)
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i)
                    v[static_cast<size_t>(g.offset(i, j, k))] = static_cast<float>(7 + 2 * d.dot(g.toPatient(i, j, k)));
        const Volume volume(g, std::move(v));
        const Vec3 centre = g.bounds().centre();
        const Vec3 u = turn().col(0), w = turn().col(1);
        const auto r = ellipseStatistics(volume, centre, 12 * u, 5 * w);
        QVERIFY(near(r.sizeMm, M_PI * 60, 1e-9));
        QVERIFY(near(r.values.mean, 7 + 2 * d.dot(centre), 0.05));
        const double sd = 2 * std::hypot(12 * d.dot(u), 5 * d.dot(w)) / 2;
        QVERIFY(near(r.values.standardDeviation, sd, 0.02 * sd));
        QVERIFY(near(r.values.max - r.values.min, 4 * sd, 0.03 * 4 * sd));
        QCOMPARE(r.outsideShare, 0.0);
        // half of it beyond the image
        const Vec3 edge = g.toPatient(0, 40, 20);
        const auto half = ellipseStatistics(volume, edge, 8 * g.direction.col(0), 8 * g.direction.col(1));
        QVERIFY(near(half.outsideShare, 0.5, 0.03));
        QVERIFY(refused([&] { ellipseStatistics(volume, centre, 5 * u, 5 * u); }));
        QVERIFY(refused([&] { ellipseStatistics(volume, centre, 5 * u, Vec3::Zero()); }));
        QVERIFY(refused([&] { ellipseStatistics(volume, centre, 5e9 * u, w); }));
    }

    void sphereCountsVoxels()
    {
        const Grid g = obliqueGrid();
        const Vec3 centre = g.bounds().centre();
        std::vector<std::int16_t> v(static_cast<size_t>(g.voxels()), 10);
        std::int64_t expected = 0;
        for (int k = 0; k < g.size[2]; ++k)
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i)
                    if ((g.toPatient(i, j, k) - centre).norm() <= 10) {
                        v[static_cast<size_t>(g.offset(i, j, k))] = 60;
                        ++expected;
                    }
        const Volume volume(g, std::move(v));
        const auto r = sphereStatistics(volume, centre, 10);
        QCOMPARE(r.values.voxels, expected);
        QCOMPARE(r.values.mean, 60.0);
        QCOMPARE(r.values.standardDeviation, 0.0);
        QVERIFY(near(r.sizeMm, 4188.79, 0.01));
        QVERIFY(near(r.values.volumeMl, 4.18879, 0.05 * 4.18879));
        QCOMPARE(r.outsideShare, 0.0);
        QCOMPARE(sphereStatistics(volume, centre, 0.01).values.voxels, 1); // smaller than a voxel: the nearest one
        QVERIFY(near(sphereStatistics(volume, g.toPatient(0, 40, 20), 10).outsideShare, 0.5, 0.06));
        QCOMPARE(sphereStatistics(volume, g.toPatient(-500, 0, 0), 10).values.voxels, 0);
        QVERIFY(refused([&] { sphereStatistics(volume, centre, -1); }));
    }

    void separationOfSurfaces()
    {
        const Job job;
        // corner to face, and face to corner: both ways are looked at
        const auto apart = separation(box(Vec3(0, 0, 0), 10), box(Vec3(17, 0.5, -1), 3), job);
        QVERIFY(near(apart.distance, 4, 1e-5));
        QVERIFY(near(apart.onFirst.x(), 10, 1e-5) && near(apart.onSecond.x(), 14, 1e-5));
        const auto turned = separation(box(Vec3(17, 0.5, -1), 3), box(Vec3(0, 0, 0), 10), job);
        QVERIFY(near(turned.distance, 4, 1e-5) && near(turned.onFirst.x(), 14, 1e-5));
        // one inside the other: the true distance, not 0
        QVERIFY(near(separation(box(Vec3::Zero(), 10), box(Vec3(1, 0, 0), 3), job).distance, 6, 1e-5));
        // cutting each other with all corners far from the other's surface
        QCOMPARE(separation(box(Vec3::Zero(), 30), box(Vec3(30, 0, 0), 15), job).distance, 0.0);
        QVERIFY(refused([&] { separation(Surface(), box(Vec3::Zero(), 1), job); }));
        std::stop_source stop;
        stop.request_stop();
        bool cancelled = false;
        try {
            separation(box(Vec3::Zero(), 10), box(Vec3(17, 0, 0), 3), Job(stop.get_token()));
        } catch (const Error& e) {
            cancelled = e.code() == ErrorCode::Cancelled;
        }
        QVERIFY(cancelled);
    }
};

QTEST_GUILESS_MAIN(TestMeasure)
#include "tst_measure.moc"
