#pragma once

#include "core/mesh/surface.h"

#include <vector>

namespace pollux {

/// Triangles that hang together by a point, as one surface each, largest area first. For dropping specks.
std::vector<Surface> shells(const Surface& surface);

/// The same surface with every triangle turned round.
Surface flipped(const Surface& surface);

/// Points moved along their normals until the volume is `volumeMl` (relative error 1e-4 or 20 steps). Closed surfaces
/// only.
Surface offsetToVolume(const Surface& surface, double volumeMl);

} // namespace pollux
