#pragma once

#include "core/image/mask.h"
#include "core/jobs/job.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pollux {

/// Places that the planes between Couinaud's segments go through (LPS, mm).
struct CouinaudLandmarks
{
    Vec3 cava = Vec3::Zero();        ///< vena cava where the hepatic veins enter
    Vec3 rightVein = Vec3::Zero();   ///< on the right hepatic vein, well off the vena cava
    Vec3 middleVein = Vec3::Zero();  ///< on the middle hepatic vein, or in the gallbladder's bed (Cantlie's line)
    Vec3 leftVein = Vec3::Zero();    ///< on the left hepatic vein, or in the umbilical fissure
    Vec3 bifurcation = Vec3::Zero(); ///< where the portal vein forks
    Vec3 axis = Vec3::UnitZ();       ///< along the vena cava towards the head, of unit length
};

/// Why the planes cannot be laid through these places; empty if they can.
std::string problemOf(const CouinaudLandmarks& landmarks);

/// Segment of each voxel of liver.box() (i fastest): 1 to 8, 0 outside the liver. Three half planes from the vena
/// cava's axis through the veins part the liver in sectors, the plane across the axis at the fork of the portal vein
/// parts these: right of the right vein VI below and VII above, up to the middle vein V and VIII, up to the left vein
/// IV, left of it III and II. Segment I has no such plane: it is what `caudate` holds, and without one its tissue stays
/// in the others. A convention of planes: the branches of a patient's portal vein may run otherwise. Throws Error
/// (BadInput) with problemOf(), or if `caudate` lies on another grid.
std::vector<std::uint8_t> couinaudSegments(const Mask& liver, const CouinaudLandmarks& landmarks, const Mask* caudate,
                                           const Job& job);

std::string_view couinaudName(int segment); ///< "I" to "VIII"

} // namespace pollux
