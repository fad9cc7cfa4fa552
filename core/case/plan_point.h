#pragma once

#include "core/case/objects.h"

#include <optional>
#include <string_view>

namespace pollux {

/// Where the plan's point of this key lies ("target", "entry", ...), LPS; nullopt if it has none.
std::optional<Vec3> pointNamed(const Plan& plan, std::string_view key);

} // namespace pollux
