#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace pollux::liver {

/// a is at least as good as b everywhere and better somewhere (smaller is better).
bool dominates(std::span<const float> a, std::span<const float> b);

/// Indices (ascending) of the rows that no other row dominates. `values` holds `dimensions` numbers a row; equal rows
/// all stay. The result as a set does not depend on the order of the rows. O(n * size of the front).
std::vector<std::uint32_t> paretoFront(std::span<const float> values, int dimensions);

} // namespace pollux::liver
