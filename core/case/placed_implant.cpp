#include "core/case/placed_implant.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace pollux {

namespace {

constexpr std::pair<const char*, double DentalImplant::*> kMeasures[] = {
    {"diameter", &DentalImplant::diameter},
    {"length", &DentalImplant::length},
    {"apex_diameter", &DentalImplant::apexDiameter},
    {"thread_pitch", &DentalImplant::threadPitch},
    {"thread_depth", &DentalImplant::threadDepth},
    {"abutment_height", &DentalImplant::abutmentHeight},
    {"abutment_diameter", &DentalImplant::abutmentDiameter},
};

std::optional<Vec3> pointOf(const nlohmann::json& j)
{
    if (!j.is_array() || j.size() != 3)
        return {};
    Vec3 p;
    for (size_t n = 0; n < 3; ++n) {
        if (!j[n].is_number() || !std::isfinite(j[n].get<double>()))
            return {};
        p[static_cast<Eigen::Index>(n)] = j[n].get<double>();
    }
    return p;
}

} // namespace

std::optional<PlacedImplant> placedImplant(const Plan& plan)
{
    if (plan.kind != kDentalPlan)
        return {};
    const nlohmann::json detail = nlohmann::json::parse(plan.detail, nullptr, false);
    if (!detail.is_object() || !detail.contains("implant") || !detail["implant"].is_object())
        return {};
    const nlohmann::json& j = detail["implant"];
    PlacedImplant out;
    for (const auto& [key, member] : kMeasures) {
        const auto it = j.find(key);
        if (it == j.end() || !it->is_number() || !std::isfinite(it->get<double>()))
            return {};
        out.implant.*member = it->get<double>();
    }
    const auto platform = pointOf(j.value("platform", nlohmann::json())),
               axis = pointOf(j.value("axis", nlohmann::json()));
    if (!platform || !axis || std::fabs(axis->norm() - 1) > 1e-6)
        return {};
    out.pose = {*platform, *axis};
    return out;
}

std::string placedDetail(const PlacedImplant& placed)
{
    nlohmann::json j;
    for (const auto& [key, member] : kMeasures)
        j[key] = placed.implant.*member;
    const Vec3 &o = placed.pose.origin, &d = placed.pose.direction;
    j["platform"] = {o.x(), o.y(), o.z()};
    j["axis"] = {d.x(), d.y(), d.z()};
    j["frame"] = "DICOM LPS, mm; axis from platform to apex";
    j["library"] = "generic, of no maker";
    return nlohmann::json{{"implant", j}}.dump();
}

} // namespace pollux
