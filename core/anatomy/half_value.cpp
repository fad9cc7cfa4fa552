#include "core/anatomy/half_value.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace pollux::anatomy {

namespace {

struct Half
{
    double value = 0;
    double contrast = 0; ///< 0 if nothing lies on one side
};

/// Half-way value at a voxel, from its neighbourhood.
template <class T>
Half halfValue(std::span<const T> values, const Grid& grid, const IndexBox& box,
               const std::vector<std::uint8_t>& inside, const Index3& at, const Index3& reach,
               const HalfValueOptions& o)
{
    // The mean of the four highest: noise would lift a single one.
    std::array<double, 4> top{-1e9, -1e9, -1e9, -1e9};
    double soft = 0;
    int softCount = 0;
    const std::int64_t row = box.size(0);
    const std::int64_t plane = row * box.size(1);
    for (int k = std::max(box.min[2], at[2] - reach[2]); k < std::min(box.max[2], at[2] + reach[2] + 1); ++k)
        for (int j = std::max(box.min[1], at[1] - reach[1]); j < std::min(box.max[1], at[1] + reach[1] + 1); ++j) {
            const std::int64_t line = (k - box.min[2]) * plane + (j - box.min[1]) * row - box.min[0];
            const std::int64_t from = grid.offset(0, j, k);
            for (int i = std::max(box.min[0], at[0] - reach[0]); i < std::min(box.max[0], at[0] + reach[0] + 1); ++i) {
                const double v = double(values[from + i]);
                if (!inside[line + i]) {
                    if (std::isfinite(v)) {
                        soft += std::max(v, -1024.0);
                        ++softCount;
                    }
                } else if (v > top[3]) {
                    top[3] = v;
                    for (int q = 3; q > 0 && top[q] > top[q - 1]; --q)
                        std::swap(top[q], top[q - 1]);
                }
            }
        }
    if (softCount == 0 || top[3] < -1e8)
        return {};
    const double peak = std::min(o.most, (top[0] + top[1] + top[2] + top[3]) / 4);
    soft /= softCount;
    if (peak - soft < o.contrast)
        return {};
    return {std::max(o.least, soft + o.share * (peak - soft)), peak - soft};
}

/// Step to the neighbour that lies most inward.
Index3 inward(const std::vector<std::uint8_t>& inside, const IndexBox& box, const Index3& at, const Vec3& spacing)
{
    const std::int64_t row = box.size(0);
    const std::int64_t plane = row * box.size(1);
    Vec3 sum = Vec3::Zero();
    for (int dk = -1; dk <= 1; ++dk)
        for (int dj = -1; dj <= 1; ++dj)
            for (int di = -1; di <= 1; ++di)
                if (box.contains(at[0] + di, at[1] + dj, at[2] + dk) &&
                    inside[(at[2] + dk - box.min[2]) * plane + (at[1] + dj - box.min[1]) * row + at[0] + di -
                           box.min[0]]) {
                    const Vec3 d = Vec3(di, dj, dk).cwiseProduct(spacing);
                    sum += d / std::max(1e-9, d.norm());
                }
    const Vec3 voxels = sum.cwiseQuotient(spacing);
    const double most = voxels.cwiseAbs().maxCoeff();
    if (most < 1e-9)
        return {0, 0, 0};
    return {int(std::lround(voxels[0] / most)), int(std::lround(voxels[1] / most)), int(std::lround(voxels[2] / most))};
}

} // namespace

Mask toHalfValue(const Volume& ct, const Mask& mask, const HalfValueOptions& o, const Job& job)
{
    if (mask.empty())
        return mask;
    const Grid& g = ct.grid();
    Index3 reach{};
    double finest = 1e9;
    for (int a = 0; a < 3; ++a) {
        reach[a] = std::max(1, int(o.reach / g.spacing[a] + 0.01));
        finest = std::min(finest, g.spacing[a]);
    }
    // Millions of voxels with a window each: voxels finer than 0.2 mm would make it thousands of samples.
    for (int a = 0; a < 3; ++a)
        reach[a] = std::min(reach[a], 6);
    const int layers = std::clamp(int(std::lround(o.depth / finest)), 1, 6);
    IndexBox box = mask.box();
    for (int a = 0; a < 3; ++a) {
        box.min[a] = std::max(0, box.min[a] - layers - reach[a]);
        box.max[a] = std::min(g.size[a], box.max[a] + layers + reach[a]);
    }
    const std::int64_t row = box.size(0);
    const std::int64_t plane = row * box.size(1);
    std::vector<std::uint8_t> inside = mask.in(box);
    for (int layer = 0; layer < layers; ++layer) {
        const std::vector<std::uint8_t> before = inside;
        ct.visit([&](auto span) {
            parallelFor(box.min[2], box.max[2], 1, [&](std::int64_t first, std::int64_t last) {
                for (int k = int(first); k < last; ++k) {
                    job.checkStop();
                    for (int j = box.min[1]; j < box.max[1]; ++j)
                        for (int i = box.min[0]; i < box.max[0]; ++i) {
                            const std::int64_t at =
                                (k - box.min[2]) * plane + (j - box.min[1]) * row + (i - box.min[0]);
                            const bool in = before[at] != 0;
                            const auto differs = [&](bool exists, std::int64_t other) {
                                return exists && (before[at + other] != 0) != in;
                            };
                            if (!differs(i > box.min[0], -1) && !differs(i + 1 < box.max[0], 1) &&
                                !differs(j > box.min[1], -row) && !differs(j + 1 < box.max[1], row) &&
                                !differs(k > box.min[2], -plane) && !differs(k + 1 < box.max[2], plane))
                                continue;
                            const Half half = halfValue(span, g, box, before, {i, j, k}, reach, o);
                            if (half.contrast <= 0)
                                continue;
                            const double v = double(span[g.offset(i, j, k)]);
                            if (v > half.value) {
                                inside[at] = 1;
                                continue;
                            }
                            if (!in || v < o.least) {
                                inside[at] = 0;
                                continue;
                            }
                            // Blur falls outwards; marrow under a gap in the shell does not, and stays.
                            const Index3 step = inward(before, box, {i, j, k}, g.spacing);
                            const Index3 deep{i + step[0], j + step[1], k + step[2]};
                            if (g.contains(deep[0], deep[1], deep[2]) &&
                                double(span[g.offset(deep[0], deep[1], deep[2])]) > v + o.fall * half.contrast)
                                inside[at] = 0;
                        }
                }
            });
        });
        job.progress(double(layer + 1) / layers);
    }
    return Mask(g, box, inside);
}

} // namespace pollux::anatomy
