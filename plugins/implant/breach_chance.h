#pragma once

#include "core/image/volume.h"
#include "core/solid/bone_screw.h"
#include "plugins/implant/execution_error.h"

namespace pollux::implant {

/// Chances, 0 to 1, that a screw breaches the bone once it is driven with an error.
struct BreachChance
{
    double any = 0;    ///< by more than nothing
    double beyond = 0; ///< by the limit given or more; screws that lie nowhere in bone by half of their girth count
};

/// `bone`: signed distance (mm, below 0 inside) about the screw; what it does not hold is no bone. The error's sizes at
/// entry and tip are normal about their means, never below 0; both lie across the axis, in directions of their own,
/// every one as likely as any other; between them the axis is straight. A breach is counted as the screw's own is: on
/// its rings, from half a diameter behind the first that lies in bone by half. A model: studies report sizes, no
/// directions, and no link between the two ends; a shift along the axis is taken as one across it.
///
/// The integral over two sizes and two directions is a sum over 2048 points of Hammersley's set (Ann. N. Y. Acad. Sci.
/// 86 (1960) 844) and their mirrors, the same on every run; against a dense rule it is right to within 0.015. A few
/// milliseconds, any thread. Throws Error (BadInput) for measures that make no screw and an error that is not finite or
/// below 0.
BreachChance breachChance(const Volume& bone, const BoneScrew& screw, const AxisPose& pose, const ExecutionError& error,
                          double beyond);

} // namespace pollux::implant
