#pragma once

#include "core/operation/operation.h"

#include <memory>

namespace pollux {
class LimitTable;
}

namespace pollux::implant {

/// "simulate.cement": a ball of cement within a bone as a structure, for simulate.bone-load.
std::unique_ptr<Operation> makeCementBall(const LimitTable& limits);

} // namespace pollux::implant
