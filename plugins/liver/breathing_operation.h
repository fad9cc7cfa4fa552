#pragma once

#include "core/operation/operation.h"

#include <memory>

namespace pollux {
class LimitTable;
}

namespace pollux::liver {

/// liver.breathing: what a breath does to a planned puncture. Throws Error (NotFound) if a limit that it needs is
/// missing.
std::unique_ptr<Operation> makeBreathing(const LimitTable& limits);

} // namespace pollux::liver
