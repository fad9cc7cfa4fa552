#pragma once

#include "core/image/volume.h"
#include "core/jobs/job.h"

namespace pollux {

/// Voxels above a value, and their centre.
struct Bright
{
    std::int64_t voxels = 0;
    Vec3 place = Vec3::Zero(); ///< LPS, mm; meaningless where there are none
};

/// Of the voxels in `box`, which must lie within the grid; NaN counts as none. Stops with the job: Error (Cancelled).
Bright brighterThan(const Volume& image, double from, const IndexBox& box, const Job& job);

} // namespace pollux
