#pragma once

#include "core/case/limit.h"
#include "core/operation/operation.h"

#include <memory>

namespace pollux::implant {

/// "implant.trace-canal": a canal from points that a person set along it: centreline and tube.
std::unique_ptr<Operation> makeTraceCanal(const LimitTable& limits);

} // namespace pollux::implant
