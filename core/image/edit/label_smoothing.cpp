#include "core/image/edit/label_smoothing.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/image/box.h"
#include "core/image/edit/apply.h"
#include "core/image/smoothing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace pollux {

namespace {

constexpr double kLargest = 20; // mm; a kernel that is wider than what is smoothed helps nobody
/// Voxels smoothed at a time: 14 bytes each are held.
constexpr std::int64_t kAtATime = std::int64_t(24) << 20;
/// Shares that differ by less are the same: the kernels' weights have seven digits.
constexpr float kTie = 1e-5f;

/// One byte a voxel of `region`: which combination of the masks it is in, 0 for none.
class Phases
{
public:
    Phases(const std::vector<Mask>& masks, const IndexBox& region, const Job& job)
        : m_of(static_cast<size_t>(region.voxels()), 0), m_members(1, 0U)
    {
        std::map<std::uint32_t, std::uint8_t> known{{0U, std::uint8_t(0)}};
        for (size_t m = 0; m < masks.size(); ++m) {
            // What a voxel of each phase becomes when this mask joins it; found when first met.
            std::array<int, 256> joined{};
            joined.fill(-1);
            const IndexBox& box = masks[m].box();
            const BoxVoxels in = masks[m].boxVoxels();
            size_t from = 0;
            for (int k = box.min[2]; k < box.max[2]; ++k) {
                job.checkStop();
                for (int j = box.min[1]; j < box.max[1]; ++j) {
                    std::uint8_t* row = &m_of[static_cast<size_t>(
                        (std::int64_t(k - region.min[2]) * region.size(1) + j - region.min[1]) * region.size(0) +
                        box.min[0] - region.min[0])];
                    for (int i = 0; i < box.size(0); ++i, ++from) {
                        if (!in[from])
                            continue;
                        int& to = joined[row[i]];
                        if (to < 0)
                            to = phaseOf(m_members[row[i]] | 1U << m, known);
                        row[i] = static_cast<std::uint8_t>(to);
                    }
                }
            }
        }
    }

    const std::vector<std::uint8_t>& of() const { return m_of; }
    int count() const { return static_cast<int>(m_members.size()); }
    bool has(int phase, size_t mask) const { return (m_members[static_cast<size_t>(phase)] >> mask & 1U) != 0; }

private:
    std::uint8_t phaseOf(std::uint32_t members, std::map<std::uint32_t, std::uint8_t>& known)
    {
        const auto [it, isNew] = known.try_emplace(members, static_cast<std::uint8_t>(m_members.size()));
        if (isNew) {
            if (m_members.size() > 255)
                throw Error(ErrorCode::BadInput, "The structures overlap in more than 255 ways.",
                            "Smooth fewer of them together.");
            m_members.push_back(members);
        }
        return it->second;
    }

    std::vector<std::uint8_t> m_of;
    std::vector<std::uint32_t> m_members; ///< of a phase: a bit a mask
};

/// The phase with the largest share at each voxel of `core`, written to `out` (of `region`). `halo` is core with what
/// its kernels reach.
void vote(const Phases& phases, const Grid& grid, const IndexBox& region, const IndexBox& halo, const IndexBox& core,
          double sigma, Shrinkage shrinkage, std::vector<std::uint8_t>& out, const Job& job)
{
    const auto in = [](const IndexBox& box, int i, int j, int k) {
        return static_cast<size_t>((std::int64_t(k - box.min[2]) * box.size(1) + j - box.min[1]) * box.size(0) + i -
                                   box.min[0]);
    };
    // Where each phase occurs.
    std::vector<IndexBox> boxes(static_cast<size_t>(phases.count()), IndexBox{halo.max, halo.min});
    for (int k = halo.min[2]; k < halo.max[2]; ++k)
        for (int j = halo.min[1]; j < halo.max[1]; ++j) {
            const std::uint8_t* row = &phases.of()[in(region, halo.min[0], j, k)];
            for (int i = halo.min[0]; i < halo.max[0]; ++i) {
                IndexBox& b = boxes[row[i - halo.min[0]]];
                const Index3 at{i, j, k};
                for (int a = 0; a < 3; ++a) {
                    b.min[a] = std::min(b.min[a], at[a]);
                    b.max[a] = std::max(b.max[a], at[a] + 1);
                }
            }
        }

    const auto voxels = static_cast<size_t>(core.voxels());
    std::vector<float> sum(voxels, 0.0f), best(voxels, -1.0f), own(voxels, 0.0f);
    std::vector<std::uint8_t> winner(voxels, 0);
    const double reach = (shrinkage == Shrinkage::Compensated ? 8 : 4) * sigma;
    for (int p = 1; p < phases.count(); ++p) {
        if (boxes[p].empty())
            continue;
        const IndexBox box = common(grownBy(boxes[p], grid, reach), halo);
        const Index3 size{box.size(0), box.size(1), box.size(2)};
        std::vector<float> share(static_cast<size_t>(box.voxels()));
        parallelFor(box.min[2], box.max[2], 1, [&](std::int64_t first, std::int64_t last) {
            for (int k = static_cast<int>(first); k < last; ++k)
                for (int j = box.min[1]; j < box.max[1]; ++j) {
                    const std::uint8_t* from = &phases.of()[in(region, box.min[0], j, k)];
                    float* to = &share[in(box, box.min[0], j, k)];
                    for (int i = 0; i < size[0]; ++i)
                        to[i] = from[i] == p ? 1.0f : 0.0f;
                }
        });
        smoothBox(share, size, grid.spacing, sigma, Edge::Repeat, job);
        std::vector<float> twice;
        if (shrinkage == Shrinkage::Compensated) {
            twice = share;
            smoothBox(twice, size, grid.spacing, sigma, Edge::Repeat, job);
        }
        const IndexBox seen = common(box, core);
        parallelFor(seen.min[2], seen.max[2], 1, [&](std::int64_t first, std::int64_t last) {
            for (int k = static_cast<int>(first); k < last; ++k)
                for (int j = seen.min[1]; j < seen.max[1]; ++j) {
                    const size_t from = in(box, seen.min[0], j, k), to = in(core, seen.min[0], j, k);
                    const std::uint8_t* now = &phases.of()[in(region, seen.min[0], j, k)];
                    for (int i = 0; i < seen.size(0); ++i) {
                        const float f = twice.empty() ? share[from + i] : 2 * share[from + i] - twice[from + i];
                        sum[to + i] += f;
                        if (f > best[to + i]) {
                            best[to + i] = f;
                            winner[to + i] = static_cast<std::uint8_t>(p);
                        }
                        if (now[i] == p)
                            own[to + i] = f;
                    }
                }
        });
    }
    // The kernels are linear and sum to one: what is left over is the share of no structure.
    parallelFor(core.min[2], core.max[2], 1, [&](std::int64_t first, std::int64_t last) {
        for (int k = static_cast<int>(first); k < last; ++k)
            for (int j = core.min[1]; j < core.max[1]; ++j) {
                const size_t from = in(core, core.min[0], j, k), to = in(region, core.min[0], j, k);
                for (int i = 0; i < core.size(0); ++i) {
                    const float none = 1.0f - sum[from + i];
                    const std::uint8_t now = phases.of()[to + i];
                    const float mine = now == 0 ? none : own[from + i];
                    std::uint8_t wins = winner[from + i];
                    if (none > best[from + i])
                        wins = 0;
                    out[to + i] = mine >= std::max(none, best[from + i]) - kTie ? now : wins;
                }
            }
    });
}

} // namespace

std::vector<Mask> smoothTogether(const std::vector<Mask>& masks, double sigma, Shrinkage shrinkage, const Job& job)
{
    if (!(sigma >= 0 && sigma <= kLargest))
        throw Error(ErrorCode::BadInput, "The smoothing must lie between 0 and 20 mm.",
                    "Choose a value in this range.");
    if (masks.empty() || masks.size() > 32)
        throw Error(ErrorCode::BadInput, "Between 1 and 32 structures can be smoothed together.",
                    "Choose fewer structures.");
    const Grid& grid = masks.front().grid();
    IndexBox region;
    for (const Mask& m : masks) {
        if (!sameGeometry(m.grid(), grid))
            throw Error(ErrorCode::BadInput, "The structures lie on different voxel grids.",
                        "Resample them to one image first.");
        region = hull(region, m.box());
    }
    if (region.empty() || sigma == 0)
        return masks;
    region = common(grownBy(region, grid, 4 * sigma), grid.box());

    const Phases phases(masks, region, job);
    std::vector<std::uint8_t> now(static_cast<size_t>(region.voxels()));
    const std::int64_t slice = std::int64_t(region.size(0)) * region.size(1);
    const int slices = static_cast<int>(std::max<std::int64_t>(kAtATime / slice, 16));
    for (int k = region.min[2]; k < region.max[2]; k += slices) {
        IndexBox core = region;
        core.min[2] = k;
        core.max[2] = std::min(k + slices, region.max[2]);
        IndexBox halo = grownBy(core, grid, 8 * sigma);
        halo.min[0] = region.min[0];
        halo.min[1] = region.min[1];
        halo.max[0] = region.max[0];
        halo.max[1] = region.max[1];
        vote(phases, grid, region, common(halo, region), core, sigma, shrinkage, now, job);
        job.progress(double(core.max[2] - region.min[2]) / region.size(2));
    }

    std::vector<Mask> out;
    for (size_t m = 0; m < masks.size(); ++m) {
        std::array<std::uint8_t, 256> member{};
        for (int p = 1; p < phases.count(); ++p)
            member[static_cast<size_t>(p)] = phases.has(p, m);
        std::vector<std::uint8_t> voxels(now.size());
        parallelFor(0, static_cast<std::int64_t>(now.size()), 1 << 20, [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t n = first; n < last; ++n)
                voxels[n] = member[now[n]];
        });
        job.checkStop();
        out.push_back(sharing(Mask(grid, region, voxels), masks[m]));
    }
    return out;
}

Mask medianSmooth(const Mask& mask, double radius, const Job& job)
{
    if (!(radius >= 0 && radius <= kLargest))
        throw Error(ErrorCode::BadInput, "The radius must lie between 0 and 20 mm.", "Choose a radius in this range.");
    if (mask.empty() || radius == 0)
        return mask;
    const Grid& grid = mask.grid();
    const Vec3 s = grid.spacing;
    const double r = radius * (1 + 1e-9);
    const int hi = static_cast<int>(r / s[0]), hj = static_cast<int>(r / s[1]), hk = static_cast<int>(r / s[2]);
    // Beyond the mask's box there is no majority, but where the end of the image takes votes from the other side.
    IndexBox box = mask.box();
    const Index3 reach{hi, hj, hk};
    for (int a = 0; a < 3; ++a) {
        if (box.min[a] <= reach[a])
            box.min[a] = 0;
        if (grid.size[a] - box.max[a] <= reach[a])
            box.max[a] = grid.size[a];
    }
    struct Row
    {
        int dj, dk, half;
    };
    std::vector<Row> ball; // rows of the ball and half their length
    for (int dk = -hk; dk <= hk; ++dk)
        for (int dj = -hj; dj <= hj; ++dj) {
            const double left = r * r - dj * s[1] * dj * s[1] - dk * s[2] * dk * s[2];
            if (left >= 0)
                ball.push_back({dj, dk, static_cast<int>(std::sqrt(left) / s[0])});
        }

    // How many voxels inside come before each place of a row: a row of the ball is the difference of two.
    const IndexBox wide = common(
        {{box.min[0], box.min[1] - hj, box.min[2] - hk}, {box.max[0], box.max[1] + hj, box.max[2] + hk}}, grid.box());
    const int ni = box.size(0), length = ni + 2 * hi + 1;
    const std::vector<std::uint8_t> in = mask.in(wide);
    const std::int64_t rows = std::int64_t(wide.size(1)) * wide.size(2);
    std::vector<std::uint16_t> before(static_cast<size_t>(rows * length));
    parallelFor(0, rows, 256, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t row = first; row < last; ++row) {
            std::uint16_t* to = &before[static_cast<size_t>(row * length)];
            std::uint16_t n = 0;
            for (int x = 0; x < length; ++x) {
                to[x] = n;
                if (x >= hi && x < hi + ni)
                    n = static_cast<std::uint16_t>(n + in[static_cast<size_t>(row * ni + x - hi)]);
            }
        }
    });
    std::vector<std::uint16_t> image(static_cast<size_t>(length)); // the same of the image itself
    for (int x = 0, n = 0; x < length; ++x) {
        image[x] = static_cast<std::uint16_t>(n);
        n += grid.contains(box.min[0] + x - hi, 0, 0) ? 1 : 0;
    }

    std::vector<std::uint8_t> out(static_cast<size_t>(box.voxels()));
    parallelFor(box.min[2], box.max[2], 1, [&](std::int64_t first, std::int64_t last) {
        std::vector<std::int32_t> lead(static_cast<size_t>(ni)); // votes inside less half of all, doubled
        for (int k = static_cast<int>(first); k < last; ++k) {
            job.checkStop();
            for (int j = box.min[1]; j < box.max[1]; ++j) {
                std::fill(lead.begin(), lead.end(), 0);
                for (const Row& row : ball) {
                    if (!grid.contains(0, j + row.dj, k + row.dk))
                        continue;
                    const std::uint16_t* p =
                        &before[static_cast<size_t>(
                            ((k + row.dk - wide.min[2]) * std::int64_t(wide.size(1)) + j + row.dj - wide.min[1]) *
                            length)] +
                        hi - row.half;
                    const std::uint16_t* all = &image[static_cast<size_t>(hi - row.half)];
                    const int w = 2 * row.half + 1;
                    for (int i = 0; i < ni; ++i)
                        lead[i] += 2 * (p[i + w] - p[i]) - (all[i + w] - all[i]);
                }
                const auto at = static_cast<size_t>((std::int64_t(k - box.min[2]) * box.size(1) + j - box.min[1]) * ni);
                const std::uint8_t* now =
                    &in[static_cast<size_t>((std::int64_t(k - wide.min[2]) * wide.size(1) + j - wide.min[1]) * ni)];
                for (int i = 0; i < ni; ++i)
                    out[at + i] = lead[i] > 0 || (lead[i] == 0 && now[i]);
            }
        }
    });
    return sharing(Mask(grid, box, out), mask);
}

} // namespace pollux
