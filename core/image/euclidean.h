#pragma once

#include "core/image/mask.h"
#include "core/jobs/job.h"

#include <limits>
#include <vector>

namespace pollux {

/// The one exact Euclidean distance transform behind distance maps, morphology and centreline radii.
/// Separable lower envelopes of parabolas (Felzenszwalb and Huttenlocher, Theory of Computing 8 (2012) 415; Meijster
/// 2000), spacing of each axis respected. What lies beyond the image counts as outside.

enum class Sites { Inside, Outside }; ///< voxels of the mask, or all others

enum class DistanceKind {
    Squared, ///< mm^2 between voxel centres
    Centre,  ///< mm between voxel centres
    Border,  ///< mm to the border half a voxel before the nearest site, along the line to it: d (1 - 1/(2n)), n its
             ///< length in voxels. 0 on the sites themselves.
};

constexpr float kNoDistance = std::numeric_limits<float>::infinity();

/// Distance of every voxel centre of `region` (may reach beyond the grid) to the nearest site. Sites farther than
/// `reach` mm may be overlooked (kNoDistance). For Sites::Outside `region` must lie within the mask's box grown by one.
std::vector<float> euclideanDistance(const Mask& mask, Sites sites, const IndexBox& region, DistanceKind kind,
                                     double reach, const Job& job);

} // namespace pollux
