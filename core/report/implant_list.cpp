#include "core/report/implant_list.h"

#include "core/base/text.h"

#include <Eigen/Geometry>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace pollux {

namespace {

const char* kindOf(const ImplantShape& shape)
{
    return std::holds_alternative<DentalImplant>(shape)                  ? "dental implant"
           : std::holds_alternative<BoneScrew>(shape)                    ? "bone screw"
           : std::holds_alternative<AcetabularCup>(shape)                ? "acetabular cup"
           : std::get<FlatComponent>(shape).kind == ComponentKind::Plate ? "plate"
                                                                         : "component";
}

/// In a row of the table: diameter, length, diameter at the apex, width, depth.
std::array<std::optional<double>, 5> measuresOf(const ImplantShape& shape)
{
    std::array<std::optional<double>, 5> out;
    if (const auto* d = std::get_if<DentalImplant>(&shape)) {
        out[0] = d->diameter;
        out[1] = d->length;
        out[2] = d->apexDiameter;
    } else if (const auto* s = std::get_if<BoneScrew>(&shape)) {
        out[0] = s->diameter;
        out[1] = s->length;
    } else if (const auto* cup = std::get_if<AcetabularCup>(&shape)) {
        out[0] = cup->outerDiameter;
    } else {
        out[3] = std::get<FlatComponent>(shape).width;
        out[4] = std::get<FlatComponent>(shape).depth;
    }
    return out;
}

std::optional<Vec3> apexOf(const PlacedShape& p)
{
    if (const auto* d = std::get_if<DentalImplant>(&p.implant))
        return p.pose.at(d->length);
    if (const auto* s = std::get_if<BoneScrew>(&p.implant))
        return p.pose.at(s->length);
    if (const auto* c = std::get_if<AcetabularCup>(&p.implant))
        return p.pose.at(c->outerRadius());
    return {};
}

nlohmann::json point(const Vec3& p)
{
    return {p.x(), p.y(), p.z()};
}

/// Rows of a 4 x 4 matrix.
nlohmann::json matrix(const Vec3& x, const Vec3& y, const Vec3& z, const Vec3& o)
{
    return {{x.x(), y.x(), z.x(), o.x()}, {x.y(), y.y(), z.y(), o.y()}, {x.z(), y.z(), z.z(), o.z()}, {0, 0, 0, 1}};
}

nlohmann::json measuresJson(const PlacedShape& p)
{
    const Vec3 &z = p.pose.direction, x = acrossOf(z), o = p.pose.origin;
    if (const auto* m = std::get_if<DentalImplant>(&p.implant))
        return {{"diameter_mm", m->diameter},
                {"length_mm", m->length},
                {"apex_diameter_mm", m->apexDiameter},
                {"thread_pitch_mm", m->threadPitch},
                {"thread_depth_mm", m->threadDepth},
                {"abutment_height_mm", m->abutmentHeight},
                {"abutment_diameter_mm", m->abutmentDiameter},
                {"platform_lps_mm", point(o)},
                {"apex_lps_mm", point(p.pose.at(m->length))},
                {"axis_lps", point(z)},
                {"implant_to_lps", matrix(x, z.cross(x), z, o)}};
    if (const auto* s = std::get_if<BoneScrew>(&p.implant))
        return {{"diameter_mm", s->diameter},
                {"length_mm", s->length},
                {"thread_length_mm", s->threadLength},
                {"thread_pitch_mm", s->threadPitch},
                {"thread_depth_mm", s->threadDepth},
                {"bore_mm", s->cannulation},
                {"head_diameter_mm", s->headDiameter},
                {"head_height_mm", s->headHeight},
                {"platform_lps_mm", point(o)},
                {"apex_lps_mm", point(p.pose.at(s->length))},
                {"axis_lps", point(z)},
                {"implant_to_lps", matrix(x, z.cross(x), z, o)}};
    if (const auto* m = std::get_if<AcetabularCup>(&p.implant))
        return {{"outer_diameter_mm", m->outerDiameter},
                {"wall_mm", m->wall},
                {"platform_lps_mm", point(o)}, // centre of rotation
                {"apex_lps_mm", point(p.pose.at(m->outerRadius()))},
                {"axis_lps", point(z)},
                {"implant_to_lps", matrix(x, z.cross(x), z, o)}};
    const auto& c = std::get<FlatComponent>(p.implant);
    const Mat3& a = p.body.axes;
    return {{"component", name(c.kind)},
            {"width_mm", c.width},
            {"depth_mm", c.depth},
            {"thickness_mm", c.thickness},
            {"dome_radius_mm", c.domeRadius},
            {"pegs", c.pegs},
            {"peg_length_mm", c.pegLength},
            {"peg_diameter_mm", c.pegDiameter},
            {"holes", c.holes},
            {"hole_diameter_mm", c.holeDiameter},
            {"platform_lps_mm", point(p.body.origin)},
            {"cut_normal_lps", point(a.col(1))},
            {"implant_to_lps", matrix(a.col(0), a.col(1), a.col(2), p.body.origin)}};
}

} // namespace

std::vector<ListedImplant> implantsOf(const Case& c)
{
    std::vector<ListedImplant> out;
    const std::set<Id> stale = staleIds(c);
    for (const auto& [id, plan] : c.plans)
        for (const PlacedShape& placed : placedShapes(*plan))
            out.push_back({id,
                           placed.part.empty() ? plan->name : plan->name + ", " + placed.part,
                           plan->state,
                           stale.contains(id),
                           placed,
                           {},
                           {},
                           false});
    for (const auto& [id, plan] : c.plans)
        for (const GuidedDrill& d : guidedDrills(*plan))
            for (ListedImplant& i : out)
                if (i.plan == d.plan && (!i.drill || (i.guideStale && !stale.contains(id)))) {
                    i.drill = d;
                    i.guide = id;
                    i.guideStale = stale.contains(id);
                }
    return out;
}

ReportTable implantTable(const std::vector<ListedImplant>& implants)
{
    ReportTable table;
    table.head = {"Plan",     "Name",        "State",     "Stale",
                  "Kind",     "Diameter mm", "Length mm", "Diameter at the apex mm",
                  "Width mm", "Depth mm"};
    for (const char* end : {"Platform", "Apex"})
        for (const char* what : {" left, LPS mm", " posterior, LPS mm", " superior, LPS mm"})
            table.head.push_back(std::string(end) + what);
    const bool guided = std::any_of(implants.begin(), implants.end(), [](const ListedImplant& i) { return i.drill; });
    if (guided)
        for (const char* what : {"Guide", "Guide stale", "Sleeve offset mm", "Sleeve height mm", "Drilling length mm"})
            table.head.emplace_back(what);
    for (const ListedImplant& i : implants) {
        std::vector<ReportCell> row{{i.plan.text(), {}},
                                    {i.name, {}},
                                    {std::string(name(i.state)), {}},
                                    {i.stale ? "STALE" : "no", i.stale ? "stale" : ""}};
        row.push_back({kindOf(i.placed.implant), {}});
        for (const auto& v : measuresOf(i.placed.implant))
            row.push_back({v ? toText(*v, 2) : std::string(), {}});
        const bool component = std::holds_alternative<FlatComponent>(i.placed.implant);
        const std::optional<Vec3> ends[] = {component ? i.placed.body.origin : i.placed.pose.origin, apexOf(i.placed)};
        for (const auto& p : ends)
            for (int axis = 0; axis < 3; ++axis)
                row.push_back({p ? toText((*p)[axis], 2) : std::string(), {}});
        if (i.drill) {
            row.push_back({i.guide.text(), {}});
            row.push_back({i.guideStale ? "STALE" : "no", i.guideStale ? "stale" : ""});
            for (double v : {i.drill->sleeveOffset, i.drill->sleeveHeight, i.drill->drillingLength})
                row.push_back({toText(v, 2), {}});
        } else if (guided) {
            row.resize(row.size() + 5);
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

nlohmann::json implantsJson(const std::vector<ListedImplant>& implants)
{
    nlohmann::json all = nlohmann::json::array();
    for (const ListedImplant& i : implants) {
        nlohmann::json one = measuresJson(i.placed);
        one["plan"] = i.plan.text();
        one["name"] = i.name;
        one["state"] = name(i.state);
        one["stale"] = i.stale;
        one["kind"] = kindOf(i.placed.implant);
        if (!i.placed.part.empty())
            one["part"] = i.placed.part;
        one["library"] = "generic, of no maker";
        all.push_back(std::move(one));
        if (i.drill) {
            nlohmann::json drill = drillsJson({*i.drill})["drills"][0];
            drill.erase("plan");
            drill["guide"] = i.guide.text();
            drill["guide_stale"] = i.guideStale;
            all.back()["drill"] = std::move(drill);
        }
    }
    return {{"notice", "Research and teaching software: not for clinical use."},
            {"definitions",
             {{"lps", "DICOM patient coordinates: left, posterior, superior are positive, mm"},
              {"axis_lps", "unit, from the platform to the apex"},
              {"cut_normal_lps", "unit, of a component's base, out of the bone"},
              {"implant_to_lps",
               "rows of a 4 x 4 matrix; in the implant's frame z goes from the platform to the apex, of a "
               "component x forwards and y away from the bone, of a plate x along it"},
              {"drilling_length_mm", "sleeve offset + sleeve height + implant length; without a drill key"}}},
            {"implants", all}};
}

nlohmann::json guidesJson(const Case& c)
{
    nlohmann::json all = nlohmann::json::array();
    const std::set<Id> stale = staleIds(c);
    for (const auto& [id, plan] : c.plans) {
        if (plan->kind != kGuidePlan)
            continue;
        nlohmann::json one{{"plan", id.text()}, {"name", plan->name}, {"stale", stale.contains(id)}};
        one["implants"] = nlohmann::json::array();
        for (const GuidedDrill& d : guidedDrills(*plan))
            one["implants"].push_back(d.plan.text());
        one["pins"] = pinsJson(guidedPins(*plan));
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace pollux
