#pragma once

#include "core/image/mask.h"
#include "core/jobs/job.h"

#include <optional>

namespace pollux {

/// Body surface in m² of height (cm) and weight (kg), after Mosteller: sqrt(cm kg / 3600).
double bodySurface(double heightCm, double weightKg);

/// A total liver volume that is expected of a body, mL. From memory, not read again: unverified.
enum class LiverFormula {
    Vauthey, ///< -794.41 + 1267.28 BSA
    Urata    ///< 706.2 BSA + 2.4
};
double estimatedLiverMl(LiverFormula formula, double bodySurfaceM2);

/// How near a structure comes to another, between the borders of their voxels.
struct Clearance
{
    double mm = 0;             ///< 0 where voxels of the two touch or are shared
    Vec3 place = Vec3::Zero(); ///< of the first, where it is nearest
};
/// Right to half a voxel. nullopt if one is empty or they are farther apart than `reach` mm. Throws Error (BadInput)
/// for masks on different grids.
std::optional<Clearance> clearance(const Mask& from, const Mask& to, double reach, const Job& job);

} // namespace pollux
