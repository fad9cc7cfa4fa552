#pragma once

#include "core/case/case.h"
#include "core/geometry/polygon.h"
#include "core/jobs/job.h"
#include "core/solid/flat_component.h"
#include "core/solid/revolved.h"

#include <optional>
#include <string>
#include <vector>

namespace pollux::implant {

/// Distance to something that an implant keeps away from, by the best shape that there is of it.
struct NeighbourDistance
{
    Volume field;                   ///< of a mask: signed distance
    std::vector<TreeNode> tube;     ///< of a canal or vessel with a centreline
    std::optional<Outline> outline; ///< of another implant that is a body of revolution
    AxisPose pose;
    struct Component
    {
        FlatComponent shape;
        BodyPose pose;
        Rings base; ///< its outline

        double at(const Vec3& p) const; ///< known up to 10 mm from it
    };
    std::optional<Component> component; ///< of a component or a plate

    double at(const Vec3& p) const; ///< mm, below 0 inside; kFar where it is not known
};

/// Of a structure; its tree is taken where there is one and `preferTree`, else its mask within `reach` of a place.
NeighbourDistance distanceTo(const Structure& structure, bool preferTree, const Vec3& around, double reach,
                             const Job& job);

/// What keeps the distance to a structure from being told: a stop where it has no shape, a warning where its shape is
/// empty (it may have been taken by its anatomy, without the user's choice). `code` of the stop.
std::optional<Finding> unknownDistance(const Id& id, const Structure& structure, const char* code);

/// The structure that a plan put for its implant, else the plan: what another plan that is measured against it reads,
/// so that two that stand beside each other do not make each other stale for ever.
Id bodyOf(const Case& c, const Id& plan);

struct PlacedNeighbour
{
    Id plan, body;
    std::string name;
    NeighbourDistance distance;
};
/// Every other implant of the case: bodies of revolution, components, plates and their screws.
std::vector<PlacedNeighbour> placedNeighbours(const Case& c, const Id& self);

} // namespace pollux::implant
