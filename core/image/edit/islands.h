#pragma once

#include "core/image/mask.h"
#include "core/jobs/job.h"

#include <vector>

namespace pollux {

// Islands: connected parts (26 neighbours, as core/image/morphology.h). Results share bricks with the mask given.

Mask keepLargestIsland(const Mask& mask, const Job& job);
/// Without the parts smaller than `ml`. Throws Error (BadInput) for a negative volume.
Mask removeSmallIslands(const Mask& mask, double ml, const Job& job);
/// The parts of at least `ml`, largest first; what is smaller stays in the last one, `rest`.
struct Islands
{
    std::vector<Mask> parts;
    Mask rest;
};
/// At most `most` parts (1 to 1000), else Error (BadInput).
Islands splitIslands(const Mask& mask, double ml, int most, const Job& job);
/// The part at a point: that of the voxel there, or of the nearest one within `reach` mm. Throws Error (NotFound) if
/// there is none, (BadInput) for a point that is not finite.
Mask islandAt(const Mask& mask, const Vec3& point, double reach, const Job& job);
/// The voxel of the mask whose centre is nearest to the point, within `reach` mm; throws as islandAt().
Index3 nearestVoxel(const Mask& mask, const Vec3& point, double reach);

} // namespace pollux
