#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>

/// Volumes of the bodies that implants are made of, mm^3.
namespace closedforms {

inline constexpr double kPi = std::numbers::pi;

inline double cylinder(double radius, double height)
{
    return kPi * radius * radius * height;
}

/// Of a cone that is cut off.
inline double frustum(double a, double b, double height)
{
    return kPi * height / 3 * (a * a + a * b + b * b);
}

/// Its side and both discs, mm^2.
inline double frustumSurface(double a, double b, double height)
{
    return kPi * ((a + b) * std::hypot(height, a - b) + a * a + b * b);
}

/// Signed distance to a cylinder that stands on 0, of a place by its height and its way from the axis, mm.
inline double toCylinder(double radius, double height, double along, double across)
{
    const double da = std::max(-along, along - height), dr = across - radius;
    return da < 0 && dr < 0 ? std::max(da, dr) : std::hypot(std::max(da, 0.0), std::max(dr, 0.0));
}

/// Between two half spheres about one centre.
inline double hemisphericalShell(double outer, double inner)
{
    return 2 * kPi / 3 * (outer * outer * outer - inner * inner * inner);
}

/// A body of revolution as a prism of so many corners, by the body's own volume.
inline double asPolygon(double volume, int around)
{
    const double a = 2 * kPi / around;
    return volume * std::sin(a) / a;
}

/// What a triangular thread adds to a cylinder (Pappus): a base of `base` mm at `sink` mm below the cylinder's surface,
/// its crest `depth` mm above it.
inline double thread(double radius, double depth, double base, double sink, double turns)
{
    const double width = base * depth / (depth + sink); // where it leaves the cylinder
    return 2 * kPi * (radius + depth / 3) * width * depth / 2 * turns;
}

} // namespace closedforms
