#pragma once

#include "core/case/limit.h"
#include "core/operation/operation.h"

#include <memory>

namespace pollux::implant {

/// "implant.register-scan": an intra-oral scan laid rigidly upon the teeth of the image: the moved surface as a new
/// structure, with its measures, and a map of how far each point of it lies from the teeth.
std::unique_ptr<Operation> makeRegisterScan(const LimitTable& limits);

} // namespace pollux::implant
