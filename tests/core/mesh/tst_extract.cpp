#include "core/base/error.h"
#include "core/mesh/extract.h"
#include "core/mesh/locator.h"
#include "core/mesh/shells.h"
#include "core/mesh/stl.h"
#include "tests/core/image/shapes.h"

#include <Eigen/Geometry>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <fstream>
#include <random>
#include <set>
#include <thread>

using namespace pollux;

namespace {

int eulerNumber(const Surface& s)
{
    std::set<std::pair<std::uint32_t, std::uint32_t>> edges;
    for (const Triangle& t : s.triangles())
        for (size_t c = 0; c < 3; ++c)
            edges.insert(std::minmax(t[c], t[(c + 1) % 3]));
    return int(s.points().size()) - int(edges.size()) + int(s.triangles().size());
}

void expectGood(const Surface& s, const Mask& mask, const char* what)
{
    QVERIFY2(s.isClosed(), what);
    QVERIFY2(std::abs(s.volumeMl() - mask.volumeMl()) < 0.01 * mask.volumeMl(),
             qPrintable(QString("%1: %2 mL of %3").arg(what).arg(s.volumeMl()).arg(mask.volumeMl())));
}

/// A liver-like shape: three balls grown together.
Mask lobes(const Grid& g, double scale)
{
    const Vec3 c = shapes::middle(g);
    return shapes::mask(g, [=](const Vec3& p) {
        const Vec3 d = (p - c) / scale;
        return (d - Vec3(-20, 0, 0)).norm() < 62 || (d - Vec3(45, -15, 10)).norm() < 42 ||
               (d - Vec3(-15, 10, -40)).norm() < 45;
    });
}

} // namespace

class TestExtract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spheres_data()
    {
        QTest::addColumn<bool>("mirrored");
        QTest::addColumn<double>("smoothing");
        QTest::addColumn<double>("triangles");
        QTest::newRow("plain") << false << 1.0 << 0.0;
        QTest::newRow("mirrored") << true << 1.0 << 0.0;
        QTest::newRow("unsmoothed") << false << 0.0 << 0.0;
        QTest::newRow("much smoothed") << true << 3.0 << 0.0;
        QTest::newRow("decimated") << true << 1.0 << 2000.0;
    }

    void spheres()
    {
        QFETCH(bool, mirrored);
        QFETCH(double, smoothing);
        QFETCH(double, triangles);
        Grid g = shapes::grid(60, 60, 30, Vec3(0.75, 0.75, 1.6));
        if (mirrored)
            g = shapes::obliqueMirrored(g);
        const Mask ball = shapes::ball(g, shapes::middle(g), 17);
        SurfaceOptions options;
        options.smoothing = smoothing;
        options.targetTriangles = triangles;
        const Surface s = extractSurface(ball, options, Job());
        expectGood(s, ball, "sphere");
        QCOMPARE(eulerNumber(s), 2);
        double worst = 0;
        for (const Vec3f& p : s.points())
            worst = std::max(worst, std::abs((p.cast<double>() - shapes::middle(g)).norm() - 17));
        QVERIFY2(worst < (smoothing > 0 ? 0.8 : 1.2), qPrintable(QString::number(worst)));
        int outwards = 0;
        for (const Triangle& t : s.triangles()) {
            const Vec3f &a = s.points()[t[0]], &b = s.points()[t[1]], &c = s.points()[t[2]];
            const Vec3f middle = (a + b + c) / 3 - shapes::middle(g).cast<float>();
            outwards += (b - a).cross(c - a).dot(middle) > 0;
        }
        QVERIFY(outwards > 0.999 * double(s.triangles().size()));
        if (triangles > 0)
            QVERIFY(double(s.triangles().size()) < 1.1 * triangles);
    }

    void closedAtTheImageBorder()
    {
        const Grid g = shapes::grid(30, 30, 20, Vec3(1, 1, 1));
        const Mask half = shapes::ball(g, g.toPatient(0, 15, 10), 9);
        expectGood(extractSurface(half, {}, Job()), half, "cut ball");
        const Mask whole(g, std::vector<std::uint8_t>(static_cast<size_t>(g.voxels()), 1));
        expectGood(extractSurface(whole, {}, Job()), whole, "whole image");
    }

    void thinVesselSurvivesSmoothing()
    {
        const Grid g = shapes::grid(40, 40, 40, Vec3(0.75, 0.75, 1.6));
        const Vec3 c = shapes::middle(g);
        const Mask vessel = shapes::mask(
            g, [&](const Vec3& p) { return std::hypot(p[0] - c[0], p[1] - c[1]) < 1.0 && std::abs(p[2] - c[2]) < 25; });
        const Surface s = extractSurface(vessel, {}, Job());
        expectGood(s, vessel, "vessel");
        QCOMPARE(shells(s).size(), size_t(1));
    }

    void emptyMaskIsAnError()
    {
        const Grid g = shapes::grid(3, 3, 3, Vec3(1, 1, 1));
        QVERIFY_EXCEPTION_THROWN((void)extractSurface(Mask(g, IndexBox{}, {}), {}, Job()), Error);
    }

    void liverSized()
    {
        const Grid g = shapes::grid(300, 260, 110, Vec3(0.75, 0.75, 1.6));
        const Mask liver = lobes(g, 1.0);
        for (const double target : {0.0, 60000.0}) {
            SurfaceOptions options;
            options.targetTriangles = target;
            const auto begin = std::chrono::steady_clock::now();
            const Surface s = extractSurface(liver, options, Job());
            const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
            qInfo("%.0f mL, %zu triangles in %.2f s", liver.volumeMl(), s.triangles().size(), seconds);
            expectGood(s, liver, "liver");
        }
    }

    void stops()
    {
        const Grid g = shapes::grid(512, 512, 100, Vec3(0.75, 0.75, 1.6));
        const Mask ball = lobes(g, 1.0);
        for (const double target : {0.0, 150000.0}) {
            SurfaceOptions options;
            options.targetTriangles = target;
            std::stop_source stop;
            std::chrono::steady_clock::time_point asked;
            std::jthread after([&] {
                std::this_thread::sleep_for(std::chrono::milliseconds(500));
                asked = std::chrono::steady_clock::now();
                stop.request_stop();
            });
            bool stopped = false;
            try {
                for (int n = 0; n < 20; ++n)
                    (void)extractSurface(ball, options, Job(stop.get_token()));
            } catch (const Error& e) {
                stopped = e.code() == ErrorCode::Cancelled;
            }
            qInfo("stopped after %.0f ms",
                  std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - asked).count());
            QVERIFY(stopped);
        }
    }

    void icosphere()
    {
        const Surface s = sphereSurface(Vec3(3, -4, 5), 10, 5);
        QCOMPARE(s.triangles().size(), size_t(20 * 1024));
        QVERIFY(s.isClosed());
        QCOMPARE(eulerNumber(s), 2);
        QVERIFY(std::abs(s.volumeMl() / (4.0 / 3 * M_PI) - 1) < 0.003);
        const Surface small = decimated(s, 500);
        QVERIFY(small.isClosed() && small.triangles().size() < 600);
        QVERIFY(std::abs(small.volumeMl() / s.volumeMl() - 1) < 0.05);
    }

    void locatorEqualsBruteForce()
    {
        const Surface s = sphereSurface(Vec3(1, 2, 3), 20, 3);
        const SurfaceLocator locator(s);
        std::mt19937 random(11);
        std::uniform_real_distribution<double> u(-40, 40);
        for (int n = 0; n < 300; ++n) {
            const Vec3 p(u(random), u(random), u(random)), q(u(random), u(random), u(random));
            // Nearest: against a fine sampling of every triangle from above, and the sphere's own distance.
            const auto hit = locator.nearest(p);
            double best = 1e300;
            for (const Triangle& t : s.triangles()) {
                const Vec3 a = s.points()[t[0]].cast<double>(), b = s.points()[t[1]].cast<double>(),
                           c = s.points()[t[2]].cast<double>();
                for (int x = 0; x <= 10; ++x)
                    for (int y = 0; x + y <= 10; ++y)
                        best = std::min(best, (a + (b - a) * x / 10.0 + (c - a) * y / 10.0 - p).norm());
            }
            QVERIFY(hit.distance <= best + 1e-6 && hit.distance > best - 0.2);
            QVERIFY(std::abs((hit.point - p).norm() - hit.distance) < 1e-9);
            QCOMPARE(locator.contains(p), (p - Vec3(1, 2, 3)).norm() < 20 - 0.15 ? true
                                          : (p - Vec3(1, 2, 3)).norm() > 20      ? false
                                                                                 : locator.contains(p));
            // Rays against all triangles.
            std::set<std::int64_t> at;
            for (const Triangle& t : s.triangles()) {
                const Vec3 a = s.points()[t[0]].cast<double>(), b = s.points()[t[1]].cast<double>(),
                           c = s.points()[t[2]].cast<double>();
                Mat3 m;
                m << (b - a), (c - a), (p - q);
                const Vec3 x = m.inverse() * (p - a);
                if (x[0] >= 0 && x[1] >= 0 && x[0] + x[1] <= 1 && x[2] >= 0 && x[2] <= 1)
                    at.insert(std::llround(x[2] * (q - p).norm() * 1e5));
            }
            const auto hits = locator.allHits(p, q);
            QCOMPARE(hits.size(), at.size());
            QCOMPARE(locator.firstHit(p, q).has_value(), !at.empty());
            if (!at.empty()) {
                QVERIFY(std::abs(locator.firstHit(p, q)->distance - double(*at.begin()) / 1e5) < 1e-4);
                QVERIFY(std::abs(hits.back().distance - double(*at.rbegin()) / 1e5) < 1e-4);
            }
        }
        QVERIFY(!locator.firstHit(Vec3(NAN, 0, 0), Vec3(0, 0, 0)));
        QVERIFY_EXCEPTION_THROWN(SurfaceLocator{Surface()}, Error);
    }

    void raysThroughCornersAndEdgesCountOnce()
    {
        const Surface s = sphereSurface(Vec3::Zero(), 10, 2);
        const SurfaceLocator locator(s);
        for (const Vec3f& p : s.points()) {
            const Vec3 out = 2 * p.cast<double>();
            QCOMPARE(locator.allHits(Vec3(0.1, 0.02, 0.03), out + Vec3(0.1, 0.02, 0.03)).size(), size_t(1));
            QCOMPARE(locator.allHits(Vec3::Zero(), out).size(), size_t(1));
        }
    }

    void stlRoundTrip()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("a.stl").toStdString();
        const Surface s = sphereSurface(Vec3(-120.5, 33.25, 900), 17, 3);
        writeStl(s, path);
        const Surface back = readStl(path);
        QCOMPARE(back.triangles().size(), s.triangles().size());
        QCOMPARE(back.points().size(), s.points().size());
        QVERIFY(back.isClosed());
        QCOMPARE(back.volumeMl(), s.volumeMl());
        std::ifstream file(path, std::ios::binary);
        std::string header(80, '\0');
        file.read(header.data(), 80);
        QVERIFY(header.find("LPS") != std::string::npos && header.find("mm") != std::string::npos);
        QVERIFY_EXCEPTION_THROWN(writeStl(s, folder.filePath("no/such/a.stl").toStdString()), Error);
    }

    void stlAscii()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("a.stl").toStdString();
        std::ofstream(path) << "solid x\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1.5e0 0 0\nvertex 0 1 0\n"
                               "endloop\nendfacet\nendsolid x\n";
        const Surface s = readStl(path);
        QCOMPARE(s.triangles().size(), size_t(1));
        QCOMPARE(s.points()[1].x(), 1.5f);
    }

    /// Cut, stretched and overwritten files give an Error or a sound surface, never anything else.
    void stlDamaged()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("a.stl").toStdString();
        writeStl(sphereSurface(Vec3::Zero(), 5, 1), path);
        std::ifstream in(path, std::ios::binary);
        const std::string good((std::istreambuf_iterator<char>(in)), {});
        const auto read = [&](const std::string& bytes) {
            std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
            try {
                return readStl(path).empty() ? -1 : 1;
            } catch (const Error& e) {
                return e.code() == ErrorCode::BadInput && !e.advice().empty() ? 0 : -1;
            }
        };
        QCOMPARE(read(good), 1);
        QCOMPARE(read(""), 0);
        QCOMPARE(read(good.substr(0, 83)), 0);
        QCOMPARE(read(good.substr(0, good.size() - 1)), 0);
        QCOMPARE(read(good + "x"), 0);
        std::string many = good;
        many[80] = many[81] = many[82] = many[83] = '\xff';
        QCOMPARE(read(many), 0);
        std::string nan = good;
        for (int b = 0; b < 4; ++b)
            nan[size_t(84 + 12 + b)] = '\xff';
        QCOMPARE(read(nan), 0);
        QCOMPARE(read("solid x facet vertex 1 2 endfacet"), 0);
        QCOMPARE(read("solid x facet vertex 1 2 3 vertex 1 2 4 vertex 5 5 5 endfacet"), 0);
        std::mt19937 random(2);
        for (int n = 0; n < 300; ++n) {
            std::string bytes = good.substr(0, random() % good.size() + 1);
            for (int k = 0; k < 5; ++k)
                bytes[random() % bytes.size()] = char(random());
            QVERIFY(read(bytes) >= 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestExtract)
#include "tst_extract.moc"
