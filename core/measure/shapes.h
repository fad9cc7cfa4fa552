#pragma once

#include "core/base/quantity.h"
#include "core/geometry/vec.h"

#include <optional>
#include <vector>

namespace pollux {

/// How surely a point can be placed: standard deviation (mm) in each patient direction, as a covariance.
/// A point set on an image by eye is taken as uniform within one voxel: spacing / sqrt(12) along each axis of the grid
/// (GUM, JCGM 100:2008, 4.3.7).
using PointCovariance = Mat3;

// Lengths, angles and areas from points in patient coordinates (LPS, mm). With a covariance the standard deviation is
// that of the value when each point is placed independently (first order, GUM 5.1.2); without it none is given. All
// throw Error (BadInput) for points that are not finite, too few, or that leave the value undefined (an angle with an
// arm of no length).

/// Sum of the distances along the points; two or more.
Quantity polylineLength(const std::vector<Vec3>& points, const std::optional<PointCovariance>& each = {});
/// At `vertex`, 0 to 180 degrees.
Quantity angleAt(const Vec3& a, const Vec3& vertex, const Vec3& b, const std::optional<PointCovariance>& each = {});
/// Between the lines a-b and c-d (Cobb's way: they need not meet), 0 to 90 degrees.
Quantity angleBetweenLines(const Vec3& a, const Vec3& b, const Vec3& c, const Vec3& d,
                           const std::optional<PointCovariance>& each = {});
/// Of the closed polygon, in the plane that fits it best (vector area, exact for a flat one); three or more.
Quantity polygonArea(const std::vector<Vec3>& points, const std::optional<PointCovariance>& each = {});

} // namespace pollux
