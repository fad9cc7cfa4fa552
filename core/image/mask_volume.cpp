#include "core/image/mask_volume.h"

#include <cmath>

namespace pollux {

namespace {

/// Faces between a voxel of the mask and one outside it.
std::int64_t borderFaces(const Mask& mask)
{
    const IndexBox box = mask.box();
    const auto voxels = mask.boxVoxels();
    const std::int64_t step[3] = {1, box.size(0), std::int64_t(box.size(0)) * box.size(1)};
    std::int64_t faces = 0, at = 0;
    for (int k = 0; k < box.size(2); ++k)
        for (int j = 0; j < box.size(1); ++j)
            for (int i = 0; i < box.size(0); ++i, ++at) {
                if (!voxels[static_cast<size_t>(at)])
                    continue;
                const int index[3] = {i, j, k};
                for (int a = 0; a < 3; ++a) {
                    faces += index[a] == 0 || !voxels[static_cast<size_t>(at - step[a])];
                    faces += index[a] + 1 == box.size(a) || !voxels[static_cast<size_t>(at + step[a])];
                }
            }
    return faces;
}

} // namespace

Quantity maskVolume(const Mask& mask)
{
    Quantity q{mask.volumeMl(), Unit::Millilitre, std::nullopt, {}};
    if (mask.empty())
        return q;
    // Area of a face times the spacing across it is the volume of a voxel, whichever way the face looks.
    const double each = mask.grid().voxelVolume() / 1000.0;
    q.standardDeviation = 2.0 / 3.0 * static_cast<double>(borderFaces(mask)) * each / std::sqrt(12.0);
    q.covers = "the border within a voxel";
    return q;
}

bool cutByImage(const Mask& mask, int axis, int end)
{
    const auto a = static_cast<std::size_t>(axis);
    if (mask.empty() || mask.grid().size[a] <= 1)
        return false;
    return end < 0 ? mask.box().min[a] == 0 : mask.box().max[a] == mask.grid().size[a];
}

bool cutByImage(const Mask& mask)
{
    for (int a = 0; a < 3; ++a)
        if (cutByImage(mask, a, -1) || cutByImage(mask, a, 1))
            return true;
    return false;
}

} // namespace pollux
