#pragma once

#include "core/operation/operation.h"

#include <memory>

namespace pollux {

/// plan.sign: draft -> reviewed -> approved, and back.
std::unique_ptr<Operation> makeSignPlan();

} // namespace pollux
