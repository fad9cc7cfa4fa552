#pragma once

#include "core/image/mask.h"
#include "core/jobs/job.h"

#include <vector>

namespace pollux {

/// Majority in a ball of `radius` mm around each voxel centre (in voxels of the grid, beyond the image nothing votes; a
/// tie changes nothing): takes off what is thinner than about the radius and fills such gaps, keeps flat faces where
/// they are. Radius in [0, 20] mm, else Error (BadInput).
Mask medianSmooth(const Mask& mask, double radius, const Job& job);

enum class Shrinkage {
    Allowed,     ///< plain Gaussian: stronger, and round things lose volume
    Compensated, ///< 2 G - G G (Tukey's twicing): no second moment, so curved borders stay where they are to second
                 ///< order
};

/// Smooths several structures together so that neighbours stay flush. Every voxel goes to the structure (or to none)
/// whose smoothed share is largest there (diffusion-generated motion; Merriman, Bence, Osher 1994; many phases:
/// Esedoglu and Otto 2015): what was a partition stays one, with no gap and no overlap. Structures that overlap (a
/// lesion in its organ) keep their overlap: each combination that occurs counts as a phase of its own. `sigma` in mm,
/// in [0, 20]; 1 to 32 masks on one grid, with at most 255 combinations; else Error (BadInput). Results share bricks
/// with the masks given.
std::vector<Mask> smoothTogether(const std::vector<Mask>& masks, double sigma, Shrinkage shrinkage, const Job& job);

} // namespace pollux
