#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <vector>

namespace pollux {

/// A slice of a volume, sampled once so that levels can be traced in it while the pointer moves.
/// Pixel (x, y) lies at origin + pixel * (x right + y down).
struct SlicePixels
{
    Vec3 origin = Vec3::Zero(); ///< patient coordinates of the centre of pixel (0, 0)
    Vec3 right = Vec3::UnitX(); ///< unit vectors, across the plane's normal
    Vec3 down = Vec3::UnitY();
    double pixel = 1; ///< mm
    int width = 0;
    int height = 0;
    std::vector<float> values; ///< trilinear, x fastest; NaN beyond the volume
};

/// The whole cut of `volume` by a plane, oblique or not, in pixels of its smallest spacing. Along a plane of the grid
/// whose spacings agree the pixels are the voxels. Throws Error (BadInput) for an empty volume, or a plane that is not
/// finite or has a normal of no length.
SlicePixels sampleSlice(const Volume& volume, const Vec3& point, const Vec3& normal, const Job& job);

/// The closed line of equal value through the point (projected onto the plane): patient coordinates, the higher values
/// on one side. The line is straight between pixel centres' crossings (marching squares; where a square is ambiguous
/// the saddle of the bilinear value decides) and closes along the border of the image where it would leave it. On a
/// plateau it is the first border to the right of the point. Empty beside the image.
std::vector<Vec3> traceLevel(const SlicePixels& slice, const Vec3& point);

/// Voxels that the plane cuts and whose centre lies inside the closed line: one slice of the grid for a plane along it.
Mask fillTrace(const std::vector<Vec3>& line, const Vec3& normal, const Grid& grid, const Job& job);

} // namespace pollux
