#pragma once

#include "core/operation/operation.h"

#include <memory>

namespace pollux {
class LimitTable;
}

namespace pollux::liver {

/// liver.ablation: what the zones of one or several planned needles heat. Throws Error (NotFound) if a limit that it
/// needs is missing.
std::unique_ptr<Operation> makeAblation(const LimitTable& limits);

} // namespace pollux::liver
