#pragma once

#include "core/case/limit.h"
#include "core/operation/operation.h"

#include <memory>

namespace pollux::liver {

/// "liver.resect": one plan (kind "liver.resection"), the remnant and what is removed as structures. Thresholds come
/// from the limits given.
std::unique_ptr<Operation> makeResect(const LimitTable& limits);

} // namespace pollux::liver
