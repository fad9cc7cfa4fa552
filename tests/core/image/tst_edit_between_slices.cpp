#include "core/base/error.h"
#include "core/image/edit/apply.h"
#include "core/image/edit/between_slices.h"
#include "core/image/edit/held_bytes.h"
#include "shapes.h"

#include <QTest>

#include <cmath>

using namespace pollux;

namespace {

/// Every `step`-th slice of a shape along an axis, and the whole of it between the first and the last painted one.
struct Painted
{
    Mask slices, whole;
};

Painted paint(const Grid& g, int axis, int first, int step, int last, const std::function<bool(const Vec3&)>& inside)
{
    const auto at = [&](const Vec3& p) { return static_cast<int>(std::lround(g.toIndex(p)[axis])); };
    return {shapes::mask(g,
                         [&](const Vec3& p) {
                             const int s = at(p);
                             return s >= first && s <= last && (s - first) % step == 0 && inside(p);
                         }),
            shapes::mask(g, [&](const Vec3& p) { return at(p) >= first && at(p) <= last && inside(p); })};
}

/// Largest distance (mm) of a voxel in which two masks differ from the border of the true shape.
double worst(const Mask& a, const Mask& b, const std::function<double(const Vec3&)>& toBorder)
{
    const Mask differ = unite(subtract(a, b), subtract(b, a));
    double most = 0;
    const IndexBox& box = differ.box();
    for (int k = box.min[2]; k < box.max[2]; ++k)
        for (int j = box.min[1]; j < box.max[1]; ++j)
            for (int i = box.min[0]; i < box.max[0]; ++i)
                if (differ.at(i, j, k))
                    most = std::max(most, std::abs(toBorder(differ.grid().toPatient(i, j, k))));
    return most;
}

} // namespace

class TestEditBetweenSlices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cone_data()
    {
        QTest::addColumn<int>("axis");
        QTest::addColumn<double>("slant"); // sideways for each mm along
        for (int axis = 0; axis < 3; ++axis)
            for (const double slant : {0.0, 0.4, 1.5})
                QTest::addRow("axis %d, slant %g", axis, slant) << axis << slant;
    }

    /// A cone, straight or slanted (at 1.5 its painted slices do not overlap), painted in every 12th slice or so:
    /// linear in the distance, so the interpolation is exact but for the voxels.
    void cone()
    {
        QFETCH(int, axis);
        QFETCH(double, slant);
        const Grid g = shapes::obliqueMirrored(shapes::grid(130, 120, 110, Vec3(0.8, 0.9, 1.0)));
        const int u = (axis + 1) % 3;
        const Vec3 n = g.direction.col(axis), side = g.direction.col(u);
        Vec3 start = Vec3(g.size[0] / 2, g.size[1] / 2, g.size[2] / 2);
        start[axis] = 10;
        start[u] -= slant * 18 * g.spacing[axis] / g.spacing[u];
        const Vec3 c = g.toPatient(start);
        const auto toBorder = [&](const Vec3& p) {
            const double along = n.dot(p - c);
            const Vec3 across = p - c - n * along - side * (slant * along);
            return across.norm() - (3 + 0.25 * along);
        };
        const Painted painted = paint(g, axis, 10, 12, 46, [&](const Vec3& p) { return toBorder(p) <= 0; });
        QVERIFY(painted.slices.count() > 500);
        const Mask filled = fillBetweenSlices(painted.slices, axis, Job());
        const double off = worst(filled, painted.whole, toBorder);
        // The painted circles are made of voxels, so their own border is off by up to one; the fill adds nothing.
        QVERIFY2(off <= 0.9, qPrintable(QString::number(off)));
        QVERIFY2(dice(filled, painted.whole) > 0.965, qPrintable(QString::number(dice(filled, painted.whole))));
        QVERIFY(std::abs(filled.volumeMl() / painted.whole.volumeMl() - 1) < 0.02);
        // Without the fill the test must fail.
        QVERIFY(dice(painted.slices, painted.whole) < 0.3);
    }

    void paintedSlicesStayAsTheyAre()
    {
        const Grid g = shapes::grid(60, 60, 40, Vec3(1, 1, 1.5));
        const Vec3 c = shapes::middle(g);
        const Painted painted = paint(g, 2, 5, 7, 33, [&](const Vec3& p) {
            const double a = std::atan2(p[1] - c[1], p[0] - c[0]);
            return std::hypot(p[0] - c[0], p[1] - c[1]) < 14 + 5 * std::sin(5 * a + 0.3 * p[2]);
        });
        const Mask start = inBricks(painted.slices);
        const Mask filled = fillBetweenSlices(start, 2, Job());
        for (int k = 5; k <= 33; k += 7)
            QVERIFY(filled.in({{0, 0, k}, {60, 60, k + 1}}) == start.in({{0, 0, k}, {60, 60, k + 1}}));
        QVERIFY(filled.box().min[2] == 5 && filled.box().max[2] == 34);
        for (int k = 5; k <= 33; ++k)
            QVERIFY(Mask(g, {{0, 0, k}, {60, 60, k + 1}}, filled.in({{0, 0, k}, {60, 60, k + 1}})).count() > 300);
        // Filled again nothing changes; along another axis there is nothing to fill either.
        QVERIFY(changedBricks(fillBetweenSlices(filled, 2, Job()), filled).empty());
        QCOMPARE(fillBetweenSlices(filled, 2, Job()).key().hex(), fillBetweenSlices(start, 2, Job()).key().hex());
    }

    /// One vessel becomes two; what has no partner in the next slice ends.
    void branchesJoinAndLonersEnd()
    {
        const Grid g = shapes::grid(100, 60, 30, Vec3(1, 1, 1));
        const auto disc = [&](const Vec3& p, double i, double j, double r) {
            const Vec3 x = g.toIndex(p);
            return std::hypot(x[0] - i, x[1] - j) <= r;
        };
        const auto slice = [&](const Vec3& p) { return static_cast<int>(std::lround(g.toIndex(p)[2])); };
        const Mask m = shapes::mask(g, [&](const Vec3& p) {
            if (slice(p) == 4)
                return disc(p, 40, 30, 8);
            if (slice(p) == 14)
                return disc(p, 34, 30, 4) || disc(p, 46, 30, 4) || disc(p, 90, 50, 3);
            return false;
        });
        const Mask filled = fillBetweenSlices(m, 2, Job());
        for (int k = 5; k < 14; ++k) {
            const double t = (k - 4) / 10.0;
            QVERIFY(filled.at(static_cast<int>(std::lround(40 - 6 * t)), 30, k));
            QVERIFY(filled.at(static_cast<int>(std::lround(40 + 6 * t)), 30, k));
            for (int j = 40; j < 60; ++j)
                for (int i = 70; i < 100; ++i)
                    QVERIFY(!filled.at(i, j, k));
        }
        // Near the branches there are two vessels, near the trunk one.
        QVERIFY(!filled.at(40, 30, 13));
        QVERIFY(filled.at(40, 30, 6));
    }

    void edgeCases()
    {
        const Grid g = shapes::grid(20, 20, 20, Vec3(1, 1, 1));
        QVERIFY(fillBetweenSlices(Mask(g, IndexBox{}, {}), 2, Job()).empty());
        const Mask one = shapes::mask(g, [&](const Vec3& p) { return std::lround(g.toIndex(p)[2]) == 7; });
        QCOMPARE(fillBetweenSlices(one, 2, Job()).key().hex(), one.key().hex());
        // Slices that fill the image: a slab.
        const Painted slab = paint(g, 2, 2, 15, 17, [](const Vec3&) { return true; });
        QCOMPARE(fillBetweenSlices(slab.slices, 2, Job()).count(), slab.whole.count());
        QVERIFY_EXCEPTION_THROWN(fillBetweenSlices(one, 3, Job()), Error);
    }

    void stops()
    {
        std::stop_source source;
        const Grid g = shapes::grid(60, 60, 40, Vec3(1, 1, 1.5));
        const Painted painted =
            paint(g, 2, 1, 6, 37, [&](const Vec3& p) { return (p - shapes::middle(g)).head<2>().norm() < 20; });
        int told = 0;
        const Job job(source.get_token(), [&](double, const std::string&) {
            ++told;
            source.request_stop();
        });
        QVERIFY_EXCEPTION_THROWN(fillBetweenSlices(painted.slices, 2, job), Error);
        QCOMPARE(told, 1);
    }
};

QTEST_GUILESS_MAIN(TestEditBetweenSlices)
#include "tst_edit_between_slices.moc"
