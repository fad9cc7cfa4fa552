#pragma once

#include "core/geometry/vec.h"
#include "core/mesh/surface.h"

#include <vector>

namespace pollux {

/// A body of revolution by its half outline: points (along the axis, distance from it), mm, ascending along. For
/// planning, distances and elements; a screw's thread is its envelope here and stands in the CAD model alone.
struct Outline
{
    struct Point
    {
        double along;
        double radius;
    };
    std::vector<Point> points;

    double begin() const { return points.front().along; }
    double end() const { return points.back().along; }
    /// Radius at a place along the axis; 0 before the first point and behind the last.
    double radiusAt(double along) const;
    /// Exact, by frusta: mm^3.
    double volume() const;
    /// Throws Error (BadInput) unless there are two points or more, ascending, finite, radii not below 0 and one above.
    void check() const;
};

/// Where a body of revolution lies: a point of the axis that counts as 0 along it, and where the axis goes.
struct AxisPose
{
    Vec3 origin = Vec3::Zero();     ///< LPS, mm
    Vec3 direction = Vec3::UnitZ(); ///< unit

    Vec3 at(double along) const { return origin + along * direction; }
    /// Along the axis and away from it.
    Outline::Point coordinates(const Vec3& p) const;
};

/// Any unit vector at right angles to `direction`, the same for the same direction.
Vec3 acrossOf(const Vec3& direction);

/// Signed distance (mm) to the body, exact, below 0 inside.
double signedDistance(const Outline& outline, const AxisPose& pose, const Vec3& p);

/// A point of the surface with its outward normal and the area (mm^2) that it stands for.
struct SurfaceSample
{
    Vec3 position;
    Vec3 normal;
    double area;
    double along;
};
/// Samples about `spacing` mm apart over the side (ends along the axis with a radius count as discs), between two
/// places along the axis.
std::vector<SurfaceSample> surfaceSamples(const Outline& outline, const AxisPose& pose, double spacing, double from,
                                          double to);

/// Closed, `around` corners a circle. Throws Error (BadInput): see Outline::check; fewer than three around.
Surface revolvedSurface(const Outline& outline, const AxisPose& pose, int around);

} // namespace pollux
