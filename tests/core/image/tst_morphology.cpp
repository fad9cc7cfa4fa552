#include "core/base/error.h"
#include "core/image/morphology.h"
#include "shapes.h"

#include <QTest>

#include <chrono>
#include <thread>

using namespace pollux;

namespace {

Grid gridOf(const char* kind)
{
    const Grid g = shapes::grid(70, 66, 34, Vec3(0.8, 0.8, 1.7));
    return std::string_view(kind) == "oblique" ? shapes::obliqueMirrored(g) : g;
}

double ballMl(double r)
{
    return 4.0 / 3.0 * M_PI * r * r * r / 1000;
}

bool subset(const Mask& a, const Mask& b)
{
    return intersect(a, b).count() == a.count();
}

} // namespace

class TestMorphology : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void balls_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("anisotropic") << "anisotropic";
        QTest::newRow("oblique") << "oblique";
    }

    void balls()
    {
        QFETCH(QString, kind);
        const Grid g = gridOf(qPrintable(kind));
        const Vec3 c = shapes::middle(g);
        const Mask ball = shapes::ball(g, c, 14);
        const Mask larger = dilate(ball, 6, Job()), smaller = erode(ball, 6, Job());
        // Centre to centre: the ball grows by the radius, less up to a voxel's corner.
        QVERIFY(dice(larger, shapes::ball(g, c, 20)) > 0.97);
        QVERIFY(dice(smaller, shapes::ball(g, c, 8)) > 0.93);
        QVERIFY(std::abs(larger.volumeMl() - ballMl(20)) < 0.06 * ballMl(20));
        QVERIFY(subset(ball, larger) && subset(smaller, ball));
        QVERIFY(subset(open(ball, 5, Job()), ball));
        QVERIFY(subset(ball, close(ball, 5, Job())));
        QVERIFY(dice(open(ball, 5, Job()), ball) > 0.97);
        QVERIFY(dice(close(ball, 5, Job()), ball) > 0.97);
        QCOMPARE(dilate(ball, 0, Job()).count(), ball.count());
    }

    /// Erosion is the dilation of the complement (away from the image's border).
    void duality()
    {
        const Grid g = gridOf("anisotropic");
        const Mask ball = shapes::mask(g, [&](const Vec3& p) {
            const double d = (p - shapes::middle(g)).norm();
            return d < 15 && d > 4;
        });
        std::vector<std::uint8_t> rest = ball.full();
        for (auto& v : rest)
            v = !v;
        const Mask grown = dilate(Mask(g, rest), 2.3, Job());
        const Mask eroded = erode(ball, 2.3, Job());
        QCOMPARE(intersect(grown, eroded).count(), std::int64_t(0));
        QCOMPARE(grown.count() + eroded.count(), g.voxels());
    }

    void openRemovesBridgeCloseFillsGap()
    {
        const Grid g = shapes::grid(80, 40, 40, Vec3(1, 1, 1));
        const Vec3 c = shapes::middle(g);
        const auto two = [&](double gap, double bridge) {
            return shapes::mask(g, [=](const Vec3& p) {
                const Vec3 d = p - c;
                return (d - Vec3(10 + gap / 2, 0, 0)).norm() < 10 || (d + Vec3(10 + gap / 2, 0, 0)).norm() < 10 ||
                       (std::abs(d[0]) < 15 && std::hypot(d[1], d[2]) < bridge);
            });
        };
        const Mask bridged = two(8, 2);
        QCOMPARE(components(bridged, 1, 9, Job()).size(), size_t(1));
        const std::vector<Mask> parts = components(open(bridged, 4, Job()), 1, 9, Job());
        QCOMPARE(parts.size(), size_t(2));
        const Mask apart = two(3, 0);
        QCOMPARE(components(apart, 1, 9, Job()).size(), size_t(2));
        QCOMPARE(components(close(apart, 4, Job()), 1, 9, Job()).size(), size_t(1));
    }

    void closeKeepsTheImageBorder()
    {
        const Grid g = shapes::grid(30, 30, 30, Vec3(1, 1, 1));
        const Mask slab = shapes::mask(g, [&](const Vec3& p) { return g.toIndex(p)[2] < 10; });
        QCOMPARE(close(slab, 5, Job()).count(), slab.count());
        QVERIFY(smooth(slab, 2, Job()).count() >= slab.count());
    }

    void holes()
    {
        const Grid g = shapes::grid(40, 40, 40, Vec3(1, 1, 1));
        const Vec3 c = shapes::middle(g);
        const Mask shell = shapes::mask(g, [&](const Vec3& p) {
            const double d = (p - c).norm();
            return d <= 15 && d > 8;
        });
        QCOMPARE(fillHoles(shell, Job()).count(), shapes::ball(g, c, 15).count());
        // A channel along k opens the hole in 3D, not in the slices across it.
        const Mask tube = shapes::mask(g, [&](const Vec3& p) {
            const double d = std::hypot(p[0] - c[0], p[1] - c[1]);
            return d <= 15 && d > 8;
        });
        const Mask full = shapes::mask(g, [&](const Vec3& p) { return std::hypot(p[0] - c[0], p[1] - c[1]) <= 15; });
        QCOMPARE(fillHoles(tube, Job()).count(), tube.count());
        QCOMPARE(fillHolesBySlice(tube, 2, Job()).count(), full.count());
        QCOMPARE(fillHolesBySlice(tube, 0, Job()).count(), tube.count());
        QVERIFY_EXCEPTION_THROWN((void)fillHolesBySlice(tube, 3, Job()), Error);
    }

    void componentsAreSortedAndCornersTouch()
    {
        const Grid g = shapes::grid(30, 20, 10, Vec3(1, 1, 1));
        std::vector<std::uint8_t> v(static_cast<size_t>(g.voxels()), 0);
        for (int n = 0; n < 5; ++n)
            v[size_t(g.offset(2 + n, 2 + n, 2 + n))] = 1; // a diagonal hangs together by corners
        for (int n = 0; n < 8; ++n)
            v[size_t(g.offset(20 + n, 10, 5))] = 1;
        v[size_t(g.offset(15, 18, 9))] = 1;
        const std::vector<Mask> parts = components(Mask(g, v), 1, 10, Job());
        QCOMPARE(parts.size(), size_t(3));
        QCOMPARE(parts[0].count(), std::int64_t(8));
        QCOMPARE(parts[1].count(), std::int64_t(5));
        QCOMPARE(parts[2].count(), std::int64_t(1));
        QVERIFY(parts[2].at(15, 18, 9));
        QCOMPARE(components(Mask(g, v), 2, 10, Job()).size(), size_t(2));
        QCOMPARE(components(Mask(g, v), 1, 1, Job()).size(), size_t(1));
        QCOMPARE(largestComponent(Mask(g, v), Job()).count(), std::int64_t(8));
    }

    void boundaryIsOneThick()
    {
        const Grid g = shapes::grid(12, 12, 12, Vec3(1, 1, 1));
        const Mask cube(g, IndexBox{{0, 3, 3}, {6, 9, 9}}, std::vector<std::uint8_t>(216, 1));
        QCOMPARE(boundary(cube).count(), std::int64_t(216 - 64));
        QCOMPARE(boundary(boundary(cube)).count(), std::int64_t(216 - 64));
    }

    void smoothingMovesTheBorderByCurvature()
    {
        const Grid g = gridOf("oblique");
        const Mask ball = shapes::ball(g, shapes::middle(g), 16);
        const Mask out = smooth(ball, 2, Job());
        // The half level of a smoothed ball lies sigma^2 / r further in (mean curvature motion, to first order).
        const double expected = ballMl(16 - 4.0 / 16);
        QVERIFY(std::abs(out.volumeMl() - expected) < 0.015 * expected);
        QVERIFY(dice(out, ball) > 0.97);
    }

    void refusesBadRadii()
    {
        const Grid g = gridOf("anisotropic");
        const Mask ball = shapes::ball(g, shapes::middle(g), 5);
        for (const double r : {-1.0, 1e9, std::nan("")}) {
            QVERIFY_EXCEPTION_THROWN((void)dilate(ball, r, Job()), Error);
            QVERIFY_EXCEPTION_THROWN((void)erode(ball, r, Job()), Error);
            QVERIFY_EXCEPTION_THROWN((void)close(ball, r, Job()), Error);
        }
        QVERIFY(dilate(Mask(g, IndexBox{}, {}), 3, Job()).empty());
    }

    void stops()
    {
        const Grid g = shapes::grid(512, 512, 100, Vec3(0.75, 0.75, 1.6));
        const Mask ball = shapes::ball(g, shapes::middle(g), 75);
        std::stop_source stop;
        std::chrono::steady_clock::time_point asked;
        std::jthread after([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(60));
            asked = std::chrono::steady_clock::now();
            stop.request_stop();
        });
        bool stopped = false;
        try {
            for (int n = 0; n < 50; ++n)
                (void)close(ball, 10, Job(stop.get_token()));
        } catch (const Error& e) {
            stopped = e.code() == ErrorCode::Cancelled;
        }
        qInfo("stopped after %.0f ms",
              std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - asked).count());
        QVERIFY(stopped);
    }
};

QTEST_GUILESS_MAIN(TestMorphology)
#include "tst_morphology.moc"
