#pragma once

#include "core/geometry/vec.h"
#include "core/solid/revolved.h"

#include <TopoDS_Shape.hxx>

namespace pollux {

// Steps of modelling whose answer is checked. Inside of this module only; toolkit exceptions pass through.

double volumeOf(const TopoDS_Shape& shape);
/// About the z axis.
TopoDS_Shape revolvedSolid(const Outline& outline);
/// Tries again with a tolerance: the modeller's answer is not believed unseen. Throws Error (Internal).
TopoDS_Shape fused(const TopoDS_Shape& a, const TopoDS_Shape& b);
TopoDS_Shape cutFrom(const TopoDS_Shape& a, const TopoDS_Shape& tool);
TopoDS_Shape common(const TopoDS_Shape& a, const TopoDS_Shape& b);
/// Moved so that its z goes along `z` and its x along `x` from `origin`; unit vectors at right angles.
TopoDS_Shape placed(const TopoDS_Shape& shape, const Vec3& origin, const Vec3& z, const Vec3& x);

} // namespace pollux
