#pragma once

#include "core/image/mask.h"
#include "core/jobs/job.h"
#include "core/mesh/surface.h"

#include <vector>

namespace pollux::implant {

/// Signed distance (mm, below 0 inside) to the union of masks at the voxel centres of `grid`, which may be turned
/// against theirs: the exact distance map of each mask (core/image/distance.h), trilinear between its voxels. Values
/// are kept within plus and minus `cap`. Throws Error (Cancelled).
std::vector<float> maskDistance(const std::vector<Mask>& masks, const Grid& grid, double cap, const Job& job);

/// The same to a surface, closed or open, from the nearest point of it. Sign by the pseudonormal there (Baerentzen and
/// Aanaes, IEEE TVCG 11 (2005) 243): that of the triangle, at a corner the mean by angles. Where the border of an open
/// surface is nearest the place counts as outside; so does all that is farther than `cap`. `outwards`: a direction that
/// an open surface faces on the whole; one that is turned inside out is turned back.
std::vector<float> surfaceDistance(const Surface& surface, const Vec3& outwards, const Grid& grid, double cap,
                                   const Job& job);

} // namespace pollux::implant
