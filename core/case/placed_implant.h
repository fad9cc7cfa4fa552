#pragma once

#include "core/case/objects.h"
#include "core/solid/step.h"

#include <optional>
#include <string>
#include <vector>

namespace pollux {

/// Kinds of plans with an implant.
inline constexpr const char* kDentalPlan = "implant.dental";
inline constexpr const char* kScrewPlan = "implant.screw";
inline constexpr const char* kComponentPlan = "implant.component";
inline constexpr const char* kCupPlan = "implant.cup";
inline constexpr const char* kPlatePlan = "implant.plate";

/// Implant and pose that a plan of a dental implant was made with: what reports, exports and other plans read of it.
struct PlacedImplant
{
    DentalImplant implant;
    AxisPose pose; ///< origin the platform, direction to the apex
};
/// nullopt for other plans, and for a detail that is not complete.
std::optional<PlacedImplant> placedImplant(const Plan& plan);

/// An implant of any kind in its place.
struct PlacedShape
{
    ImplantShape implant;
    AxisPose pose; ///< of dental implants and screws: origin the platform or below the head, direction to the tip; of
                   ///< cups: origin the centre of rotation, direction to the dome
    BodyPose body; ///< of components and plates
    std::string part{}; ///< what goes with the plan's own shape: "screw-3", in a plate's third hole; empty: that shape
};
/// nullopt for plans without an implant, and for a detail that is not complete.
std::optional<PlacedShape> placedShape(const Plan& plan);
/// The same, then what goes with it: the screws of a plate. Those whose detail is not complete are left out.
std::vector<PlacedShape> placedShapes(const Plan& plan);
/// The part of a plan's detail that these read, as JSON text.
std::string placedDetail(const PlacedImplant& placed);
std::string placedDetail(const PlacedShape& placed, const std::vector<PlacedShape>& screws = {});

} // namespace pollux
