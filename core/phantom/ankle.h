#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <cstdint>
#include <map>
#include <string>

namespace pollux {

struct AnkleOptions
{
    std::uint64_t seed = 1;  ///< of the noise
    double spacing = 0.6;    ///< mm in the slice, 0.3 to 2
    double slice = 0;        ///< mm between slices, up to 5; 0: as in the slice
    double noise = 25;       ///< HU
    bool mirrored = false;   ///< the left leg instead of the right one
    double plafondVarus = 0; ///< degrees, -15 to 15: the medial side of the plafond is higher
    double turn = 0;         ///< degrees, -40 to 40: the leg about its long axis, outwards
};

/// A right lower leg with its ankle (LPS, mm; the patient's right is at x < 0) made of simple shapes, and the truth
/// about it: distal tibia and fibula, talus with a cylindrical dome of 20.7 mm (mean of 21 ankles, PMC1888582),
/// calcaneus, as a calibrated CT shows them. Bones lie 2 mm and more apart.
struct Ankle
{
    Volume image;                      ///< Int16, HU, noise and partial volume
    std::map<std::string, Mask> masks; ///< "tibia", "fibula", "talus", "calcaneus", filled

    Vec3 medialMalleolus = Vec3::Zero(), lateralMalleolus = Vec3::Zero(); ///< tips
    Vec3 plafond = Vec3::Zero();                                          ///< its middle
    Vec3 plafondNormal = Vec3::UnitZ();                                   ///< proximally
    Vec3 shaftUp = Vec3::UnitZ();                                         ///< axis of the tibia's shaft, proximally
    Vec3 anterior = -Vec3::UnitY();                                       ///< of the leg
    Vec3 domePoint = Vec3::Zero(), domeAxis = Vec3::UnitX();              ///< axis of the talar dome, laterally
    double domeRadius = 20.7;
};

/// Same options, same voxels. Throws Error: BadInput (options out of range), Cancelled.
Ankle makeAnkle(const AnkleOptions& options, const Job& job);

/// True inside the tibia of these options, by its formula: for truth of areas. `p` in patient coordinates.
bool insideAnkleTibia(const AnkleOptions& options, const Vec3& p);

} // namespace pollux
