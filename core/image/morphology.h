#pragma once

#include "core/image/mask.h"
#include "core/jobs/job.h"

#include <vector>

namespace pollux {

// Balls are exact Euclidean ones in mm between voxel centres (by distance maps), so anisotropic voxels are treated
// right. Beyond the image is outside. A radius below the smallest spacing changes nothing. Radii must lie in [0, 300]
// mm, else Error (BadInput). All work on the mask's box plus the margin they need.

Mask dilate(const Mask& mask, double radius, const Job& job);
Mask erode(const Mask& mask, double radius, const Job& job);
Mask open(const Mask& mask, double radius, const Job& job);  ///< erode, then dilate
Mask close(const Mask& mask, double radius, const Job& job); ///< dilate, then erode; never shrinks at the image border

/// Fills what the outside cannot reach (by faces): in 3D, or slice by slice along `sliceAxis` (0, 1, 2).
Mask fillHoles(const Mask& mask, const Job& job);
Mask fillHolesBySlice(const Mask& mask, int sliceAxis, const Job& job);

/// 26-connected parts of at least `minVoxels`, largest first, at most `most`.
std::vector<Mask> components(const Mask& mask, std::int64_t minVoxels, int most, const Job& job);
Mask largestComponent(const Mask& mask, const Job& job);
/// Outermost voxels: inside, with a 6-neighbour outside.
Mask boundary(const Mask& mask);
/// Majority smoothing: Gaussian of the mask by `sigma` mm, cut at one half. The mask is taken to go on beyond the
/// image, so a cut end is not worn away.
Mask smooth(const Mask& mask, double sigma, const Job& job);

} // namespace pollux
