#pragma once

#include "core/case/case.h"

#include <optional>
#include <string>
#include <vector>

namespace pollux::liver {

/// What of the liver a drawn resection takes.
struct ResectedLobe
{
    Id id;
    std::string name;
    double volumeMl = 0;
    double removedMl = 0;
};

/// The lobes (or the whole liver, if none are given) against the mask of what is removed. A voxel of several lobes
/// counts for the first of them. Throws Error: NotFound for what is not in the case, BadInput without a mask or on
/// different voxel grids.
std::vector<ResectedLobe> resectedLobes(const Case& c, const Id& resected, const std::vector<Id>& lobes,
                                        const std::optional<Id>& liver);

} // namespace pollux::liver
