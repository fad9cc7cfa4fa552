#include "plugins/implant/component_neighbours.h"

#include "core/case/placed_implant.h"
#include "core/image/box.h"
#include "core/image/distance.h"
#include "plugins/implant/joint_case.h"
#include "plugins/implant/region_distance.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux::implant {

namespace {

constexpr double kReach = 60;  // mm about the joint
constexpr double kBeside = 10; // mm about a bone: what lies farther does not meet it
constexpr const char* kAnkle[] = {"tibia", "fibula", "talus", "calcaneus"};
constexpr const char* kKnee[] = {"femur", "tibia", "fibula", "patella"};

/// Of what lies across and along, both below 0 inside.
double both(double a, double b)
{
    return a > 0 && b > 0 ? std::hypot(a, b) : std::max(a, b);
}

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

double signedDistance(const FlatComponent& c, const Rings& base, const Vec3& p)
{
    double top = p.y() - c.thickness;
    if (c.domeRadius > 0)
        top = std::max(std::hypot(p.x(), p.y() - (c.thickness - c.domeRadius)) - c.domeRadius, -p.y());
    double out = both(pollux::signedDistance(base, Vec2(p.x(), p.z())), std::max(top, -p.y()));
    for (const Vec2& peg : c.pegPlaces())
        out = std::min(out, both((Vec2(p.x(), p.z()) - peg).norm() - c.pegDiameter / 2,
                                 std::max(-c.pegLength - p.y(), p.y() - c.thickness / 2)));
    for (const Vec2& hole : c.holePlaces())
        out = std::max(out, c.holeDiameter / 2 - (Vec2(p.x(), p.z()) - hole).norm());
    return out;
}

std::vector<Vec3> surfacePlaces(const FlatComponent& c, double spacing)
{
    std::vector<Vec3> out;
    const auto steps = [&](double length) { return std::max(1, static_cast<int>(std::ceil(length / spacing))); };
    const Ring outline = c.outline();
    for (const Vec2& q : sampled(outline, spacing)) {
        const double high = c.heightAt(q.x());
        const int n = steps(high);
        for (int k = 0; k <= n; ++k)
            out.emplace_back(q.x(), high * k / n, q.y());
    }
    const Rings base{outline};
    const int nx = steps(c.depth), nz = steps(1.2 * c.width);
    for (int i = 0; i <= nx; ++i)
        for (int k = 0; k <= nz; ++k) {
            const Vec2 q(c.depth * (double(i) / nx - 0.5), 1.2 * c.width * (double(k) / nz - 0.5));
            if (!contains(base, q))
                continue;
            out.emplace_back(q.x(), 0, q.y());
            out.emplace_back(q.x(), c.heightAt(q.x()), q.y());
        }
    for (const Vec2& peg : c.pegPlaces()) {
        const int along = steps(c.pegLength), around = std::max(6, steps(std::numbers::pi * c.pegDiameter));
        out.emplace_back(peg.x(), -c.pegLength, peg.y());
        for (int s = 1; s <= along; ++s)
            for (int a = 0; a < around; ++a) {
                const double angle = 2 * std::numbers::pi * a / around;
                out.emplace_back(peg.x() + c.pegDiameter / 2 * std::cos(angle), -c.pegLength * s / along,
                                 peg.y() + c.pegDiameter / 2 * std::sin(angle));
            }
    }
    return out;
}

double ComponentNeighbour::at(const Vec3& p) const
{
    if (!component)
        return distance.at(p);
    const Vec3 local = body.toLocal(p);
    const double size = std::hypot(component->depth, component->width) + component->pegLength + component->thickness;
    return local.norm() > size + kBeside ? kFar : signedDistance(*component, base, local);
}

std::vector<ComponentNeighbour> otherImplants(const Case& c, const Id& self,
                                              const std::function<bool(const PlacedShape&)>& skip)
{
    std::vector<ComponentNeighbour> out;
    for (PlacedNeighbour& p : placedNeighbours(c, self)) {
        ComponentNeighbour n;
        n.name = p.name;
        n.implant = true;
        n.from = {p.body};
        n.distance = std::move(p.distance);
        out.push_back(std::move(n));
    }
    for (const auto& [id, plan] : c.plans) {
        if (id == self)
            continue;
        const auto placed = placedShape(*plan);
        const auto* other = placed ? std::get_if<FlatComponent>(&placed->implant) : nullptr;
        if (!other || (skip && skip(*placed)))
            continue;
        ComponentNeighbour n;
        n.name = plan->name;
        n.implant = true;
        n.from = {bodyOf(c, id)};
        n.component = *other;
        n.body = placed->body;
        n.base = {other->outline()};
        out.push_back(std::move(n));
    }
    return out;
}

std::vector<ComponentNeighbour> componentNeighbours(const Case& c, ComponentKind kind, Side side, const Id& bone,
                                                    const Vec3& about, const Id& self, const Job& job)
{
    std::vector<ComponentNeighbour> out;
    const bool ankle = kind == ComponentKind::AnkleTibia || kind == ComponentKind::AnkleTalus;
    for (const char* anatomy : ankle ? kAnkle : kKnee) {
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
    for (ComponentNeighbour& n : otherImplants(c, self, [&](const PlacedShape& placed) {
             return std::get<FlatComponent>(placed.implant).kind == kind &&
                    (placed.body.origin - about).norm() < kReach;
         }))
        out.push_back(std::move(n));
    return out;
}

} // namespace pollux::implant
