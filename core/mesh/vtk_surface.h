#pragma once

#include "core/mesh/surface.h"

#include <vtkSmartPointer.h>

#include <functional>

class vtkPolyData;

namespace pollux {

// Between our surfaces and the toolkit's. Inside of this module only.

vtkSmartPointer<vtkPolyData> toVtk(const Surface& surface);
/// Triangles with two equal corners and points without a triangle are left out; `place` moves each point.
Surface fromVtk(vtkPolyData* data, const std::function<Vec3(const Vec3&)>& place);

} // namespace pollux
