#pragma once

#include "core/case/limit.h"
#include "core/operation/operation.h"
#include "plugins/liver/resection.h"

#include <functional>
#include <memory>
#include <vector>

namespace pollux::liver {

/// "liver.resect": one plan (kind "liver.resection"), the remnant and what is removed as structures. Thresholds come
/// from the limits given.
std::unique_ptr<Operation> makeResect(const LimitTable& limits);

inline constexpr const char* kCutBySurface = "surface through points"; ///< values of the parameter "method"
inline constexpr const char* kCutByBranch = "portal branch";
inline constexpr Colour kRemovedColour{190, 110, 96}; ///< of the part that is removed

/// What a plane or a surface of liver.resect cuts, and how high a point lies above the cut without its shift: for a
/// slider. `values` complete and checked. Throws Error (BadInput) for a portal branch, which has no height.
struct CutSource
{
    ResectionInput input;
    std::vector<Id> lesions;
    std::function<double(const Vec3&)> height;
};
/// The height alone: for a cut that moves through the same liver.
std::function<double(const Vec3&)> cutHeight(const ParamValues& values);
CutSource cutSource(const Case& c, const ParamValues& values, const Job& job);

} // namespace pollux::liver
