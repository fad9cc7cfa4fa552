#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

namespace pollux {

enum class Interpolation { Nearest, Linear };

/// Gaussian smoothing, `sigma` in mm along each axis of the grid. Result Float32.
Volume gaussian(const Volume& volume, double sigma, const Job& job);
/// Median over a box of `radius` voxels.
Volume median(const Volume& volume, int radius, const Job& job);
/// Values at the voxel centres of `target`; `outside` where the source does not reach. Keeps the type.
Volume resample(const Volume& volume, const Grid& target, Interpolation interpolation, double outside, const Job& job);
Mask resample(const Mask& mask, const Grid& target, const Job& job);
/// Same extent and orientation with cubic voxels of `spacing` mm.
Grid isotropic(const Grid& grid, double spacing);
/// Box averages by whole-number factors per axis: for fast coarse passes.
Volume shrink(const Volume& volume, const Index3& factors, const Job& job);

} // namespace pollux
