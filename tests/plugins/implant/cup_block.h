#pragma once

#include "core/anatomy/joint_frames.h"
#include "core/image/mask.h"

#include <algorithm>
#include <cstdint>
#include <vector>

/// Blocks of bone about a cup of a right hip whose centre is the origin. x to the left in LPS, so medial is +x.
namespace cupblock {

using namespace pollux;

inline JointFrame frame()
{
    JointFrame f;
    f.axes << -Vec3::UnitY(), Vec3::UnitZ(), -Vec3::UnitX();
    return f;
}

/// In a cube of 112 mm of voxels of 0.7 mm.
template <class Inside>
Mask block(const Inside& inside)
{
    Grid g;
    g.size = {160, 160, 160};
    g.spacing = Vec3::Constant(0.7);
    g.origin = Vec3::Constant(-55.65);
    std::vector<std::uint8_t> v(size_t(g.voxels()));
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i)
                v[size_t(g.offset(i, j, k))] = inside(g.toPatient(i, j, k));
    return Mask(g, v);
}

/// Share of a half sphere, its dome along x, that reaches a block from `from` mm on: its area beyond a plane is that
/// part of the whole (Archimedes). `reach`: how far from the sphere bone still counts, straight ahead.
inline double coverage(double radius, double from, double reach)
{
    return std::min(1.0, (radius - from + reach) / radius);
}

} // namespace cupblock
