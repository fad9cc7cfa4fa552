#pragma once

#include "core/image/volume.h"
#include "core/jobs/job.h"
#include "core/mesh/surface.h"

namespace pollux {

/// More voxels than this are refused.
inline constexpr std::int64_t kMostLevelVoxels = 60'000'000;

/// Where a field of signed distances (Float32, mm, below `level` inside) has the value `level`: a closed surface in
/// patient coordinates, oriented outwards, of mirrored grids too. Where the inside reaches the border of the grid, flat
/// caps close it half a voxel beyond the outermost voxel centres. Points lie where the field, linear between voxel
/// centres, has the level: a sphere of the exact distance is met within h^2/(8 r), h the voxel's edge. Edges of the
/// body are bevelled by up to a voxel. Values within a thousandth of a voxel of the level count as that far above or
/// below it, so that no two points fall together (STL). Flying edges (Schroeder, Maynard, Geveci 2015). Empty where
/// nothing is inside. Throws Error: BadInput (not Float32, NaN, a level that is not finite), OutOfMemory (more than
/// kMostLevelVoxels), Cancelled.
Surface levelSurface(const Volume& field, double level, const Job& job);

} // namespace pollux
