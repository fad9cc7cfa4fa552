#pragma once

#include "core/case/objects.h"
#include "plugins/liver/zone_union.h"

#include <string>
#include <utility>
#include <vector>

namespace pollux::liver {

/// What heated zones do to a lesion and to what lies about it, counted on the lesion's voxels.
struct Ablation
{
    double margin = 0; ///< mm, least over the lesion's surface; below 0: so far beyond the heat
    Vec3 marginPlace = Vec3::Zero();
    double covered = 0;   ///< share of the lesion
    double ring5 = 0;     ///< share of the liver within 5 mm of the lesion; without a liver of all within
    double ring10 = 0;    ///< within 10 mm
    double zoneMl = 0;    ///< all that is heated
    double healthyMl = 0; ///< of it liver without the lesion
    double outsideMl = 0; ///< of it outside of the liver
    Mask zone;            ///< on the lesion's grid
    Field map;            ///< margin on the lesion's surface, mm
};

/// `liver` may be empty: then nothing is known of healthy liver (0) and of the outside (0). Throws Error: BadInput (no
/// zone, an empty lesion), Cancelled.
Ablation ablate(const ZoneUnion& zones, const Mask& lesion, const Surface& lesionSurface, const Mask& liver,
                const Job& job);

/// A structure that is not to be heated, and how much of it is.
using HeatedPart = std::pair<std::string, double>; // name, mL
/// mL of the mask in the zone (on a grid of its own).
double heatedMl(const Mask& mask, const ZoneUnion& zones);

/// The lines of the table. `wanted`: mm of margin, the limit liver.zone.margin.
std::vector<PlanNumber> ablationNumbers(const Ablation& a, double wanted, bool liverKnown,
                                        const std::vector<std::pair<Id, HeatedPart>>& heated);

/// What is wrong with the margin: a part that is not heated (Stop), or less than wanted (Warning).
Findings marginFindings(const Ablation& a, double wanted);

} // namespace pollux::liver
