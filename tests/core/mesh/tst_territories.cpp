// Territories of branches: planes between parallel lines, what a fissure does, cutting the root, parts of a tree.

#include "core/base/error.h"
#include "core/mesh/territories.h"
#include "tests/core/image/shapes.h"

#include <QTest>

#include <cmath>

using namespace pollux;

namespace {

const Grid kGrid = [] {
    Grid g = shapes::grid(60, 40, 30, Vec3(1, 1.5, 2));
    g.origin = Vec3::Zero();
    return g;
}();

bool inBox(const Vec3& p)
{
    return p.x() > 3.5 && p.x() < 55.5 && p.y() > 3 && p.y() < 55 && p.z() > 3 && p.z() < 55;
}

/// Two lines along z at x = a and x = b, 50 nodes each.
Tree lines(double a, double radiusA, double b, double radiusB)
{
    Tree t;
    for (const auto& [x, radius] : {std::pair(a, radiusA), std::pair(b, radiusB)})
        for (int n = 0; n < 50; ++n)
            t.nodes.push_back({Vec3(x, 29, 4.0 + n), radius, n ? static_cast<int>(t.nodes.size()) - 1 : -1});
    return t;
}

std::vector<std::int32_t> halves()
{
    std::vector<std::int32_t> labels(100, 0);
    std::fill(labels.begin() + 50, labels.end(), 1);
    return labels;
}

/// The largest x of a mask's voxel centres.
double rightmost(const Mask& mask)
{
    return mask.grid().toPatient(mask.box().max[0] - 1, 0, 0).x();
}

constexpr BranchDistance kAll[] = {BranchDistance::Within, BranchDistance::Straight, BranchDistance::Power};

/// A stem along x from 0 to 20, two branches of 30 mm from its end, one of them forked after 10 mm, and a twig of 3 mm.
Tree forked()
{
    Tree t;
    const auto go = [&](int parent, const Vec3& step, int count) {
        for (int n = 0; n < count; ++n) {
            t.nodes.push_back({t.nodes[static_cast<size_t>(parent)].position + step, 2, parent});
            parent = static_cast<int>(t.nodes.size()) - 1;
        }
        return parent;
    };
    t.nodes.push_back({Vec3::Zero(), 3, -1});
    const int end = go(0, Vec3(1, 0, 0), 20);
    go(10, Vec3(0, 0, 1), 3); // the twig
    go(end, Vec3(0, 1, 0), 30);
    const int fork = go(end, Vec3(0, -1, 0), 10);
    go(fork, Vec3(0.7, -0.7, 0), 20);
    go(fork, Vec3(-0.7, -0.7, 0), 21);
    return t;
}

} // namespace

class TestTerritories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Between equal lines the border is the plane in the middle, to half a voxel, and nothing is lost.
    void parallelLinesShareAtTheMiddle()
    {
        const Mask box = shapes::mask(kGrid, inBox);
        for (const BranchDistance how : kAll) {
            const Territories t = territories(box, lines(15, 2, 44, 2), halves(), how, Job());
            const Mask a = t.of(kGrid, 0), b = t.of(kGrid, 1);
            QCOMPARE(rightmost(a), 29.0);
            QCOMPARE(kGrid.toPatient(b.box().min[0], 0, 0).x(), 30.0);
            QCOMPARE(a.count() + b.count(), box.count());
            QCOMPARE(t.count(0), a.count());
            // Known halves: 26 of 52 voxels across.
            QCOMPARE(a.count(), b.count());
        }
    }

    /// Radii move the border of the power diagram to (a + b) / 2 + (ra^2 - rb^2) / (2 (b - a)), and no other.
    void radiiMoveThePowerPlane()
    {
        const Mask box = shapes::mask(kGrid, inBox);
        const Tree tree = lines(15, 12, 44, 2);
        const double plane = (15 + 44) / 2.0 + (144.0 - 4.0) / (2 * 29.0); // 31.91
        QVERIFY(std::abs(rightmost(territories(box, tree, halves(), BranchDistance::Power, Job()).of(kGrid, 0)) -
                         plane) <= 1.0);
        QCOMPARE(rightmost(territories(box, tree, halves(), BranchDistance::Power, Job()).of(kGrid, 0)), 31.0);
        QCOMPARE(rightmost(territories(box, tree, halves(), BranchDistance::Straight, Job()).of(kGrid, 0)), 29.0);
    }

    void nothingLeaksAcrossAFissure()
    {
        const Mask cleft = shapes::mask(
            kGrid, [](const Vec3& p) { return inBox(p) && !(p.x() > 28.5 && p.x() < 31.5 && p.y() < 50); });
        const Tree tree = lines(26, 1, 54, 1);
        const Territories within = territories(cleft, tree, halves(), BranchDistance::Within, Job());
        const Territories straight = territories(cleft, tree, halves(), BranchDistance::Straight, Job());
        // 7 mm from the first line in a straight line, but beyond the cleft.
        QVERIFY(straight.of(kGrid, 0).at(33, 7, 10));
        QVERIFY(within.of(kGrid, 1).at(33, 7, 10));
        QCOMPARE(within.count(0) + within.count(1), cleft.count());
    }

    /// A branch outside the organ feeds it through its own tube; loose tissue is reached by nothing.
    void treesReachInFromOutside()
    {
        const Mask organ =
            shapes::mask(kGrid, [](const Vec3& p) { return inBox(p) && p.x() > 20 && (p.x() < 45 || p.x() > 50); });
        Tree tree;
        for (int n = 0; n < 15; ++n)
            tree.nodes.push_back({Vec3(5.0 + n, 29, 29), 2, n - 1});
        const Territories t = territories(organ, tree, std::vector<std::int32_t>(15, 4), BranchDistance::Within, Job());
        QVERIFY(t.of(kGrid, 4).at(40, 20, 15));
        QVERIFY(!t.of(kGrid, 4).at(53, 20, 15));
        QVERIFY(t.count(4) < organ.count());
        QCOMPARE(territories(organ, tree, std::vector<std::int32_t>(15, 4), BranchDistance::Straight, Job()).count(4),
                 organ.count());
    }

    /// All that hangs on the root is everything; what hangs on a branch grows with every step towards the root.
    void subtreesAndTheirTerritories()
    {
        const Tree tree = forked();
        const Grid grid = [] {
            Grid g = shapes::grid(60, 70, 20, Vec3(1, 1, 1));
            g.origin = Vec3(-10, -35, -10);
            return g;
        }();
        const Mask organ = shapes::mask(grid, [](const Vec3&) { return true; });
        const auto share = [&](int node) {
            const std::vector<bool> below = subtree(tree, node);
            return territories(organ, tree, std::vector<std::int32_t>(below.begin(), below.end()),
                               BranchDistance::Within, Job())
                .count(1);
        };
        QCOMPARE(share(0), organ.count());
        std::int64_t last = organ.count();
        for (const int node : {10, 20, nearestNode(tree, Vec3(20, 10, 0)), nearestNode(tree, Vec3(20, 25, 0))}) {
            const std::int64_t now = share(node);
            QVERIFY(now < last && now > 0);
            last = now;
        }
        QCOMPARE(nearestNode(Tree(), Vec3::Zero()), -1);
    }

    void largestForksFirst()
    {
        const Tree tree = forked();
        QCOMPARE(largestBranches(tree, 1, 10), std::vector<int>{0});
        const std::vector<int> two = largestBranches(tree, 2, 10), three = largestBranches(tree, 3, 10);
        QCOMPARE(two.size(), size_t(2)); // the twig made no fork
        QVERIFY((tree.nodes[static_cast<size_t>(two[0])].position - Vec3(20, 1, 0)).norm() < 1e-9);
        QVERIFY((tree.nodes[static_cast<size_t>(two[1])].position - Vec3(20, -1, 0)).norm() < 1e-9);
        QCOMPARE(three.size(), size_t(3));
        QVERIFY(std::find(three.begin(), three.end(), two[0]) != three.end()); // the forked one was parted
        QCOMPARE(largestBranches(tree, 9, 10).size(), size_t(3));              // there are no more
        QCOMPARE(largestBranches(tree, 2, 1).size(), size_t(2));               // now the twig is one
        QVERIFY(largestBranches(Tree(), 2, 10).empty());
    }

    void badInput()
    {
        const Mask box = shapes::mask(kGrid, inBox);
        const Tree tree = lines(15, 2, 44, 2);
        QVERIFY_THROWS_EXCEPTION(Error, territories(box, tree, {0, 1}, BranchDistance::Within, Job()));
        QVERIFY_THROWS_EXCEPTION(
            Error, territories(box, tree, std::vector<std::int32_t>(100, -1), BranchDistance::Within, Job()));
        QVERIFY_THROWS_EXCEPTION(Error, territories(Mask(), tree, halves(), BranchDistance::Within, Job()));
    }
};

QTEST_GUILESS_MAIN(TestTerritories)
#include "tst_territories.moc"
