#pragma once

#include "core/geometry/polygon.h"
#include "core/jobs/job.h"
#include "core/mesh/surface.h"

namespace pollux {

/// A plane with axes in it: unit vectors at right angles to each other; (u, v) are mm from the origin along them.
struct PlaneAxes
{
    Vec3 origin = Vec3::Zero(); ///< LPS, mm
    Vec3 u = Vec3::UnitX();
    Vec3 v = Vec3::UnitY();

    Vec3 normal() const; ///< u x v
    Vec2 toPlane(const Vec3& p) const { return {(p - origin).dot(u), (p - origin).dot(v)}; }
    Vec3 toPatient(const Vec2& q) const { return origin + q.x() * u + q.y() * v; }
};

/// The border of what a plane cuts out of a closed surface, in the plane's axes: rings, counterclockwise about what is
/// inside seen against the normal. Of an open surface only the rings that close. Any thread.
Rings cutRings(const Surface& surface, const PlaneAxes& plane);

/// What of a closed surface lies where plane.signedDistance() is at most 0, closed by the cut face (Schroeder's
/// vtkClipClosedSurface). Empty if nothing does. Throws Error (BadInput) for a surface that is not closed.
Surface clipped(const Surface& surface, const Plane& plane);

} // namespace pollux
