#pragma once

#include "core/solid/step.h"

class TopoDS_Shape;

namespace pollux {

/// The boundary representation of a part in its place: a revolved body, its core thinner by the thread's depth and a
/// helical thread fused to it; abutment as its own cylinder, fused. Checked. Throws as writeStep. Inside of this module
/// only.
TopoDS_Shape implantSolid(const StepPart& part);

} // namespace pollux
