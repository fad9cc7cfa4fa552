#include "ui/viewer/slice_walk.h"

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

Vec3 step(const Grid& grid, const Vec3& mm)
{
    Vec3 s = (grid.direction.transpose() * mm).cwiseQuotient(grid.spacing);
    for (int a = 0; a < 3; ++a)
        if (std::abs(s[a]) < 1e-9) // rounding of direction cosines would otherwise drift across a slice
            s[a] = 0;
    return s;
}

} // namespace

SliceWalk::SliceWalk(const Grid& grid, const SlicePlane& plane)
    : start(grid.toIndex(plane.toPatient({0.5, 0.5}))), dx(step(grid, plane.right * plane.mmPerPixel)),
      dy(step(grid, plane.down * plane.mmPerPixel))
{
}

bool SliceWalk::alongAxes(int& ax, int& ay) const
{
    ax = ay = -1;
    for (int a = 0; a < 3; ++a) {
        if (dx[a] != 0) {
            if (ax >= 0)
                return false;
            ax = a;
        }
        if (dy[a] != 0) {
            if (ay >= 0)
                return false;
            ay = a;
        }
    }
    return ax >= 0 && ay >= 0 && ax != ay;
}

std::pair<int, int> pixelSpan(const Vec3& rowStart, const Vec3& dx, const Vec3& low, const Vec3& high, int width)
{
    double first = 0, last = width;
    for (int a = 0; a < 3; ++a) {
        if (dx[a] == 0) {
            if (rowStart[a] < low[a] || rowStart[a] >= high[a])
                return {0, 0};
            continue;
        }
        const double t0 = (low[a] - rowStart[a]) / dx[a];
        const double t1 = (high[a] - rowStart[a]) / dx[a];
        first = std::max(first, std::ceil(std::min(t0, t1) - 1e-9));
        last = std::min(last, std::floor(std::max(t0, t1) - 1e-9) + 1);
    }
    return first < last ? std::pair{static_cast<int>(first), static_cast<int>(last)} : std::pair{0, 0};
}

} // namespace pollux
