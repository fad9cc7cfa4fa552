#pragma once

#include "core/image/mask.h"
#include "core/jobs/job.h"

namespace pollux {

/// Fills the empty slices between painted ones along an axis of the grid (0, 1, 2); painted slices stay as they are.
/// Shape-based interpolation: between two slices the signed distance to the border is interpolated linearly and cut at
/// zero (Raya and Udupa, IEEE TMI 9 (1990) 32), after the two shapes have been moved onto the line between their
/// centres (Herman, Zheng, Bucholtz, IEEE CG&A 12 (1992) 69), so that a slanted structure is bridged where it does not
/// overlap. Each connected part is interpolated with the parts it overlaps in the other slice, or else with the nearest
/// one, if their gap is no wider than the distance of the slices or the smaller one's diameter; so branches join and
/// split, and what has no partner ends at its slice. Distances are in mm. Throws Error (BadInput) for another axis.
Mask fillBetweenSlices(const Mask& painted, int axis, const Job& job);

} // namespace pollux
