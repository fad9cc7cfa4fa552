#include "core/report/surface_list.h"

#include "core/case/guided_drill.h"
#include "core/case/made_by.h"
#include "core/case/placed_implant.h"
#include "core/mesh/surface.h"

#include <nlohmann/json.hpp>

#include <map>
#include <set>

namespace pollux {

namespace {

bool hasImplant(const Plan& plan)
{
    return plan.kind == kGuidePlan || placedShape(plan).has_value();
}

/// By the end of its id, as the operations that make it beside its plan name it.
std::string whatOf(const Id& id, const Id& plan, const Plan& made)
{
    const auto ends = [&](const char* end) { return id.text() == plan.text() + end; };
    if (ends("-body"))
        return made.kind == kGuidePlan ? "drill guide" : "implant";
    if (id.text().starts_with(plan.text() + "-screw-"))
        return "screw of the plate";
    if (ends("-envelope"))
        return "where the implant may come to lie";
    if (ends("-bone"))
        return "bone that is left";
    if (ends("-resected"))
        return "bone taken away";
    return "made of the plan";
}

} // namespace

std::vector<ListedSurface> planSurfaces(const Case& c)
{
    std::set<Id> implants; // plans
    std::map<Id, ListedSurface> wanted;
    for (const auto& [id, plan] : c.plans) {
        const bool has = hasImplant(*plan);
        if (has)
            implants.insert(id);
        for (const UsedStructure& used : plan->used)
            wanted[used.id].ofImplant |= has;
    }
    for (const auto& [id, s] : c.structures) {
        if (s->anatomy == "implant")
            wanted[id].ofImplant = true;
        if (const auto by = madeByPlan(c, id)) {
            ListedSurface& l = wanted[id];
            l.plan = by->plan;
            l.what = by->besideIt ? whatOf(id, by->plan, c.plan(by->plan)) : "made of the plan";
            l.ofImplant |= implants.contains(by->plan);
        }
    }
    const std::set<Id> stale = staleIds(c);
    std::vector<ListedSurface> out;
    for (auto& [id, l] : wanted) {
        const auto s = c.structures.find(id);
        if (s == c.structures.end() || !s->second->surface || s->second->surface->empty())
            continue;
        const Surface& surface = *s->second->surface;
        l.id = id;
        l.name = s->second->name;
        if (l.what.empty())
            l.what = "structure of the case";
        l.stale = stale.contains(id);
        l.file = "stl/" + id.text() + ".stl";
        l.triangles = surface.triangles().size();
        l.closed = surface.isClosed();
        l.volumeMl = l.closed ? surface.volumeMl() : 0;
        out.push_back(std::move(l));
    }
    return out;
}

nlohmann::json implantSurfacesJson(const std::vector<ListedSurface>& surfaces)
{
    nlohmann::json all = nlohmann::json::array();
    for (const ListedSurface& s : surfaces) {
        if (!s.ofImplant)
            continue;
        nlohmann::json one{{"file", s.file},     {"structure", s.id.text()}, {"name", s.name},
                           {"what", s.what},     {"stale", s.stale},         {"triangles", s.triangles},
                           {"closed", s.closed}, {"frame", "DICOM LPS, mm"}};
        if (!s.plan.empty())
            one["plan"] = s.plan.text();
        if (s.closed)
            one["volume_ml"] = s.volumeMl;
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace pollux
