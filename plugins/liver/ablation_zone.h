#pragma once

#include "core/image/mask.h"
#include "plugins/liver/path_limits.h"

#include <limits>

namespace pollux::liver {

/// The heated zone as an ellipsoid of revolution about the needle. Lengths in mm, LPS.
struct AblationZone
{
    Vec3 centre = Vec3::Zero();
    Vec3 axis = Vec3::UnitZ(); ///< unit, from entry to tip
    double along = 0;          ///< semi-axis along the needle
    double across = 0;         ///< semi-axis across it

    /// How many times this zone must be scaled about its centre for `p` to lie on its surface: at most 1 inside.
    double scaleTo(const Vec3& p) const
    {
        const Vec3 d = p - centre;
        const double s = d.dot(axis);
        const double r2 = std::max(0.0, d.squaredNorm() - s * s);
        return std::sqrt(s * s / (along * along) + r2 / (across * across));
    }
    AblationZone scaled(double factor) const { return {centre, axis, along * factor, across * factor}; }
    double volumeMl() const;
};

/// The device's own zone with its tip where the path puts it: tipOvershoot beyond the target, the zone's centre
/// zoneOffset behind the tip. `inwards`: unit vector from entry to target.
AblationZone deviceZone(const PathLimits& limits, const Vec3& target, const Vec3& inwards);

/// Smallest factor for which the zone holds the centres of all voxels of the mask; 0 for an empty mask. Exact.
double scaleToCover(const AblationZone& zone, const Mask& mask);

/// Volume of the voxels of the mask whose centres lie in the zone. Exact.
double volumeInsideMl(const AblationZone& zone, const Mask& mask);

/// What a zone does that is just large enough for the lesion and its margin (criterion f8). NaN: cannot be known.
struct Burn
{
    double scale = std::numeric_limits<double>::quiet_NaN();     ///< of the device's zone: above 1 that is too small
    double liverMl = std::numeric_limits<double>::quiet_NaN();   ///< liver inside the zone, the lesion with it
    double healthyMl = std::numeric_limits<double>::quiet_NaN(); ///< the same without the lesion
    double share = std::numeric_limits<double>::quiet_NaN(); ///< f8: share of liverMl beyond lesion and margin, 0..1
};

/// healthyMl and share from liverMl. `toCoverMl`: lesion and margin within the liver.
void fillShares(Burn& burn, double lesionMl, double toCoverMl);

} // namespace pollux::liver
