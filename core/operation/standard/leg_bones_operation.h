#pragma once

#include "core/case/limit.h"
#include "core/operation/operation.h"

#include <memory>

namespace pollux {

/// anatomy.leg-bones: proposes the bones about an ankle, knee or hip, each for itself and left and right apart, as
/// "tibia-left", "talus-right", ...
std::unique_ptr<Operation> makeFindLegBones(const LimitTable& limits);

} // namespace pollux
