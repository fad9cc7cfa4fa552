#include "core/report/implant_list.h"

#include "core/base/text.h"

#include <Eigen/Geometry>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace pollux {

std::vector<ListedImplant> implantsOf(const Case& c)
{
    std::vector<ListedImplant> out;
    const std::set<Id> stale = staleIds(c);
    for (const auto& [id, plan] : c.plans)
        if (const auto placed = placedImplant(*plan))
            out.push_back({id, plan->name, plan->state, stale.contains(id), *placed, {}, {}, false});
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
    table.head = {"Plan", "Name", "State", "Stale", "Diameter mm", "Length mm", "Diameter at the apex mm"};
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
        const DentalImplant& m = i.placed.implant;
        for (double v : {m.diameter, m.length, m.apexDiameter})
            row.push_back({toText(v, 2), {}});
        for (const Vec3& p : {i.placed.pose.origin, i.placed.pose.at(m.length)})
            for (int axis = 0; axis < 3; ++axis)
                row.push_back({toText(p[axis], 2), {}});
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
    const auto point = [](const Vec3& p) { return nlohmann::json{p.x(), p.y(), p.z()}; };
    for (const ListedImplant& i : implants) {
        const DentalImplant& m = i.placed.implant;
        const Vec3 &z = i.placed.pose.direction, x = acrossOf(z), y = z.cross(x), o = i.placed.pose.origin;
        all.push_back({{"plan", i.plan.text()},
                       {"name", i.name},
                       {"state", name(i.state)},
                       {"stale", i.stale},
                       {"library", "generic, of no maker"},
                       {"diameter_mm", m.diameter},
                       {"length_mm", m.length},
                       {"apex_diameter_mm", m.apexDiameter},
                       {"thread_pitch_mm", m.threadPitch},
                       {"thread_depth_mm", m.threadDepth},
                       {"abutment_height_mm", m.abutmentHeight},
                       {"abutment_diameter_mm", m.abutmentDiameter},
                       {"platform_lps_mm", point(o)},
                       {"apex_lps_mm", point(i.placed.pose.at(m.length))},
                       {"axis_lps", point(z)},
                       {"implant_to_lps",
                        {{x.x(), y.x(), z.x(), o.x()},
                         {x.y(), y.y(), z.y(), o.y()},
                         {x.z(), y.z(), z.z(), o.z()},
                         {0, 0, 0, 1}}}});
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
              {"implant_to_lps", "rows of a 4 x 4 matrix; in the implant's frame z goes from the platform to the apex"},
              {"drilling_length_mm", "sleeve offset + sleeve height + implant length; without a drill key"}}},
            {"implants", all}};
}

} // namespace pollux
