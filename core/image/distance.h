#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

namespace pollux {

/// Signed Euclidean distance (mm, Float32) to the border of `mask` at every voxel centre of `box` (whole grid if empty):
/// negative inside, positive outside; the border lies half a voxel beyond the outermost inside voxels.
/// Exact for the voxel set, anisotropic spacing included. The result's grid is the cropped one.
/// If the mask is empty every value is 1e6.
Volume signedDistance(const Mask& mask, const IndexBox& box, const Job& job);

/// For every voxel of `within`: index of the nearest of `seeds` (Euclidean). -1 outside. For territories.
std::vector<std::int32_t> nearestSeed(const Mask& within, const std::vector<Vec3>& seeds, const Job& job);

} // namespace pollux
