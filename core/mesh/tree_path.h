#pragma once

#include "core/mesh/tree.h"

#include <optional>

namespace pollux {

/// The longest way from a root to a tip of a centreline tree, or of those ways the longest that passes the node nearest
/// to `through`: points in patient coordinates (LPS, mm), the root first. Empty for an empty tree. Any thread.
std::vector<Vec3> treePath(const Tree& tree, const std::optional<Vec3>& through = {});

} // namespace pollux
