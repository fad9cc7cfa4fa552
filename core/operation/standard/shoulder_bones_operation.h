#pragma once

#include "core/case/limit.h"
#include "core/operation/operation.h"

#include <memory>

namespace pollux {

/// anatomy.shoulder-bones: proposes scapula and humerus of one shoulder, as "scapula-right", "humerus-left", ...
std::unique_ptr<Operation> makeFindShoulderBones(const LimitTable& limits);

} // namespace pollux
