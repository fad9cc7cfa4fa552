#pragma once

#include "core/case/limit.h"
#include "core/operation/operation.h"

#include <memory>

namespace pollux::implant {

/// "implant.find-landmarks": proposes the landmarks of an ankle, knee, hip, pelvis, shoulder or vertebra from masks of
/// its bones, as landmarks of the case that can be moved (see joint_case.h). Throws Error (NotFound) for a table
/// without the joints' limits.
std::unique_ptr<Operation> makeFindLandmarks(const LimitTable& limits);

} // namespace pollux::implant
