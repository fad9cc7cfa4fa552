#pragma once

#include "core/anatomy/work_grid.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace pollux::anatomy {

/// Where the vertebral column runs: the middle line that tells left from right and front from back.
struct Spine
{
    std::vector<Vec3> line; ///< centre of the vertebra (body and arch together) in each slice of the work grid, LPS mm
    bool found = false;

    const Vec3& at(int k) const { return line[static_cast<std::size_t>(k)]; }
    /// Of the slice nearest to height z (mm).
    const Vec3& near(double z) const
    {
        const double step = line.size() > 1 ? line[1].z() - line[0].z() : 1;
        const auto k = static_cast<std::ptrdiff_t>((z - line[0].z()) / step + 0.5);
        return line[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(k, 0, std::ptrdiff_t(line.size()) - 1))];
    }
};

/// From dense voxels on a work grid: the densest column along the body in the middle third of its width and its back
/// two thirds, then slice by slice, smoothed over 40 mm. `found` is false if there is no such column.
Spine findSpine(const Mask& dense, const Mask& body);

} // namespace pollux::anatomy
