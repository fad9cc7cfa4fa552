#pragma once

#include <TopoDS_Shape.hxx>

namespace pollux {

/// A triangular thread along the z axis on a core that is a cylinder or a cone.
struct ThreadSpec
{
    double from, to;   ///< mm along the axis
    double coreRadius; ///< mm, at 0
    double taper;      ///< mm that the core's radius loses a millimetre
    double pitch, depth;
};

/// Swept along a helix that lies a little within the core's surface, to be fused to it; null for less than a turn.
/// Inside of this module only. Throws Error (Internal).
TopoDS_Shape threadSolid(const ThreadSpec& thread);

} // namespace pollux
