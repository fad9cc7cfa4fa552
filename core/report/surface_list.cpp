#include "core/report/surface_list.h"

#include "core/case/guided_drill.h"
#include "core/case/placed_implant.h"
#include "core/mesh/surface.h"

#include <nlohmann/json.hpp>

#include <map>
#include <set>

namespace pollux {

namespace {

/// By the end of its id, as the operations that make it name it.
std::string whatOf(const Id& id, const Id& plan, const Plan& made)
{
    const std::string end = id.text().substr(plan.text().size());
    if (end == "-body")
        return made.kind == kGuidePlan ? "drill guide" : "implant";
    if (end.starts_with("-screw-"))
        return "screw of the plate";
    if (end == "-envelope")
        return "where the implant may come to lie";
    if (end == "-bone")
        return "bone that is left";
    if (end == "-resected")
        return "bone taken away";
    return "made of the plan";
}

} // namespace

std::vector<ListedSurface> implantSurfaces(const Case& c)
{
    std::set<Id> plans;
    for (const auto& [id, plan] : c.plans)
        if (plan->kind == kGuidePlan || placedShape(*plan))
            plans.insert(id);
    std::map<Id, Id> wanted; ///< structure, plan that made it
    for (const Id& id : plans)
        for (const UsedStructure& used : c.plan(id).used)
            wanted.try_emplace(used.id);
    for (const auto& [id, s] : c.structures) {
        if (s->anatomy == "implant" && !plans.empty())
            wanted.try_emplace(id);
        if (const auto from = c.lineage.find(id); from != c.lineage.end())
            for (const LineageInput& input : from->second->inputs)
                if (plans.contains(input.id))
                    wanted.try_emplace(id);
        for (const Id& plan : plans)
            if (id.text().starts_with(plan.text() + "-"))
                if (Id& by = wanted[id]; by.text().size() < plan.text().size())
                    by = plan;
    }
    const std::set<Id> stale = staleIds(c);
    std::vector<ListedSurface> out;
    for (const auto& [id, plan] : wanted) {
        const auto s = c.structures.find(id);
        if (s == c.structures.end() || !s->second->surface || s->second->surface->empty())
            continue;
        const Surface& surface = *s->second->surface;
        ListedSurface l;
        l.id = id;
        l.name = s->second->name;
        l.what = plan.empty() ? "structure of the case" : whatOf(id, plan, c.plan(plan));
        l.plan = plan;
        l.stale = stale.contains(id);
        l.file = "stl/" + id.text() + ".stl";
        l.triangles = surface.triangles().size();
        l.closed = surface.isClosed();
        l.volumeMl = l.closed ? surface.volumeMl() : 0;
        out.push_back(std::move(l));
    }
    return out;
}

nlohmann::json surfacesJson(const std::vector<ListedSurface>& surfaces)
{
    nlohmann::json all = nlohmann::json::array();
    for (const ListedSurface& s : surfaces) {
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
