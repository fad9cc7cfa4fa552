#pragma once

#include "core/image/mask.h"

#include <Eigen/Geometry>

#include <cmath>
#include <functional>

/// Closed-form shapes on grids, for the tests of this folder and of core/mesh.
namespace shapes {

inline pollux::Grid grid(int nx, int ny, int nz, const pollux::Vec3& spacing)
{
    pollux::Grid g;
    g.size = {nx, ny, nz};
    g.spacing = spacing;
    g.origin = pollux::Vec3(-40, 15, 7);
    return g;
}

/// The same, turned and mirrored: direction has determinant -1.
inline pollux::Grid obliqueMirrored(pollux::Grid g)
{
    const pollux::Mat3 turn =
        (Eigen::AngleAxisd(0.4, pollux::Vec3::UnitX()) * Eigen::AngleAxisd(-0.7, pollux::Vec3::UnitZ()))
            .toRotationMatrix();
    g.direction = turn * pollux::Vec3(1, 1, -1).asDiagonal();
    return g;
}

inline pollux::Vec3 middle(const pollux::Grid& g)
{
    return g.toPatient(pollux::Vec3((g.size[0] - 1) / 2.0, (g.size[1] - 1) / 2.0, (g.size[2] - 1) / 2.0));
}

inline pollux::Mask mask(const pollux::Grid& g, const std::function<bool(const pollux::Vec3&)>& inside)
{
    std::vector<std::uint8_t> v(static_cast<size_t>(g.voxels()));
    size_t at = 0;
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i)
                v[at++] = inside(g.toPatient(i, j, k)) ? 1 : 0;
    return pollux::Mask(g, v);
}

inline pollux::Mask ball(const pollux::Grid& g, const pollux::Vec3& centre, double radius)
{
    return mask(g, [&](const pollux::Vec3& p) { return (p - centre).norm() <= radius; });
}

} // namespace shapes
