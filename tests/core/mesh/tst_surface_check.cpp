// What a surface is said to be, against shapes whose answer is known.

#include "core/base/error.h"
#include "core/mesh/self_intersection.h"
#include "core/mesh/shells.h"
#include "core/mesh/surface_check.h"

#include <Eigen/Geometry>
#include <QtTest>

#include <chrono>
#include <cmath>
#include <map>
#include <numbers>
#include <random>
#include <thread>

using namespace pollux;

namespace {

using Points = std::vector<Vec3f>;
using Triangles = std::vector<Triangle>;

Surface boxOf(const Vec3& low, const Vec3& high, const Mat3& turn = Mat3::Identity())
{
    Points p;
    for (int n = 0; n < 8; ++n)
        p.push_back((turn * Vec3(n & 1 ? high.x() : low.x(), n & 2 ? high.y() : low.y(), n & 4 ? high.z() : low.z()))
                        .cast<float>());
    return Surface(p, {{0, 2, 3},
                       {0, 3, 1},
                       {4, 5, 7},
                       {4, 7, 6},
                       {0, 1, 5},
                       {0, 5, 4},
                       {2, 6, 7},
                       {2, 7, 3},
                       {0, 4, 6},
                       {0, 6, 2},
                       {1, 3, 7},
                       {1, 7, 5}});
}

Surface sphere(const Vec3& centre, double radius, int rings)
{
    Points p{(centre + Vec3(0, 0, radius)).cast<float>()};
    const int around = 2 * rings;
    for (int r = 1; r < rings; ++r)
        for (int a = 0; a < around; ++a) {
            const double t = std::numbers::pi * r / rings, f = 2 * std::numbers::pi * a / around;
            p.push_back((centre + radius * Vec3(std::sin(t) * std::cos(f), std::sin(t) * std::sin(f), std::cos(t)))
                            .cast<float>());
        }
    p.push_back((centre - Vec3(0, 0, radius)).cast<float>());
    const auto at = [&](int r, int a) { return static_cast<std::uint32_t>(1 + (r - 1) * around + a % around); };
    Triangles t;
    for (int a = 0; a < around; ++a) {
        t.push_back({0, at(1, a), at(1, a + 1)});
        t.push_back({static_cast<std::uint32_t>(p.size() - 1), at(rings - 1, a + 1), at(rings - 1, a)});
        for (int r = 1; r + 1 < rings; ++r) {
            t.push_back({at(r, a), at(r + 1, a), at(r + 1, a + 1)});
            t.push_back({at(r, a), at(r + 1, a + 1), at(r, a + 1)});
        }
    }
    return Surface(p, t);
}

Surface together(const Surface& a, const Surface& b)
{
    Points p = a.points();
    Triangles t = a.triangles();
    const auto shift = static_cast<std::uint32_t>(p.size());
    p.insert(p.end(), b.points().begin(), b.points().end());
    for (const Triangle& x : b.triangles())
        t.push_back({x[0] + shift, x[1] + shift, x[2] + shift});
    return Surface(p, t);
}

SurfaceCheck checked(const Surface& s)
{
    return checkSurface(s, Job());
}

} // namespace

class TestSurfaceCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBoxIsSound()
    {
        const SurfaceCheck c = checked(boxOf(Vec3(1, 2, 3), Vec3(11, 7, 5)));
        QVERIFY(c.closed() && c.orientable && !c.insideOut() && c.crossingsComplete);
        QCOMPARE(c.triangles, 12);
        QCOMPARE(c.points, 8);
        QCOMPARE(c.shells, 1);
        QCOMPARE(c.degenerate + c.openEdges + c.crowdedEdges + c.turned + c.crossings, 0);
        QVERIFY(std::fabs(c.volumeMm3 - 100) < 1e-9 && std::fabs(c.areaMm2 - 160) < 1e-9);
        QVERIFY((c.bounds.extent() - Vec3(10, 5, 2)).norm() < 1e-9);
        QVERIFY(!c.openEdge && !c.crossing);
    }

    void aSphereIsSound()
    {
        const SurfaceCheck c = checked(sphere(Vec3(50, -20, 100), 20, 60));
        QVERIFY(c.closed());
        QCOMPARE(c.turned + c.crossings + c.degenerate, 0);
        // Inscribed: below the sphere by a share of about pi^2 / rings^2 / 2.
        const double exact = 4.0 / 3 * std::numbers::pi * 8000;
        QVERIFY2(c.volumeMm3 < exact && c.volumeMm3 > 0.996 * exact, qPrintable(QString::number(c.volumeMm3 / exact)));
    }

    void aMissingTriangleOpensThreeEdges()
    {
        const Surface box = boxOf(Vec3(0, 0, 0), Vec3(10, 10, 10));
        Triangles t = box.triangles();
        t.erase(t.begin() + 4);
        const SurfaceCheck c = checked(Surface(box.points(), t));
        QVERIFY(!c.closed() && !c.insideOut());
        QCOMPARE(c.openEdges, 3);
        QCOMPARE(c.crowdedEdges + c.turned, 0);
        QVERIFY(c.openEdge && std::fabs(c.openEdge->y()) < 1e-6); // of the face at y = 0
    }

    void aTriangleTurnedRoundIsCounted()
    {
        const Surface box = boxOf(Vec3(0, 0, 0), Vec3(10, 10, 10));
        Triangles t = box.triangles();
        for (const std::size_t n : {std::size_t(3), std::size_t(8)})
            std::swap(t[n][1], t[n][2]);
        const SurfaceCheck c = checked(Surface(box.points(), t));
        QVERIFY(c.closed() && c.orientable && !c.insideOut());
        QCOMPARE(c.turned, 2);
    }

    void insideOutIsTold()
    {
        const SurfaceCheck c = checked(flipped(boxOf(Vec3(0, 0, 0), Vec3(10, 10, 10))));
        QVERIFY(c.insideOut());
        QCOMPARE(c.turned, 0);
        QVERIFY(std::fabs(c.volumeMm3 + 1000) < 1e-9);
        // A hollow is no such thing.
        const SurfaceCheck hollow =
            checked(together(boxOf(Vec3(0, 0, 0), Vec3(10, 10, 10)), flipped(boxOf(Vec3(4, 4, 4), Vec3(6, 6, 6)))));
        QVERIFY(hollow.closed() && !hollow.insideOut());
        QCOMPARE(hollow.shells, 2);
        QCOMPARE(hollow.crossings, 0);
        QVERIFY(std::fabs(hollow.volumeMm3 - 992) < 1e-9);
    }

    void anEdgeOfThreeTrianglesIsCounted()
    {
        const Points p{{0, 0, 0}, {0, 0, 1}, {1, 0, 0}, {-1, 1, 0}, {-1, -1, 0}};
        const SurfaceCheck c = checked(Surface(p, {{0, 1, 2}, {0, 1, 3}, {0, 1, 4}}));
        QCOMPARE(c.crowdedEdges, 1);
        QCOMPARE(c.openEdges, 6);
        QVERIFY(!c.closed());
    }

    void aMoebiusStripHasNoOutside()
    {
        Points p;
        Triangles t;
        const std::uint32_t n = 40;
        for (std::uint32_t i = 0; i < n; ++i) {
            const double f = 2 * std::numbers::pi * i / n;
            for (const double s : {-1.0, 1.0})
                p.push_back(Vec3((10 + s * std::cos(f / 2)) * std::cos(f), (10 + s * std::cos(f / 2)) * std::sin(f),
                                 s * std::sin(f / 2))
                                .cast<float>());
        }
        for (std::uint32_t i = 0; i < n; ++i) {
            const bool last = i + 1 == n;
            const std::uint32_t a = 2 * i, b = 2 * i + 1, c = last ? 1 : a + 2, d = last ? 0 : b + 2;
            t.push_back({a, b, d});
            t.push_back({a, d, c});
        }
        const SurfaceCheck c = checked(Surface(p, t));
        QVERIFY(!c.orientable);
        QCOMPARE(c.openEdges, std::int64_t(2 * n));
        QCOMPARE(c.shells, 1);
    }

    void degenerateTrianglesAreCounted()
    {
        const Surface box = boxOf(Vec3(0, 0, 0), Vec3(10, 10, 10));
        Points p = box.points();
        Triangles t = box.triangles();
        p.emplace_back(5.f, 0.f, 0.f);
        t.push_back({0, 1, 8}); // three points on a line
        t.push_back({0, 0, 1}); // one of them twice
        QCOMPARE(checked(Surface(p, t)).degenerate, 2);
    }

    void crossing_data()
    {
        QTest::addColumn<double>("apart");
        QTest::addColumn<bool>("expected");
        QTest::newRow("through each other") << 15.0 << true;
        QTest::newRow("by a tenth of a millimetre") << 19.9 << true;
        QTest::newRow("a gap") << 20.5 << false;
    }
    void crossing()
    {
        QFETCH(double, apart);
        QFETCH(bool, expected);
        const SurfaceCheck c = checked(together(sphere(Vec3(0, 0, 0), 10, 40), sphere(Vec3(0.3, 0.2, apart), 10, 40)));
        QVERIFY(c.closed());
        QCOMPARE(c.shells, 2);
        QCOMPARE(c.crossings > 0, expected);
        QVERIFY(c.crossingsComplete);
        if (expected) // on both spheres
            QVERIFY2(std::fabs(c.crossing->norm() - 10) < 0.1 &&
                         std::fabs((*c.crossing - Vec3(0.3, 0.2, apart)).norm() - 10) < 0.1,
                     qPrintable(QString::number(c.crossing->norm())));
    }

    /// Boxes whose edges meet the other's diagonals exactly.
    void boxesWithEvenMeasures()
    {
        const Surface a = boxOf(Vec3(0, 0, 0), Vec3(10, 10, 10));
        QVERIFY(checked(together(a, boxOf(Vec3(5, 5, 5), Vec3(15, 15, 15)))).crossings > 0);
        QVERIFY(checked(together(a, boxOf(Vec3(2, 2, -5), Vec3(8, 8, 15)))).crossings > 0);
    }

    void touchingIsNoCrossing_data()
    {
        QTest::addColumn<bool>("tilted");
        QTest::newRow("along the axes") << false;
        QTest::newRow("tilted, far from the origin") << true;
    }
    void touchingIsNoCrossing()
    {
        QFETCH(bool, tilted);
        const Mat3 turn =
            tilted ? Eigen::AngleAxisd(0.7, Vec3(1, 2, 3).normalized()).toRotationMatrix() : Mat3::Identity();
        const Vec3 o = tilted ? Vec3(200, -100, 300) : Vec3::Zero();
        const auto box = [&](const Vec3& low, const Vec3& high) { return boxOf(o + low, o + high, turn); };
        const Surface a = box(Vec3(0, 0, 0), Vec3(10, 10, 10));
        const std::pair<const char*, Surface> others[] = {
            {"a whole face", box(Vec3(10, 0, 0), Vec3(20, 10, 10))},
            {"a part of a face", box(Vec3(10, 3, 2), Vec3(20, 6, 30))},
            {"an edge", box(Vec3(10, 10, 2), Vec3(20, 20, 7))},
            {"a corner", box(Vec3(10, 10, 10), Vec3(20, 20, 20))},
            {"an edge across an edge", box(Vec3(3, 10, 10), Vec3(6, 20, 20))},
            {"standing on it", box(Vec3(3, 3, 10), Vec3(6, 6, 20))}};
        for (const auto& [name, b] : others)
            QVERIFY2(checked(together(a, b)).crossings == 0, name);
    }

    /// Every pair of a small soup against a test of another kind: an edge of one through the other.
    void agreesWithEdgesThroughTriangles()
    {
        std::mt19937 random(7);
        const auto number = [&] { return double(random()) / 4294967295.0; };
        const auto through = [](const Vec3& p, const Vec3& q, const Vec3& a, const Vec3& b, const Vec3& c) {
            Mat3 m;
            m << b - a, c - a, p - q;
            const Vec3 x = m.fullPivLu().solve(p - a);
            return x[0] > 0 && x[1] > 0 && x[0] + x[1] < 1 && x[2] > 0 && x[2] < 1;
        };
        Points p;
        Triangles t;
        for (std::uint32_t n = 0; n < 120; ++n) {
            const Vec3 at(number() * 5, number() * 5, number() * 5);
            for (int c = 0; c < 3; ++c)
                p.push_back((at + 4 * Vec3(number(), number(), number())).cast<float>());
            t.push_back({3 * n, 3 * n + 1, 3 * n + 2});
        }
        std::int64_t expected = 0;
        const auto at = [&](std::uint32_t n, std::uint32_t c) { return Vec3(p[3 * n + c % 3].cast<double>()); };
        for (std::uint32_t n = 0; n < 120; ++n)
            for (std::uint32_t m = 0; m < n; ++m) {
                bool hit = false;
                for (std::uint32_t c = 0; c < 3; ++c)
                    hit = hit || through(at(n, c), at(n, c + 1), at(m, 0), at(m, 1), at(m, 2)) ||
                          through(at(m, c), at(m, c + 1), at(n, 0), at(n, 1), at(n, 2));
                expected += hit;
            }
        QVERIFY(expected > 50);
        QCOMPARE(checked(Surface(p, t)).crossings, expected);
    }

    void endsOnWhatIsMeantToTakeLong()
    {
        // Long slivers in one bundle: every box meets every other.
        Points p;
        Triangles t;
        std::mt19937 random(3);
        const auto number = [&] { return float(double(random()) / 4294967295.0); };
        for (std::uint32_t n = 0; n < 60'000; ++n) {
            const float y = number(), z = number();
            p.emplace_back(0.f, y, z);
            p.emplace_back(100.f, y + 1, z + 1);
            p.emplace_back(100.f, y + 1.001f, z + 1);
            t.push_back({3 * n, 3 * n + 1, 3 * n + 2});
        }
        const Surface s(p, t);
        const auto start = std::chrono::steady_clock::now();
        const SurfaceCheck c = checked(s);
        qInfo("bundle of 60000: %lld pairs, complete %d, %.1f s", static_cast<long long>(c.crossings),
              int(c.crossingsComplete),
              std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        QVERIFY(!c.crossingsComplete);
        QVERIFY(c.crossings <= kMostCrossings);
        const SurfaceCheck again = checked(s);
        QCOMPARE(again.crossings, c.crossings);

        std::stop_source stop;
        std::chrono::steady_clock::time_point asked;
        std::jthread asker([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            asked = std::chrono::steady_clock::now();
            stop.request_stop();
        });
        try {
            checkSurface(s, Job(stop.get_token()));
            QFAIL("it was not stopped");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::Cancelled);
        }
        const auto back = std::chrono::steady_clock::now();
        asker.join();
        QVERIFY(back - asked < std::chrono::milliseconds(600));
    }

    void aLargeSphereTakesItsTime()
    {
        const Surface s = sphere(Vec3(0, 0, 100), 50, 350);
        const auto start = std::chrono::steady_clock::now();
        const SurfaceCheck c = checked(s);
        qInfo("%lld triangles: %.2f s", static_cast<long long>(c.triangles),
              std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        QVERIFY(c.closed() && c.crossingsComplete);
        QCOMPARE(c.crossings, 0);
    }

    void nothingIsNothing()
    {
        const SurfaceCheck c = checked(Surface());
        QVERIFY(!c.closed() && !c.insideOut());
        QCOMPARE(c.triangles, 0);
        const SurfaceCheck huge = checked(boxOf(Vec3(0, 0, 0), Vec3(1e38, 1e38, 1e38)));
        QVERIFY(huge.closed());
        QCOMPARE(huge.crossings, 0);
    }
};

QTEST_APPLESS_MAIN(TestSurfaceCheck)
#include "tst_surface_check.moc"
