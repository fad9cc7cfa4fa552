#pragma once

#include "core/anatomy/joint_frames.h"
#include "core/case/case.h"
#include "core/solid/flat_component.h"
#include "plugins/implant/neighbour_distance.h"

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

    double at(const Vec3& p) const { return distance.at(p); } ///< mm, below 0 inside; kFar where it is not known
};

/// Bones of the same joint and side but `bone` itself, known within 10 mm of them; a bone that another component's plan
/// cuts as it is left after the cut. Other implants of the case; not components of the same kind and side: those are
/// other plans for the same place. Throws Error (Cancelled).
std::vector<ComponentNeighbour> componentNeighbours(const Case& c, ComponentKind kind, Side side, const Id& bone,
                                                    const Vec3& about, const Id& self, const Job& job);

} // namespace pollux::implant
