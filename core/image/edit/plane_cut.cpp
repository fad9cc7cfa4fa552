#include "core/image/edit/plane_cut.h"

#include "core/base/error.h"
#include "core/image/box.h"
#include "core/image/edit/apply.h"
#include "core/image/edit/islands.h"
#include "core/image/runs.h"

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

/// What lies at least `from` mm in front of the plane.
Mask inFront(const Mask& mask, const Plane& plane, double from, const Job& job)
{
    const Grid& grid = mask.grid();
    const auto before = mask.bricks();
    const double step = plane.normal.dot(grid.direction.col(0)) * grid.spacing[0];
    // A centre on the plane is in front, whatever the rounding.
    const double limit = from - 1e-9 * (1 + std::abs(plane.offset));
    const auto cut = [&](const Index3& brick, const MaskBricks::BrickPointer& old) -> MaskBricks::BrickPointer {
        if (!old)
            return nullptr;
        const IndexBox voxels = before->voxelsOf(brick);
        double low = 1e300, high = -1e300;
        for (int c = 0; c < 8; ++c) {
            const double d = plane.signedDistance(grid.toPatient((c & 1) ? voxels.max[0] - 1 : voxels.min[0],
                                                                 (c & 2) ? voxels.max[1] - 1 : voxels.min[1],
                                                                 (c & 4) ? voxels.max[2] - 1 : voxels.min[2]));
            low = std::min(low, d);
            high = std::max(high, d);
        }
        if (low >= limit)
            return old;
        if (high < limit)
            return nullptr;
        MaskBricks::Rows rows = old->rows;
        for (size_t r = 0; r < rows.size(); ++r) {
            if (rows[r] == 0)
                continue;
            const double start = plane.signedDistance(
                grid.toPatient(voxels.min[0], voxels.min[1] + static_cast<int>(r) % MaskBricks::kEdge,
                               voxels.min[2] + static_cast<int>(r) / MaskBricks::kEdge));
            for (int i = 0; i < MaskBricks::kEdge; ++i)
                if (start + i * step < limit)
                    rows[r] &= ~(1U << i);
        }
        return MaskBricks::brickOf(rows);
    };
    return Mask(grid, before->changed(mask.box(), cut, job));
}

} // namespace

PlaneSides splitByPlane(const Mask& mask, const Plane& plane, const Job& job)
{
    if (!(plane.normal.allFinite() && std::isfinite(plane.offset) && std::abs(plane.normal.norm() - 1) < 1e-6))
        throw Error(ErrorCode::BadInput, "The cutting plane is not a finite plane with a unit normal.",
                    "Place the plane again.");
    PlaneSides out;
    out.front = inFront(mask, plane, 0, job);
    out.behind = subtract(inBricks(mask), out.front);
    return out;
}

BranchCut cutBranch(const Mask& mask, const Vec3& point, const Vec3& normal, double reach, const Job& job)
{
    if (!(normal.allFinite() && normal.norm() > 1e-12 && point.allFinite()))
        throw Error(ErrorCode::BadInput, "The cutting plane is not a finite plane with a normal.",
                    "Place the plane again.");
    const Vec3 n = normal.normalized();
    const Plane plane{n, n.dot(point)};
    const Grid& grid = mask.grid();
    const Mask whole = inBricks(mask);
    // No step to one of 26 neighbours gets across a layer of this thickness.
    const double layer = (grid.direction.transpose() * n).cwiseAbs().dot(grid.spacing) * (1 + 1e-9);
    const Mask slab = subtract(inFront(whole, plane, 0, job), inFront(whole, plane, layer, job));
    const Mask section = islandAt(slab, point, reach, job);

    const Mask open = subtract(whole, section);
    BranchCut out;
    out.rest = whole;
    out.front = Mask(grid, MaskBricks(grid.size));
    const IndexBox& box = open.box();
    const BoxVoxels voxels = open.boxVoxels();
    const RunParts parts(voxels, {box.size(0), box.size(1), box.size(2)}, Neighbours::All, false, job);
    std::vector<std::uint8_t> ahead(parts.parts().size(), 0), behind(parts.parts().size(), 0);
    for (int k = section.box().min[2]; k < section.box().max[2]; ++k) {
        job.checkStop();
        for (int j = section.box().min[1]; j < section.box().max[1]; ++j)
            for (int i = section.box().min[0]; i < section.box().max[0]; ++i) {
                if (!section.at(i, j, k))
                    continue;
                for (int c = 0; c < 27; ++c) {
                    const Index3 at{i + c % 3 - 1, j + c / 3 % 3 - 1, k + c / 9 - 1};
                    const std::int32_t part = parts.partAt(at[0] - box.min[0], at[1] - box.min[1], at[2] - box.min[2]);
                    if (part >= 0)
                        (plane.signedDistance(grid.toPatient(at[0], at[1], at[2])) > 0 ? ahead : behind)[part] = 1;
                }
            }
    }
    for (size_t p = 0; p < ahead.size(); ++p)
        if (ahead[p] && behind[p])
            return out;
    std::vector<std::uint8_t> front(voxels.size(), 0);
    parts.paint(ahead, 1, front);
    out.separated = true;
    out.front = sharing(unite(section, Mask(grid, box, front)), whole);
    out.rest = subtract(whole, out.front);
    return out;
}

} // namespace pollux
