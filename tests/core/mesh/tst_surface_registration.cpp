// A strip of bumps like teeth, known by a formula, laid back upon itself from a known motion: exact, noisy, with parts
// that lie elsewhere; what can slide is told; what is refused.

#include "core/base/error.h"
#include "core/mesh/extract.h"
#include "core/mesh/shells.h"
#include "core/mesh/surface_registration.h"

#include <Eigen/Geometry>
#include <QTest>

#include <chrono>
#include <cmath>
#include <functional>
#include <random>
#include <thread>

using namespace pollux;

class TestSurfaceRegistration : public QObject
{
    Q_OBJECT

    /// Height of a row of rounded crowns with cusps, along x, no two alike; mm.
    static double bumps(double x, double y)
    {
        const double tooth = std::floor((x + 30) / 7.5), u = (x + 30) / 7.5 - tooth - 0.5;
        const double high = 6 + 1.1 * std::sin(2.3 * tooth), wide = 4 + 0.8 * std::cos(1.7 * tooth);
        return high * std::exp(-std::pow(std::abs(u) * 2.6, 3)) * std::exp(-std::pow(std::abs(y) / wide, 3)) +
               0.5 * std::sin(1.6 * x + tooth) * std::cos(1.1 * y);
    }
    /// The open surface z = height(x, y) over 60 x 16 mm.
    static Surface sheet(double step, const std::function<double(double, double)>& height)
    {
        const int nx = int(60 / step), ny = int(16 / step);
        std::vector<Vec3f> points;
        std::vector<Triangle> triangles;
        for (int j = 0; j <= ny; ++j)
            for (int i = 0; i <= nx; ++i) {
                const double x = -30 + 60.0 * i / nx, y = -8 + 16.0 * j / ny;
                points.push_back(Vec3(x, y, height(x, y)).cast<float>());
                if (i == nx || j == ny)
                    continue;
                const auto a = std::uint32_t(j * (nx + 1) + i), b = a + std::uint32_t(nx) + 1;
                triangles.push_back({a, a + 1, b});
                triangles.push_back({a + 1, b + 1, b});
            }
        return {std::move(points), std::move(triangles)};
    }
    static Surface rough(const Surface& s, double sigma)
    {
        std::mt19937 random(11);
        std::normal_distribution<double> error(0, sigma);
        std::vector<Vec3f> points = s.points();
        const auto normals = s.pointNormals();
        for (size_t n = 0; n < points.size(); ++n)
            points[n] += float(error(random)) * normals[n];
        return {std::move(points), s.triangles()};
    }
    static RigidPose away() { return turnAbout({3, 1, 4}, {1, 1.5, -2}, 10, {4, -3.5, 2.8}); } // 10 degrees, 6 mm

    /// A start from five pairs with an error of 1 mm.
    static RigidPose pairStart(const RigidPose& truth)
    {
        std::mt19937 random(4);
        std::normal_distribution<double> error(0, 1);
        std::vector<Vec3> a, b;
        for (const Vec3& p : {Vec3(-25, 2, 3), Vec3(25, -3, 3), Vec3(0, 4, 5), Vec3(-10, -5, 1), Vec3(12, 5, 4)}) {
            a.push_back(p);
            b.push_back(truth(p));
            for (int k = 0; k < 3; ++k)
                b.back()[k] += error(random);
        }
        return rigidFit(a, b);
    }
    static double shiftError(const RigidPose& found, const RigidPose& truth)
    {
        double most = 0; // at the corners and the middle
        for (const Vec3& p : {Vec3(-30, -8, 0), Vec3(30, -8, 0), Vec3(-30, 8, 0), Vec3(30, 8, 0), Vec3(0, 0, 5)})
            most = std::max(most, (found(p) - truth(p)).norm());
        return most;
    }
    /// The scan lies away by the inverse of `truth`; laid back it must lie where it was.
    static SurfaceFit fitOf(const Surface& scan, const Surface& target, const RigidPose& start, const char* what,
                            double mm, double degrees, SurfaceFitOptions o = {})
    {
        const auto begin = std::chrono::steady_clock::now();
        const Surface lies = moved(scan, away().inverse());
        o.starts = turnedStarts(lies, start, 8);
        const SurfaceTarget to({target}, Job());
        const SurfaceFit fit = registerSurface(lies, to, o, Job());
        const double s = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        const double off = shiftError(fit.pose, away()), turn = (fit.pose * away().inverse()).degrees();
        qInfo("%s: %.4f mm, %.4f degrees, median %.4f, P95 %.4f, used %.2f, steadiness %.4f, %d iterations, %.2f s",
              what, off, turn, fit.median, fit.p95, fit.used, fit.steadiness, fit.iterations, s);
        if (!(off < mm) || !(turn < degrees) || !fit.converged)
            throw std::runtime_error("not where it belongs");
        return fit;
    }

private Q_SLOTS:
    void knownMotionIsFound()
    {
        const Surface target = sheet(0.31, bumps), scan = sheet(0.4, bumps);
        const SurfaceFit fit = fitOf(scan, target, pairStart(away()), "exact", 0.02, 0.05);
        QVERIFY(fit.p95 < 0.03 && fit.used > 0.99);
        QVERIFY(std::abs(fit.pose.rotation.determinant() - 1) < 1e-12);
        QVERIFY(fit.steadiness > 0.02);
        // From as it lies, without pairs: 4 degrees and 2 mm.
        const RigidPose near = turnAbout({0, 0, 0}, {1, 1, 0}, 4, {1.2, 1, -1.2});
        fitOf(scan, target, near * away(), "without pairs", 0.02, 0.05);
    }

    void noiseAveragesOut()
    {
        const SurfaceFit fit =
            fitOf(rough(sheet(0.4, bumps), 0.05), sheet(0.31, bumps), pairStart(away()), "noise 0.05 mm", 0.02, 0.05);
        // Of a normal error of 0.05 mm at the corners; less between them.
        QVERIFY(fit.median > 0.01 && fit.median < 0.034);
        QVERIFY(std::abs(fit.mean) < 0.005);
    }

    /// Two fifths of the scan lie 2 mm above: not used, and of no weight for the rest.
    void whatLiesElsewhereIsLeftOut()
    {
        const auto height = [](double x, double y) {
            const double over = std::clamp((std::abs(y) - 4.6) / 0.4, 0.0, 1.0);
            return bumps(x, y) + 2 * over;
        };
        const SurfaceFit fit =
            fitOf(rough(sheet(0.4, height), 0.05), sheet(0.31, bumps), pairStart(away()), "40 % elsewhere", 0.02, 0.05);
        QVERIFY2(fit.used > 0.55 && fit.used < 0.75, qPrintable(QString::number(fit.used)));
        size_t near = 0;
        for (const double d : fit.distances)
            near += std::abs(d) < 1;
        QVERIFY(double(near) >= fit.used * double(fit.distances.size()));
        QVERIFY(double(near) < (fit.used + 0.1) * double(fit.distances.size()));
    }

    /// The target ends where the scan goes on: pairs on its border have no say.
    void targetsMayBeOpen()
    {
        const Surface whole = sheet(0.31, bumps);
        std::vector<Triangle> half;
        for (const Triangle& t : whole.triangles())
            if (whole.points()[t[0]].x() < 12)
                half.push_back(t);
        fitOf(sheet(0.4, bumps), Surface(whole.points(), half), pairStart(away()), "half the target", 0.02, 0.05);
    }

    void turnedTrianglesDoNotMatter()
    {
        fitOf(flipped(sheet(0.4, bumps)), sheet(0.31, bumps), pairStart(away()), "inside out", 0.02, 0.05);
    }

    void theBestStartIsKept()
    {
        const SurfaceTarget target({sheet(0.31, bumps)}, Job());
        SurfaceFitOptions o;
        o.starts = {turnAbout({0, 0, 0}, {1, 0, 0}, 170, {0, 0, 5}), turnAbout({0, 0, 0}, {0, 0, 1}, 180, {0, 0, 0}),
                    turnAbout({0, 0, 0}, {0, 1, 0}, 3, {0.5, 0.5, 0})};
        const SurfaceFit fit = registerSurface(sheet(0.4, bumps), target, o, Job());
        QVERIFY(shiftError(fit.pose, {}) < 0.02);
    }

    /// Two surfaces are one target.
    void severalSurfacesAreOneTarget()
    {
        const Surface a = sphereSurface({-10, 0, 0}, 5, 3), b = sphereSurface({10, 0, 0}, 4, 3);
        const SurfaceTarget both({a, Surface(), b}, Job());
        QVERIFY(std::abs(both.nearest({-10, 0, 7}).signedDistance - 2) < 0.05);
        QVERIFY(std::abs(both.nearest({10, 0, 3}).signedDistance + 1) < 0.05);
        QVERIFY(!both.nearest({10, 0, 7}).onBorder);
        QVERIFY((both.bounds().min - Vec3(-15, -5, -5)).norm() < 0.1);
        // A ball about the first one, 2 mm off: on it with a reach of 3 mm; turned round it is taken as well.
        for (const Surface& ball : {sphereSurface({-10, 0, 0}, 7, 2), flipped(sphereSurface({-10, 0, 0}, 7, 2))}) {
            const SurfaceDistances d = distancesTo(both, ball, 3, Job());
            for (size_t n = 0; n < d.mm.size(); ++n)
                QVERIFY(std::abs(d.mm[n] - 2) < 0.05 && d.on[n] == 1);
            for (const std::uint8_t on : distancesTo(both, ball, 1, Job()).on)
                QCOMPARE(on, std::uint8_t(0));
        }
    }

    void whatCanSlideIsTold()
    {
        const auto steadiness = [](const Surface& s) {
            return registerSurface(s, SurfaceTarget({s}, Job()), {}, Job());
        };
        const SurfaceFit plane = steadiness(sheet(0.5, [](double, double) { return 1.0; }));
        QVERIFY(plane.steadiness < 1e-9);
        const SurfaceFit trough = steadiness(sheet(0.5, [](double, double y) { return std::sqrt(100 - y * y); }));
        QVERIFY2(trough.steadiness < 1e-4, qPrintable(QString::number(trough.steadiness)));
        const SurfaceFit ball = steadiness(sphereSurface({0, 0, 0}, 10, 4));
        QVERIFY2(ball.steadiness < 1e-3, qPrintable(QString::number(ball.steadiness)));
        // A plane as a scanner sees it is no steadier than it should be taken for.
        const SurfaceFit real = steadiness(rough(sheet(0.4, [](double, double) { return 0.0; }), 0.05));
        qInfo("rough plane %.5f, trough %.6f, ball %.6f", real.steadiness, trough.steadiness, ball.steadiness);
        QVERIFY(real.steadiness < 0.01);
        // A shift along the plane does not move it: nothing says where it belongs.
        const Surface flat = sheet(0.5, [](double, double) { return 0.0; });
        SurfaceFitOptions o;
        o.starts = {turnAbout({0, 0, 0}, {1, 0, 0}, 1, {0, 0, 0.7})};
        const SurfaceFit back = registerSurface(flat, SurfaceTarget({flat}, Job()), o, Job());
        QVERIFY(std::abs(back.pose(Vec3::Zero()).z()) < 1e-3);
        QVERIFY(back.pose(Vec3::Zero()).head<2>().norm() < 0.05);
    }

    void sameResultTwice()
    {
        const Surface scan = rough(sheet(0.4, bumps), 0.05);
        const SurfaceTarget target({sheet(0.31, bumps)}, Job());
        SurfaceFitOptions o;
        o.starts = {turnAbout({0, 0, 0}, {1, 1, 0}, 4, {1, 1, 1})};
        const SurfaceFit a = registerSurface(scan, target, o, Job()), b = registerSurface(scan, target, o, Job());
        QVERIFY(a.pose.rotation == b.pose.rotation && a.pose.translation == b.pose.translation);
        QVERIFY(a.distances == b.distances);
    }

    void unfinishedIsTold()
    {
        SurfaceFitOptions o;
        o.iterations = 2;
        o.starts = {turnAbout({0, 0, 0}, {1, 1, 0}, 4, {1, 1, 1})};
        QVERIFY(!registerSurface(sheet(0.4, bumps), SurfaceTarget({sheet(0.31, bumps)}, Job()), o, Job()).converged);
    }

    void nonsenseIsRefused()
    {
        QVERIFY_EXCEPTION_THROWN(SurfaceTarget({}, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(SurfaceTarget({Surface()}, Job()), Error);
        const Surface s = sheet(1, bumps);
        const SurfaceTarget target({s}, Job());
        QVERIFY_EXCEPTION_THROWN(registerSurface(Surface(), target, {}, Job()), Error);
        const Surface flat({{0, 0, 0}, {1, 0, 0}, {2, 0, 0}}, {{0, 1, 2}}); // no area
        QVERIFY_EXCEPTION_THROWN(registerSurface(flat, target, {}, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(registerSurface(s, SurfaceTarget({flat}, Job()), {}, Job()), Error); // all border
        const auto refused = [&](auto change) {
            SurfaceFitOptions o;
            change(o);
            try {
                registerSurface(s, target, o, Job());
            } catch (const Error& e) {
                return e.code() == ErrorCode::BadInput && !e.advice().empty();
            }
            return false;
        };
        const double nan = std::nan("");
        QVERIFY(refused([&](auto& o) { o.reach = nan; }));
        QVERIFY(refused([&](auto& o) { o.trimmed = 1; }));
        QVERIFY(refused([&](auto& o) { o.trimmed = nan; }));
        QVERIFY(refused([&](auto& o) { o.samples = 0; }));
        QVERIFY(refused([&](auto& o) { o.iterations = 0; }));
        QVERIFY(refused([&](auto& o) { o.starts.clear(); }));
        QVERIFY(refused([&](auto& o) { o.starts[0].translation.x() = nan; }));
        QVERIFY(refused([&](auto& o) { o.starts[0].rotation *= 1.1; }));
        QVERIFY(refused([&](auto& o) { o.starts[0].rotation(0, 0) = -1; })); // a mirroring
        QVERIFY(refused([&](auto& o) {
            o.starts[0].translation.x() = 5000; // farther than its steps can bring it
            o.iterations = 3;
        }));
    }

    void stopsSoon()
    {
        const Surface scan = sheet(0.1, bumps);
        const SurfaceTarget target({sheet(0.1, bumps)}, Job());
        SurfaceFitOptions o;
        o.samples = 100000;
        std::stop_source stop;
        std::chrono::steady_clock::time_point asked;
        std::jthread asker([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            asked = std::chrono::steady_clock::now();
            stop.request_stop();
        });
        QVERIFY_EXCEPTION_THROWN(registerSurface(scan, target, o, Job(stop.get_token())), Error);
        const auto back = std::chrono::steady_clock::now();
        asker.join();
        const double ms = std::chrono::duration<double, std::milli>(back - asked).count();
        QVERIFY2(ms < 400, qPrintable(QString::number(ms)));
    }
};

QTEST_GUILESS_MAIN(TestSurfaceRegistration)
#include "tst_surface_registration.moc"
