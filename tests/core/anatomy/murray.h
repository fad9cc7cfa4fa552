#pragma once

#include "core/anatomy/joint_angles.h"

#include <cmath>

namespace murray {

using namespace pollux;

// Operative and anatomic angles of a cup by its radiographic ones, degrees: closed forms, for Murray, J Bone Joint Surg
// Br 75 (1993) 228.

inline CupAngles operativeOf(const CupAngles& radiographic)
{
    const double d = M_PI / 180, i = radiographic.inclination * d, v = radiographic.anteversion * d;
    return {std::asin(std::cos(v) * std::sin(i)) / d, std::atan(std::tan(v) / std::cos(i)) / d};
}

inline CupAngles anatomicOf(const CupAngles& radiographic)
{
    const double d = M_PI / 180, i = radiographic.inclination * d, v = radiographic.anteversion * d;
    return {std::acos(std::cos(i) * std::cos(v)) / d, std::atan(std::tan(v) / std::sin(i)) / d};
}

} // namespace murray
