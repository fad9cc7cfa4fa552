#include "core/geometry/grid.h"

#include "core/base/error.h"

#include <Eigen/LU>

#include <cmath>

namespace pollux {

Index3 Grid::nearest(const Vec3& p) const
{
    const Vec3 x = toIndex(p);
    Index3 out{};
    for (int a = 0; a < 3; ++a)
        out[a] = static_cast<int>(std::floor(std::clamp(x[a], -1e9, 1e9) + 0.5));
    return out;
}

Box Grid::bounds() const
{
    Box box;
    for (int c = 0; c < 8; ++c)
        box.include(toPatient((c & 1) ? size[0] - 1 : 0, (c & 2) ? size[1] - 1 : 0, (c & 4) ? size[2] - 1 : 0));
    return box;
}

Grid Grid::cropped(const IndexBox& box) const
{
    Grid sub = *this;
    sub.origin = toPatient(box.min[0], box.min[1], box.min[2]);
    sub.size = {box.size(0), box.size(1), box.size(2)};
    return sub;
}

bool sameGeometry(const Grid& a, const Grid& b)
{
    if (a.size != b.size)
        return false;
    for (int c = 0; c < 8; ++c) {
        const int i = (c & 1) ? a.size[0] : 0, j = (c & 2) ? a.size[1] : 0, k = (c & 4) ? a.size[2] : 0;
        if ((a.toPatient(i, j, k) - b.toPatient(i, j, k)).norm() > 1e-3)
            return false;
    }
    return true;
}

void checkGrid(const Grid& grid)
{
    for (int a = 0; a < 3; ++a) {
        if (grid.size[a] < 1)
            throw Error(ErrorCode::BadInput, "The image has no voxels along one axis.", "Choose another series.");
        if (!std::isfinite(grid.spacing[a]) || grid.spacing[a] <= 0 || !std::isfinite(grid.origin[a]))
            throw Error(ErrorCode::BadInput, "The image has no usable voxel spacing or origin.",
                        "Ask the sender for the original series.");
    }
    if (grid.voxels() > (std::int64_t(1) << 33))
        throw Error(ErrorCode::BadInput, "The image claims more than 8 thousand million voxels.",
                    "The file is damaged or not an image that fits in memory.");
    if (!((grid.direction.transpose() * grid.direction) - Mat3::Identity()).isZero(1e-3))
        throw Error(ErrorCode::BadInput, "The axes of the image are not perpendicular.",
                    "Resample it to a regular grid first.");
}

} // namespace pollux
