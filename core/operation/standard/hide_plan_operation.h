#pragma once

#include "core/operation/operation.h"

#include <memory>

namespace pollux {

/// plan.hide: a learner does not see the plan. plan.reveal: takes that back.
std::unique_ptr<Operation> makeHidePlan();
std::unique_ptr<Operation> makeRevealPlan();

} // namespace pollux
