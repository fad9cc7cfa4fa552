#include "plugins/implant/component_neighbours.h"

#include "core/case/placed_implant.h"
#include "core/image/box.h"
#include "core/image/distance.h"
#include "plugins/implant/component_kinds.h"
#include "plugins/implant/joint_case.h"
#include "plugins/implant/region_distance.h"

namespace pollux::implant {

namespace {

constexpr double kReach = 60;  // mm about the joint
constexpr double kBeside = 10; // mm about a bone: what lies farther does not meet it
constexpr const char* kAnkle[] = {"tibia", "fibula", "talus", "calcaneus"};
constexpr const char* kKnee[] = {"femur", "tibia", "fibula", "patella"};

Volume distanceBeside(const Mask& mask, const Vec3& about, const Job& job)
{
    const IndexBox box = common(boxAround(mask.grid(), about, kReach), grownBy(mask.box(), mask.grid(), kBeside));
    return box.empty() ? Volume() : pollux::signedDistance(mask, box, job);
}

/// The plan of a component that cuts this bone, if what is left of it stands in the case.
std::optional<Id> cutOf(const Case& c, const Id& bone, const Id& self)
{
    for (const auto& [id, plan] : c.plans)
        if (id != self && plan->kind == kComponentPlan && !plan->used.empty() && plan->used.front().id == bone) {
            const Id rest(id.text() + "-bone");
            if (const auto it = c.structures.find(rest); it != c.structures.end() && it->second->mask)
                return rest;
        }
    return {};
}

} // namespace

std::vector<ComponentNeighbour> componentNeighbours(const Case& c, ComponentKind kind, Side side, const Id& bone,
                                                    const Vec3& about, const Id& self, const Job& job)
{
    std::vector<ComponentNeighbour> out;
    for (const char* anatomy : ofKnee(kind) ? kKnee : kAnkle) {
        const auto other = boneInCase(c, anatomy, side);
        if (!other || *other == bone || anatomy == c.structure(bone).anatomy)
            continue;
        ComponentNeighbour n;
        n.name = c.structure(*other).name;
        n.from = {*other};
        const auto cut = cutOf(c, *other, self);
        if (cut)
            n.from.push_back(*cut);
        n.distance.field = distanceBeside(*c.structure(cut.value_or(*other)).mask, about, job);
        if (!n.distance.field.empty())
            out.push_back(std::move(n));
    }
    for (PlacedNeighbour& p : placedNeighbours(c, self)) {
        const auto& other = p.distance.component;
        if (!other || other->shape.kind != kind || (other->pose.origin - about).norm() >= kReach)
            out.push_back({std::move(p.name), true, {p.body}, std::move(p.distance)});
    }
    return out;
}

} // namespace pollux::implant
