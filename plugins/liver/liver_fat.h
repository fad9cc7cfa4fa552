#pragma once

#include "core/case/case.h"
#include "core/jobs/job.h"

#include <optional>
#include <string>
#include <vector>

namespace pollux::liver {

/// What a map of the proton density fat fraction says of a liver.
struct LiverFat
{
    double percent = 0;   ///< mean over the voxels that the map has a value for
    double deviation = 0; ///< spread of them
    double known = 0;     ///< volume of them, as a share of the liver's
};

/// Why a volume cannot be the fat map of this liver, as Stop findings: not in percent, or in another frame of reference
/// than the images that the liver was drawn on.
Findings checkFatMap(const Case& c, const Id& map, const Mask& liver);

/// Of the liver without the lesions (any grids). The map's padding value stands for "not measured". Throws Error:
/// Cancelled.
LiverFat liverFat(const VolumeObject& map, const Mask& liver, const std::vector<Mask>& lesions, const Job& job);

/// Fat fraction maps that the case holds.
std::vector<Id> fatMapsOf(const Case& c);

} // namespace pollux::liver
