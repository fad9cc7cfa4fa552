#pragma once

#include "core/case/objects.h"
#include "core/solid/dental_implant.h"

#include <optional>
#include <string>

namespace pollux {

/// The kind of plans with a dental implant.
inline constexpr const char* kDentalPlan = "implant.dental";

/// Implant and pose that a plan was made with: what reports, exports and other plans read of it.
struct PlacedImplant
{
    DentalImplant implant;
    AxisPose pose; ///< origin the platform, direction to the apex
};
/// nullopt for other plans, and for a detail that is not complete.
std::optional<PlacedImplant> placedImplant(const Plan& plan);
/// The part of a plan's detail that placedImplant() reads, as JSON text.
std::string placedDetail(const PlacedImplant& placed);

} // namespace pollux
