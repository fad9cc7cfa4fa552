#pragma once

#include "core/jobs/job.h"
#include "core/mesh/surface.h"

#include <cstdint>
#include <string>
#include <vector>

namespace pollux {

/// Distance of one bone's surface to the other across a joint, point by point: as a Field takes it.
struct JointSpace
{
    std::vector<float> mm;              ///< one a point of the surface; 0 where there is none; negative: overlap
    std::vector<std::uint8_t> category; ///< one a point: 0 has a value, n > 0 is categories[n-1]
    std::vector<std::string> categories;
    double areaMm2 = 0; ///< that has a value, a third of each triangle to each of its points
    double meanMm = 0;  ///< by area; meaningless where areaMm2 is 0
    double lowMm = 0;   ///< 5 % of the area fall below it: one point alone is known to a voxel
    double leastMm = 0;
    Vec3 leastPlace = Vec3::Zero(); ///< point of the surface (LPS, mm)
    double overlapMm2 = 0;          ///< area that lies within the other bone
    double sharedMm2 = 0;           ///< area that lies within it or on its surface (to 0.01 mm)
};

/// From each point of `from` to the nearest place of `to` (Euclidean), where that is within `reach` mm and lies within
/// 60 degrees of the outward normal: what turns away from the other bone is no joint. Points of `from` that lie within
/// a closed `to` overlap: minus the distance to its surface. Both as taken from masks, LPS, mm. Any thread; threads
/// inside; same result on every run. Throws Error (BadInput) for an empty surface, one of more than 5 million points,
/// or a reach outside 0.1 to 100 mm; Error (Cancelled).
JointSpace jointSpace(const Surface& from, const Surface& to, double reach, const Job& job);

} // namespace pollux
