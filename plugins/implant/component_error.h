#pragma once

#include "core/geometry/polygon.h"

#include <vector>

namespace pollux::implant {

/// How a component departs from its plan: standard deviations about it, without a mean. 0: not told.
struct ComponentError
{
    double varus = 0, slope = 0; ///< degrees
    double shift = 0;            ///< mm, along each axis in the plane of the cut
};

/// Chance (0 to 1) that a value with a normal error lies below `least` or above `most`.
double chanceOutside(double value, double least, double most, double sd);

/// A place of a base's border against the border of the bone.
struct BorderPlace
{
    Vec2 place;
    double beyond; ///< mm out of the bone; below 0: within
    Vec2 outwards; ///< unit: the way in which that grows
};
/// Places `step` mm apart. Empty without a border of the bone. Any thread.
std::vector<BorderPlace> borderPlaces(const Rings& bone, const Ring& base, double step);
/// Least bone (mm) beside the medial border of a base, in the middle half of its depth: straight across the component
/// to the border of the bone, as a radiograph from the front shows a malleolus; below 0 where the base reaches beyond
/// the bone. `base`: places of its border, moved by `by`; `medial`: the sign of z there. Infinity without a border.
double besideMedially(const Rings& bone, const std::vector<Vec2>& base, const Vec2& by, double depth, double medial);

/// Chance (0 to 1) that the base reaches beyond the bone by more than `limit` mm somewhere once it is shifted by a
/// normal error of `sd` mm along each axis. The bone's border is taken as straight about each place, so that the good
/// shifts are those on the near side of as many lines; they are summed over 360 directions, along each in closed form.
double chanceOfOverhang(const std::vector<BorderPlace>& border, double limit, double sd);

} // namespace pollux::implant
