#pragma once

#include "core/case/placed_implant.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace pollux {

/// The kind of plans with a drill guide.
inline constexpr const char* kGuidePlan = "implant.guide";

/// How one implant's bed is drilled through the sleeve of a guide. Lengths in mm, places in LPS.
struct GuidedDrill
{
    Id plan;                                           ///< with the implant
    Vec3 platform = Vec3::Zero(), apex = Vec3::Zero(); ///< of the implant
    double diameter = 0;                               ///< of the implant
    double length = 0;                                 ///< of the implant
    double sleeveOffset = 0;                           ///< from the platform to the sleeve's lower end, along the axis
    double sleeveHeight = 0;                           ///< lower to upper end
    double sleeveInner = 0;                            ///< diameter
    double sleeveOuter = 0;                            ///< diameter
    double drillingLength = 0;                         ///< from the sleeve's upper end to the implant's apex

    Vec3 axis() const { return (apex - platform).normalized(); } ///< platform to apex
    Vec3 sleeveLower() const { return platform - sleeveOffset * axis(); }
    Vec3 sleeveUpper() const { return platform - (sleeveOffset + sleeveHeight) * axis(); }
};

/// Drilling length = sleeve offset + sleeve height + implant length. A drill key that stands above the sleeve comes on
/// top of it.
GuidedDrill guidedDrill(const Id& plan, const PlacedImplant& placed, double sleeveOffset, double sleeveHeight,
                        double sleeveInner, double sleeveOuter);

/// With the sleeve's ends and the definitions in words.
nlohmann::json drillsJson(const std::vector<GuidedDrill>& drills);
/// Of a plan with a guide; empty for other plans, and for a detail that is not complete.
std::vector<GuidedDrill> guidedDrills(const Plan& plan);

/// A pin that holds a guide, as it is drilled for. Lengths in mm, places in LPS.
struct GuidedPin
{
    Vec3 outer = Vec3::Zero(); ///< outer end of the tube that guides it, on its axis
    Vec3 tip = Vec3::Zero();
    double hole = 0;   ///< diameter of the hole in the guide
    double guided = 0; ///< length of that tube

    Vec3 axis() const { return (tip - outer).normalized(); } ///< outer end to tip
    double length() const { return (tip - outer).norm(); }
};

/// An array, in the order of the pins' numbers.
nlohmann::json pinsJson(const std::vector<GuidedPin>& pins);
/// Of a plan with a guide; empty for other plans, and for a detail that is not complete.
std::vector<GuidedPin> guidedPins(const Plan& plan);

} // namespace pollux
