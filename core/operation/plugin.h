#pragma once

#include "core/operation/registry.h"

namespace pollux {

/// Raised when a header that plugins see changes; a site's plugin names the one it was built with.
inline constexpr int kCoreVersion = 7;

} // namespace pollux
