#include "core/case/guided_drill.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace pollux {

namespace {

constexpr std::pair<const char*, double GuidedDrill::*> kLengths[] = {
    {"diameter_mm", &GuidedDrill::diameter},
    {"length_mm", &GuidedDrill::length},
    {"sleeve_offset_mm", &GuidedDrill::sleeveOffset},
    {"sleeve_height_mm", &GuidedDrill::sleeveHeight},
    {"sleeve_inner_diameter_mm", &GuidedDrill::sleeveInner},
    {"sleeve_outer_diameter_mm", &GuidedDrill::sleeveOuter},
    {"drilling_length_mm", &GuidedDrill::drillingLength},
};

nlohmann::json point(const Vec3& p)
{
    return {p.x(), p.y(), p.z()};
}

bool read(const nlohmann::json& j, const char* key, double& to)
{
    const auto it = j.find(key);
    if (it == j.end() || !it->is_number() || !std::isfinite(it->get<double>()))
        return false;
    to = it->get<double>();
    return true;
}

bool read(const nlohmann::json& j, const char* key, Vec3& to)
{
    const auto it = j.find(key);
    if (it == j.end() || !it->is_array() || it->size() != 3)
        return false;
    for (size_t n = 0; n < 3; ++n) {
        if (!(*it)[n].is_number() || !std::isfinite((*it)[n].get<double>()))
            return false;
        to[static_cast<Eigen::Index>(n)] = (*it)[n].get<double>();
    }
    return true;
}

} // namespace

GuidedDrill guidedDrill(const Id& plan, const PlacedImplant& placed, double sleeveOffset, double sleeveHeight,
                        double sleeveInner, double sleeveOuter)
{
    GuidedDrill d;
    d.plan = plan;
    d.platform = placed.pose.origin;
    d.apex = placed.pose.at(placed.implant.length);
    d.diameter = placed.implant.diameter;
    d.length = placed.implant.length;
    d.sleeveOffset = sleeveOffset;
    d.sleeveHeight = sleeveHeight;
    d.sleeveInner = sleeveInner;
    d.sleeveOuter = sleeveOuter;
    d.drillingLength = sleeveOffset + sleeveHeight + placed.implant.length;
    return d;
}

nlohmann::json drillsJson(const std::vector<GuidedDrill>& drills)
{
    nlohmann::json all = nlohmann::json::array();
    for (const GuidedDrill& d : drills) {
        nlohmann::json j{{"plan", d.plan.text()},
                         {"platform_lps_mm", point(d.platform)},
                         {"apex_lps_mm", point(d.apex)},
                         {"axis_lps", point(d.axis())},
                         {"sleeve_lower_lps_mm", point(d.sleeveLower())},
                         {"sleeve_upper_lps_mm", point(d.sleeveUpper())}};
        for (const auto& [key, member] : kLengths)
            j[key] = d.*member;
        all.push_back(std::move(j));
    }
    return {{"definitions",
             {{"lps", "DICOM patient coordinates: left, posterior, superior are positive, mm"},
              {"axis_lps", "unit, from the platform to the apex"},
              {"drilling_length_mm", "sleeve offset + sleeve height + implant length; without a drill key"}}},
            {"drills", all}};
}

std::vector<GuidedDrill> guidedDrills(const Plan& plan)
{
    if (plan.kind != kGuidePlan)
        return {};
    const nlohmann::json detail = nlohmann::json::parse(plan.detail, nullptr, false);
    if (!detail.is_object() || !detail.contains("drills") || !detail["drills"].is_array())
        return {};
    std::vector<GuidedDrill> out;
    for (const nlohmann::json& j : detail["drills"]) {
        GuidedDrill d;
        const auto id = j.is_object() ? j.find("plan") : j.end();
        if (!j.is_object() || id == j.end() || !id->is_string() || !isValidId(id->get<std::string>()) ||
            !read(j, "platform_lps_mm", d.platform) || !read(j, "apex_lps_mm", d.apex) ||
            !((d.apex - d.platform).norm() > 0))
            return {};
        d.plan = Id(id->get<std::string>());
        for (const auto& [key, member] : kLengths)
            if (!read(j, key, d.*member))
                return {};
        out.push_back(d);
    }
    return out;
}

nlohmann::json pinsJson(const std::vector<GuidedPin>& pins)
{
    nlohmann::json all = nlohmann::json::array();
    for (const GuidedPin& p : pins)
        all.push_back({{"outer_end_lps_mm", point(p.outer)},
                       {"tip_lps_mm", point(p.tip)},
                       {"axis_lps", point(p.axis())},
                       {"hole_diameter_mm", p.hole},
                       {"guided_length_mm", p.guided},
                       {"pin_length_mm", p.length()}});
    return all;
}

std::vector<GuidedPin> guidedPins(const Plan& plan)
{
    if (plan.kind != kGuidePlan)
        return {};
    const nlohmann::json detail = nlohmann::json::parse(plan.detail, nullptr, false);
    if (!detail.is_object() || !detail.contains("pins") || !detail["pins"].is_array())
        return {};
    std::vector<GuidedPin> out;
    for (const nlohmann::json& j : detail["pins"]) {
        GuidedPin p;
        if (!j.is_object() || !read(j, "outer_end_lps_mm", p.outer) || !read(j, "tip_lps_mm", p.tip) ||
            !(p.length() > 0) || !read(j, "hole_diameter_mm", p.hole) || !read(j, "guided_length_mm", p.guided))
            return {};
        out.push_back(p);
    }
    return out;
}

} // namespace pollux
