#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace pollux {

struct JawOptions
{
    std::uint64_t seed = 1; ///< of the noise
    double spacing = 0.4;   ///< mm, 0.2 to 1.5, the same in all directions
    double noise = 35;      ///< grey values
    /// Grey values as a cone-beam scanner might give them (0.8 HU + 120); off: HU of a calibrated CT.
    bool coneBeam = true;
    bool mirrored = false; ///< left and right exchanged
};

/// A lower jaw of simple shapes with teeth, of which the left first molar (36) is missing, and the truth about it.
/// LPS, mm, origin in the middle of the arch, z = 13 the crest of the bone; the tooth is missing at x > 0.
struct Jaw
{
    Volume image; ///< Int16 with noise and partial volume
    /// "mandible" (bone without canals and teeth), "mandibular_canal_left" and "..._right", "tooth".
    std::map<std::string, Mask> masks;
    std::vector<Vec3> canalLeft, canalRight; ///< centrelines, back to front
    double canalRadius = 1.5;                ///< mm
    Vec3 gapCrest = Vec3::Zero();            ///< middle of the crest where the tooth is missing
    Vec3 gapTangent = Vec3::UnitY();         ///< along the arch there, forwards
    /// Half the width (cheek to tongue) of the bone in the gap at a height below the crest.
    double halfWidthAt(double belowCrest) const;
};

/// Same options, same voxels. Throws Error: BadInput (options out of range), Cancelled.
Jaw makeJaw(const JawOptions& options, const Job& job);

} // namespace pollux
