#include "core/base/error.h"
#include "core/mesh/centreline.h"
#include "tests/core/image/shapes.h"

#include <QTest>

#include <chrono>
#include <random>
#include <thread>

using namespace pollux;

namespace {

struct Tube
{
    Vec3 from, to;
    double radius;
};

double toSegment(const Vec3& p, const Tube& t, double& along)
{
    const Vec3 d = t.to - t.from;
    along = std::clamp((p - t.from).dot(d) / d.squaredNorm(), 0.0, 1.0);
    return (p - t.from - along * d).norm();
}

Mask draw(const Grid& g, const std::vector<Tube>& tubes)
{
    std::vector<std::uint8_t> v(static_cast<size_t>(g.voxels()), 0);
    for (const Tube& t : tubes) {
        IndexBox box = g.box();
        for (int k = box.min[2]; k < box.max[2]; ++k)
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i) {
                    double along = 0;
                    if (toSegment(g.toPatient(i, j, k), t, along) <= t.radius)
                        v[size_t(g.offset(i, j, k))] = 1;
                }
    }
    return Mask(g, v);
}

/// A binary tree: each branch splits into two by Murray's law, r0^3 = r1^3 + r2^3, in turning planes.
void grow(std::vector<Tube>& out, const Vec3& from, const Vec3& dir, const Vec3& side, double r, int levels)
{
    const Vec3 to = from + dir * (8 + 5.5 * r);
    out.push_back({from, to, r});
    if (levels == 0)
        return;
    const double share = 0.6;
    const double r1 = r * std::cbrt(share), r2 = r * std::cbrt(1 - share);
    const Vec3 up = dir.cross(side);
    const double a1 = 0.5, a2 = -0.65;
    grow(out, to, std::cos(a1) * dir + std::sin(a1) * side, up, r1, levels - 1);
    grow(out, to, std::cos(a2) * dir + std::sin(a2) * side, up, r2, levels - 1);
}

} // namespace

class TestCentreline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void murrayTree_data()
    {
        QTest::addColumn<double>("sz");
        QTest::addColumn<bool>("oblique");
        QTest::addColumn<int>("noise");
        QTest::newRow("cubic") << 0.8 << false << 0;
        QTest::newRow("anisotropic") << 1.2 << false << 0;
        QTest::newRow("oblique") << 1.0 << true << 0;
        QTest::newRow("rough border") << 0.8 << false << 12;
    }

    void murrayTree()
    {
        QFETCH(double, sz);
        QFETCH(bool, oblique);
        QFETCH(int, noise);
        Grid g = shapes::grid(150, 110, int(150 * 0.8 / sz), Vec3(0.8, 0.8, sz));
        if (oblique)
            g = shapes::obliqueMirrored(g);
        std::vector<Tube> tubes;
        const Vec3 x = g.direction.col(0), y = g.direction.col(1), z = g.direction.col(2);
        grow(tubes, g.toPatient(Vec3(75, 55, 9 / sz)), z, (x + 0.3 * y).normalized(), 5.5, 3);
        Mask mask = draw(g, tubes);
        if (noise > 0) {
            // Every so manieth voxel of the border is flipped.
            std::mt19937 random(4);
            std::vector<std::uint8_t> v = mask.full();
            const std::vector<std::uint8_t> before = v;
            for (int k = 1; k + 1 < g.size[2]; ++k)
                for (int j = 1; j + 1 < g.size[1]; ++j)
                    for (int i = 1; i + 1 < g.size[0]; ++i) {
                        const auto at = size_t(g.offset(i, j, k));
                        if (!before[at] && (before[at - 1] || before[at + 1]) && random() % unsigned(noise) == 0)
                            v[at] = 1;
                    }
            mask = Mask(g, v);
        }
        const auto begin = std::chrono::steady_clock::now();
        CentrelineOptions options;
        const Tree tree = centrelines(mask, options, Job());
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        checkTree(tree);

        // The tips' round caps reach a radius beyond the last segment: the line goes on to their pole.
        std::vector<Tube> axes = tubes;
        for (Tube& t : axes) {
            const Vec3 on = (t.to - t.from).normalized() * t.radius;
            if (std::none_of(tubes.begin(), tubes.end(), [&](const Tube& u) { return (u.from - t.to).norm() < 1e-9; }))
                t.to += on;
            if (std::none_of(tubes.begin(), tubes.end(), [&](const Tube& u) { return (u.to - t.from).norm() < 1e-9; }))
                t.from -= on;
        }
        const double voxel = std::max(0.8, sz);
        int good = 0, radiusGood = 0, radiusCount = 0;
        double bias = 0, mean = 0;
        for (const TreeNode& n : tree.nodes) {
            double best = 1e9, radius = 0, nearJoint = 1e9;
            for (const Tube& t : axes) {
                double along = 0;
                const double d = toSegment(n.position, t, along);
                if (d < best) {
                    best = d;
                    radius = t.radius;
                }
                nearJoint = std::min(
                    {nearJoint, (n.position - t.to).norm() / t.radius, (n.position - t.from).norm() / t.radius});
            }
            good += best <= voxel;
            mean += best / double(tree.nodes.size());
            if (nearJoint > 1.5) { // where branches meet the inscribed ball is larger than either
                ++radiusCount;
                radiusGood += std::abs(n.radius - radius) <= 0.5 * voxel;
                bias += n.radius - radius;
            }
        }
        qInfo(
            "%lld voxels, %zu nodes, %.2f s; mean distance %.2f mm, within a voxel %.1f %%; radius within half a voxel "
            "%.1f %%, bias %.2f mm; %d tips, %d bifurcations",
            (long long)mask.count(), tree.nodes.size(), seconds, mean, 100.0 * good / double(tree.nodes.size()),
            100.0 * radiusGood / radiusCount, bias / radiusCount, tree.tips(), tree.bifurcations());
        QCOMPARE(tree.tips(), 8);
        QCOMPARE(tree.bifurcations(), 7);
        QVERIFY(good >= 0.95 * double(tree.nodes.size()));
        QVERIFY(radiusGood >= (noise ? 0.85 : 0.95) * radiusCount);
        // Rooted at the thick end.
        double along = 0;
        QVERIFY2(toSegment(tree.nodes[0].position, axes[0], along) < 1.5 && along < 0.2,
                 qPrintable(
                     QString("%1 mm beside, at %2").arg(toSegment(tree.nodes[0].position, axes[0], along)).arg(along)));
        double length = 0;
        for (const Tube& t : axes)
            length += (t.to - t.from).norm();
        QVERIFY(std::abs(tree.length() / length - 1) < 0.05);
    }

    void helixLength()
    {
        const Grid g = shapes::grid(90, 90, 90, Vec3(0.8, 0.8, 0.8));
        const Vec3 c = shapes::middle(g);
        std::vector<Tube> tubes;
        const double turns = 2, rise = 22, big = 20;
        const auto at = [&](double t) {
            return Vec3(c + Vec3(big * std::cos(t), big * std::sin(t), rise * (t / (2 * M_PI) - turns / 2)));
        };
        for (int n = 0; n < 200; ++n)
            tubes.push_back({at(2 * M_PI * turns * n / 200), at(2 * M_PI * turns * (n + 1) / 200), 3.0});
        const Tree tree = centrelines(draw(g, tubes), {}, Job());
        const double truth = turns * std::hypot(2 * M_PI * big, rise) + 2 * 3.0; // round caps
        qInfo("helix: %.1f mm of %.1f", tree.length(), truth);
        QCOMPARE(tree.tips(), 1);
        QCOMPARE(tree.bifurcations(), 0);
        QVERIFY(std::abs(tree.length() / truth - 1) < 0.02);
    }

    void torusIsCutOnce()
    {
        const Grid g = shapes::grid(70, 70, 25, Vec3(1, 1, 1));
        const Vec3 c = shapes::middle(g);
        const Mask torus = shapes::mask(g, [&](const Vec3& p) {
            const double ring = std::hypot(p[0] - c[0], p[1] - c[1]) - 24;
            return std::hypot(ring, p[2] - c[2]) <= 4;
        });
        const Tree tree = centrelines(torus, {}, Job());
        checkTree(tree);
        QVERIFY(tree.length() > 0.85 * 2 * M_PI * 24 && tree.length() < 1.15 * 2 * M_PI * 24);
        double worst = 0;
        for (const TreeNode& n : tree.nodes)
            worst = std::max(worst, std::abs(std::hypot(n.position[0] - c[0], n.position[1] - c[1]) - 24));
        QVERIFY(worst < 4);
    }

    void partsRootsAndSmallThings()
    {
        const Grid g = shapes::grid(60, 30, 30, Vec3(1, 1, 1));
        const Vec3 a = g.toPatient(5, 8, 15), b = g.toPatient(54, 8, 15), a2 = g.toPatient(5, 22, 15),
                   b2 = g.toPatient(54, 22, 15);
        const Mask two = draw(g, {{a, b, 3}, {a2, b2, 3}});
        CentrelineOptions options;
        options.root = b2;
        const Tree tree = centrelines(two, options, Job());
        int roots = 0;
        bool atRoot = false;
        for (const TreeNode& n : tree.nodes)
            if (n.parent < 0) {
                ++roots;
                atRoot = atRoot || (n.position - b2).norm() < 4;
            }
        QCOMPARE(roots, 2);
        QVERIFY(atRoot);
        QCOMPARE(tree.tips(), 2);
        options.root = g.toPatient(30, 22, 15); // in the middle: two ways out of it
        const Tree middle = centrelines(two, options, Job());
        bool found = false;
        for (const TreeNode& n : middle.nodes)
            found = found || (n.parent < 0 && (n.position - *options.root).norm() < 3);
        QVERIFY(found);
        QCOMPARE(middle.tips(), 3);

        QVERIFY(centrelines(Mask(g, IndexBox{}, {}), {}, Job()).empty());
        for (const int n : {1, 2, 3, 4, 7}) {
            const Mask few(g, IndexBox{{3, 3, 3}, {3 + n, 4, 4}}, std::vector<std::uint8_t>(size_t(n), 1));
            const Tree t = centrelines(few, {}, Job());
            checkTree(t);
            QVERIFY(!t.empty());
        }
        const Mask all(g, std::vector<std::uint8_t>(static_cast<size_t>(g.voxels()), 1));
        checkTree(centrelines(all, {}, Job()));
        options.stepMm = NAN;
        QVERIFY_EXCEPTION_THROWN((void)centrelines(two, options, Job()), Error);
    }

    void sameTwiceAndStops()
    {
        const Grid g = shapes::grid(200, 200, 100, Vec3(0.8, 0.8, 1.2));
        const Vec3 c = shapes::middle(g);
        const Mask ball = shapes::ball(g, c, 50);
        std::stop_source stop;
        std::chrono::steady_clock::time_point asked;
        std::jthread after([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(400));
            asked = std::chrono::steady_clock::now();
            stop.request_stop();
        });
        bool stopped = false;
        try {
            for (int n = 0; n < 20; ++n)
                (void)centrelines(ball, {}, Job(stop.get_token()));
        } catch (const Error& e) {
            stopped = e.code() == ErrorCode::Cancelled;
        }
        qInfo("stopped after %.0f ms",
              std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - asked).count());
        QVERIFY(stopped);
        const Mask tube = draw(shapes::grid(40, 30, 30, Vec3(1, 1, 1)), {{Vec3(-35, 25, 20), Vec3(-10, 30, 25), 3}});
        QCOMPARE(centrelines(tube, {}, Job()).key(), centrelines(tube, {}, Job()).key());
    }
};

QTEST_GUILESS_MAIN(TestCentreline)
#include "tst_centreline.moc"
