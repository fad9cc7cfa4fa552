#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/image/box.h"
#include "core/image/label_masks.h"
#include "core/image/segment.h"
#include "core/image/smoothing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace pollux {

namespace {

constexpr int kLevels = 1024;
constexpr std::uint16_t kFree = 0;
constexpr std::uint16_t kBarred = 65535;

/// Gradient magnitude in units of the volume per mm, as levels of equal width.
std::vector<std::uint16_t> gradientLevels(const Volume& volume, const IndexBox& box, double sigma, const Job& job)
{
    const Grid& grid = volume.grid();
    // A margin of the kernel's reach, so that the box's edge does not repeat where the image goes on.
    const IndexBox wide = common(grownBy(box, grid, 4 * sigma), grid.box());
    const Index3 size{wide.size(0), wide.size(1), wide.size(2)};
    std::vector<float> f(static_cast<size_t>(wide.voxels()));
    volume.visit([&](const auto& voxels) {
        parallelFor(0, size[2], 1, [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t k = first; k < last; ++k) {
                job.checkStop();
                for (int j = 0; j < size[1]; ++j) {
                    const auto at = static_cast<size_t>(
                        grid.offset(wide.min[0], j + wide.min[1], static_cast<int>(k) + wide.min[2]));
                    float* o = &f[(k * size[1] + j) * size[0]];
                    for (int i = 0; i < size[0]; ++i) {
                        const float v = static_cast<float>(voxels[at + i]);
                        o[i] = std::isfinite(v) ? v : 0.0f;
                    }
                }
            }
        });
    });
    smoothBox(f, size, grid.spacing, sigma, Edge::Repeat, job);

    std::vector<float> gradient(static_cast<size_t>(box.voxels()));
    std::vector<float> highest(static_cast<size_t>(box.size(2)), 0.0f);
    parallelFor(0, box.size(2), 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t kk = first; kk < last; ++kk) {
            job.checkStop();
            const int k = static_cast<int>(kk) + box.min[2] - wide.min[2];
            const auto at = [&](int i, int j, int z) { return (std::int64_t(z) * size[1] + j) * size[0] + i; };
            for (int jj = 0; jj < box.size(1); ++jj)
                for (int ii = 0; ii < box.size(0); ++ii) {
                    const std::array<int, 3> p{ii + box.min[0] - wide.min[0], jj + box.min[1] - wide.min[1], k};
                    double sum = 0;
                    for (int a = 0; a < 3; ++a) {
                        std::array<int, 3> lo = p, hi = p;
                        lo[a] = std::max(p[a] - 1, 0);
                        hi[a] = std::min(p[a] + 1, size[a] - 1);
                        if (hi[a] == lo[a])
                            continue;
                        const double d = (f[at(hi[0], hi[1], hi[2])] - f[at(lo[0], lo[1], lo[2])]) /
                                         ((hi[a] - lo[a]) * grid.spacing[a]);
                        sum += d * d;
                    }
                    const float g = static_cast<float>(std::sqrt(sum));
                    gradient[(kk * box.size(1) + jj) * box.size(0) + ii] = g;
                    highest[kk] = std::max(highest[kk], g);
                }
        }
    });
    const float top = *std::max_element(highest.begin(), highest.end());
    const float scale = top > 0 ? (kLevels - 1) / top : 0.0f;
    std::vector<std::uint16_t> levels(gradient.size());
    for (size_t i = 0; i < levels.size(); ++i)
        levels[i] = static_cast<std::uint16_t>(gradient[i] * scale);
    return levels;
}

} // namespace

std::vector<Mask> watershed(const Volume& volume, const std::vector<Mask>& markers, double sigma, const Mask* within,
                            const Job& job)
{
    if (volume.empty())
        throw Error(ErrorCode::BadInput, "There is no image.", "Choose an image that has been loaded.");
    if (!(sigma >= 0 && sigma <= 100))
        throw Error(ErrorCode::BadInput, "The smoothing must lie between 0 and 100 mm.",
                    "Choose a value in this range.");
    for (const Mask& marker : markers)
        if (!sameGeometry(marker.grid(), volume.grid()))
            throw Error(ErrorCode::BadInput, "A marker lies on another voxel grid than the image.",
                        "Resample it to the image first.");
    if (within && !sameGeometry(within->grid(), volume.grid()))
        throw Error(ErrorCode::BadInput, "The region lies on another voxel grid than the image.",
                    "Resample it to the image first.");
    if (markers.size() >= kBarred)
        throw Error(ErrorCode::BadInput, "There are too many markers.", "Use fewer than 65535.");
    const IndexBox box = within ? within->box() : volume.grid().box();
    if (box.voxels() > std::numeric_limits<std::int32_t>::max())
        throw Error(ErrorCode::BadInput, "The region is too large for a watershed.", "Choose a smaller region.");
    std::vector<Mask> out;
    if (box.empty()) {
        out.assign(markers.size(), Mask(volume.grid(), IndexBox{}, {}));
        return out;
    }

    const std::vector<std::uint16_t> level = gradientLevels(volume, box, sigma, job.part(0, 0.4));
    const std::int64_t ni = box.size(0), nj = box.size(1), nk = box.size(2);
    std::vector<std::uint16_t> label(static_cast<size_t>(box.voxels()), kFree);
    if (within) {
        const auto in = within->boxVoxels();
        for (size_t i = 0; i < label.size(); ++i)
            label[i] = in[i] ? kFree : kBarred;
    }
    for (size_t m = 0; m < markers.size(); ++m) {
        const IndexBox both = common(markers[m].box(), box);
        for (int k = both.min[2]; k < both.max[2]; ++k)
            for (int j = both.min[1]; j < both.max[1]; ++j)
                for (int i = both.min[0]; i < both.max[0]; ++i) {
                    std::uint16_t& l = label[((k - box.min[2]) * nj + j - box.min[1]) * ni + i - box.min[0]];
                    if (l == kFree && markers[m].at(i, j, k))
                        l = static_cast<std::uint16_t>(m + 1);
                }
    }

    // One first-in first-out queue a level; a voxel takes its label when it is queued, so each is queued once.
    std::vector<std::vector<std::int32_t>> queue(kLevels);
    const auto neighbours = [&](std::int64_t at, auto&& visit) {
        const std::int64_t i = at % ni, j = at / ni % nj, k = at / (ni * nj);
        if (i > 0)
            visit(at - 1);
        if (i + 1 < ni)
            visit(at + 1);
        if (j > 0)
            visit(at - ni);
        if (j + 1 < nj)
            visit(at + ni);
        if (k > 0)
            visit(at - ni * nj);
        if (k + 1 < nk)
            visit(at + ni * nj);
    };
    for (std::int64_t at = 0; at < static_cast<std::int64_t>(label.size()); ++at) {
        if (at % 65536 == 0)
            job.checkStop();
        if (label[at] == kFree || label[at] == kBarred)
            continue;
        bool open = false;
        neighbours(at, [&](std::int64_t n) { open = open || label[n] == kFree; });
        if (open)
            queue[level[at]].push_back(static_cast<std::int32_t>(at));
    }
    std::int64_t count = 0;
    for (int l = 0; l < kLevels; ++l) {
        for (size_t head = 0; head < queue[l].size(); ++head) {
            if (++count % 65536 == 0)
                job.progress(0.4 + 0.5 * l / kLevels);
            const std::int64_t at = queue[l][head];
            neighbours(at, [&](std::int64_t n) {
                if (label[n] != kFree)
                    return;
                label[n] = label[at];
                queue[std::max<int>(l, level[n])].push_back(static_cast<std::int32_t>(n));
            });
        }
        queue[l] = {};
    }

    out = masksOf<std::uint16_t>(volume.grid(), box, label, markers.size(), job);
    job.progress(1.0);
    return out;
}

} // namespace pollux
