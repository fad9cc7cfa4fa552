#pragma once

#include "core/image/mask.h"
#include "core/solid/flat_component.h"
#include "core/solid/revolved.h"

namespace pollux::implant {

// An implant as voxels of an image, by their centres: what the slices draw while it moves. Empty outside the grid.

Mask voxelsOf(const Grid& grid, const Outline& outline, const AxisPose& pose);
Mask voxelsOf(const Grid& grid, const FlatComponent& component, const BodyPose& pose);

} // namespace pollux::implant
