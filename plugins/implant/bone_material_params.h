#pragma once

#include "core/case/objects.h"
#include "core/params/param.h"
#include "core/simulation/elasticity/bone_law.h"

namespace pollux::implant {

// How operations that compute with bone ask for its moduli: law, cortical, cancellous, split, density_slope,
// density_offset.

/// Declares them, in that order.
void addBoneMaterial(ParamList& list);
/// From complete values. Throws Error (NotFound) for a law that there is none of.
elasticity::BoneMaterial boneMaterialOf(const ParamValues& values);
/// Whether the image's values may go into the law that was chosen.
Findings checkBoneMaterial(const VolumeObject& image, const ParamValues& values);

} // namespace pollux::implant
