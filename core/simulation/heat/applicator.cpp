#include "core/simulation/heat/applicator.h"

#include "core/base/error.h"
#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux::heat {

namespace {

constexpr double kFarthest = 12; // absorption lengths: beyond lies a share of 6e-6

/// Calls f(offset, centre) for every voxel; the planes on several threads.
template <class F>
void everyVoxel(const Grid& grid, const Job& job, F f)
{
    parallelFor(0, grid.size[2], 1, [&](std::int64_t first, std::int64_t last) {
        for (auto k = static_cast<int>(first); k < last; ++k) {
            job.checkStop();
            for (int j = 0; j < grid.size[1]; ++j)
                for (int i = 0; i < grid.size[0]; ++i)
                    f(static_cast<size_t>(grid.offset(i, j, k)), grid.toPatient(i, j, k));
        }
    });
}

void check(const Grid& grid, const Applicator& a)
{
    checkGrid(grid);
    if (!(a.activeLength > 0 && a.radius > 0) || !a.tip.allFinite() || !(std::abs(a.inwards.norm() - 1) < 1e-6))
        throw Error(ErrorCode::BadInput, "The heating part of the needle has no length, radius or direction.",
                    "Enter a length and a radius above 0 mm, and an entry away from the tip.");
    for (const Vec3& end : {a.tip, Vec3(a.tip - a.activeLength * a.inwards)}) {
        const Index3 n = grid.nearest(end);
        if (!grid.contains(n[0], n[1], n[2]))
            throw Error(ErrorCode::BadInput, "The heating part of the needle leaves the box that is computed.",
                        "Choose a larger box.");
    }
}

} // namespace

std::vector<float> powerField(const Grid& grid, const Applicator& a, double watts, double absorptionMm, const Job& job)
{
    check(grid, a);
    if (!(std::isfinite(watts) && watts >= 0 && std::isfinite(absorptionMm) && absorptionMm > 0))
        throw Error(ErrorCode::BadInput, "The power of the applicator has no meaning.",
                    "Enter a power of at least 0 W and an absorption length above 0 mm.");
    // Samples of the line closer than half a voxel: a voxel sees a line, not beads.
    const int samples = std::max(2, static_cast<int>(std::ceil(2 * a.activeLength / grid.spacing.minCoeff())));
    const double least = std::max(a.radius, 0.5 * grid.spacing.minCoeff());
    std::vector<float> field(static_cast<size_t>(grid.voxels()), 0.0f);
    everyVoxel(grid, job, [&](size_t n, const Vec3& p) {
        const Vec3 d = p - a.tip;
        const double along = -d.dot(a.inwards); // 0 at the tip, activeLength at the other end
        const double off2 = std::max(0.0, d.squaredNorm() - along * along);
        const double beyond = std::max({0.0, -along, along - a.activeLength});
        if (off2 + beyond * beyond > std::pow(kFarthest * absorptionMm, 2))
            return;
        double sum = 0;
        for (int s = 0; s < samples; ++s) {
            const double x = along - (s + 0.5) / samples * a.activeLength;
            const double r = std::max(least, std::sqrt(off2 + x * x));
            sum += std::exp(-r / absorptionMm) / (r * r);
        }
        field[n] = static_cast<float>(sum / samples / (4 * std::numbers::pi * absorptionMm));
    });
    double sum = 0;
    for (const float v : field)
        sum += double(v);
    const double cubicMetres = grid.voxelVolume() * 1e-9;
    const double scale = sum > 0 ? watts / (sum * cubicMetres) : 0;
    for (float& v : field)
        v = static_cast<float>(v * scale);
    return field;
}

std::vector<float> applicatorDistance(const Grid& grid, const Applicator& a, const Job& job)
{
    check(grid, a);
    std::vector<float> out(static_cast<size_t>(grid.voxels()));
    everyVoxel(grid, job, [&](size_t n, const Vec3& p) {
        const double along = std::clamp(-(p - a.tip).dot(a.inwards), 0.0, a.activeLength);
        out[n] = static_cast<float>((p - (a.tip - along * a.inwards)).norm() - a.radius);
    });
    return out;
}

} // namespace pollux::heat
