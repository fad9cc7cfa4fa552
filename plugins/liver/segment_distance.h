#pragma once

#include "core/image/mask.h"

#include <limits>
#include <optional>

namespace pollux::liver {

/// Where a segment and a mask come nearest.
struct NearestPoint
{
    double distance = 0; ///< mm; 0 if the segment touches the mask
    Vec3 onPath = Vec3::Zero();
    Vec3 onMask = Vec3::Zero();
};

/// Distance between a segment and the mask taken as the union of its voxels' boxes: exact to 1e-6 mm. The squared
/// distance of a point of the segment to a box is convex along the segment, so each near box is one golden-section
/// search; all others are cut off by their centre's distance. nullopt for an empty mask, and where the distance is more
/// than `within` mm: the less it is, the quicker.
std::optional<NearestPoint> segmentToMask(const Mask& mask, const Vec3& from, const Vec3& to,
                                          double within = std::numeric_limits<double>::infinity());

/// Unit outward normal of a mask at a point of its border: gradient of the mask smoothed by a Gaussian of `sigma` mm,
/// summed over the voxels within 3 sigma. Zero where there is no border near.
Vec3 borderNormal(const Mask& mask, const Vec3& point, double sigma);

} // namespace pollux::liver
