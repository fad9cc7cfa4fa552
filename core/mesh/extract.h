#pragma once

#include "core/image/mask.h"
#include "core/jobs/job.h"
#include "core/mesh/surface.h"

namespace pollux {

struct SurfaceOptions
{
    double smoothing = 1.0;     ///< mm, standard deviation of the smoothing of the mask before extraction; 0 = none
    int smoothingPasses = 10;   ///< windowed-sinc passes on the mesh (Taubin 1995); 0 = none
    double targetTriangles = 0; ///< decimate to about this many; 0 = keep
};

/// Closed surface of a mask in patient coordinates, oriented outwards, closed at the image border too. The volume is
/// brought back to the mask's within 1 % by a uniform offset along the normals where smoothing changed it.
/// Shells below a thousandth of the largest one's area are dropped. The half level is lowered where the smoothing would
/// lose thin parts. Throws Error (BadInput) for an empty mask.
Surface extractSurface(const Mask& mask, const SurfaceOptions& options, const Job& job);

/// Quadric decimation (Garland and Heckbert 1997) to about so many triangles; stays closed if it was.
Surface decimated(const Surface& surface, double targetTriangles);

/// Subdivided icosahedron (20 * 4^n triangles): for tests and demos.
Surface sphereSurface(const Vec3& centre, double radius, int subdivisions);

} // namespace pollux
