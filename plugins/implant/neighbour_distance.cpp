#include "plugins/implant/neighbour_distance.h"

#include "core/base/sentence.h"
#include "core/case/placed_implant.h"
#include "core/operation/plan_parts.h"
#include "plugins/implant/component_distance.h"
#include "plugins/implant/region_distance.h"

#include <algorithm>
#include <cmath>

namespace pollux::implant {

namespace {

constexpr double kBeside = 10; // mm about a component: what lies farther does not meet it

double toTube(const std::vector<TreeNode>& nodes, const Vec3& p)
{
    double best = kFar;
    for (const TreeNode& n : nodes) {
        const TreeNode& from = n.parent >= 0 ? nodes[static_cast<size_t>(n.parent)] : n;
        const Vec3 d = n.position - from.position;
        const double l2 = d.squaredNorm();
        const double t = l2 > 0 ? std::clamp((p - from.position).dot(d) / l2, 0.0, 1.0) : 0;
        const double r = from.radius + t * (n.radius - from.radius);
        best = std::min(best, (p - from.position - t * d).norm() - r);
    }
    return best;
}

} // namespace

double NeighbourDistance::Component::at(const Vec3& p) const
{
    const Vec3 local = pose.toLocal(p);
    const double size = std::hypot(shape.depth, shape.width) + shape.pegLength + shape.thickness;
    return local.norm() > size + kBeside ? kFar : signedDistance(shape, base, local);
}

double NeighbourDistance::at(const Vec3& p) const
{
    if (component)
        return component->at(p);
    if (outline)
        return signedDistance(*outline, pose, p);
    if (!tube.empty())
        return toTube(tube, p);
    return distanceAt(field, p);
}

NeighbourDistance distanceTo(const Structure& s, bool preferTree, const Vec3& around, double reach, const Job& job)
{
    NeighbourDistance d;
    if (s.tree && !s.tree->empty() && (preferTree || !s.mask))
        d.tube = s.tree->nodes;
    else if (s.mask)
        d.field = distanceAbout(*s.mask, around, reach, job);
    return d;
}

std::optional<Finding> unknownDistance(const Id& id, const Structure& s, const char* code)
{
    if (!s.mask && !s.tree)
        return finding(Severity::Stop, code, "'" + id.text() + "' has neither a mask nor a centreline.",
                       "Segment it first.");
    if ((s.tree && !s.tree->empty()) || (s.mask && !s.mask->empty()))
        return {};
    return finding(Severity::Warning, "structure.empty",
                   filled("'%1' is empty: how near the implant comes to it is not known.", {id.text()}),
                   "Segment it, or take it out of what the implant keeps away from.");
}

Id bodyOf(const Case& c, const Id& plan)
{
    const Id body(plan.text() + "-body");
    return c.structures.contains(body) ? body : plan;
}

std::vector<PlacedNeighbour> placedNeighbours(const Case& c, const Id& self)
{
    std::vector<PlacedNeighbour> out;
    for (const auto& [id, plan] : c.plans) {
        if (id == self)
            continue;
        for (const PlacedShape& placed : placedShapes(*plan)) {
            PlacedNeighbour n{id, bodyOf(c, id), plan->name, {}};
            const std::string part = id.text() + "-" + placed.part;
            if (!placed.part.empty() && isValidId(part) && c.structures.contains(Id(part)))
                n.body = Id(part);
            n.distance.pose = placed.pose;
            if (const auto* d = std::get_if<DentalImplant>(&placed.implant))
                n.distance.outline = d->body();
            else if (const auto* s = std::get_if<BoneScrew>(&placed.implant))
                n.distance.outline = s->body();
            else if (const auto* cup = std::get_if<AcetabularCup>(&placed.implant))
                n.distance.outline = cup->whole();
            else if (const auto* component = std::get_if<FlatComponent>(&placed.implant))
                n.distance.component = {*component, placed.body, {component->outline()}};
            else
                continue;
            out.push_back(std::move(n));
        }
    }
    return out;
}

} // namespace pollux::implant
