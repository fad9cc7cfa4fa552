#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <vector>

namespace pollux {

/// Signed Euclidean distance (mm, Float32) to the border of `mask` at every voxel centre of `box` (whole grid if
/// empty): negative inside, positive outside; the border lies half a voxel beyond the outermost inside voxels. Exactly:
/// with d the distance to the nearest voxel centre of the other side (exact for the voxel set, anisotropic spacing
/// included) and n the length of that vector in voxels, the value is d (1 - 1/(2n)): half a voxel is taken off along
/// the line to that centre. Face neighbours across a border are at plus and minus half their spacing. Beyond the image
/// is outside. The result's grid is the cropped one. If the mask is empty every value is 1e6. Throws Error (BadInput)
/// if `box` leaves the grid.
Volume signedDistance(const Mask& mask, const IndexBox& box, const Job& job);

/// The place of a mask that is furthest from its border.
struct DeepestPlace
{
    Vec3 place = Vec3::Zero(); ///< LPS, mm
    double depth = 0;          ///< mm: radius of the largest ball inside
};
/// The first one by memory order; throws Error: BadInput for an empty mask, Cancelled.
DeepestPlace deepestPlace(const Mask& mask, const Job& job);

/// For every voxel of within.box() (i fastest): index of the nearest of `seeds` (patient coordinates, Euclidean to the
/// voxel centre), -1 outside the mask. For territories. Throws Error (BadInput) for a seed that is not finite.
std::vector<std::int32_t> nearestSeed(const Mask& within, const std::vector<Vec3>& seeds, const Job& job);

} // namespace pollux
