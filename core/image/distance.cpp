#include "core/image/distance.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/image/box.h"
#include "core/image/euclidean.h"
#include "core/image/point_tree.h"

#include <algorithm>
#include <cmath>

namespace pollux {

Volume signedDistance(const Mask& mask, const IndexBox& box, const Job& job)
{
    const Grid& grid = mask.grid();
    const IndexBox region = box.empty() ? grid.box() : box;
    if (common(region, grid.box()) != region)
        throw Error(ErrorCode::BadInput, "The box of a distance map reaches beyond the image.",
                    "Choose a box inside the image.");
    const Grid target = grid.cropped(region);
    constexpr float kEmptyMask = 1e6f;
    if (mask.empty())
        return Volume(target, std::vector<float>(static_cast<size_t>(region.voxels()), kEmptyMask));

    constexpr double kNoLimit = 1e9;
    std::vector<float> map = euclideanDistance(mask, Sites::Inside, region, DistanceKind::Border, kNoLimit, job);
    job.progress(0.6);

    // Inside the mask: the same towards the nearest voxel that is not in it.
    const IndexBox inner = common(region, mask.box());
    if (!inner.empty()) {
        const std::vector<float> depth =
            euclideanDistance(mask, Sites::Outside, inner, DistanceKind::Border, kNoLimit, job);
        parallelFor(0, inner.size(2), 1, [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t k = first; k < last; ++k)
                for (int j = 0; j < inner.size(1); ++j) {
                    const float* from = &depth[(k * inner.size(1) + j) * inner.size(0)];
                    float* to =
                        &map[((k + inner.min[2] - region.min[2]) * region.size(1) + j + inner.min[1] - region.min[1]) *
                                 region.size(0) +
                             inner.min[0] - region.min[0]];
                    for (int i = 0; i < inner.size(0); ++i)
                        if (from[i] > 0)
                            to[i] = -from[i];
                }
        });
    }
    job.progress(1.0);
    return Volume(target, std::move(map));
}

DeepestPlace deepestPlace(const Mask& mask, const Job& job)
{
    if (mask.empty())
        throw Error(ErrorCode::BadInput, "The mask has no voxels.", "Segment it first.");
    const Volume distance = signedDistance(mask, mask.box(), job);
    const auto values = distance.as<float>();
    const auto least = std::min_element(values.begin(), values.end());
    const auto n = std::int64_t(least - values.begin());
    const Grid& g = distance.grid();
    return {
        g.toPatient(int(n % g.size[0]), int(n / g.size[0] % g.size[1]), int(n / (std::int64_t(g.size[0]) * g.size[1]))),
        -double(*least)};
}

std::vector<std::int32_t> nearestSeed(const Mask& within, const std::vector<Vec3>& seeds, const Job& job)
{
    for (const Vec3& p : seeds)
        if (!p.allFinite())
            throw Error(ErrorCode::BadInput, "A seed point is not a finite position.", "Place the point again.");
    const IndexBox box = within.box();
    std::vector<std::int32_t> out(static_cast<size_t>(box.voxels()), -1);
    if (seeds.empty() || within.empty())
        return out;

    const PointTree search(seeds);
    const auto voxels = within.boxVoxels();
    const Grid& grid = within.grid();
    parallelFor(0, box.size(2), 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t k = first; k < last; ++k) {
            for (int j = 0; j < box.size(1); ++j) {
                job.checkStop();
                for (int i = 0; i < box.size(0); ++i) {
                    const std::int64_t at = (k * box.size(1) + j) * box.size(0) + i;
                    if (!voxels[static_cast<size_t>(at)])
                        continue;
                    const Vec3 p = grid.toPatient(i + box.min[0], j + box.min[1], static_cast<int>(k) + box.min[2]);
                    out[static_cast<size_t>(at)] = search.nearest(p);
                }
            }
        }
    });
    return out;
}

} // namespace pollux
