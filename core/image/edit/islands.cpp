#include "core/image/edit/islands.h"

#include "core/base/error.h"
#include "core/image/box.h"
#include "core/image/edit/apply.h"
#include "core/image/morphology.h"
#include "core/image/runs.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace pollux {

namespace {

RunParts partsOf(const Mask& mask, const Job& job)
{
    const IndexBox& box = mask.box();
    return RunParts(mask.boxVoxels(), {box.size(0), box.size(1), box.size(2)}, Neighbours::All, false, job);
}

Mask kept(const Mask& mask, const RunParts& parts, const std::vector<std::uint8_t>& keep)
{
    std::vector<std::uint8_t> voxels(static_cast<size_t>(mask.box().voxels()), 0);
    parts.paint(keep, 1, voxels);
    return sharing(Mask(mask.grid(), mask.box(), voxels), mask);
}

std::int64_t voxelsOf(const Mask& mask, double ml)
{
    if (!(ml >= 0 && ml <= 1e6))
        throw Error(ErrorCode::BadInput, "The volume of an island must lie between 0 and 1,000,000 mL.",
                    "Choose a volume in this range.");
    // A part of just this volume is not smaller, whatever the division rounds to.
    return static_cast<std::int64_t>(std::ceil(ml * 1000.0 / mask.grid().voxelVolume() - 1e-6));
}

} // namespace

Mask keepLargestIsland(const Mask& mask, const Job& job)
{
    return sharing(largestComponent(mask, job), mask);
}

Mask removeSmallIslands(const Mask& mask, double ml, const Job& job)
{
    const std::int64_t least = voxelsOf(mask, ml);
    if (mask.empty())
        return mask;
    const RunParts parts = partsOf(mask, job);
    std::vector<std::uint8_t> keep;
    for (const RunParts::Part& part : parts.parts())
        keep.push_back(part.voxels >= least ? 1 : 0);
    return kept(mask, parts, keep);
}

Islands splitIslands(const Mask& mask, double ml, int most, const Job& job)
{
    if (most < 1 || most > 1000)
        throw Error(ErrorCode::BadInput, "Between 1 and 1000 parts can be split off.",
                    "Choose a number in this range.");
    Islands out;
    out.rest = inBricks(mask);
    for (const Mask& part : components(mask, std::max<std::int64_t>(voxelsOf(mask, ml), 1), most, job)) {
        job.checkStop();
        out.rest = subtract(out.rest, part);
        out.parts.push_back(sharing(part, mask));
    }
    return out;
}

Index3 nearestVoxel(const Mask& mask, const Vec3& point, double reach)
{
    if (!point.allFinite() || !(reach >= 0))
        throw Error(ErrorCode::BadInput, "The point is not a finite position.", "Choose it again.");
    const Grid& grid = mask.grid();
    const Index3 here = grid.nearest(point);
    if (mask.at(here[0], here[1], here[2]))
        return here;
    const IndexBox around =
        common(grownBy({here, {here[0] + 1, here[1] + 1, here[2] + 1}}, grid, std::min(reach, 1e4)), mask.box());
    const std::vector<std::uint8_t> voxels = mask.in(around);
    std::optional<Index3> best;
    double nearest = reach * (1 + 1e-9);
    size_t n = 0;
    for (int k = around.min[2]; k < around.max[2]; ++k)
        for (int j = around.min[1]; j < around.max[1]; ++j)
            for (int i = around.min[0]; i < around.max[0]; ++i, ++n) {
                if (!voxels[n])
                    continue;
                const double d = (grid.toPatient(i, j, k) - point).norm();
                if (d > nearest || (best && d == nearest))
                    continue;
                nearest = d;
                best = Index3{i, j, k};
            }
    if (!best)
        throw Error(ErrorCode::NotFound, "The structure is not at this point.", "Click on a part of the structure.");
    return *best;
}

Mask islandAt(const Mask& mask, const Vec3& point, double reach, const Job& job)
{
    const Index3 at = nearestVoxel(mask, point, reach);
    const RunParts parts = partsOf(mask, job);
    const IndexBox& box = mask.box();
    std::vector<std::uint8_t> keep(parts.parts().size(), 0);
    keep[parts.partAt(at[0] - box.min[0], at[1] - box.min[1], at[2] - box.min[2])] = 1;
    return kept(mask, parts, keep);
}

} // namespace pollux
