#pragma once

#include "core/mesh/territories.h"
#include "core/operation/operation.h"

#include <memory>

namespace pollux::liver {

/// "liver.segments": Couinaud's segments by planes through landmarks, or the territories of the portal vein's branches.
std::unique_ptr<Operation> makeSegments();

/// The choices of the parameter "distance", and what they stand for.
Param branchDistanceParam();
BranchDistance branchDistance(const ParamValues& values);

} // namespace pollux::liver
