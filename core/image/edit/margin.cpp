#include "core/image/edit/margin.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/image/box.h"
#include "core/image/edit/apply.h"
#include "core/image/euclidean.h"

#include <cmath>

namespace pollux {

namespace {

constexpr double kLongest = 300; // mm, as core/image/morphology.h

/// What of `region` (inside the image) is not in the mask.
Mask outside(const Mask& mask, const IndexBox& region)
{
    std::vector<std::uint8_t> voxels = mask.in(region);
    for (std::uint8_t& v : voxels)
        v = !v;
    return Mask(mask.grid(), region, voxels);
}

/// Voxels of `region` that are at most `reach` mm from the border of `mask`, or in it.
Mask within(const Mask& mask, const IndexBox& region, double reach, const Job& job)
{
    // The site may lie half a voxel farther than the border.
    const std::vector<float> map = euclideanDistance(mask, Sites::Inside, region, DistanceKind::Border,
                                                     reach + mask.grid().spacing.maxCoeff(), job);
    // The map has about seven digits: centres at exactly the distance belong to it.
    const auto limit = static_cast<float>(reach * (1 + 1e-6));
    std::vector<std::uint8_t> out(map.size());
    parallelFor(0, static_cast<std::int64_t>(map.size()), 1 << 20, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t n = first; n < last; ++n)
            out[n] = map[n] <= limit;
    });
    return Mask(mask.grid(), region, out);
}

Mask grow(const Mask& mask, double mm, const Job& job)
{
    return within(mask, common(grownBy(mask.box(), mask.grid(), mm), mask.grid().box()), mm, job);
}

/// Nearer to a voxel outside than mm: the part that shrinking takes off, and more that is not in the mask.
Mask rim(const Mask& mask, double mm, const Job& job)
{
    // The nearest voxel outside lies no farther than one beyond the box; beyond the image there is none.
    const Mask other = outside(mask, common(grown(mask.box(), 1), mask.grid().box()));
    if (other.empty())
        return other;
    // Just short of mm, so that a centre at exactly mm stays.
    return within(other, mask.box(), mm * (1 - 2e-6), job);
}

/// Voxels of `mask` with a face neighbour in the image that is not in it.
Mask outermost(const Mask& mask)
{
    const IndexBox wide = grown(mask.box(), 1);
    const std::int64_t ni = wide.size(0), plane = ni * wide.size(1);
    std::vector<std::uint8_t> in = mask.in(wide);
    const Grid& grid = mask.grid();
    const IndexBox& box = mask.box();
    std::vector<std::uint8_t> out(static_cast<size_t>(box.voxels()), 0);
    parallelFor(box.min[2], box.max[2], 4, [&](std::int64_t first, std::int64_t last) {
        for (int k = static_cast<int>(first); k < last; ++k)
            for (int j = box.min[1]; j < box.max[1]; ++j)
                for (int i = box.min[0]; i < box.max[0]; ++i) {
                    const std::int64_t at = (k - wide.min[2]) * plane + (j - wide.min[1]) * ni + i - wide.min[0];
                    if (!in[at])
                        continue;
                    const bool border = (!in[at - 1] && i > 0) || (!in[at + 1] && i + 1 < grid.size[0]) ||
                                        (!in[at - ni] && j > 0) || (!in[at + ni] && j + 1 < grid.size[1]) ||
                                        (!in[at - plane] && k > 0) || (!in[at + plane] && k + 1 < grid.size[2]);
                    out[((k - box.min[2]) * std::int64_t(box.size(1)) + j - box.min[1]) * box.size(0) + i -
                        box.min[0]] = border;
                }
    });
    return Mask(grid, box, out);
}

/// Voxels in the image that are not in `mask` and have a face neighbour that is.
Mask firstAround(const Mask& mask)
{
    const IndexBox box = common(grown(mask.box(), 1), mask.grid().box()), wide = grown(box, 1);
    const std::int64_t ni = wide.size(0), plane = ni * wide.size(1);
    const std::vector<std::uint8_t> in = mask.in(wide);
    std::vector<std::uint8_t> out(static_cast<size_t>(box.voxels()), 0);
    parallelFor(box.min[2], box.max[2], 4, [&](std::int64_t first, std::int64_t last) {
        for (int k = static_cast<int>(first); k < last; ++k)
            for (int j = box.min[1]; j < box.max[1]; ++j)
                for (int i = box.min[0]; i < box.max[0]; ++i) {
                    const std::int64_t at = (k - wide.min[2]) * plane + (j - wide.min[1]) * ni + i - wide.min[0];
                    out[((k - box.min[2]) * std::int64_t(box.size(1)) + j - box.min[1]) * box.size(0) + i -
                        box.min[0]] = !in[at] && (in[at - 1] || in[at + 1] || in[at - ni] || in[at + ni] ||
                                                  in[at - plane] || in[at + plane]);
                }
    });
    return Mask(mask.grid(), box, out);
}

} // namespace

Mask margin(const Mask& mask, double mm, const Job& job)
{
    if (!(std::abs(mm) <= kLongest))
        throw Error(ErrorCode::BadInput, "The margin must lie between -300 and 300 mm.",
                    "Choose a margin in this range.");
    if (mask.empty() || mm == 0)
        return mask;
    return sharing(mm > 0 ? grow(mask, mm, job) : subtract(mask, rim(mask, -mm, job)), mask);
}

Mask hollow(const Mask& mask, double thickness, Wall wall, const Job& job)
{
    if (!(thickness > 0 && thickness <= kLongest))
        throw Error(ErrorCode::BadInput, "The wall must be between 0 and 300 mm thick.",
                    "Choose a thickness in this range.");
    if (mask.empty())
        return mask;
    Mask out;
    if (wall == Wall::Outside) {
        out = unite(subtract(grow(mask, thickness, job), mask), firstAround(mask));
    } else {
        const double inner = wall == Wall::Centre ? thickness / 2 : thickness;
        out = unite(intersect(mask, rim(mask, inner, job.part(0, 0.5))), outermost(mask));
        if (wall == Wall::Centre)
            out = unite(out, subtract(grow(mask, thickness / 2, job.part(0.5, 1)), mask));
    }
    return sharing(out, mask);
}

} // namespace pollux
