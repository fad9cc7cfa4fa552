#pragma once

#include "core/image/mask.h"
#include "core/jobs/job.h"

#include <vector>

namespace pollux {

// Balls are exact Euclidean ones in mm (by distance maps), so anisotropic voxels are treated right.
Mask dilate(const Mask& mask, double radius, const Job& job);
Mask erode(const Mask& mask, double radius, const Job& job);
Mask open(const Mask& mask, double radius, const Job& job);  ///< erode, then dilate
Mask close(const Mask& mask, double radius, const Job& job); ///< dilate, then erode; never shrinks at the image border

/// Fills what the outside cannot reach: in 3D, or slice by slice along `sliceAxis` (0, 1, 2).
Mask fillHoles(const Mask& mask, const Job& job);
Mask fillHolesBySlice(const Mask& mask, int sliceAxis, const Job& job);

/// 26-connected parts of at least `minVoxels`, largest first, at most `most`.
std::vector<Mask> components(const Mask& mask, std::int64_t minVoxels, int most, const Job& job);
Mask largestComponent(const Mask& mask, const Job& job);
/// Outermost voxels: inside, with a 6-neighbour outside.
Mask boundary(const Mask& mask);
/// Majority smoothing: Gaussian of the mask by `sigma` mm, cut at one half.
Mask smooth(const Mask& mask, double sigma, const Job& job);

} // namespace pollux
