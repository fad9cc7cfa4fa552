#pragma once

#include "core/case/limit.h"
#include "core/operation/operation.h"

#include <memory>

namespace pollux {

/// anatomy.vertebrae: proposes the vertebrae that a CT shows, each for itself, numbered from above as seen:
/// "vertebra-1", "vertebra-2", ... No level is claimed.
std::unique_ptr<Operation> makeFindVertebrae(const LimitTable& limits);

} // namespace pollux
