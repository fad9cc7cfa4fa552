#pragma once

#include "core/base/parallel.h"
#include "core/image/box.h"
#include "core/image/mask.h"
#include "core/jobs/job.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace pollux {

/// One mask each of the labels 1 to `count`, some of which may be empty; what has 0 or a larger label is in none.
/// `labels` are those of the voxels of `box` of `grid`, i fastest, of an unsigned type. Threads inside, same result on
/// every run. Stops with the job: Error (Cancelled).
template <class Label>
std::vector<Mask> masksOf(const Grid& grid, const IndexBox& box, std::span<const Label> labels, std::size_t count,
                          const Job& job)
{
    const std::int64_t row = box.size(0), plane = row * box.size(1);
    // Boxes a slab at a time, so that threads share nothing.
    const std::int64_t thick = std::max(1, (box.size(2) + 31) / 32), slabs = (box.size(2) + thick - 1) / thick;
    std::vector<std::vector<IndexBox>> boxes(static_cast<std::size_t>(slabs), std::vector<IndexBox>(count));
    parallelFor(0, slabs, 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t s = first * thick; s < std::min<std::int64_t>(last * thick, box.size(2)); ++s) {
            job.checkStop();
            const int k = box.min[2] + int(s);
            auto n = std::size_t(s * plane);
            for (int j = box.min[1]; j < box.max[1]; ++j)
                for (int i = box.min[0]; i < box.max[0]; ++i, ++n)
                    if (const std::size_t label = labels[n]; label > 0 && label <= count) {
                        IndexBox& b = boxes[std::size_t(s / thick)][label - 1];
                        b = hull(b, {{i, j, k}, {i + 1, j + 1, k + 1}});
                    }
        }
    });
    std::vector<Mask> out;
    for (std::size_t m = 0; m < count; ++m) {
        job.checkStop();
        IndexBox own;
        for (const auto& slab : boxes)
            own = hull(own, slab[m]);
        std::vector<std::uint8_t> voxels(std::size_t(own.voxels()));
        std::size_t to = 0;
        for (int k = own.min[2]; k < own.max[2]; ++k)
            for (int j = own.min[1]; j < own.max[1]; ++j)
                for (int i = own.min[0]; i < own.max[0]; ++i)
                    voxels[to++] =
                        labels[std::size_t((k - box.min[2]) * plane + (j - box.min[1]) * row + i - box.min[0])] ==
                        m + 1;
        out.emplace_back(grid, own, voxels);
    }
    return out;
}

} // namespace pollux
