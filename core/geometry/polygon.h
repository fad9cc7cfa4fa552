#pragma once

#include <Eigen/Core>

#include <optional>
#include <vector>

namespace pollux {

using Vec2 = Eigen::Vector2d;

/// A closed line in a plane, mm; the last point is joined to the first.
using Ring = std::vector<Vec2>;
/// An area bounded by rings: inside is what an odd number of them surrounds, whichever way they go round. Any thread.
using Rings = std::vector<Ring>;

/// Signed: above 0 where the ring goes counterclockwise.
double ringArea(const Ring& ring);
bool contains(const Rings& area, const Vec2& p);
/// A place of the border.
struct BorderPoint
{
    Vec2 place = Vec2::Zero();
    Vec2 along = Vec2::Zero(); ///< its side of a ring, from one point to the next
};
/// The nearest one; of several the first. nullopt without a border.
std::optional<BorderPoint> nearestOnBorder(const Rings& area, const Vec2& p);
/// Distance to the nearest border, below 0 inside; infinity without a border.
double signedDistance(const Rings& area, const Vec2& p);

/// Area of each and of what they share.
struct SharedArea
{
    double a = 0, b = 0, both = 0; ///< mm^2
};
/// By lines `step` mm apart along which the lengths are exact: its error falls with the square of the step (0.1 mm on
/// outlines of joints: below 1e-3). Throws Error (BadInput) for points that are not finite, a step outside 0.001 to 10
/// mm or areas of more than a million lines.
SharedArea sharedArea(const Rings& a, const Rings& b, double step);

/// Points at about equal steps along a ring.
std::vector<Vec2> sampled(const Ring& ring, double step);

} // namespace pollux
