#pragma once

#include "core/geometry/grid.h"
#include "core/jobs/job.h"

#include <cstdint>
#include <vector>

namespace pollux::liver {

/// One step of a quantised distance (mm); 255 steps stand for "that or more".
inline constexpr double kDistanceStep = 0.25;
inline constexpr double kFar = 255 * kDistanceStep;

/// Exact Euclidean distance between voxel centres on an isotropic grid, in steps of kDistanceStep, saturated at kFar.
/// `labels` (i fastest) holds 0 for nothing and a label for a seed; on return each voxel within kFar of a seed holds
/// the label of its nearest one, every other 0. Separable lower envelopes of parabolas (Felzenszwalb & Huttenlocher
/// 2012) that carry the label. Same result on every run.
std::vector<std::uint8_t> labelledDistance(const Index3& size, double spacing, std::vector<std::uint8_t>& labels,
                                           const Job& job);

} // namespace pollux::liver
