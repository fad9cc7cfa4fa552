#pragma once

#include "core/image/mask.h"
#include "core/jobs/job.h"

namespace pollux {

// Offsets of the border in mm, Euclidean, anisotropic spacing respected. The border lies half a voxel beyond the
// outermost voxels (DistanceKind::Border), so a voxel belongs to the result if its centre lies within the true offset:
// the new border is right to half a voxel, where counting from voxel centres would be up to a whole one short. The end
// of the image is no border: a structure that is cut off there is not worn away from that side.

/// Grown by `mm`, or shrunk if negative; within [-300, 300], else Error (BadInput).
Mask margin(const Mask& mask, double mm, const Job& job);

enum class Wall {
    Inside,  ///< the mask's border is the outer face of the wall
    Outside, ///< it is the inner face
    Centre,  ///< it is the middle
};
/// The wall of a structure, `thickness` mm thick (in (0, 300], else Error (BadInput)). Where that is less than a voxel
/// the wall is still closed: the outermost voxels of the mask belong to it (the first ones outside for Outside).
Mask hollow(const Mask& mask, double thickness, Wall wall, const Job& job);

} // namespace pollux
