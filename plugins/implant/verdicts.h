#pragma once

#include "core/case/objects.h"

#include <algorithm>

namespace pollux::implant {

/// No number of a plan warns or stops.
inline bool withinLimits(const std::vector<PlanNumber>& numbers)
{
    return std::none_of(numbers.begin(), numbers.end(),
                        [](const PlanNumber& n) { return n.verdict == "stop" || n.verdict == "warning"; });
}

} // namespace pollux::implant
