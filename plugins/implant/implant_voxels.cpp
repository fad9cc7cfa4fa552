#include "plugins/implant/implant_voxels.h"

#include <algorithm>
#include <cmath>

namespace pollux::implant {

namespace {

/// Voxels within `margin` mm of the box about some places (LPS, mm) of which `inside` is true.
template <class F>
Mask voxelsWhere(const Grid& grid, const std::vector<Vec3>& places, double margin, F&& inside)
{
    IndexBox box{grid.size, {0, 0, 0}};
    for (const Vec3& p : places) {
        const Vec3 c = grid.toIndex(p);
        for (size_t a = 0; a < 3; ++a) {
            const auto n = static_cast<Eigen::Index>(a);
            const double half = margin / grid.spacing[n] + 1;
            box.min[a] = std::clamp(static_cast<int>(std::floor(c[n] - half)), 0, box.min[a]);
            box.max[a] = std::clamp(static_cast<int>(std::ceil(c[n] + half)) + 1, box.max[a], grid.size[a]);
        }
    }
    if (box.empty())
        return {};
    std::vector<std::uint8_t> in(static_cast<size_t>(box.voxels()));
    size_t at = 0;
    for (int k = box.min[2]; k < box.max[2]; ++k)
        for (int j = box.min[1]; j < box.max[1]; ++j)
            for (int i = box.min[0]; i < box.max[0]; ++i, ++at)
                in[at] = inside(grid.toPatient(i, j, k));
    return Mask(grid, box, in);
}

} // namespace

Mask voxelsOf(const Grid& grid, const Outline& outline, const AxisPose& pose)
{
    double radius = 0;
    for (const Outline::Point& p : outline.points)
        radius = std::max(radius, p.radius);
    return voxelsWhere(grid, {pose.at(outline.begin()), pose.at(outline.end())}, radius,
                       [&](const Vec3& p) { return signedDistance(outline, pose, p) <= 0; });
}

Mask voxelsOf(const Grid& grid, const FlatComponent& c, const BodyPose& pose)
{
    const Rings base{c.outline()};
    Vec2 low = base.front().front(), high = low;
    for (const Vec2& p : base.front()) {
        low = low.cwiseMin(p);
        high = high.cwiseMax(p);
    }
    std::vector<Vec3> corners;
    for (double x : {low.x(), high.x()})
        for (double y : {-c.pegLength, c.thickness})
            for (double z : {low.y(), high.y()})
                corners.push_back(pose.toPatient(Vec3(x, y, z)));
    return voxelsWhere(grid, corners, 0, [&](const Vec3& p) { return c.contains(pose.toLocal(p), base); });
}

} // namespace pollux::implant
