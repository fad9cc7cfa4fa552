#pragma once

#include "core/operation/operation.h"

#include <memory>

namespace pollux {

/// The operation case.follow-up: carries what was found in an earlier study over to a new one.
std::unique_ptr<Operation> makeFollowUp();

} // namespace pollux
