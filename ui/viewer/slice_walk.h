#pragma once

#include "core/geometry/grid.h"
#include "ui/viewer/slice_plane.h"

#include <utility>

namespace pollux {

/// How the pixels of a plane run through the indices of a grid: index of pixel (x, y) is start + x * dx + y * dy.
struct SliceWalk
{
    Vec3 start, dx, dy;

    SliceWalk(const Grid& grid, const SlicePlane& plane);
    /// Which index axis image x and image y run along, if each runs along one only.
    bool alongAxes(int& ax, int& ay) const;
};

/// Pixels [first, last) of a row whose index lies in [low, high) on all axes.
std::pair<int, int> pixelSpan(const Vec3& rowStart, const Vec3& dx, const Vec3& low, const Vec3& high, int width);

} // namespace pollux
