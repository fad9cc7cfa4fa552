#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <vector>

namespace pollux {

/// Bright-tube likelihood in [0,1] at the best of the given scales (standard deviations in mm), inside `within` and its
/// box only. Frangi 1998 eigenvalue measure of the scale-normalised Hessian (sampled Gaussian derivatives), alpha =
/// beta = 1/2, c half the largest norm of each scale. The result (Float32) has the grid of within->box(), or the whole
/// one. Holds three float boxes and a slab of six: about 600 MB for 512x512x119. Throws Error (BadInput) for an empty
/// region.
Volume vesselness(const Volume& volume, const std::vector<double>& sigmas, const Mask* within, const Job& job);

/// Voxels above `high`, and those above `low` that hang together with one of them (26-connected).
Mask hysteresis(const Volume& volume, double low, double high, const Job& job);

} // namespace pollux
