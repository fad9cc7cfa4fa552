#pragma once

#include "core/geometry/polygon.h"
#include "core/solid/flat_component.h"

#include <vector>

namespace pollux::implant {

/// Distance (mm, below 0 inside) of a place in a component's own axes to its body with its pegs, less its holes; `base`
/// is {outline()}. Exact beside a flat top; about the rim of a dome a few tenths of a millimetre off; above and below a
/// hole no more than the true distance.
double signedDistance(const FlatComponent& component, const Rings& base, const Vec3& local);

/// Places about `spacing` mm apart all over a component and its pegs, in its own axes.
std::vector<Vec3> surfacePlaces(const FlatComponent& component, double spacing);

} // namespace pollux::implant
