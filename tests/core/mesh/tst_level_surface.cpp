// The surface of a field of distances against exact bodies: closed, outwards, within hundredths of a millimetre, on
// mirrored and oblique grids, at the border; the thickness of walls against slabs, shells and wedges.

#include "core/base/error.h"
#include "core/mesh/extract.h"
#include "core/mesh/level_surface.h"
#include "core/mesh/shells.h"
#include "core/mesh/stl.h"
#include "core/mesh/wall_thickness.h"
#include "tests/core/image/shapes.h"

#include <Eigen/Geometry>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>
#include <numbers>

using namespace pollux;

namespace {

template <class F>
Volume field(const Grid& g, F&& distance)
{
    std::vector<float> v;
    v.reserve(static_cast<size_t>(g.voxels()));
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i)
                v.push_back(static_cast<float>(distance(g.toPatient(i, j, k))));
    return Volume(g, std::move(v));
}

double boxDistance(const Vec3& p, const Vec3& half)
{
    const Vec3 q = p.cwiseAbs() - half;
    return q.cwiseMax(0.0).norm() + std::min(q.maxCoeff(), 0.0);
}

Surface both(const Surface& a, const Surface& b)
{
    std::vector<Vec3f> points = a.points();
    std::vector<Triangle> triangles = a.triangles();
    const auto n = static_cast<std::uint32_t>(points.size());
    points.insert(points.end(), b.points().begin(), b.points().end());
    for (const Triangle& t : b.triangles())
        triangles.push_back({t[0] + n, t[1] + n, t[2] + n});
    return Surface(std::move(points), std::move(triangles));
}

Grid cube(int n, double h)
{
    Grid g;
    g.size = {n, n, n};
    g.spacing = Vec3::Constant(h);
    g.origin = Vec3::Constant(-h * (n - 1) / 2);
    return g;
}

} // namespace

class TestLevelSurface : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spheres_data()
    {
        QTest::addColumn<bool>("mirrored");
        QTest::addColumn<double>("level");
        QTest::newRow("plain") << false << 0.0;
        QTest::newRow("oblique and mirrored") << true << 0.0;
        QTest::newRow("another level") << true << 0.35;
    }

    /// Voxels of 0.2 mm: every point within 0.02 mm of the sphere; linear interpolation owes h^2 / (8 r) = 0.001.
    void spheres()
    {
        QFETCH(bool, mirrored);
        QFETCH(double, level);
        Grid g = cube(64, 0.2);
        if (mirrored)
            g = shapes::obliqueMirrored(g);
        const Vec3 c = shapes::middle(g) + Vec3(0.03, -0.07, 0.05);
        const Surface s = levelSurface(field(g, [&](const Vec3& p) { return (p - c).norm() - 5; }), level, Job());
        QVERIFY(s.isClosed());
        const double r = 5 + level;
        double worst = 0;
        for (const Vec3f& p : s.points())
            worst = std::max(worst, std::fabs((p.cast<double>() - c).norm() - r));
        QVERIFY2(worst < 0.002, qPrintable(QString::number(worst)));
        const double exact = 4.0 / 3 * std::numbers::pi * r * r * r / 1000;
        QVERIFY2(std::fabs(s.volumeMl() / exact - 1) < 1e-3, qPrintable(QString::number(s.volumeMl() / exact)));
        for (const Triangle& t : s.triangles()) {
            const Vec3f &a = s.points()[t[0]], &b = s.points()[t[1]], &d = s.points()[t[2]];
            QVERIFY((b - a).cross(d - a).dot((a + b + d) / 3 - c.cast<float>()) > 0);
        }
        QCOMPARE(shells(s).size(), size_t(1));
    }

    /// A hollow ball: the inner wall is turned towards the hollow, so its volume counts as taken away.
    void hollows()
    {
        const Surface s =
            levelSurface(field(cube(64, 0.2), [](const Vec3& p) { return std::fabs(p.norm() - 4) - 1; }), 0, Job());
        QVERIFY(s.isClosed());
        const auto parts = shells(s);
        QCOMPARE(parts.size(), size_t(2));
        QVERIFY(parts[0].volumeMl() > 0 && parts[1].volumeMl() < 0);
        const double exact = 4.0 / 3 * std::numbers::pi * (125 - 27) / 1000;
        QVERIFY(std::fabs(s.volumeMl() / exact - 1) < 2e-3);
    }

    /// All of the grid inside, whatever the depth: the box of its voxels, but for edges that are bevelled.
    void closedAtTheBorder()
    {
        const Grid g = cube(20, 0.5);
        const Surface whole = levelSurface(field(g, [](const Vec3& p) { return -3 - p.x() * p.x(); }), 0, Job());
        QVERIFY(whole.isClosed());
        const Box b = whole.bounds();
        QVERIFY((b.max - Vec3::Constant(5)).cwiseAbs().maxCoeff() < 1e-4);
        QVERIFY((b.min + Vec3::Constant(5)).cwiseAbs().maxCoeff() < 1e-4);
        QVERIFY2(std::fabs(whole.volumeMl() - 1) < 0.02, qPrintable(QString::number(whole.volumeMl())));
        const Surface cut =
            levelSurface(field(cube(50, 0.2), [](const Vec3& p) { return (p - Vec3(5, 0, 0)).norm() - 3; }), 0, Job());
        QVERIFY(cut.isClosed());
        const double share = cut.volumeMl() / (2.0 / 3 * std::numbers::pi * 27 / 1000);
        QVERIFY2(std::fabs(share - 1) < 0.02, qPrintable(QString::number(share)));
    }

    /// Values at the level exactly give no points that fall together: watertight after a round trip as STL, too.
    void staysClosedAsStl()
    {
        const Surface s = levelSurface(
            field(cube(41, 0.25), [](const Vec3& p) { return boxDistance(p, Vec3(2, 2.5, 3)); }), 0, Job());
        QVERIFY(s.isClosed());
        const QTemporaryDir dir;
        const auto path = std::filesystem::path(dir.filePath("box.stl").toStdString());
        writeStl(s, path);
        const Surface back = readStl(path);
        QVERIFY(back.isClosed());
        QCOMPARE(back.triangles().size(), s.triangles().size());
        QVERIFY2(std::fabs(s.volumeMl() / 0.12 - 1) < 0.02, qPrintable(QString::number(s.volumeMl())));
    }

    void badFields()
    {
        QVERIFY_EXCEPTION_THROWN(levelSurface(Volume(), 0, Job()), Error);
        const Grid g = cube(4, 1);
        QVERIFY_EXCEPTION_THROWN(levelSurface(Volume(g, std::vector<std::int16_t>(64)), 0, Job()), Error);
        const Volume good(g, std::vector<float>(64, 1.0f));
        QVERIFY(levelSurface(good, 0, Job()).empty());
        QVERIFY_EXCEPTION_THROWN(levelSurface(good, std::nan(""), Job()), Error);
        std::vector<float> hole(64, -1.0f);
        hole[20] = std::numeric_limits<float>::quiet_NaN();
        QVERIFY_EXCEPTION_THROWN(levelSurface(Volume(g, hole), 0, Job()), Error);
        hole[20] = std::numeric_limits<float>::infinity();
        QVERIFY(levelSurface(Volume(g, hole), 0, Job()).isClosed());
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN(levelSurface(good, 0, Job(stop.get_token())), Error);
    }

    /// A slab of 3 mm whose sides are cut off square: its edges do not count as thin.
    void slabsAreAsThickAsTheyAre()
    {
        const Surface slab = levelSurface(
            field(cube(80, 0.25), [](const Vec3& p) { return boxDistance(p, Vec3(8, 8, 1.5)); }), 0, Job());
        const auto w = wallThickness(slab, 12, 2, Job());
        QVERIFY(w);
        QVERIFY2(std::fabs(w->percentile1 - 3) < 0.01 && std::fabs(w->median - 3) < 0.01,
                 qPrintable(QString("%1, %2").arg(w->percentile1).arg(w->median)));
        QVERIFY2(std::fabs(w->least - 3) < 0.05, qPrintable(QString::number(w->least)));
        QCOMPARE(w->thinMm2, 0.0);
        QVERIFY(!wallThickness(slab, 2, 2, Job())); // nothing as thin as that
    }

    void shellsOfBalls()
    {
        const Surface s = both(sphereSurface(Vec3(5, -3, 8), 9, 5), flipped(sphereSurface(Vec3(5, -3, 8), 6.5, 5)));
        const auto w = wallThickness(s, 12, 2, Job());
        QVERIFY(w);
        QVERIFY2(std::fabs(w->least - 2.5) < 0.03 && std::fabs(w->median - 2.5) < 0.03,
                 qPrintable(QString("%1, %2").arg(w->least).arg(w->median)));
        QVERIFY(w->share > 0.99);
    }

    /// A thin place in a thick wall is found where it is.
    void thinPlacesAreFound()
    {
        // A slab of 4 mm with a dent of a ball that leaves 1 mm.
        const Surface s =
            levelSurface(field(cube(80, 0.25),
                               [](const Vec3& p) {
                                   return std::max(boxDistance(p, Vec3(8, 8, 2)), 4 - (p - Vec3(2, 3, 3)).norm());
                               }),
                         0, Job());
        const auto w = wallThickness(s, 12, 2, Job());
        QVERIFY(w);
        QVERIFY2(std::fabs(w->least - 1) < 0.02, qPrintable(QString::number(w->least)));
        QVERIFY((w->place.head<2>() - Vec3(2, 3, 0).head<2>()).norm() < 0.5);
        QVERIFY(w->median > 3.5);
        // The dent is thinner than 2 mm out to sqrt(8) mm from its middle: on the flat side a disc of 25.1 mm2; across
        // it as much and more, but to the side of the ball.
        QVERIFY2(w->thinMm2 > 25 && w->thinMm2 < 60, qPrintable(QString::number(w->thinMm2)));
    }

    void openSurfacesHaveNoWalls()
    {
        QVERIFY_EXCEPTION_THROWN(wallThickness(Surface(), 5, 2, Job()), Error);
        const Surface ball = sphereSurface(Vec3::Zero(), 3, 2);
        std::vector<Triangle> some(ball.triangles().begin(), ball.triangles().end() - 1);
        QVERIFY_EXCEPTION_THROWN(wallThickness(Surface(ball.points(), some), 5, 2, Job()), Error);
    }
};

QTEST_APPLESS_MAIN(TestLevelSurface)
#include "tst_level_surface.moc"
