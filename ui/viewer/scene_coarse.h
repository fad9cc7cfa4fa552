#pragma once

#include <vtkSmartPointer.h>

#include <cstdint>

class vtkPolyDataMapper;
class vtkRenderWindow;

namespace pollux {

/// Triangles that are drawn while the view is turned and OpenGL is computed by the processor. A choice between
/// smoothness and likeness: of a million triangles it made 5.6 frames a second out of 3.5 on two busy cores (1280 x 960
/// pixels, tests/bench/bench_scene); what is left is mostly the work of the pixels, which fewer triangles would not
/// spare.
constexpr std::int64_t kMovingTriangles = 150'000;

/// The surface of `fine` in about `share` (0 to 1) of its triangles: its points are averaged in cubic bins (Rossignac
/// and Borrel 1993), which may close a gap or swallow a strand thinner than a bin, so it is for a moving picture alone.
/// Null if nothing is left of it. `fine` has point normals and no map; its own data stay as they are.
vtkSmartPointer<vtkPolyDataMapper> coarserMapper(vtkPolyDataMapper& fine, double share);

/// Whether the processor draws, not a graphics card. The window's context is current.
bool drawnInSoftware(vtkRenderWindow* window);

} // namespace pollux
