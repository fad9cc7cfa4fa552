#pragma once

#include "core/base/quantity.h"
#include "core/image/mask.h"

namespace pollux {

/// Volume of a mask (mL): voxels times voxel volume. Its standard deviation is that of the border: each place of it is
/// taken as uniform within one voxel, spacing / sqrt(12) (GUM, JCGM 100:2008, 4.3.7), and all places as erring together
/// (a border drawn too wide or too tight), so that it is border area times that. The area is two thirds of that of the
/// voxel faces, which is exact where all directions are as frequent (the mean of |nx| + |ny| + |nz| over a sphere is
/// 3/2). Errors of single voxels that do not err together cancel and are far smaller. Thread-safe.
Quantity maskVolume(const Mask& mask);

/// True if the mask reaches the first (`end` < 0) or last voxel of its image along an axis of more than one voxel: it
/// may go on beyond.
bool cutByImage(const Mask& mask, int axis, int end);
/// The same of any axis and end.
bool cutByImage(const Mask& mask);

} // namespace pollux
