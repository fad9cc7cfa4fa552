#pragma once

#include "core/image/mask.h"
#include "core/jobs/job.h"

#include <vector>

namespace pollux {

// Brushes: the voxels under a stroke. `path` is where the pointer was, in patient coordinates (mm); a stroke is swept
// along the straight lines between its points, so fast movements leave no gaps. A voxel is under the brush if its
// centre is; every voxel that the path itself passes through is, however small the brush. Lengths are in mm, so
// anisotropic and oblique grids are treated right. What lies beside the image is left out. A drag gives the last two
// points at a time and unites (apply.h): cost follows the voxels under that piece. Throw Error (BadInput) for a radius
// not in (0, 300] mm, a point that is not finite, or an empty path.

/// Within `radius` of the path.
Mask ballStroke(const Grid& grid, const std::vector<Vec3>& path, double radius, const Job& job);

/// Within `radius` of the path in the plane through its first point (the others are projected onto it) across
/// `normal`, and within `thickness` / 2 of the plane. Thickness 0 means the voxels that the plane cuts: one slice of
/// the grid for a plane along it, and for an oblique one just what its slice image shows. Throws Error (BadInput) for a
/// normal of no length or a negative thickness.
Mask discStroke(const Grid& grid, const std::vector<Vec3>& path, const Vec3& normal, double radius, double thickness,
                const Job& job);

/// How far the centre of a voxel lies at most from a plane that cuts it: half its extent along the unit `normal`, mm.
double halfThickness(const Grid& grid, const Vec3& normal);

} // namespace pollux
