#include "core/solid/acetabular_cup.h"

#include "core/base/error.h"

#include <Eigen/Geometry>

#include <cmath>
#include <cstdint>
#include <numbers>

namespace pollux {

namespace {

constexpr double kPi = std::numbers::pi;

} // namespace

double AcetabularCup::volume() const
{
    return 2 * kPi / 3 * (std::pow(outerRadius(), 3) - std::pow(innerRadius(), 3));
}

Outline AcetabularCup::whole() const
{
    constexpr int kSteps = 45;
    Outline o;
    for (int n = 0; n <= kSteps; ++n) {
        const double a = kPi / 2 * n / kSteps;
        o.points.push_back({outerRadius() * std::sin(a), n == kSteps ? 0 : outerRadius() * std::cos(a)});
    }
    return o;
}

Surface AcetabularCup::surface(const AxisPose& pose, int around) const
{
    check();
    if (around < 8)
        throw Error(ErrorCode::BadInput, "A cup needs eight corners around or more.");
    // From the outer dome over the edge to the inner dome; the next ring lies beside the last one.
    const int steps = std::max(4, around / 4);
    const Vec3 x = acrossOf(pose.direction), y = pose.direction.cross(x);
    std::vector<Vec3f> points{pose.at(outerRadius()).cast<float>()};
    const auto ring = [&](double radius, double angle) {
        for (int n = 0; n < around; ++n) {
            const double t = 2 * kPi * n / around;
            points.push_back(
                (pose.at(radius * std::cos(angle)) + radius * std::sin(angle) * (std::cos(t) * x + std::sin(t) * y))
                    .cast<float>());
        }
    };
    for (int s = 1; s <= steps; ++s)
        ring(outerRadius(), kPi / 2 * s / steps);
    for (int s = steps; s >= 1; --s)
        ring(innerRadius(), kPi / 2 * s / steps);
    points.push_back(pose.at(innerRadius()).cast<float>());
    const auto n = static_cast<std::uint32_t>(around), rings = static_cast<std::uint32_t>(2 * steps),
               last = static_cast<std::uint32_t>(points.size() - 1);
    std::vector<Triangle> triangles;
    for (std::uint32_t a = 0; a < n; ++a) {
        const std::uint32_t b = (a + 1) % n;
        triangles.push_back({0, 1 + a, 1 + b});
        for (std::uint32_t r = 0; r + 1 < rings; ++r) {
            const std::uint32_t upper = 1 + r * n, lower = upper + n;
            triangles.push_back({upper + a, lower + a, lower + b});
            triangles.push_back({upper + a, lower + b, upper + b});
        }
        const std::uint32_t inner = 1 + (rings - 1) * n;
        triangles.push_back({last, inner + b, inner + a});
    }
    return Surface(std::move(points), std::move(triangles));
}

void AcetabularCup::check() const
{
    if (!(outerDiameter >= 30 && outerDiameter <= 90) || !(wall >= 1 && wall <= outerDiameter / 4))
        throw Error(ErrorCode::BadInput, "These measures make no cup.",
                    "Give an outer diameter of 30 to 90 mm, and a wall of 1 mm to a quarter of it.");
}

} // namespace pollux
