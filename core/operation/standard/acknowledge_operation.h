#pragma once

#include "core/operation/operation.h"

#include <memory>

namespace pollux {

/// case.acknowledge: a person goes on in spite of a finding, with a reason that the report prints.
std::unique_ptr<Operation> makeAcknowledge();

} // namespace pollux
