#pragma once

#include "core/geometry/grid.h"
#include "core/jobs/job.h"

#include <cstdint>
#include <vector>

namespace pollux {

/// Where a front starts: a voxel (offset, i fastest), how far it is from the true start (mm), and whose front it is.
struct MarchSeed
{
    std::int64_t voxel = 0;
    float distance = 0;
    std::int32_t label = 0;
};

struct Marched
{
    std::vector<float> distance;     ///< mm along the way inside the domain; infinite where no front came
    std::vector<std::int32_t> label; ///< of the front that came first; -1 where none came
};

/// Fronts that run at the same speed from several starts through a domain and around what is not in it: fast marching
/// (Sethian, PNAS 93 (1996) 1591), first order upwind, each axis with its own spacing. Of several seeds in a voxel the
/// nearest counts, of equal ones the first. From a single start the
/// distance is too long, never too short, by up to 6 % along a diagonal (as measured at 20 to 70 voxels). Same result
/// on every run. Throws Error (BadInput) if sizes do not fit.
Marched fastMarch(const Index3& size, const Vec3& spacing, const std::vector<std::uint8_t>& domain,
                  const std::vector<MarchSeed>& seeds, const Job& job);

} // namespace pollux
