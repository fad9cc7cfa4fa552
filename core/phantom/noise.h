#pragma once

#include <cstdint>
#include <vector>

namespace pollux::phantom {

/// Gaussian noise of one slice, standard deviation 1, correlated within the slice by a Gaussian of 0.8 pixels.
/// Each value depends on (seed, slice, i, j) alone.
void fillNoise(std::uint64_t seed, int slice, int size, std::vector<float>& noise);

} // namespace pollux::phantom
