#pragma once

#include "core/geometry/vec.h"

#include <optional>
#include <vector>

namespace pollux::liver {

/// A straight needle's axis within the body, LPS, mm.
struct NeedleAxis
{
    Vec3 entry = Vec3::Zero();
    Vec3 tip = Vec3::Zero();
};

/// Where two axes come nearest.
struct NeedleGap
{
    double mm = 0;
    Vec3 onFirst = Vec3::Zero(), onSecond = Vec3::Zero();
};

/// Least distance of two segments in closed form (Ericson 2005, Real-Time Collision Detection, 5.1.9).
NeedleGap gapBetween(const NeedleAxis& first, const NeedleAxis& second);

/// The two needles that come nearest; nullopt for less than two.
struct NearestNeedles
{
    size_t first = 0, second = 0;
    NeedleGap gap;
};
std::optional<NearestNeedles> nearestOf(const std::vector<NeedleAxis>& needles);

} // namespace pollux::liver
