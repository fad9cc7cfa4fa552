#pragma once

#include "core/case/case.h"
#include "core/jobs/job.h"

#include <vector>

namespace pollux {

/// How far a field moves places (mm) and how it changes volumes: of all its voxels the mean and the largest
/// displacement, least, mean and largest determinant of the Jacobian (jacobianReport()), and how many of them are
/// folded. Throws Error (Cancelled).
std::vector<NamedQuantity> deformationFigures(const DisplacementField& field, const Job& job);

/// What judges a registration: the values that were kept with it, then deformationFigures() where they were not. A
/// rigid or affine map is looked at on a lattice over the fixed image; without that image in the case only what was
/// kept is there. Throws Error: NotFound, Cancelled.
std::vector<NamedQuantity> registrationFigures(const Case& c, const Id& registration, const Job& job);

} // namespace pollux
