#pragma once

#include "core/image/mask.h"
#include "core/jobs/job.h"

namespace pollux {

/// The two sides of a plane; a voxel whose centre lies on it is in front.
struct PlaneSides
{
    Mask behind;
    Mask front; ///< where the normal points to
};
/// Throws Error (BadInput) if the plane is not finite or its normal is not of unit length.
PlaneSides splitByPlane(const Mask& mask, const Plane& plane, const Job& job);

/// A tree cut off at one place.
struct BranchCut
{
    bool separated = false; ///< false: the two sides hang together elsewhere (a loop), nothing was cut
    Mask front;             ///< what hangs on the cut on the side the normal points to; empty if not separated
    Mask rest;              ///< all else: behind the cut, and parts that the cut does not touch
};
/// Cuts a (vessel) structure at a plane, but only through the connected cross-section at `point` (the nearest voxel
/// within `reach` mm of it): other branches that the plane meets stay whole. 26 neighbours. Throws Error (NotFound) if
/// the structure is not at the point, (BadInput) as splitByPlane.
BranchCut cutBranch(const Mask& mask, const Vec3& point, const Vec3& normal, double reach, const Job& job);

} // namespace pollux
