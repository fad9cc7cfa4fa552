#pragma once

#include "core/case/limit.h"
#include "core/operation/operation.h"

#include <memory>

namespace pollux::liver {

/// "liver.heat": where a heating needle is predicted to kill tissue, beside the vendor's ellipsoid of the plan.
/// Structures heat-damage-<plan> and heat-vendor-<plan>, or -needle without a plan. Defaults come from the limits
/// given.
std::unique_ptr<Operation> makePredictHeat(const LimitTable& limits);

} // namespace pollux::liver
