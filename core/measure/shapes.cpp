#include "core/measure/shapes.h"

#include "core/base/error.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>
#include <functional>

namespace pollux {

namespace {

constexpr double kDegrees = 180.0 / M_PI;
using Value = std::function<double(const std::vector<Vec3>&)>;

void require(const std::vector<Vec3>& points, size_t least)
{
    if (points.size() < least)
        throw Error(ErrorCode::BadInput, "A measurement has too few points.",
                    "Place at least " + std::to_string(least) + ".");
    for (const Vec3& p : points)
        if (!p.allFinite())
            throw Error(ErrorCode::BadInput, "A point of a measurement is not a number.", "Place it again.");
}

/// Value and, by central differences, its first-order standard deviation. The step is small against a voxel and large
/// against rounding.
Quantity propagated(const std::vector<Vec3>& points, Unit unit, const Value& f,
                    const std::optional<PointCovariance>& each)
{
    Quantity q;
    q.value = f(points);
    q.unit = unit;
    if (!each)
        return q;
    constexpr double kStep = 1e-4;
    double variance = 0;
    std::vector<Vec3> moved = points;
    for (size_t i = 0; i < points.size(); ++i) {
        Vec3 slope;
        for (Eigen::Index a = 0; a < 3; ++a) {
            moved[i][a] = points[i][a] + kStep;
            const double up = f(moved);
            moved[i][a] = points[i][a] - kStep;
            const double down = f(moved);
            moved[i][a] = points[i][a];
            slope[a] = (up - down) / (2 * kStep);
        }
        variance += slope.dot(*each * slope);
    }
    q.standardDeviation = std::sqrt(std::max(0.0, variance));
    q.covers = "placing each point within a voxel";
    return q;
}

/// Angle between two directions, exact for small ones too (Kahan).
double angleOf(const Vec3& u, const Vec3& v)
{
    const Vec3 a = u.normalized(), b = v.normalized();
    return 2 * std::atan2((a - b).norm(), (a + b).norm()) * kDegrees;
}

void requireArm(const Vec3& arm)
{
    if (arm.norm() < 1e-9)
        throw Error(ErrorCode::BadInput, "An arm of the angle has no length.", "Place its two points apart.");
}

} // namespace

Quantity polylineLength(const std::vector<Vec3>& points, const std::optional<PointCovariance>& each)
{
    require(points, 2);
    return propagated(
        points, Unit::Millimetre,
        [](const std::vector<Vec3>& p) {
            double sum = 0;
            for (size_t i = 1; i < p.size(); ++i)
                sum += (p[i] - p[i - 1]).norm();
            return sum;
        },
        each);
}

Quantity angleAt(const Vec3& a, const Vec3& vertex, const Vec3& b, const std::optional<PointCovariance>& each)
{
    require({a, vertex, b}, 3);
    requireArm(a - vertex);
    requireArm(b - vertex);
    return propagated(
        {a, vertex, b}, Unit::Degree, [](const std::vector<Vec3>& p) { return angleOf(p[0] - p[1], p[2] - p[1]); },
        each);
}

Quantity angleBetweenLines(const Vec3& a, const Vec3& b, const Vec3& c, const Vec3& d,
                           const std::optional<PointCovariance>& each)
{
    require({a, b, c, d}, 4);
    requireArm(b - a);
    requireArm(d - c);
    return propagated(
        {a, b, c, d}, Unit::Degree,
        [](const std::vector<Vec3>& p) {
            const double angle = angleOf(p[1] - p[0], p[3] - p[2]);
            return std::min(angle, 180 - angle);
        },
        each);
}

Quantity polygonArea(const std::vector<Vec3>& points, const std::optional<PointCovariance>& each)
{
    require(points, 3);
    return propagated(
        points, Unit::SquareMillimetre,
        [](const std::vector<Vec3>& p) {
            Vec3 sum = Vec3::Zero();
            for (size_t i = 0; i < p.size(); ++i)
                sum += (p[i] - p[0]).cross(p[(i + 1) % p.size()] - p[0]);
            return sum.norm() / 2;
        },
        each);
}

} // namespace pollux
