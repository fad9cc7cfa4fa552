#include "plugins/liver/plan_limits.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <utility>

namespace pollux::liver {

PathLimits limitsOf(const Plan& plan, const PathLimits& otherwise)
{
    PathLimits limits = otherwise;
    const nlohmann::json detail = nlohmann::json::parse(plan.detail, nullptr, false);
    if (!detail.is_object() || !detail.contains("limits") || !detail["limits"].is_object())
        return limits;
    // The keys of planDetail().
    constexpr std::pair<const char*, double PathLimits::*> kValues[] = {{"organ_margin", &PathLimits::organMargin},
                                                                        {"bone_margin", &PathLimits::boneMargin},
                                                                        {"vessel_margin", &PathLimits::vesselMargin},
                                                                        {"major_diameter", &PathLimits::majorDiameter},
                                                                        {"shaft_length", &PathLimits::shaftLength},
                                                                        {"tip_overshoot", &PathLimits::tipOvershoot},
                                                                        {"capsule_angle", &PathLimits::capsuleAngle},
                                                                        {"parenchyma", &PathLimits::parenchyma},
                                                                        {"tilt", &PathLimits::tilt},
                                                                        {"table_angle", &PathLimits::tableAngle},
                                                                        {"skin_angle", &PathLimits::skinAngle},
                                                                        {"zone_along", &PathLimits::zoneAlong},
                                                                        {"zone_across", &PathLimits::zoneAcross},
                                                                        {"zone_offset", &PathLimits::zoneOffset},
                                                                        {"zone_derating", &PathLimits::zoneDerating},
                                                                        {"zone_margin", &PathLimits::zoneMargin}};
    for (const auto& [key, member] : kValues)
        if (const auto it = detail["limits"].find(key); it != detail["limits"].end() && it->is_number())
            if (const double value = it->get<double>(); std::isfinite(value))
                limits.*member = value;
    return limits;
}

} // namespace pollux::liver
