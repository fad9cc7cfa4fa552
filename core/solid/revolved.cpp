#include "core/solid/revolved.h"

#include "core/base/error.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux {

namespace {

constexpr double kPi = std::numbers::pi;

/// Distance in the half plane from a point to a piece of the outline.
double toPiece(const Outline::Point& p, const Outline::Point& a, const Outline::Point& b)
{
    const double dx = b.along - a.along, dy = b.radius - a.radius, length = dx * dx + dy * dy;
    const double t =
        length > 0 ? std::clamp(((p.along - a.along) * dx + (p.radius - a.radius) * dy) / length, 0.0, 1.0) : 0;
    return std::hypot(p.along - a.along - t * dx, p.radius - a.radius - t * dy);
}

} // namespace

double Outline::radiusAt(double along) const
{
    if (points.empty() || along < begin() || along > end())
        return 0;
    for (std::size_t n = 1; n < points.size(); ++n)
        if (along <= points[n].along) {
            const Point &a = points[n - 1], &b = points[n];
            return b.along > a.along ? a.radius + (along - a.along) / (b.along - a.along) * (b.radius - a.radius)
                                     : std::max(a.radius, b.radius);
        }
    return points.back().radius;
}

double Outline::volume() const
{
    double v = 0;
    for (std::size_t n = 1; n < points.size(); ++n) {
        const double a = points[n - 1].radius, b = points[n].radius;
        v += kPi / 3 * (points[n].along - points[n - 1].along) * (a * a + a * b + b * b);
    }
    return v;
}

void Outline::check() const
{
    bool any = false;
    for (std::size_t n = 0; n < points.size(); ++n) {
        const Point& p = points[n];
        if (!std::isfinite(p.along) || !std::isfinite(p.radius) || p.radius < 0 ||
            (n > 0 && p.along < points[n - 1].along))
            throw Error(ErrorCode::BadInput, "The implant's outline is not one of a body.",
                        "Give places along the axis in order and radii of 0 or more.");
        any = any || p.radius > 0;
    }
    if (points.size() < 2 || !any || !(end() > begin()))
        throw Error(ErrorCode::BadInput, "The implant's outline has no size.", "Give a length and a diameter above 0.");
}

Outline::Point AxisPose::coordinates(const Vec3& p) const
{
    const Vec3 d = p - origin;
    const double along = d.dot(direction);
    return {along, (d - along * direction).norm()};
}

Vec3 acrossOf(const Vec3& direction)
{
    Eigen::Index least = 0;
    direction.cwiseAbs().minCoeff(&least);
    return direction.cross(Vec3::Unit(least)).normalized();
}

double signedDistance(const Outline& outline, const AxisPose& pose, const Vec3& p)
{
    const Outline::Point q = pose.coordinates(p);
    const auto& points = outline.points;
    double d =
        std::min(toPiece(q, {outline.begin(), 0}, points.front()), toPiece(q, points.back(), {outline.end(), 0}));
    for (std::size_t n = 1; n < points.size(); ++n)
        d = std::min(d, toPiece(q, points[n - 1], points[n]));
    const bool inside = q.along > outline.begin() && q.along < outline.end() && q.radius < outline.radiusAt(q.along);
    return inside ? -d : d;
}

std::vector<SurfaceSample> surfaceSamples(const Outline& outline, const AxisPose& pose, double spacing, double from,
                                          double to)
{
    std::vector<SurfaceSample> out;
    const Vec3 x = acrossOf(pose.direction), y = pose.direction.cross(x);
    const auto piece = [&](Outline::Point a, Outline::Point b) {
        const double slant = std::hypot(b.along - a.along, b.radius - a.radius);
        if (slant <= 0)
            return;
        const int steps = std::max(1, static_cast<int>(std::ceil(slant / spacing)));
        // The outward normal in the half plane: the piece turned by 90 degrees.
        const double na = -(b.radius - a.radius) / slant, nr = (b.along - a.along) / slant;
        for (int s = 0; s < steps; ++s) {
            const double t = (s + 0.5) / steps, along = a.along + t * (b.along - a.along),
                         radius = a.radius + t * (b.radius - a.radius);
            if (along < from || along > to)
                continue;
            const int around = std::max(6, static_cast<int>(std::ceil(2 * kPi * radius / spacing)));
            for (int n = 0; n < around; ++n) {
                const double angle = 2 * kPi * n / around;
                const Vec3 r = std::cos(angle) * x + std::sin(angle) * y;
                out.push_back({pose.at(along) + radius * r, (nr * r + na * pose.direction).normalized(),
                               2 * kPi * radius * slant / steps / around, along});
            }
        }
    };
    piece({outline.begin(), 0}, outline.points.front());
    for (std::size_t n = 1; n < outline.points.size(); ++n)
        piece(outline.points[n - 1], outline.points[n]);
    piece(outline.points.back(), {outline.end(), 0});
    return out;
}

Surface revolvedSurface(const Outline& outline, const AxisPose& pose, int around)
{
    outline.check();
    if (around < 3)
        throw Error(ErrorCode::BadInput, "A circle needs three corners or more.");
    const Vec3 x = acrossOf(pose.direction), y = pose.direction.cross(x);
    std::vector<Vec3f> points;
    std::vector<Triangle> triangles;
    std::vector<Outline::Point> rings;
    for (const Outline::Point& p : outline.points)
        if (p.radius > 0)
            rings.push_back(p);
    const auto n = static_cast<std::uint32_t>(around);
    points.push_back(pose.at(outline.begin()).cast<float>());
    for (const Outline::Point& p : rings)
        for (int a = 0; a < around; ++a) {
            const double angle = 2 * kPi * a / around;
            points.push_back((pose.at(p.along) + p.radius * (std::cos(angle) * x + std::sin(angle) * y)).cast<float>());
        }
    points.push_back(pose.at(outline.end()).cast<float>());
    const auto last = static_cast<std::uint32_t>(points.size() - 1);
    for (std::uint32_t a = 0; a < n; ++a) {
        const std::uint32_t b = (a + 1) % n;
        triangles.push_back({0, 1 + b, 1 + a});
        for (std::uint32_t r = 0; r + 1 < rings.size(); ++r) {
            const std::uint32_t lower = 1 + r * n, upper = lower + n;
            triangles.push_back({lower + a, lower + b, upper + b});
            triangles.push_back({lower + a, upper + b, upper + a});
        }
        const std::uint32_t top = 1 + (static_cast<std::uint32_t>(rings.size()) - 1) * n;
        triangles.push_back({last, top + a, top + b});
    }
    return Surface(std::move(points), std::move(triangles));
}

} // namespace pollux
