#pragma once

#include "core/case/limit.h"
#include "core/operation/operation.h"

#include <memory>

namespace pollux {

/// anatomy.joint-space: distance of one bone's surface to another across a joint, as a field on the first one's surface
/// and a measurement with its least place (see core/anatomy/joint_space.h).
std::unique_ptr<Operation> makeJointSpace(const LimitTable& limits);

} // namespace pollux
