#pragma once

#include "core/phantom/frame.h"

namespace pollux::phantom {

/// Displacement (mm) of a point of the inhale body at exhale; see breathingDisplacement.
Vec3 displacement(const Frame& frame, const Vec3& inhalePoint);
/// The inhale point that comes to lie at `exhalePoint`, by fixed-point iteration to 1e-4 mm.
Vec3 inhalePoint(const Frame& frame, const Vec3& exhalePoint);

} // namespace pollux::phantom
