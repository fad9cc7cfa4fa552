#pragma once

#include "core/anatomy/bone_landmarks.h"
#include "core/case/finding.h"
#include "core/case/limit.h"

namespace pollux::implant {

/// What landmarks of a shoulder say: version and inclination of the glenoid against the scapula, radius of its lower
/// circle and of the head, subluxation index, each with its definition and the published range where one was read.
/// Notes, warnings outside a range. Nothing where the landmarks make no axes. Throws Error (NotFound) for a table
/// without the limits "shoulder.*".
Findings shoulderFindings(const LimitTable& limits, Side side, const JointLandmarks& found);

} // namespace pollux::implant
