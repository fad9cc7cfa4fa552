#include "plugins/liver/heat_result.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>

namespace pollux::liver {

namespace {

/// Voxels of `image` that the box of `grid` covers.
IndexBox covered(const Grid& image, const Grid& grid)
{
    IndexBox box{image.size, {0, 0, 0}};
    for (int corner = 0; corner < 8; ++corner) {
        const Vec3 p = image.toIndex(grid.toPatient(
            corner & 1 ? grid.size[0] - 1 : 0, corner & 2 ? grid.size[1] - 1 : 0, corner & 4 ? grid.size[2] - 1 : 0));
        for (size_t a = 0; a < 3; ++a) {
            const double x = std::clamp(p[static_cast<Eigen::Index>(a)], -1.0, image.size[a] + 1.0);
            box.min[a] = std::clamp(std::min(box.min[a], static_cast<int>(std::ceil(x))), 0, image.size[a]);
            box.max[a] = std::clamp(std::max(box.max[a], static_cast<int>(std::floor(x)) + 1), 0, image.size[a]);
        }
    }
    return box;
}

Mask aboveZero(const Volume& level, const Grid& image, const IndexBox& box, const Job& job)
{
    if (box.empty())
        return Mask(image, IndexBox{}, {});
    std::vector<std::uint8_t> voxels(static_cast<size_t>(box.voxels()));
    parallelFor(box.min[2], box.max[2], 1, [&](std::int64_t first, std::int64_t last) {
        for (auto k = static_cast<int>(first); k < last; ++k) {
            job.checkStop();
            auto n = static_cast<size_t>(std::int64_t(k - box.min[2]) * box.size(1) * box.size(0));
            for (int j = box.min[1]; j < box.max[1]; ++j)
                for (int i = box.min[0]; i < box.max[0]; ++i, ++n)
                    voxels[n] = level.sample(image.toPatient(i, j, k), -1) >= 0;
        }
    });
    return Mask(image, box, voxels);
}

} // namespace

HeatDamage damageOf(const HeatScene& scene, const heat::HeatState& state, const Job& job)
{
    const size_t count = scene.heating.tissue.size();
    const auto level = [&](const std::vector<float>& dose, double dead) {
        constexpr double kLeast = 1e-4, kMost = 1e4; // of a dead voxel's: the logarithm needs ends
        std::vector<float> values(count);
        for (size_t n = 0; n < count; ++n) {
            const std::uint8_t label = scene.heating.tissue[n];
            const double share = label == heat::kHeld     ? kMost
                                 : label == heat::kVessel ? kLeast
                                                          : std::clamp(double(dose[n]) / dead, kLeast, kMost);
            values[n] = static_cast<float>(std::log(share));
        }
        return Volume(scene.grid, std::move(values));
    };
    const Grid& image = scene.liver.grid();
    const IndexBox box = covered(image, scene.grid);
    HeatDamage out;
    out.dead63 = aboveZero(level(state.omega, heat::kOmegaDead), image, box, job.part(0, 0.3));
    out.dead99 = aboveZero(level(state.omega, heat::kOmegaAllDead), image, box, job.part(0.3, 0.6));
    out.dose = aboveZero(level(state.cem43, heat::kCem43Dead), image, box, job.part(0.6, 1));

    // Heat that comes near the box's side is held back by it.
    constexpr int kNear = 3;
    const Index3& size = scene.grid.size;
    for (int k = 0; k < size[2]; ++k)
        for (int j = 0; j < size[1]; ++j)
            for (int i = 0; i < size[0]; ++i) {
                const bool near = std::min({i, j, k, size[0] - 1 - i, size[1] - 1 - j, size[2] - 1 - k}) < kNear;
                out.reachesBox =
                    out.reachesBox ||
                    (near && double(state.omega[static_cast<size_t>(scene.grid.offset(i, j, k))]) >= heat::kOmegaDead);
            }
    return out;
}

Mask zoneMask(const AblationZone& zone, const Grid& grid)
{
    const double reach = std::max(zone.along, zone.across);
    const Vec3 centre = grid.toIndex(zone.centre);
    IndexBox box;
    for (size_t a = 0; a < 3; ++a) {
        const auto n = static_cast<Eigen::Index>(a);
        const double half = reach / grid.spacing[n];
        box.min[a] = static_cast<int>(std::clamp(std::floor(centre[n] - half), 0.0, double(grid.size[a])));
        box.max[a] = static_cast<int>(std::clamp(std::ceil(centre[n] + half) + 1, 0.0, double(grid.size[a])));
    }
    if (box.empty())
        return Mask(grid, IndexBox{}, {});
    std::vector<std::uint8_t> voxels(static_cast<size_t>(box.voxels()));
    size_t n = 0;
    for (int k = box.min[2]; k < box.max[2]; ++k)
        for (int j = box.min[1]; j < box.max[1]; ++j)
            for (int i = box.min[0]; i < box.max[0]; ++i, ++n)
                voxels[n] = zone.scaleTo(grid.toPatient(i, j, k)) <= 1;
    return Mask(grid, box, voxels);
}

double commonMl(const Mask& mask, const Mask& in)
{
    return mask.empty() || in.empty() ? 0 : intersect(mask, in).volumeMl();
}

} // namespace pollux::liver
