#include "core/case/placed_implant.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace pollux {

namespace {

using Json = nlohmann::json;

template <class T>
using Measure = std::pair<const char*, double T::*>;

constexpr Measure<DentalImplant> kDental[] = {
    {"diameter", &DentalImplant::diameter},
    {"length", &DentalImplant::length},
    {"apex_diameter", &DentalImplant::apexDiameter},
    {"thread_pitch", &DentalImplant::threadPitch},
    {"thread_depth", &DentalImplant::threadDepth},
    {"abutment_height", &DentalImplant::abutmentHeight},
    {"abutment_diameter", &DentalImplant::abutmentDiameter},
};
constexpr Measure<BoneScrew> kScrew[] = {
    {"diameter", &BoneScrew::diameter},          {"length", &BoneScrew::length},
    {"thread_length", &BoneScrew::threadLength}, {"thread_pitch", &BoneScrew::threadPitch},
    {"thread_depth", &BoneScrew::threadDepth},   {"cannulation", &BoneScrew::cannulation},
    {"head_diameter", &BoneScrew::headDiameter}, {"head_height", &BoneScrew::headHeight},
};
constexpr Measure<AcetabularCup> kCup[] = {
    {"outer_diameter", &AcetabularCup::outerDiameter},
    {"wall", &AcetabularCup::wall},
};
constexpr Measure<FlatComponent> kComponent[] = {
    {"width", &FlatComponent::width},
    {"depth", &FlatComponent::depth},
    {"thickness", &FlatComponent::thickness},
    {"dome_radius", &FlatComponent::domeRadius},
    {"peg_length", &FlatComponent::pegLength},
    {"peg_diameter", &FlatComponent::pegDiameter},
    {"hole_diameter", &FlatComponent::holeDiameter},
};
constexpr ComponentKind kKinds[] = {ComponentKind::AnkleTibia, ComponentKind::AnkleTalus, ComponentKind::KneeTibia,
                                    ComponentKind::KneeFemur, ComponentKind::Plate};

std::optional<double> numberOf(const Json& j, const char* key)
{
    const auto it = j.find(key);
    if (it == j.end() || !it->is_number() || !std::isfinite(it->get<double>()))
        return {};
    return it->get<double>();
}

template <class T, size_t N>
bool read(const Json& j, const Measure<T> (&measures)[N], T& out)
{
    for (const auto& [key, member] : measures) {
        const auto v = numberOf(j, key);
        if (!v)
            return false;
        out.*member = *v;
    }
    return true;
}

template <class T, size_t N>
void write(Json& j, const Measure<T> (&measures)[N], const T& of)
{
    for (const auto& [key, member] : measures)
        j[key] = of.*member;
}

Json json(const Vec3& p)
{
    return {p.x(), p.y(), p.z()};
}

std::optional<Vec3> pointOf(const Json& j, const char* key)
{
    const auto it = j.find(key);
    if (it == j.end() || !it->is_array() || it->size() != 3)
        return {};
    Vec3 p;
    for (size_t n = 0; n < 3; ++n) {
        if (!(*it)[n].is_number() || !std::isfinite((*it)[n].get<double>()))
            return {};
        p[static_cast<Eigen::Index>(n)] = (*it)[n].get<double>();
    }
    return p;
}

std::optional<AxisPose> axisPose(const Json& j)
{
    const auto platform = pointOf(j, "platform"), axis = pointOf(j, "axis");
    if (!platform || !axis || std::fabs(axis->norm() - 1) > 1e-6)
        return {};
    return AxisPose{*platform, *axis};
}

std::optional<FlatComponent> componentOf(const Json& j)
{
    FlatComponent c;
    const auto kind = j.find("kind"), medial = j.find("medial_at_plus_z");
    const auto pegs = numberOf(j, "pegs"), holes = numberOf(j, "holes");
    if (kind == j.end() || !kind->is_string() || medial == j.end() || !medial->is_boolean() || !pegs || !holes ||
        !(*pegs >= 0 && *pegs < 100) || !(*holes >= 0 && *holes < 100) || !read(j, kComponent, c))
        return {};
    bool known = false;
    for (ComponentKind k : kKinds)
        if (name(k) == kind->get<std::string>()) {
            c.kind = k;
            known = true;
        }
    c.medialAtPlusZ = medial->get<bool>();
    c.pegs = static_cast<int>(*pegs);
    c.holes = static_cast<int>(*holes);
    return known ? std::optional(c) : std::nullopt;
}

std::optional<BodyPose> bodyPose(const Json& j)
{
    const auto origin = pointOf(j, "origin"), x = pointOf(j, "x"), y = pointOf(j, "y"), z = pointOf(j, "z");
    if (!origin || !x || !y || !z)
        return {};
    BodyPose p;
    p.origin = *origin;
    p.axes.col(0) = *x;
    p.axes.col(1) = *y;
    p.axes.col(2) = *z;
    try {
        p.check();
    } catch (const std::exception&) {
        return {};
    }
    return p;
}

Json shapeJson(const PlacedShape& placed)
{
    Json j;
    if (const auto* c = std::get_if<FlatComponent>(&placed.implant)) {
        write(j, kComponent, *c);
        j["kind"] = name(c->kind);
        j["pegs"] = c->pegs;
        j["holes"] = c->holes;
        j["medial_at_plus_z"] = c->medialAtPlusZ;
        j["origin"] = json(placed.body.origin);
        j["x"] = json(placed.body.axes.col(0));
        j["y"] = json(placed.body.axes.col(1));
        j["z"] = json(placed.body.axes.col(2));
        j["frame"] = "DICOM LPS, mm; x forwards, y away from the bone";
    } else {
        if (const auto* d = std::get_if<DentalImplant>(&placed.implant))
            write(j, kDental, *d);
        else if (const auto* cup = std::get_if<AcetabularCup>(&placed.implant))
            write(j, kCup, *cup);
        else
            write(j, kScrew, std::get<BoneScrew>(placed.implant));
        j["platform"] = json(placed.pose.origin);
        j["axis"] = json(placed.pose.direction);
        j["frame"] = std::holds_alternative<AcetabularCup>(placed.implant)
                         ? "DICOM LPS, mm; platform: centre of rotation, axis to the dome"
                         : "DICOM LPS, mm; axis from platform to apex";
    }
    j["library"] = "generic, of no maker";
    return j;
}

} // namespace

std::optional<PlacedShape> placedShape(const Plan& plan)
{
    const Json detail = Json::parse(plan.detail, nullptr, false);
    if (!detail.is_object() || !detail.contains("implant") || !detail["implant"].is_object())
        return {};
    const Json& j = detail["implant"];
    PlacedShape out;
    if (plan.kind == kComponentPlan || plan.kind == kPlatePlan) {
        const auto c = componentOf(j);
        const auto pose = bodyPose(j);
        if (!c || !pose || (c->kind == ComponentKind::Plate) != (plan.kind == kPlatePlan))
            return {};
        out.implant = *c;
        out.body = *pose;
        return out;
    }
    DentalImplant dental;
    BoneScrew screw;
    AcetabularCup cup;
    if (plan.kind == kDentalPlan && read(j, kDental, dental))
        out.implant = dental;
    else if (plan.kind == kScrewPlan && read(j, kScrew, screw))
        out.implant = screw;
    else if (plan.kind == kCupPlan && read(j, kCup, cup))
        out.implant = cup;
    else
        return {};
    const auto pose = axisPose(j);
    if (!pose)
        return {};
    out.pose = *pose;
    return out;
}

std::vector<PlacedShape> placedShapes(const Plan& plan)
{
    const auto whole = placedShape(plan);
    if (!whole)
        return {};
    std::vector<PlacedShape> out{*whole};
    const Json detail = Json::parse(plan.detail, nullptr, false);
    const auto screws = detail.find("screws");
    if (plan.kind != kPlatePlan || screws == detail.end() || !screws->is_array())
        return out;
    for (const Json& j : *screws) {
        if (!j.is_object())
            continue;
        BoneScrew screw;
        const auto pose = axisPose(j);
        const auto part = j.find("part");
        if (pose && read(j, kScrew, screw) && part != j.end() && part->is_string())
            out.push_back({screw, *pose, {}, part->get<std::string>()});
    }
    return out;
}

std::optional<PlacedImplant> placedImplant(const Plan& plan)
{
    if (plan.kind != kDentalPlan)
        return {};
    const auto shape = placedShape(plan);
    if (!shape)
        return {};
    return PlacedImplant{std::get<DentalImplant>(shape->implant), shape->pose};
}

std::string placedDetail(const PlacedShape& placed, const std::vector<PlacedShape>& screws)
{
    Json out{{"implant", shapeJson(placed)}};
    for (const PlacedShape& screw : screws) {
        out["screws"].push_back(shapeJson(screw));
        out["screws"].back()["part"] = screw.part;
    }
    return out.dump();
}

std::string placedDetail(const PlacedImplant& placed)
{
    return placedDetail(PlacedShape{placed.implant, placed.pose, {}});
}

} // namespace pollux
