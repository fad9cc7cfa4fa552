#pragma once

#include "core/case/case.h"

#include <vector>

namespace pollux {

/// The images whose voxels are those of this grid, in the order of their ids: what a mask was drawn in is one of them.
std::vector<Id> imagesOn(const Case& c, const Grid& grid);

} // namespace pollux
