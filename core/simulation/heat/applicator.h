#pragma once

#include "core/geometry/grid.h"
#include "core/jobs/job.h"

#include <vector>

namespace pollux::heat {

/// The part of a needle that heats. LPS, mm.
struct Applicator
{
    Vec3 tip = Vec3::Zero();
    Vec3 inwards = Vec3::UnitZ(); ///< unit, from entry to tip
    double activeLength = 0;      ///< mm, from the tip back
    double radius = 0;            ///< mm
};

/// W/m^3 on the voxels of a grid for `watts` given to the tissue: every point of the active length radiates evenly into
/// all directions and the tissue takes it up over a path of `absorptionMm` (mean), so a point at r gets
/// exp(-r/d) / (4 pi d r^2) of it a volume; within the needle's radius as at its surface. Brought to `watts` over the
/// grid. A model of its own, of no device: no reflection, no change of the tissue as it heats. Threads inside; same
/// result on every run. Throws Error (BadInput): a part of the active length outside the grid, values not above 0.
std::vector<float> powerField(const Grid& grid, const Applicator& applicator, double watts, double absorptionMm,
                              const Job& job);

/// Signed distance (mm) of voxel centres from the surface of the active part, a rod with round ends; below 0 inside.
/// The centres of its ends are the tip and the end of the active length.
std::vector<float> applicatorDistance(const Grid& grid, const Applicator& applicator, const Job& job);

} // namespace pollux::heat
