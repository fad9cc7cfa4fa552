#pragma once

#include "core/anatomy/joint_frames.h"
#include "core/case/case.h"
#include "core/case/placed_implant.h"
#include "core/solid/flat_component.h"
#include "plugins/implant/neighbour_distance.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace pollux::implant {

/// Something that a component or a plate must not meet: another bone of its joint, a canal, or another implant.
struct ComponentNeighbour
{
    std::string name;
    bool implant = false;
    std::vector<Id> from; ///< what it was read from, for lineage
    NeighbourDistance distance;
    std::optional<FlatComponent> component; ///< instead of `distance`
    BodyPose body;                          ///< of that
    Rings base;                             ///< of that: its outline

    double at(const Vec3& p) const; ///< mm, below 0 inside; kFar where it is not known
};

/// Distance (mm, below 0 inside) of a place in a component's own axes to its body with its pegs, less its holes; `base`
/// is {outline()}. Exact beside a flat top; about the rim of a dome a few tenths of a millimetre off; above and below a
/// hole no more than the true distance.
double signedDistance(const FlatComponent& component, const Rings& base, const Vec3& local);

/// Places about `spacing` mm apart all over a component and its pegs, in its own axes.
std::vector<Vec3> surfacePlaces(const FlatComponent& component, double spacing);

/// Every other implant of the case: bodies of revolution, components, plates. `skip`: components that do not count.
std::vector<ComponentNeighbour> otherImplants(const Case& c, const Id& self,
                                              const std::function<bool(const PlacedShape&)>& skip = {});

/// Bones of the same joint and side but `bone` itself, known within 10 mm of them; a bone that another component's plan
/// cuts as it is left after the cut. Other implants of the case; not components of the same kind and side: those are
/// other plans for the same place. Throws Error (Cancelled).
std::vector<ComponentNeighbour> componentNeighbours(const Case& c, ComponentKind kind, Side side, const Id& bone,
                                                    const Vec3& about, const Id& self, const Job& job);

} // namespace pollux::implant
