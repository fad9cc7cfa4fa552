#include "core/geometry/curve.h"

#include "core/base/error.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

constexpr double kSame = 1e-6;         ///< mm: nearer points are one
constexpr size_t kMostGiven = 1 << 20; ///< points a curve may be given by

Error tooLong()
{
    return {ErrorCode::BadInput, "The curve is too long for so small a step.",
            "Take a larger step, or a shorter piece of the curve."};
}

/// Finite, and each apart from the one before.
std::vector<Vec3> distinct(const std::vector<Vec3>& points)
{
    if (points.size() > kMostGiven)
        throw tooLong();
    std::vector<Vec3> out;
    for (const Vec3& p : points) {
        if (!p.allFinite())
            throw Error(ErrorCode::BadInput, "A point of the curve is not a number.", "Draw the curve again.");
        if (out.empty() || (p - out.back()).norm() > kSame)
            out.push_back(p);
    }
    if (out.size() < 2)
        throw Error(ErrorCode::BadInput, "The curve has fewer than two distinct points.",
                    "Draw it with two points or more, or choose another one.");
    return out;
}

void checkOptions(const CurveOptions& o)
{
    if (!(o.stepMm >= 0.05 && o.stepMm <= 10))
        throw Error(ErrorCode::BadInput, "The step along the curve is out of range.", "Give 0.05 to 10 mm.");
    if (!(o.smoothingMm >= 0 && o.smoothingMm <= 50))
        throw Error(ErrorCode::BadInput, "The smoothing of the curve is out of range.", "Give 0 to 50 mm.");
}

/// Slopes at the knots of the parabolas through three neighbours.
std::vector<Vec3> slopes(const std::vector<Vec3>& p, const std::vector<double>& h)
{
    const size_t n = p.size();
    std::vector<Vec3> rise(n - 1);
    for (size_t i = 0; i + 1 < n; ++i)
        rise[i] = (p[i + 1] - p[i]) / h[i];
    if (n == 2)
        return {rise[0], rise[0]};
    std::vector<Vec3> m(n);
    for (size_t i = 1; i + 1 < n; ++i)
        m[i] = (rise[i - 1] * h[i] + rise[i] * h[i - 1]) / (h[i - 1] + h[i]);
    m[0] = 2 * rise[0] - m[1];
    m[n - 1] = 2 * rise[n - 2] - m[n - 2];
    return m;
}

/// Many points of the curve, much closer than a step.
std::vector<Vec3> fine(const std::vector<Vec3>& p, double stepMm)
{
    if (polylineMm(p) / stepMm > kMostCurvePoints)
        throw tooLong();
    std::vector<double> h(p.size() - 1);
    for (size_t i = 0; i < h.size(); ++i)
        h[i] = std::sqrt((p[i + 1] - p[i]).norm()); // centripetal
    const std::vector<Vec3> m = slopes(p, h);
    std::vector<Vec3> out{p[0]};
    for (size_t i = 0; i < h.size(); ++i) {
        const int pieces = std::max(1, static_cast<int>(std::ceil(8 * h[i] * h[i] / stepMm)));
        for (int k = 1; k <= pieces; ++k) {
            const double t = double(k) / pieces, t2 = t * t, t3 = t2 * t;
            out.push_back((2 * t3 - 3 * t2 + 1) * p[i] + (t3 - 2 * t2 + t) * h[i] * m[i] +
                          (3 * t2 - 2 * t3) * p[i + 1] + (t3 - t2) * h[i] * m[i + 1]);
        }
    }
    return out;
}

/// `count` points from the first on, `step` apart along the line.
std::vector<Vec3> even(const std::vector<Vec3>& line, double step, size_t count)
{
    std::vector<Vec3> out;
    out.reserve(count);
    double before = 0; // along the line up to its point i
    size_t i = 0;
    while (out.size() < count) {
        const double wanted = double(out.size()) * step;
        double piece = (line[i + 1] - line[i]).norm();
        while (before + piece < wanted && i + 2 < line.size()) {
            before += piece;
            ++i;
            piece = (line[i + 1] - line[i]).norm();
        }
        const double t = piece > 0 ? std::clamp((wanted - before) / piece, 0.0, 1.0) : 0;
        out.push_back(line[i] + t * (line[i + 1] - line[i]));
    }
    return out;
}

/// Beyond its ends the line goes on as its own point reflection there: the ends stay where they are.
std::vector<Vec3> smoothed(const std::vector<Vec3>& line, double stepMm, double sigma)
{
    const double length = polylineMm(line);
    // A tenth of the deviation is fine enough for the Gaussian and bounds its work.
    const auto pieces = static_cast<size_t>(std::max(2.0, std::ceil(length / std::max(stepMm / 4, sigma / 10))));
    const double h = length / double(pieces);
    const std::vector<Vec3> in = even(line, h, pieces + 1);
    const auto last = static_cast<std::ptrdiff_t>(pieces);
    const auto at = [&](std::ptrdiff_t i) -> Vec3 {
        if (i < 0)
            return 2 * in.front() - in[static_cast<size_t>(std::min(-i, last))];
        if (i > last)
            return 2 * in.back() - in[static_cast<size_t>(std::max(2 * last - i, std::ptrdiff_t(0)))];
        return in[static_cast<size_t>(i)];
    };
    const auto reach = std::min(static_cast<std::ptrdiff_t>(std::ceil(4 * sigma / h)), last);
    std::vector<double> weight;
    double sum = 0;
    for (std::ptrdiff_t k = 0; k <= reach; ++k) {
        weight.push_back(std::exp(-0.5 * std::pow(double(k) * h / sigma, 2)));
        sum += (k == 0 ? 1 : 2) * weight.back();
    }
    std::vector<Vec3> out(in.size());
    for (std::ptrdiff_t i = 0; i <= last; ++i) {
        Vec3 mean = weight[0] * in[static_cast<size_t>(i)];
        for (std::ptrdiff_t k = 1; k <= reach; ++k)
            mean += weight[static_cast<size_t>(k)] * (at(i - k) + at(i + k));
        out[static_cast<size_t>(i)] = mean / sum;
    }
    return out;
}

} // namespace

double polylineMm(const std::vector<Vec3>& points)
{
    double sum = 0;
    for (size_t i = 1; i < points.size(); ++i)
        sum += (points[i] - points[i - 1]).norm();
    return sum;
}

std::vector<Vec3> resampledCurve(const std::vector<Vec3>& points, const CurveOptions& options)
{
    checkOptions(options);
    std::vector<Vec3> line = fine(distinct(points), options.stepMm);
    if (options.smoothingMm > 0)
        line = smoothed(line, options.stepMm, options.smoothingMm);
    const double steps = polylineMm(line) / options.stepMm + 1e-6;
    if (steps < 2)
        throw Error(ErrorCode::BadInput, "The curve is shorter than two steps along it.",
                    "Draw a longer one, or take a smaller step.");
    if (steps + 1 > kMostCurvePoints)
        throw tooLong();
    return even(line, options.stepMm, static_cast<size_t>(steps) + 1);
}

std::vector<Vec3> curveTangents(const std::vector<Vec3>& p)
{
    const size_t n = p.size();
    if (n < 3)
        throw Error(ErrorCode::BadInput, "The curve has fewer than three points.", "Take a smaller step.");
    std::vector<Vec3> t(n);
    for (size_t i = 1; i + 1 < n; ++i)
        t[i] = p[i + 1] - p[i - 1];
    t[0] = 4 * p[1] - 3 * p[0] - p[2];
    t[n - 1] = 3 * p[n - 1] + p[n - 3] - 4 * p[n - 2];
    for (size_t i = 0; i < n; ++i) {
        const double length = t[i].norm();
        // Where the curve turns back on itself there is none: the one before goes on.
        t[i] = length > 1e-12 ? Vec3(t[i] / length) : i > 0 ? t[i - 1] : Vec3(Vec3::UnitZ());
    }
    return t;
}

std::vector<CurvePoint> rotationMinimisingFrames(const std::vector<Vec3>& p, const Vec3& first)
{
    const std::vector<Vec3> t = curveTangents(p);
    Vec3 r = first - first.dot(t[0]) * t[0];
    if (!(r.norm() > 1e-6))
        throw Error(ErrorCode::BadInput, "The direction across the curve lies along it.", "Take another direction.");
    r.normalize();
    std::vector<CurvePoint> out(p.size());
    out[0] = {p[0], t[0], r};
    for (size_t i = 0; i + 1 < p.size(); ++i) {
        // Wang et al. 2008, table I: reflected in the plane midway between both points, then in that which takes the
        // reflected tangent to the next one.
        const Vec3 v1 = p[i + 1] - p[i];
        const double c1 = v1.squaredNorm();
        const Vec3 rl = c1 > 0 ? Vec3(r - 2 / c1 * v1.dot(r) * v1) : r;
        const Vec3 tl = c1 > 0 ? Vec3(t[i] - 2 / c1 * v1.dot(t[i]) * v1) : t[i];
        const Vec3 v2 = t[i + 1] - tl;
        const double c2 = v2.squaredNorm();
        r = c2 > 1e-20 ? Vec3(rl - 2 / c2 * v2.dot(rl) * v2) : rl;
        r = (r - r.dot(t[i + 1]) * t[i + 1]).normalized(); // rounding of thousands of steps
        out[i + 1] = {p[i + 1], t[i + 1], r};
    }
    return out;
}

Vec3 startAcross(const Vec3& tangent)
{
    for (const Vec3& axis : {Vec3(Vec3::UnitX()), Vec3(Vec3::UnitZ()), Vec3(Vec3::UnitY())})
        if (std::abs(axis.dot(tangent)) < 0.8)
            return (axis - axis.dot(tangent) * tangent).normalized();
    return tangent.unitOrthogonal();
}

} // namespace pollux
