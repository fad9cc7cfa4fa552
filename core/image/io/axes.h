#pragma once

#include "core/geometry/vec.h"

namespace pollux {

/// Replaces the axes by the nearest orthonormal ones (polar decomposition); true if that changed any component by more
/// than 1e-3. Throws Error (BadInput) if they do not span a volume.
bool straightenAxes(Mat3& direction);
bool leftHanded(const Mat3& direction);

} // namespace pollux
