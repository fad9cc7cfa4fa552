#pragma once

#include "core/dicom/stack.h"

namespace pollux {

/// Images of one orientation, parted so that each part has at most one image a place.
struct SplitPart
{
    std::vector<int> images; ///< sorted by distance along `normal`
    std::string phase;
    Findings gate;
};

std::vector<SplitPart> splitPhases(const StackInput& input, std::vector<int> images, const Vec3& normal);

} // namespace pollux
