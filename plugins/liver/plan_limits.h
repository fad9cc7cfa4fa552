#pragma once

#include "core/case/objects.h"
#include "plugins/liver/path_limits.h"

namespace pollux::liver {

/// The limits that a puncture plan was made with, as its detail tells them; what it does not tell is as in `otherwise`.
/// Never throws: a plan of another kind may hold anything.
PathLimits limitsOf(const Plan& plan, const PathLimits& otherwise);

} // namespace pollux::liver
