#include "core/mesh/rigid_fit.h"

#include "core/base/error.h"
#include "core/image/registration/affine.h"

#include <Eigen/Geometry>

#include <cmath>
#include <numbers>

namespace pollux {

RigidPose RigidPose::inverse() const
{
    return {rotation.transpose(), -(rotation.transpose() * translation)};
}

RigidPose RigidPose::operator*(const RigidPose& other) const
{
    return {rotation * other.rotation, rotation * other.translation + translation};
}

double RigidPose::degrees() const
{
    // Exact for small angles too, where the arc cosine of the trace is not.
    const Vec3 twice(rotation(2, 1) - rotation(1, 2), rotation(0, 2) - rotation(2, 0), rotation(1, 0) - rotation(0, 1));
    return std::atan2(twice.norm(), rotation.trace() - 1) * 180 / std::numbers::pi;
}

RigidPose turnAbout(const Vec3& centre, const Vec3& axis, double degrees, const Vec3& shift)
{
    RigidPose p;
    p.rotation = Eigen::AngleAxisd(degrees * std::numbers::pi / 180, axis.normalized()).toRotationMatrix();
    p.translation = centre + shift - p.rotation * centre;
    return p;
}

RigidPose rigidFit(const std::vector<Vec3>& from, const std::vector<Vec3>& to)
{
    const AffineMap map = mapOfPoints(from, to, true);
    mapOfPoints(to, from, true); // points on one line in the other list are refused as well
    return {map.linear, map.offset};
}

Surface moved(const Surface& surface, const RigidPose& pose)
{
    std::vector<Vec3f> points = surface.points();
    for (Vec3f& p : points)
        p = pose(p.cast<double>()).cast<float>();
    return Surface(std::move(points), surface.triangles());
}

} // namespace pollux
