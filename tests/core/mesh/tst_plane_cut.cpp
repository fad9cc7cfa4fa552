// Cuts through surfaces by a plane: rings, areas and what is left, against closed forms.

#include "core/base/error.h"
#include "core/mesh/extract.h"
#include "core/mesh/plane_cut.h"

#include <Eigen/Geometry>
#include <QtTest>

#include <cmath>
#include <numbers>

using namespace pollux;

namespace {

Ring circle(const Vec2& centre, double radius, int corners)
{
    Ring r;
    for (int n = 0; n < corners; ++n) {
        const double t = 2 * std::numbers::pi * n / corners;
        r.emplace_back(centre + radius * Vec2(std::cos(t), std::sin(t)));
    }
    return r;
}

/// Two circles of radius r whose centres are d apart.
double lens(double r, double d)
{
    return 2 * r * r * std::acos(d / 2 / r) - d / 2 * std::sqrt(4 * r * r - d * d);
}

} // namespace

class TestPlaneCut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sphereGivesItsCircle()
    {
        const Surface s = sphereSurface(Vec3(10, -20, 30), 15, 6);
        const Vec3 n = Vec3(1, 2, 3).normalized(), u = n.unitOrthogonal();
        for (double h : {-9.0, 0.0, 7.0}) {
            const PlaneAxes plane{Vec3(10, -20, 30) + h * n, u, n.cross(u)};
            const Rings rings = cutRings(s, plane);
            QCOMPARE(rings.size(), size_t(1));
            const double exact = std::numbers::pi * (225 - h * h);
            QVERIFY2(std::fabs(ringArea(rings[0]) - exact) < 0.002 * exact,
                     qPrintable(QString::number(ringArea(rings[0]))));
            QVERIFY(std::fabs(pollux::signedDistance(rings, Vec2(0, 0)) + std::sqrt(225 - h * h)) < 0.03);
            const Surface below = clipped(s, {n, n.dot(plane.origin)});
            QVERIFY(below.isClosed());
            const double cap = std::numbers::pi * (15 + h) * (15 + h) * (45 - (15 + h)) / 3 / 1000;
            QVERIFY2(std::fabs(below.volumeMl() - cap) < 0.003 * cap,
                     qPrintable(QString("%1 for %2").arg(below.volumeMl()).arg(cap)));
        }
        QVERIFY(cutRings(s, {Vec3(10, -20, 50), Vec3::UnitX(), Vec3::UnitY()}).empty());
        QVERIFY(clipped(s, {Vec3::UnitZ(), -100}).empty());
    }

    /// A ring in a ring is a hole: between two spheres of one surface.
    void aHoleIsLeftOut()
    {
        const Surface outer = sphereSurface(Vec3::Zero(), 10, 5), inner = sphereSurface(Vec3::Zero(), 6, 5);
        std::vector<Vec3f> points = outer.points();
        std::vector<Triangle> triangles = outer.triangles();
        const auto shift = static_cast<std::uint32_t>(points.size());
        points.insert(points.end(), inner.points().begin(), inner.points().end());
        for (Triangle t : inner.triangles())
            triangles.push_back({t[0] + shift, t[2] + shift, t[1] + shift});
        const Rings rings = cutRings(Surface(points, triangles), {Vec3::Zero(), Vec3::UnitX(), Vec3::UnitY()});
        QCOMPARE(rings.size(), size_t(2));
        const SharedArea area = sharedArea(rings, {}, 0.05);
        QVERIFY(std::fabs(area.a - std::numbers::pi * 64) < 0.5);
        QCOMPARE(area.both, 0.0);
        QVERIFY(!contains(rings, Vec2(1, 1)));
        QVERIFY(contains(rings, Vec2(0, 8)));
    }

    void openSurfacesAreNotClosedByForce()
    {
        const Surface s = sphereSurface(Vec3::Zero(), 10, 4);
        std::vector<Triangle> some(s.triangles().begin(), s.triangles().begin() + 300);
        const Surface open(s.points(), some);
        QVERIFY_EXCEPTION_THROWN(clipped(open, {Vec3::UnitZ(), 0}), Error);
        QVERIFY(cutRings(open, {Vec3::Zero(), Vec3::UnitX(), Vec3::UnitY()}).empty());
    }

    void sharedAreaOfTwoCircles()
    {
        double before = 0;
        for (double step : {0.2, 0.1, 0.05}) {
            const SharedArea s = sharedArea({circle({0, 0}, 20, 4000)}, {circle({13, 4}, 20, 4000)}, step);
            const double exact = lens(20, std::hypot(13, 4)), error = std::fabs(s.both - exact) / exact;
            QVERIFY2(error < 1e-3, qPrintable(QString("%1: %2").arg(step).arg(error)));
            QVERIFY(before == 0 || error < before);
            before = error;
            QVERIFY(std::fabs(s.a - 400 * std::numbers::pi) < 0.2);
        }
        // One within the other, and none.
        const SharedArea in = sharedArea({circle({0, 0}, 20, 400)}, {circle({3, 3}, 5, 400)}, 0.1);
        QVERIFY(std::fabs(in.both - in.b) < 1e-9);
        QCOMPARE(sharedArea({circle({0, 0}, 20, 400)}, {circle({50, 0}, 5, 400)}, 0.1).both, 0.0);
        QVERIFY_EXCEPTION_THROWN(sharedArea({{{0, 0}, {1, NAN}, {1, 1}}}, {}, 0.1), Error);
        QVERIFY_EXCEPTION_THROWN(sharedArea({{{0, 0}, {1, 1e9}, {1, 1}}}, {}, 0.1), Error);
    }
};

QTEST_APPLESS_MAIN(TestPlaneCut)
#include "tst_plane_cut.moc"
