#pragma once

#include <vtkSmartPointer.h>

class vtkPolyData;

namespace pollux {

class Surface;

/// Points (LPS, mm, 32-bit), normals of the points and triangles of a surface, as VTK draws them.
vtkSmartPointer<vtkPolyData> toVtk(const Surface& surface);

} // namespace pollux
