#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

namespace pollux {

enum class Interpolation { Nearest, Linear };

/// Gaussian smoothing, `sigma` in mm along each axis of the grid (sampled kernel cut at 4 sigma, edges repeated).
/// Result Float32; NaN counts as 0. `sigma` in [0, 100], else Error (BadInput).
Volume gaussian(const Volume& volume, double sigma, const Job& job);
/// Median over a box of `radius` voxels (0 to 5), cut at the edges. Keeps the type.
Volume median(const Volume& volume, int radius, const Job& job);
/// Values at the voxel centres of `target`; `outside` where the source's voxels do not reach (up to half a voxel beyond
/// the outermost centres the edge value is taken). Keeps the type.
Volume resample(const Volume& volume, const Grid& target, Interpolation interpolation, double outside, const Job& job);
/// Trilinear value of the mask at least one half.
Mask resample(const Mask& mask, const Grid& target, const Job& job);
/// Same extent and orientation with cubic voxels of `spacing` mm.
Grid isotropic(const Grid& grid, double spacing);
/// Box averages by whole-number factors per axis: for fast coarse passes. Keeps the type (integers rounded); a last
/// block that is not full is the average of what there is.
Volume shrink(const Volume& volume, const Index3& factors, const Job& job);

} // namespace pollux
