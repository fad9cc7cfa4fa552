#include "core/base/error.h"
#include "core/image/edit/apply.h"
#include "core/image/edit/outline.h"
#include "shapes.h"

#include <QTest>

#include <cmath>

using namespace pollux;

namespace {

Grid gridOf()
{
    return shapes::obliqueMirrored(shapes::grid(100, 90, 50, Vec3(0.8, 0.9, 1.6)));
}

/// A circle of many points across a direction.
std::vector<Vec3> circle(const Vec3& centre, const Vec3& normal, double radius, int points)
{
    const Vec3 x = normal.unitOrthogonal(), y = normal.cross(x);
    std::vector<Vec3> out;
    for (int n = 0; n < points; ++n) {
        const double a = 2 * M_PI * n / points;
        out.push_back(centre + radius * (std::cos(a) * x + std::sin(a) * y));
    }
    return out;
}

} // namespace

class TestEditOutline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parallelViewCutsACylinder()
    {
        const Grid g = gridOf();
        const Vec3 c = shapes::middle(g), n = Vec3(2, -1, 3).normalized();
        const Mask body = shapes::ball(g, c, 30);
        Outline o;
        o.points = circle(c + 50 * n + 3 * n.unitOrthogonal(), n, 12, 400);
        o.direction = 2.5 * n;
        const auto inCylinder = [&](const Vec3& p, double slack) {
            const Vec3 d = p - c - 3 * n.unitOrthogonal();
            return (d - n * n.dot(d)).norm() <= 12 + slack;
        };
        const Mask cut = insideOutline(o, body, Job());
        // The polygon lies between two circles; only a hair of the body lies between those.
        const Mask most = intersect(shapes::mask(g, [&](const Vec3& p) { return inCylinder(p, 0); }), body);
        const Mask least = intersect(shapes::mask(g, [&](const Vec3& p) { return inCylinder(p, -0.01); }), body);
        QVERIFY(subtract(cut, most).empty());
        QVERIFY(subtract(least, cut).empty());
        QVERIFY(most.count() - least.count() < 100 && least.count() > 10000);

        // Scissors: inside and outside are the two halves of the body.
        const Mask without = apply(body, cut, EditMode::Remove, {}, {}, Job()).target;
        const Mask kept = apply(body, cut, EditMode::Keep, {}, {}, Job()).target;
        QCOMPARE(without.count() + kept.count(), body.count());
        QVERIFY(intersect(without, kept).empty());

        // The drawing's direction of travel does not matter, nor where along the view it lies.
        Outline other = o;
        std::reverse(other.points.begin(), other.points.end());
        for (Vec3& p : other.points)
            p -= 200 * n;
        other.direction = -n;
        QCOMPARE(insideOutline(other, body, Job()).key().hex(), cut.key().hex());
    }

    void slab()
    {
        const Grid g = gridOf();
        const Vec3 c = shapes::middle(g), n = Vec3(0.2, -1, 0.3).normalized();
        const Mask body = shapes::ball(g, c, 30);
        Outline o;
        o.points = circle(c, n, 100, 40);
        o.direction = n;
        const double first = n.dot(o.points.front() - c); // zero but for rounding
        o.nearest = -4.2 - first;
        o.farthest = 11.7 - first;
        const Mask expected = intersect(
            body, shapes::mask(g, [&](const Vec3& p) { return n.dot(p - c) >= -4.2 && n.dot(p - c) <= 11.7; }));
        QCOMPARE(insideOutline(o, body, Job()).key().hex(), expected.key().hex());
    }

    void perspectiveViewCutsACone()
    {
        const Grid g = gridOf();
        const Vec3 c = shapes::middle(g), n = Vec3(2, -1, 3).normalized();
        const Vec3 eye = c - 60 * n;
        const Mask body = shapes::ball(g, c, 30);
        Outline o;
        o.points = circle(c - 30 * n, n, 6, 600);
        o.direction = n;
        o.eye = eye;
        const auto inCone = [&](const Vec3& p, double slack) {
            const Vec3 d = p - eye;
            const double along = n.dot(d);
            return along > 0 && (d - n * along).norm() <= (6 + slack) * along / 30;
        };
        const Mask cut = insideOutline(o, body, Job());
        QVERIFY(subtract(cut, shapes::mask(g, [&](const Vec3& p) { return inCone(p, 0); })).empty());
        QVERIFY(
            subtract(intersect(body, shapes::mask(g, [&](const Vec3& p) { return inCone(p, -0.003); })), cut).empty());
        QVERIFY(cut.count() > 3000);

        // From within the image: what lies behind the eye is not cut.
        o.eye = c;
        o.points = circle(c + 5 * n, n, 20, 100);
        const Mask ahead = insideOutline(o, body, Job());
        QVERIFY(ahead.count() > 1000);
        for (int k = ahead.box().min[2]; k < ahead.box().max[2]; ++k)
            for (int j = ahead.box().min[1]; j < ahead.box().max[1]; ++j)
                for (int i = ahead.box().min[0]; i < ahead.box().max[0]; ++i)
                    if (ahead.at(i, j, k))
                        QVERIFY(n.dot(g.toPatient(i, j, k) - c) > 0);
        o.points = circle(c - 5 * n, n, 20, 100);
        QVERIFY_EXCEPTION_THROWN(insideOutline(o, body, Job()), Error);
    }

    /// A figure of eight and a line that runs round twice have no holes.
    void selfCrossing()
    {
        const Grid g = shapes::grid(60, 60, 3, Vec3(1, 1, 1));
        const auto at = [&](double i, double j) { return g.toPatient(Vec3(i, j, 1)); };
        Outline eight;
        eight.points = {at(10, 10), at(50, 50), at(50, 10), at(10, 50)};
        const Mask all = wholeGrid(g);
        QCOMPARE(all.count(), g.voxels());
        const Mask two = insideOutline(eight, all, Job());
        QVERIFY(two.contains(at(15, 30)) && two.contains(at(45, 30)));
        QVERIFY(!two.contains(at(30, 15)) && !two.contains(at(30, 45)));
        Outline twice;
        twice.points = {at(10, 10), at(50, 10), at(50, 50), at(10, 50), at(10, 10),
                        at(20, 20), at(40, 20), at(40, 40), at(20, 40), at(20, 20)};
        QVERIFY(insideOutline(twice, all, Job()).contains(at(30, 30)));
    }

    /// Slices of the grid are cut into halves without losing or doubling a voxel on a shared edge.
    void sharedEdgesAreCountedOnce()
    {
        const Grid g = shapes::grid(70, 70, 40, Vec3(1, 1, 1));
        const auto at = [&](double i, double j) { return g.toPatient(Vec3(i, j, 20)); };
        const Mask all = wholeGrid(g);
        Outline left, right;
        left.points = {at(-5, -5), at(35, -5), at(35, 80), at(-5, 80)};
        right.points = {at(35, -5), at(80, -5), at(80, 80), at(35, 80)};
        const Mask a = insideOutline(left, all, Job()), b = insideOutline(right, all, Job());
        QCOMPARE(a.count() + b.count(), g.voxels());
        QVERIFY(intersect(a, b).empty());
    }

    void refusesWhatMakesNoSense()
    {
        const Grid g = gridOf();
        const Mask body = shapes::ball(g, shapes::middle(g), 10);
        Outline o;
        o.points = {Vec3(0, 0, 0), Vec3(1, 0, 0)};
        QVERIFY_EXCEPTION_THROWN(insideOutline(o, body, Job()), Error);
        o.points.push_back(Vec3(NAN, 1, 0));
        QVERIFY_EXCEPTION_THROWN(insideOutline(o, body, Job()), Error);
        o.points.back() = Vec3(0, 1, 0);
        o.direction = Vec3(0, 0, 0);
        QVERIFY_EXCEPTION_THROWN(insideOutline(o, body, Job()), Error);
    }

    void stops()
    {
        std::stop_source source;
        source.request_stop();
        const Grid g = gridOf();
        Outline o;
        o.points = circle(shapes::middle(g), Vec3::UnitZ(), 10, 10);
        QVERIFY_EXCEPTION_THROWN(insideOutline(o, wholeGrid(g), Job(source.get_token())), Error);
    }
};

QTEST_GUILESS_MAIN(TestEditOutline)
#include "tst_edit_outline.moc"
