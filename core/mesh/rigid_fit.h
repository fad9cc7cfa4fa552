#pragma once

#include "core/geometry/vec.h"
#include "core/mesh/surface.h"

#include <vector>

namespace pollux {

/// A motion that changes no length: p -> rotation p + translation, LPS mm. det(rotation) = +1.
struct RigidPose
{
    Mat3 rotation = Mat3::Identity();
    Vec3 translation = Vec3::Zero();

    Vec3 operator()(const Vec3& p) const { return rotation * p + translation; }
    RigidPose inverse() const;
    /// First `other`, then this.
    RigidPose operator*(const RigidPose& other) const;
    /// Angle of the rotation, degrees, 0 to 180.
    double degrees() const;
};

/// A rotation about an axis (any length but 0) through `centre`, then a shift.
RigidPose turnAbout(const Vec3& centre, const Vec3& axis, double degrees, const Vec3& shift);

/// The least-squares motion that carries `from` onto `to`, point by point (Umeyama, IEEE TPAMI 13 (1991) 376, without
/// scale; the same answer as Horn, JOSA A 4 (1987) 629); never a mirroring. Throws Error (BadInput) for lists of
/// different length, fewer than three points, points that are not finite, or points that lie on one line (in either
/// list).
RigidPose rigidFit(const std::vector<Vec3>& from, const std::vector<Vec3>& to);

/// The surface carried by a motion. Throws Error (BadInput) if a point leaves what single precision can hold.
Surface moved(const Surface& surface, const RigidPose& pose);

} // namespace pollux
