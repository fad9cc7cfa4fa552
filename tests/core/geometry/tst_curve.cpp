#include "core/base/error.h"
#include "core/geometry/curve.h"

#include <Eigen/Geometry>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

using namespace pollux;

namespace {

Vec3 onCircle(double radius, double degrees)
{
    const double a = degrees * M_PI / 180;
    return {radius * std::cos(a), radius * std::sin(a), 0};
}

std::vector<Vec3> arc(double radius, double from, double to, double every)
{
    std::vector<Vec3> out;
    for (double a = from; a <= to + 1e-9; a += every)
        out.push_back(onCircle(radius, a));
    return out;
}

double toLine(const Vec3& p, const std::vector<Vec3>& line)
{
    double least = std::numeric_limits<double>::infinity();
    for (size_t i = 0; i + 1 < line.size(); ++i) {
        const Vec3 d = line[i + 1] - line[i];
        const double t = std::clamp((p - line[i]).dot(d) / d.squaredNorm(), 0.0, 1.0);
        least = std::min(least, (line[i] + t * d - p).norm());
    }
    return least;
}

bool refused(const std::function<void()>& f)
{
    try {
        f();
    } catch (const Error& e) {
        return e.code() == ErrorCode::BadInput && !e.advice().empty();
    }
    return false;
}

} // namespace

class TestCurve : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anArcKeepsItsLengthAndRadius()
    {
        const std::vector<Vec3> given = arc(40, 0, 270, 10);
        const std::vector<Vec3> line = resampledCurve(given, {0.5, 0});
        const double length = 0.5 * double(line.size() - 1), exact = 40 * 1.5 * M_PI;
        QVERIFY2(std::abs(length - exact) < 0.0005 * exact + 0.5, qPrintable(QString::number(length)));
        for (size_t i = 0; i < line.size(); ++i) {
            QVERIFY(std::abs(line[i].norm() - 40) < 0.02);
            if (i > 0)
                QVERIFY(std::abs((line[i] - line[i - 1]).norm() - 0.5) < 1e-3);
        }
        QVERIFY((line.front() - given.front()).norm() < 1e-12);
        for (const Vec3& p : given) // through every point
            QVERIFY(toLine(p, line) < (p == given.back() ? 0.5 : 2e-3));
    }

    void aStraightLineStaysThatWay()
    {
        const Vec3 a(3, -20, 7), way = Vec3(1, 2, -2).normalized();
        for (const double smoothing : {0.0, 6.0}) {
            // Unevenly set, and one of them twice.
            const std::vector<Vec3> line =
                resampledCurve({a, a + 3 * way, a + 3 * way, a + 41 * way, a + 60 * way}, {0.7, smoothing});
            QCOMPARE(line.size(), size_t(86)); // 85 steps of 0.7 are 59.5
            for (size_t i = 0; i < line.size(); ++i)
                QVERIFY2((line[i] - a - 0.7 * double(i) * way).norm() < 2e-3,
                         qPrintable(QString::number((line[i] - a - 0.7 * double(i) * way).norm())));
        }
    }

    /// The Gaussian takes exp(-s^2 / 2R^2) of a circle's radius.
    void smoothingIsGaussianAlongTheCurve()
    {
        const std::vector<Vec3> line = resampledCurve(arc(20, 0, 300, 5), {0.25, 5});
        const double middle = line[line.size() / 2].norm();
        QVERIFY2(std::abs(middle - 20 * std::exp(-25.0 / 800)) < 0.02, qPrintable(QString::number(middle)));
        QVERIFY((line.front() - Vec3(20, 0, 0)).norm() < 1e-9);
        // A zigzag of a millimetre is gone.
        std::vector<Vec3> zigzag;
        for (int i = 0; i <= 80; ++i)
            zigzag.push_back(Vec3(i, i % 2 ? 0.5 : -0.5, 0));
        for (const Vec3& p : resampledCurve(zigzag, {0.5, 3}))
            if (p.x() > 15 && p.x() < 65)
                QVERIFY(std::abs(p.y()) < 0.02);
    }

    /// Against the Frenet frame of a helix the rotation minimising one turns by minus the torsion times the arc length.
    void theFrameDoesNotTwist()
    {
        const double a = 20, b = 15, c = std::hypot(a, b), step = 0.5;
        std::vector<Vec3> points;
        for (int i = 0; i <= 600; ++i) {
            const double t = i * step / c;
            points.push_back({a * std::cos(t), a * std::sin(t), b * t});
        }
        const auto normal = [&](double s) { return Vec3(-std::cos(s / c), -std::sin(s / c), 0); };
        const auto binormal = [&](double s) -> Vec3 { return Vec3(b * std::sin(s / c), -b * std::cos(s / c), a) / c; };
        const auto frames = rotationMinimisingFrames(points, normal(0));
        QCOMPARE(frames.size(), points.size());
        double most = 0;
        for (size_t i = 0; i < frames.size(); ++i) {
            const double s = step * double(i);
            const CurvePoint& f = frames[i];
            QVERIFY(std::abs(f.across.dot(f.tangent)) < 1e-12 && std::abs(f.across.norm() - 1) < 1e-12);
            const double angle = std::atan2(f.across.dot(binormal(s)), f.across.dot(normal(s)));
            most = std::max(most, std::abs(std::remainder(angle + b / (c * c) * s, 2 * M_PI)));
        }
        // 300 mm are nearly two turns; the Frenet frame itself has turned by 7.2 rad meanwhile.
        QVERIFY2(most < 3e-3, qPrintable(QString::number(most)));
    }

    void inAPlaneTheFrameKeepsItsNormal()
    {
        const auto frames = rotationMinimisingFrames(resampledCurve(arc(30, 0, 180, 10), {0.5, 0}), Vec3::UnitZ());
        for (const CurvePoint& f : frames)
            QVERIFY((f.across - Vec3(Vec3::UnitZ())).norm() < 1e-9);
    }

    void startsAsTheBodyLies()
    {
        QVERIFY((startAcross(Vec3::UnitZ()) - Vec3(Vec3::UnitX())).norm() < 1e-12);
        QVERIFY((startAcross(Vec3::UnitX()) - Vec3(Vec3::UnitZ())).norm() < 1e-12);
        QVERIFY((startAcross(-Vec3::UnitY()) - Vec3(Vec3::UnitX())).norm() < 1e-12);
    }

    void whatIsNoCurveIsRefused()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const Vec3 a(1, 2, 3), b(40, 2, 3);
        QVERIFY(refused([&] { resampledCurve({}, {}); }));
        QVERIFY(refused([&] { resampledCurve({a}, {}); }));
        QVERIFY(refused([&] { resampledCurve({a, a, a}, {}); }));
        QVERIFY(refused([&] { resampledCurve({a, Vec3(nan, 0, 0)}, {}); }));
        QVERIFY(refused([&] { resampledCurve({a, a + Vec3(0.4, 0, 0)}, {}); }));
        QVERIFY(refused([&] { resampledCurve({a, b}, {0, 0}); }));
        QVERIFY(refused([&] { resampledCurve({a, b}, {nan, 0}); }));
        QVERIFY(refused([&] { resampledCurve({a, b}, {0.5, -1}); }));
        QVERIFY(refused([&] { resampledCurve({a, Vec3(1e9, 0, 0)}, {}); })); // at once, without the memory for it
        QVERIFY(refused([&] { rotationMinimisingFrames(resampledCurve({a, b}, {}), Vec3::UnitX()); }));
    }
};

QTEST_GUILESS_MAIN(TestCurve)
#include "tst_curve.moc"
