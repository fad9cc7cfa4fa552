#pragma once

#include "core/case/limit.h"
#include "core/operation/operation.h"

#include <memory>

namespace pollux::implant {

/// "simulate.bone-load": what a load at a point does to a bone without an implant, before and after cement: a plan of
/// kind "simulate.bone-load" and a map on the bone's surface.
std::unique_ptr<Operation> makeBoneLoad(const LimitTable& limits);

/// The kind of plans that this operation makes.
inline constexpr const char* kBoneLoad = "simulate.bone-load";

} // namespace pollux::implant
