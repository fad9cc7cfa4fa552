#include "core/base/error.h"
#include "core/image/edit/apply.h"
#include "core/image/edit/held_bytes.h"
#include "core/image/edit/islands.h"
#include "core/image/edit/margin.h"
#include "core/image/edit/plane_cut.h"
#include "core/image/morphology.h"
#include "shapes.h"

#include <QTest>

#include <cmath>

using namespace pollux;

namespace {

Grid gridOf(bool oblique)
{
    const Grid g = shapes::grid(90, 80, 50, Vec3(0.7, 0.9, 1.6));
    return oblique ? shapes::obliqueMirrored(g) : g;
}

/// The radius of the ball of this volume.
double radiusOf(const Mask& m)
{
    return std::cbrt(m.volumeMl() * 1000 * 3 / (4 * M_PI));
}

} // namespace

class TestEditShapes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marginOfABall_data()
    {
        QTest::addColumn<bool>("oblique");
        QTest::addColumn<double>("mm");
        for (const bool oblique : {false, true})
            for (const double mm : {0.3, 1.0, 2.5, 5.0, 7.7, -0.3, -1.0, -2.5, -5.0, -8.0})
                QTest::addRow("%s %g", oblique ? "oblique" : "straight", mm) << oblique << mm;
    }

    /// Every voxel is right but those whose centre lies within half a voxel (along the line) of the true border.
    void marginOfABall()
    {
        QFETCH(bool, oblique);
        QFETCH(double, mm);
        const Grid g = gridOf(oblique);
        const Vec3 c = shapes::middle(g);
        const double r = 16;
        const Mask ball = shapes::ball(g, c, r), moved = margin(ball, mm, Job());
        double worst = 0;
        for (int k = 0; k < g.size[2]; ++k)
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i) {
                    const Vec3 d = g.toPatient(i, j, k) - c;
                    if ((d.norm() <= r + mm) != moved.at(i, j, k)) {
                        // Half a voxel's length along the line from the centre, and as much of the ball's own voxels.
                        const Vec3 in = (g.direction.transpose() * d.normalized()).cwiseAbs();
                        worst = std::max(worst, std::abs(d.norm() - r - mm) / (in.dot(g.spacing)));
                    }
                }
        QVERIFY2(worst <= 0.75, qPrintable(QString::number(worst)));
        // The same in the mean: right to half a voxel, of 1.05 mm.
        QVERIFY2(std::abs(radiusOf(moved) - radiusOf(ball) - mm) < 0.55,
                 qPrintable(QString::number(radiusOf(moved) - radiusOf(ball))));
    }

    /// A flat face moves by the whole number of voxels next to the margin: half a voxel at most.
    void marginOfASlabIsRightToHalfAVoxel()
    {
        const Grid g = shapes::grid(40, 40, 60, Vec3(0.9, 0.9, 1.6));
        const Mask slab = shapes::mask(g, [&](const Vec3& p) { return std::abs(g.toIndex(p)[2] - 29.5) < 10; });
        QCOMPARE(slab.box().size(2), 20);
        for (double mm = -14; mm <= 14; mm += 0.37) {
            const Mask moved = margin(slab, mm, Job());
            const double thick = moved.box().size(2) * 1.6;
            QVERIFY2(std::abs((thick - 32) / 2 - mm) <= 0.8 + 1e-9, qPrintable(QString("%1 %2").arg(mm).arg(thick)));
            // The slab runs to the image's sides, which are no border.
            QCOMPARE(moved.count(), std::int64_t(moved.box().size(2)) * 40 * 40);
        }
        // Counting from voxel centres would be a whole voxel off: that is what dilate() is for, not this.
        QCOMPARE(margin(slab, 2.5, Job()).box().size(2), 24);
        QCOMPARE(dilate(slab, 2.5, Job()).box().size(2), 22);
        QVERIFY(margin(slab, -40, Job()).empty());
        QCOMPARE(margin(shapes::mask(g, [](const Vec3&) { return true; }), -10, Job()).count(), g.voxels());
    }

    void marginSharesWhatItKeeps()
    {
        const Grid g = shapes::grid(200, 200, 100, Vec3(1, 1, 1));
        const Mask two = inBricks(unite(shapes::ball(g, Vec3(0, 60, 55), 20), shapes::ball(g, Vec3(110, 160, 55), 20)));
        const std::vector<Mask> steps{two, islandAt(two, Vec3(0, 60, 55), 0, Job())};
        QVERIFY(steps[1].count() * 2 == two.count());
        QVERIFY(addedBytes(steps)[1] < addedBytes(steps)[0] / 4); // the island kept is shared
    }

    void wallHasTheThickness_data()
    {
        QTest::addColumn<int>("wall");
        QTest::addColumn<double>("thickness");
        for (const int wall : {0, 1, 2})
            for (const double t : {2.0, 3.3, 6.0})
                QTest::addRow("%s %g mm", wall == 0 ? "inside" : wall == 1 ? "outside" : "centre", t) << wall << t;
    }

    void wallHasTheThickness()
    {
        QFETCH(int, wall);
        QFETCH(double, thickness);
        const Grid g = gridOf(true);
        const Vec3 c = shapes::middle(g);
        const Mask ball = shapes::ball(g, c, 16);
        const Mask shell = hollow(ball, thickness, static_cast<Wall>(wall), Job());
        const double outer = wall == 0 ? 16 : wall == 1 ? 16 + thickness : 16 + thickness / 2;
        const double inner = outer - thickness;
        const double exact = 4.0 / 3 * M_PI * (std::pow(outer, 3) - std::pow(inner, 3)) / 1000;
        // Each of its faces is right to half a voxel; in the mean the errors of a ball's border go one way.
        QVERIFY2(std::abs(shell.volumeMl() / exact - 1) < 0.06 + 0.25 / thickness,
                 qPrintable(QString::number(shell.volumeMl() / exact)));
        const double half = g.spacing.maxCoeff() * 0.75;
        for (int k = 0; k < g.size[2]; ++k)
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i) {
                    const double r = (g.toPatient(i, j, k) - c).norm();
                    if (r > inner + half && r < outer - half)
                        QVERIFY(shell.at(i, j, k));
                    if (r < inner - half || r > outer + half)
                        QVERIFY(!shell.at(i, j, k));
                }
        // Closed: from the middle nothing gets out.
        QVERIFY(fillHoles(shell, Job()).count() >
                shell.count() + intersect(ball, shapes::ball(g, c, inner - 2)).count() / 2);
    }

    void thinWallsAreClosed()
    {
        const Grid g = gridOf(true);
        const Vec3 c = shapes::middle(g);
        const Mask ball = shapes::ball(g, c, 16);
        for (const Wall wall : {Wall::Inside, Wall::Outside, Wall::Centre}) {
            const Mask shell = hollow(ball, 0.1, wall, Job());
            QVERIFY(shell.count() < ball.count() / 3);
            QVERIFY(fillHoles(shell, Job()).at(45, 40, 25));
            QVERIFY(!shell.at(45, 40, 25));
            QVERIFY(intersect(shell, ball).empty() == (wall == Wall::Outside));
            QVERIFY(subtract(shell, ball).empty() == (wall != Wall::Outside));
        }
        // A tube that the image cuts off has no lid there.
        const Mask tube = shapes::mask(g, [&](const Vec3& p) {
            const Vec3 d = p - c;
            return (d - g.direction.col(2) * g.direction.col(2).dot(d)).norm() < 12;
        });
        const Mask wall = hollow(tube, 3, Wall::Inside, Job());
        QVERIFY(!wall.at(45, 40, 0) && !wall.at(45, 40, 49) && tube.at(45, 40, 0));
    }

    void islands()
    {
        const Grid g = shapes::grid(100, 60, 60, Vec3(1, 1, 1));
        const auto at = [&](int i, int j, int k) { return g.toPatient(i, j, k); };
        const Mask large = shapes::ball(g, at(25, 30, 30), 15), middle = shapes::ball(g, at(70, 30, 30), 8),
                   small = shapes::ball(g, at(90, 50, 50), 3);
        const Mask all = unite(unite(middle, small), large);
        QCOMPARE(keepLargestIsland(all, Job()).key().hex(), large.key().hex());
        QCOMPARE(removeSmallIslands(all, 1.0, Job()).key().hex(), unite(large, middle).key().hex());
        QCOMPARE(removeSmallIslands(all, middle.volumeMl(), Job()).count(), large.count() + middle.count());
        QCOMPARE(removeSmallIslands(all, middle.volumeMl() + 0.0011, Job()).count(), large.count());
        QCOMPARE(removeSmallIslands(all, 0, Job()).count(), all.count());
        const Islands split = splitIslands(all, 0.5, 10, Job());
        QCOMPARE(split.parts.size(), size_t(2));
        QCOMPARE(split.parts[0].key().hex(), large.key().hex());
        QCOMPARE(split.parts[1].key().hex(), middle.key().hex());
        QCOMPARE(split.rest.key().hex(), small.key().hex());
        QCOMPARE(splitIslands(all, 0, 1, Job()).rest.count(), middle.count() + small.count());
        QCOMPARE(islandAt(all, at(72, 30, 30), 0, Job()).key().hex(), middle.key().hex());
        QCOMPARE(islandAt(all, at(80, 30, 30), 5, Job()).key().hex(), middle.key().hex());
        try {
            islandAt(all, at(80, 30, 30), 1, Job());
            QFAIL("found");
        } catch (const Error& e) {
            QVERIFY(e.code() == ErrorCode::NotFound && !e.advice().empty());
        }
        QVERIFY_EXCEPTION_THROWN(islandAt(all, Vec3(NAN, 0, 0), 1, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(removeSmallIslands(all, -1, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(splitIslands(all, 1, 0, Job()), Error);
        const Mask none(g, IndexBox{}, {});
        QVERIFY(keepLargestIsland(none, Job()).empty() && removeSmallIslands(none, 1, Job()).empty() &&
                splitIslands(none, 1, 5, Job()).parts.empty());
    }

    void planeMakesTwoHalves()
    {
        const Grid g = gridOf(true);
        const Vec3 c = shapes::middle(g), n = Vec3(1, 2, -1).normalized();
        const Mask ball = shapes::ball(g, c, 18);
        const Plane plane{n, n.dot(c) + 3};
        const PlaneSides sides = splitByPlane(ball, plane, Job());
        const Mask expected = intersect(ball, shapes::mask(g, [&](const Vec3& p) { return n.dot(p - c) >= 3; }));
        QCOMPARE(sides.front.key().hex(), expected.key().hex());
        QCOMPARE(sides.behind.key().hex(), subtract(ball, expected).key().hex());
        // Cap of a ball.
        const double h = 15, exact = M_PI * h * h * (3 * 18 - h) / 3 / 1000;
        QVERIFY(std::abs(sides.front.volumeMl() / exact - 1) < 0.02);
        // A plane through voxel centres: they are in front.
        const Mask all = shapes::mask(g, [](const Vec3&) { return true; });
        const Plane through{g.direction.col(0), g.direction.col(0).dot(g.toPatient(30, 0, 0))};
        QCOMPARE(splitByPlane(all, through, Job()).behind.count(), std::int64_t(30) * 80 * 50);
        QVERIFY_EXCEPTION_THROWN(splitByPlane(ball, Plane{Vec3(0, 0, 2), 0}, Job()), Error);
    }

    /// A trunk with two branches that run side by side: a plane through one does not cut the other.
    void branchIsCutOnlyAtThePoint()
    {
        const Grid g = gridOf(true);
        const auto at = [&](double i, double j, double k) { return g.toPatient(Vec3(i, j, k)); };
        const auto tube = [&](const Vec3& a, const Vec3& b, double r) {
            return shapes::mask(g, [=](const Vec3& p) {
                const Vec3 d = b - a;
                const double t = std::clamp((p - a).dot(d) / d.squaredNorm(), 0.0, 1.0);
                return (p - a - t * d).norm() <= r;
            });
        };
        const Mask left = tube(at(15, 20, 25), at(75, 20, 25), 3), right = tube(at(15, 50, 25), at(75, 50, 25), 3),
                   trunk = tube(at(15, 20, 25), at(15, 50, 25), 4), island = shapes::ball(g, at(80, 70, 45), 3);
        const Mask tree = unite(unite(left, right), unite(trunk, island));
        const Vec3 n = (g.direction.col(0) + 0.3 * g.direction.col(2)).normalized(), point = at(45, 20, 25);
        const BranchCut cut = cutBranch(tree, point, n, 2, Job());
        QVERIFY(cut.separated);
        const Mask expected =
            intersect(left, shapes::mask(g, [&](const Vec3& p) { return n.dot(p - point) >= -1e-9; }));
        QCOMPARE(cut.front.key().hex(), expected.key().hex());
        QCOMPARE(cut.rest.key().hex(), subtract(tree, expected).key().hex());
        // The other way round the rest of the tree hangs on the front; the island hangs on nothing.
        const BranchCut back = cutBranch(tree, point, -n, 2, Job());
        QVERIFY(back.separated && intersect(back.front, right).count() == right.count());
        QVERIFY(intersect(back.front, island).empty() && intersect(back.rest, island).count() == island.count());

        // With a loop at the far end the two sides still hang together: nothing is cut, and it says so.
        const Mask loop = unite(tree, tube(at(75, 20, 25), at(75, 50, 25), 3));
        const BranchCut none = cutBranch(loop, point, n, 2, Job());
        QVERIFY(!none.separated && none.front.empty());
        QCOMPARE(none.rest.key().hex(), loop.key().hex());
        QVERIFY_EXCEPTION_THROWN(cutBranch(tree, at(45, 35, 25), n, 2, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(cutBranch(tree, point, Vec3::Zero(), 2, Job()), Error);
    }

    void stops()
    {
        std::stop_source source;
        source.request_stop();
        const Job job(source.get_token());
        const Grid g = gridOf(false);
        const Vec3 c = shapes::middle(g);
        const Mask ball = shapes::ball(g, c, 15);
        QVERIFY_EXCEPTION_THROWN(margin(ball, 3, job), Error);
        QVERIFY_EXCEPTION_THROWN(margin(ball, -3, job), Error);
        QVERIFY_EXCEPTION_THROWN(hollow(ball, 3, Wall::Centre, job), Error);
        QVERIFY_EXCEPTION_THROWN(keepLargestIsland(ball, job), Error);
        QVERIFY_EXCEPTION_THROWN(splitByPlane(ball, Plane{Vec3::UnitZ(), c[2]}, job), Error);
        QVERIFY_EXCEPTION_THROWN(cutBranch(ball, c, Vec3::UnitZ(), 1, job), Error);
    }

    void refusesWhatMakesNoSense()
    {
        const Mask ball = shapes::ball(gridOf(false), shapes::middle(gridOf(false)), 9);
        QVERIFY_EXCEPTION_THROWN(margin(ball, 301, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(margin(ball, NAN, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(hollow(ball, 0, Wall::Inside, Job()), Error);
    }
};

QTEST_GUILESS_MAIN(TestEditShapes)
#include "tst_edit_shapes.moc"
