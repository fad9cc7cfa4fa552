#pragma once

#include "core/geometry/grid.h"

namespace pollux {

/// `box` wider by `n` voxels on each side; may reach beyond the grid.
IndexBox grown(const IndexBox& box, int n);
/// `box` wider by `mm` on each side (rounded up to whole voxels, one more for safety); may reach beyond the grid.
IndexBox grownBy(const IndexBox& box, const Grid& grid, double mm);
/// What two boxes share; an empty box (all zero) if nothing.
IndexBox common(const IndexBox& a, const IndexBox& b);
/// The smallest box around both; the other one if one is empty.
IndexBox hull(const IndexBox& a, const IndexBox& b);

} // namespace pollux
