#include "core/image/edit/seed_growth.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/image/box.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pollux {

namespace {

/// Values are counted in steps of this part of their range: far below the noise of any image.
constexpr int kLevels = 1 << 14;
/// What a step along the smallest spacing costs at least: a 4096th of the range, so that flat regions are shared by
/// distance and no path is free.
constexpr double kLeastStep = 4;
/// A step costs at most a whole range and its length.
constexpr std::uint32_t kBuckets = 1 << 17;
constexpr std::uint32_t kFar = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint8_t kBarred = 255;

/// The values between which nearly all of a box lie: a metal clip must not flatten the rest.
std::pair<double, double> rangeOf(const Volume& volume, const IndexBox& box)
{
    std::vector<float> some;
    const std::int64_t voxels = box.voxels();
    const std::int64_t every = std::max<std::int64_t>(voxels / 200000, 1);
    for (std::int64_t n = 0; n < voxels; n += every) {
        const double v = volume.at(box.min[0] + static_cast<int>(n % box.size(0)),
                                   box.min[1] + static_cast<int>(n / box.size(0) % box.size(1)),
                                   box.min[2] + static_cast<int>(n / box.size(0) / box.size(1)));
        if (std::isfinite(v))
            some.push_back(static_cast<float>(v));
    }
    if (some.empty())
        return {0, 0};
    std::sort(some.begin(), some.end());
    const auto at = [&](double p) { return some[static_cast<size_t>(p * static_cast<double>(some.size() - 1))]; };
    return {at(0.001), at(0.999)};
}

} // namespace

SeedGrowth::SeedGrowth(Volume volume, const SeedGrowthOptions& options)
    : m_volume(std::move(volume)), m_options(options)
{
    if (m_volume.empty())
        throw Error(ErrorCode::BadInput, "There is no image.", "Choose an image that has been loaded.");
    if (!(options.locality >= 0 && options.locality <= 1e6 && options.margin >= 0 && options.margin <= 300))
        throw Error(ErrorCode::BadInput, "The locality or the margin of growing is out of range.",
                    "Use a locality of 0 to 1,000,000 and a margin of 0 to 300 mm.");
    if (options.within) {
        if (!sameGeometry(options.within->grid(), m_volume.grid()))
            throw Error(ErrorCode::BadInput, "The region lies on another voxel grid than the image.",
                        "Resample it to the image first.");
        m_within = *options.within;
        m_options.within = &m_within;
    }
}

std::int64_t SeedGrowth::cellAt(int i, int j, int k) const
{
    return (std::int64_t(k - m_box.min[2] + 1) * (m_box.size(1) + 2) + j - m_box.min[1] + 1) * (m_box.size(0) + 2) + i -
           m_box.min[0] + 1;
}

void SeedGrowth::prepare(const IndexBox& box, const Job& job)
{
    const Grid& grid = m_volume.grid();
    const std::int64_t ni = box.size(0) + 2, nj = box.size(1) + 2, nk = box.size(2) + 2;
    if (ni * nj * nk > std::int64_t(1) << 28)
        throw Error(ErrorCode::OutOfMemory, "The region is too large to grow in.",
                    "Limit it to a structure, or put the seeds closer together.");
    m_box = box;
    const auto [low, high] = rangeOf(m_volume, box);
    const double scale = high > low ? (kLevels - 1) / (high - low) : 0.0;
    for (int a = 0; a < 3; ++a) {
        const double length = grid.spacing[a];
        const double step = kLeastStep * length / grid.spacing.minCoeff() + m_options.locality * length * scale;
        m_step[a] = static_cast<std::uint32_t>(std::clamp(std::round(step), 1.0, double(kBuckets - kLevels - 1)));
    }
    m_cells.assign(static_cast<size_t>(ni * nj * nk), {0, 0, kBarred});
    m_volume.visit([&](const auto& voxels) {
        parallelFor(box.min[2], box.max[2], 1, [&](std::int64_t first, std::int64_t last) {
            for (int k = static_cast<int>(first); k < last; ++k) {
                job.checkStop();
                IndexBox slice = box;
                slice.min[2] = k;
                slice.max[2] = k + 1;
                const std::vector<std::uint8_t> in =
                    m_options.within ? m_within.in(slice) : std::vector<std::uint8_t>();
                size_t n = 0;
                for (int j = box.min[1]; j < box.max[1]; ++j) {
                    const auto* v = &voxels[static_cast<size_t>(grid.offset(box.min[0], j, k))];
                    Cell* cell = &m_cells[static_cast<size_t>(cellAt(box.min[0], j, k))];
                    for (int i = 0; i < box.size(0); ++i, ++n) {
                        if (!in.empty() && !in[n])
                            continue;
                        const double x = (static_cast<double>(v[i]) - low) * scale;
                        cell[i].level = x > 0 ? static_cast<std::uint16_t>(std::min(x, kLevels - 1.0)) : 0;
                        cell[i].cost = kFar;
                        cell[i].label = 0;
                    }
                }
            }
        });
    });
}

void SeedGrowth::spread(std::vector<std::int32_t> start, const Job& job)
{
    const std::int32_t row = m_box.size(0) + 2, plane = row * (m_box.size(1) + 2);
    const std::int32_t to[6] = {-1, 1, -row, row, -plane, plane};
    std::vector<std::vector<std::int32_t>> buckets(kBuckets);
    std::int64_t waiting = static_cast<std::int64_t>(start.size());
    const auto total = static_cast<double>(m_box.voxels());
    buckets[0] = std::move(start);
    for (std::uint32_t cost = 0; waiting > 0; ++cost) {
        std::vector<std::int32_t>& bucket = buckets[cost % kBuckets];
        // Steps cost at least one: nothing is added to the bucket while it is emptied.
        for (const std::int32_t at : bucket) {
            const Cell here = m_cells[at];
            if (here.cost != cost)
                continue; // a cheaper way was found after it was queued
            if (++m_visited % 32768 == 0)
                job.progress(0.2 + 0.6 * std::min(double(m_visited) / total, 1.0));
            for (int n = 0; n < 6; ++n) {
                Cell& next = m_cells[at + to[n]];
                const auto difference = static_cast<std::uint32_t>(here.level > next.level ? here.level - next.level
                                                                                           : next.level - here.level);
                const std::uint32_t way = cost + difference + m_step[n / 2];
                if (way < next.cost || (way == next.cost && here.label < next.label)) {
                    next.cost = way;
                    next.label = here.label;
                    buckets[way % kBuckets].push_back(at + to[n]);
                    ++waiting;
                }
            }
        }
        waiting -= static_cast<std::int64_t>(bucket.size());
        bucket = {};
        if (cost % 65536 == 0)
            job.checkStop();
    }
}

std::vector<Mask> SeedGrowth::result(size_t labels, const Job& job)
{
    const Grid& grid = m_volume.grid();
    const MaskBricks nothing(grid.size);
    const IndexBox bricks = nothing.bricksOf(m_box);
    const std::int64_t ni = bricks.size(0), nj = bricks.size(1);
    // All labels of a brick in one pass over its cells.
    std::vector<std::vector<MaskBricks::BrickPointer>> made(labels);
    for (auto& m : made)
        m.resize(static_cast<size_t>(bricks.voxels()));
    parallelFor(0, bricks.voxels(), 4, [&](std::int64_t first, std::int64_t last) {
        std::vector<MaskBricks::Rows> rows(labels + 1);
        for (std::int64_t n = first; n < last; ++n) {
            job.checkStop();
            const Index3 at{bricks.min[0] + static_cast<int>(n % ni), bricks.min[1] + static_cast<int>(n / ni % nj),
                            bricks.min[2] + static_cast<int>(n / (ni * nj))};
            const IndexBox voxels = nothing.voxelsOf(at), part = common(voxels, m_box);
            for (auto& r : rows)
                r.fill(0);
            for (int k = part.min[2]; k < part.max[2]; ++k)
                for (int j = part.min[1]; j < part.max[1]; ++j) {
                    const Cell* cell = &m_cells[static_cast<size_t>(cellAt(part.min[0], j, k))];
                    const int r = j - voxels.min[1] + MaskBricks::kEdge * (k - voxels.min[2]);
                    for (int i = part.min[0]; i < part.max[0]; ++i, ++cell)
                        if (cell->label != kBarred)
                            rows[cell->label][r] |= 1U << (i - voxels.min[0]);
                }
            for (size_t l = 0; l < labels; ++l)
                made[l][static_cast<size_t>(n)] = MaskBricks::brickOf(rows[l + 1]);
        }
    });
    std::vector<Mask> out;
    for (size_t l = 0; l < labels; ++l) {
        const auto before = l < m_grown.size() ? m_grown[l].bricks() : nullptr;
        const auto pick = [&](const Index3& at, const MaskBricks::BrickPointer&) -> MaskBricks::BrickPointer {
            for (int a = 0; a < 3; ++a)
                if (at[a] < bricks.min[a] || at[a] >= bricks.max[a])
                    return nullptr;
            return made[l][static_cast<size_t>(((at[2] - bricks.min[2]) * nj + at[1] - bricks.min[1]) * ni + at[0] -
                                               bricks.min[0])];
        };
        out.emplace_back(grid, (before ? *before : nothing).changed(grid.box(), pick, job));
    }
    return out;
}

std::vector<Mask> SeedGrowth::grow(const std::vector<Mask>& seeds, const Job& job)
{
    if (seeds.size() < 2 || seeds.size() > 250)
        throw Error(ErrorCode::BadInput, "Growing needs between 2 and 250 structures with seeds.",
                    "Paint seeds in what you want and in what lies around it.");
    IndexBox box;
    for (const Mask& seed : seeds) {
        if (!sameGeometry(seed.grid(), m_volume.grid()))
            throw Error(ErrorCode::BadInput, "A seed lies on another voxel grid than the image.",
                        "Resample it to the image first.");
        box = hull(box, seed.box());
    }
    if (box.empty())
        throw Error(ErrorCode::BadInput, "There are no seeds.", "Paint seeds in what you want and around it.");
    box = m_options.within ? m_within.box()
                           : common(grownBy(box, m_volume.grid(), m_options.margin), m_volume.grid().box());
    if (box.empty())
        throw Error(ErrorCode::BadInput, "The region to grow in is empty.", "Choose a region with voxels.");

    // Seeds that were only added to win what they reach more cheaply; a seed taken away leaves what must be won anew.
    m_incremental = m_seeds.size() == seeds.size() && !m_cells.empty() && hull(box, m_box) == m_box;
    std::vector<Mask> added = seeds;
    for (size_t l = 0; l < seeds.size() && m_incremental; ++l) {
        m_incremental = subtract(m_seeds[l], seeds[l]).empty();
        added[l] = subtract(seeds[l], m_seeds[l]);
    }
    if (!m_incremental)
        added = seeds;
    m_seeds.clear(); // until this call has come to its end
    m_visited = 0;
    if (!m_incremental)
        prepare(box, job.part(0, 0.2));

    std::vector<std::int32_t> start;
    for (size_t l = 0; l < added.size(); ++l) {
        const IndexBox part = common(added[l].box(), m_box);
        const std::vector<std::uint8_t> in = added[l].in(part);
        const auto label = static_cast<std::uint8_t>(l + 1);
        size_t n = 0;
        for (int k = part.min[2]; k < part.max[2]; ++k)
            for (int j = part.min[1]; j < part.max[1]; ++j)
                for (int i = part.min[0]; i < part.max[0]; ++i, ++n) {
                    if (!in[n])
                        continue;
                    const std::int64_t at = cellAt(i, j, k);
                    Cell& cell = m_cells[static_cast<size_t>(at)];
                    if (cell.label == kBarred || (cell.cost == 0 && cell.label <= label))
                        continue;
                    cell.cost = 0;
                    cell.label = label;
                    start.push_back(static_cast<std::int32_t>(at));
                }
    }
    spread(std::move(start), job);
    m_grown = result(seeds.size(), job);
    m_seeds = seeds;
    job.progress(1.0);
    return m_grown;
}

std::vector<Mask> growFromSeeds(const Volume& volume, const std::vector<Mask>& seeds, const SeedGrowthOptions& options,
                                const Job& job)
{
    return SeedGrowth(volume, options).grow(seeds, job);
}

} // namespace pollux
