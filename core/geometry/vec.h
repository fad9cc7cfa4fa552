#pragma once

#include <Eigen/Core>

namespace pollux {

/// Points and directions in patient coordinates: DICOM LPS, millimetres (+x left, +y posterior, +z superior).
using Vec3 = Eigen::Vector3d;
using Mat3 = Eigen::Matrix3d;
using Vec3f = Eigen::Vector3f;

/// Axis-aligned box in patient coordinates; empty if any min > max.
struct Box
{
    Vec3 min = Vec3::Constant(1e300);
    Vec3 max = Vec3::Constant(-1e300);

    bool empty() const { return (min.array() > max.array()).any(); }
    void include(const Vec3& p)
    {
        min = min.cwiseMin(p);
        max = max.cwiseMax(p);
    }
    Vec3 centre() const { return 0.5 * (min + max); }
    Vec3 extent() const { return max - min; }
};

/// n . x = offset, n of unit length.
struct Plane
{
    Vec3 normal = Vec3::UnitZ();
    double offset = 0;

    double signedDistance(const Vec3& p) const { return normal.dot(p) - offset; }
};

} // namespace pollux
