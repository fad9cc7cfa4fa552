#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <vector>

namespace pollux {

/// Bright-tube likelihood in [0,1] at the best of the given scales (standard deviations in mm), inside `within` and its
/// box only. Frangi 1998 / Sato 1998 eigenvalue measures of the Hessian.
Volume vesselness(const Volume& volume, const std::vector<double>& sigmas, const Mask* within, const Job& job);

/// Voxels above `high`, and those above `low` that hang together with one of them (26-connected).
Mask hysteresis(const Volume& volume, double low, double high, const Job& job);

} // namespace pollux
