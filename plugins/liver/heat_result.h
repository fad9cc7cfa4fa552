#pragma once

#include "core/case/objects.h"
#include "core/simulation/heat/bioheat.h"
#include "plugins/liver/heat_scene.h"

namespace pollux::liver {

/// What the heat model says, on the voxels of the liver's image.
struct HeatDamage
{
    Mask dead63; ///< Arrhenius, Omega of 1 or more
    Mask dead99; ///< Arrhenius, Omega of 4.6 or more
    Mask dose;   ///< 240 equivalent minutes at 43 deg C or more
    bool reachesBox = false;
};

/// Both doses between the voxels of the heat model by the logarithm, which is nearly straight there. The applicator's
/// own place counts as dead, vessels that cool as alive.
HeatDamage damageOf(const HeatScene& scene, const heat::HeatState& state, const Job& job);

/// Voxels whose centre lies in the zone.
Mask zoneMask(const AblationZone& zone, const Grid& grid);

/// mL of `mask` that lie in `in` (0 if either is empty), both on one grid.
double commonMl(const Mask& mask, const Mask& in);

} // namespace pollux::liver
