#include "core/image/mask_bricks.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/image/box.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>
#include <utility>

namespace pollux {

namespace {

constexpr int kEdge = MaskBricks::kEdge;
constexpr std::uint32_t kAll = 0xffffffffU;
/// Below this the work of a brick is done sooner than threads are woken.
constexpr std::int64_t kBricksPerThread = 16;

/// Eight voxels of 0 or 1 as eight bits: the product puts voxel n on bit 56 + n, and no two terms meet.
std::uint32_t pack8(const std::uint8_t* voxels)
{
    std::uint64_t eight = 0;
    std::memcpy(&eight, voxels, 8);
    return static_cast<std::uint32_t>((eight * 0x0102040810204080ULL) >> 56);
}

std::uint32_t pack(const std::uint8_t* voxels, int n)
{
    std::uint32_t bits = 0;
    int i = 0;
    for (; i + 8 <= n; i += 8)
        bits |= pack8(voxels + i) << i;
    for (; i < n; ++i)
        bits |= std::uint32_t(voxels[i]) << i;
    return bits;
}

/// Eight bits as eight voxels of 0 or 1.
constexpr std::array<std::uint64_t, 256> makeUnpacked()
{
    std::array<std::uint64_t, 256> table{};
    for (std::uint64_t byte = 0; byte < 256; ++byte)
        for (std::uint64_t n = 0; n < 8; ++n)
            table[byte] |= (byte >> n & 1ULL) << (8 * n);
    return table;
}
constexpr std::array<std::uint64_t, 256> kUnpacked = makeUnpacked();
static_assert(std::endian::native == std::endian::little,
              "bits and voxels are in the same order only on such machines");

/// The first `n` bits as voxels.
void unpack(std::uint32_t bits, int n, std::uint8_t* out)
{
    int i = 0;
    for (; i + 8 <= n; i += 8, bits >>= 8)
        std::memcpy(out + i, &kUnpacked[bits & 0xff], 8);
    for (; i < n; ++i, bits >>= 1)
        out[i] = bits & 1U;
}

/// The bits of a row from `first` on, `n` of them.
std::uint32_t span32(int first, int n)
{
    return n >= kEdge ? kAll : ((1U << n) - 1U) << first;
}

/// Drops what lies beyond the voxels of a brick at the far faces of the grid.
void clip(MaskBricks::Rows& rows, const IndexBox& voxels)
{
    const std::uint32_t keep = span32(0, voxels.size(0));
    for (int r = 0; r < kEdge * kEdge; ++r)
        rows[r] &= r % kEdge < voxels.size(1) && r / kEdge < voxels.size(2) ? keep : 0U;
}

bool same(const MaskBricks::Brick& a, const MaskBricks::Brick& b)
{
    return a.key == b.key && a.rows == b.rows; // the key alone could be forged
}

void forBricks(const IndexBox& bricks, const std::function<void(const Index3& brick, std::int64_t n)>& visit)
{
    const std::int64_t ni = bricks.size(0), nj = bricks.size(1);
    parallelFor(0, bricks.voxels(), kBricksPerThread, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t n = first; n < last; ++n)
            visit({bricks.min[0] + static_cast<int>(n % ni), bricks.min[1] + static_cast<int>(n / ni % nj),
                   bricks.min[2] + static_cast<int>(n / (ni * nj))},
                  n);
    });
}

} // namespace

MaskBricks::Brick::Brick(const Rows& voxels) : rows(voxels), key(contentKey(std::as_bytes(std::span(voxels))))
{
    for (int k = 0; k < kEdge; ++k) {
        std::uint32_t any = 0;
        for (int j = 0; j < kEdge; ++j) {
            const std::uint32_t row = rows[j + kEdge * k];
            count += std::popcount(row);
            any |= row;
            used[1] |= (row != 0 ? 1U : 0U) << j;
        }
        used[0] |= any;
        used[2] |= (any != 0 ? 1U : 0U) << k;
    }
}

MaskBricks::MaskBricks(const Index3& size) : m_size(size)
{
    for (int a = 0; a < 3; ++a)
        m_bricks[a] = (size[a] + kEdge - 1) / kEdge;
    m_layers.resize(static_cast<size_t>(m_bricks[2]));
}

const MaskBricks::BrickPointer& MaskBricks::fullBrick()
{
    static const BrickPointer full = [] {
        Rows rows;
        rows.fill(kAll);
        return std::make_shared<const Brick>(rows);
    }();
    return full;
}

MaskBricks::BrickPointer MaskBricks::brickOf(const Rows& rows)
{
    std::uint32_t any = 0, all = kAll;
    for (const std::uint32_t row : rows) {
        any |= row;
        all &= row;
    }
    if (any == 0)
        return nullptr;
    return all == kAll ? fullBrick() : std::make_shared<const Brick>(rows);
}

MaskBricks MaskBricks::fromBox(const Index3& size, const IndexBox& box, const std::uint8_t* voxels)
{
    const std::int64_t ni = box.size(0), nj = box.size(1);
    return MaskBricks(size).changed(
        box,
        [&](const Index3& brick, const BrickPointer&) {
            Rows rows{};
            const Index3 low{brick[0] * kEdge, brick[1] * kEdge, brick[2] * kEdge};
            const IndexBox part = common({low, {low[0] + kEdge, low[1] + kEdge, low[2] + kEdge}}, box);
            for (int k = part.min[2]; k < part.max[2]; ++k)
                for (int j = part.min[1]; j < part.max[1]; ++j)
                    rows[j - low[1] + kEdge * (k - low[2])] =
                        pack(voxels + ((k - box.min[2]) * nj + j - box.min[1]) * ni + part.min[0] - box.min[0],
                             part.size(0))
                        << (part.min[0] - low[0]);
            return brickOf(rows);
        },
        Job());
}

const MaskBricks::Brick* MaskBricks::brick(const Index3& brick) const
{
    const Layer* layer = m_layers[static_cast<size_t>(brick[2])].get();
    return layer ? layer->bricks[static_cast<size_t>(brick[1]) * m_bricks[0] + brick[0]].get() : nullptr;
}

MaskBricks::BrickPointer MaskBricks::pointer(const Index3& brick) const
{
    const Layer* layer = m_layers[static_cast<size_t>(brick[2])].get();
    return layer ? layer->bricks[static_cast<size_t>(brick[1]) * m_bricks[0] + brick[0]] : nullptr;
}

IndexBox MaskBricks::voxelsOf(const Index3& brick) const
{
    IndexBox out;
    for (int a = 0; a < 3; ++a) {
        out.min[a] = brick[a] * kEdge;
        out.max[a] = std::min(out.min[a] + kEdge, m_size[a]);
    }
    return out;
}

IndexBox MaskBricks::bricksOf(const IndexBox& voxels) const
{
    IndexBox out = common(voxels, {{0, 0, 0}, m_size});
    if (out.empty())
        return {};
    for (int a = 0; a < 3; ++a) {
        out.min[a] /= kEdge;
        out.max[a] = (out.max[a] - 1) / kEdge + 1;
    }
    return out;
}

void MaskBricks::copyTo(const IndexBox& box, std::uint8_t* out) const
{
    const std::int64_t ni = box.size(0), nj = box.size(1);
    const IndexBox bricks = bricksOf(box);
    for (int bk = bricks.min[2]; bk < bricks.max[2]; ++bk)
        for (int bj = bricks.min[1]; bj < bricks.max[1]; ++bj)
            for (int bi = bricks.min[0]; bi < bricks.max[0]; ++bi) {
                const Brick* b = brick({bi, bj, bk});
                const IndexBox part = common(voxelsOf({bi, bj, bk}), box);
                const int n = part.size(0), shift = part.min[0] % kEdge;
                for (int k = part.min[2]; k < part.max[2]; ++k)
                    for (int j = part.min[1]; j < part.max[1]; ++j) {
                        std::uint8_t* to =
                            out + (std::int64_t(k - box.min[2]) * nj + j - box.min[1]) * ni + part.min[0] - box.min[0];
                        const std::uint32_t bits = b ? b->rows[j % kEdge + kEdge * (k % kEdge)] >> shift : 0U;
                        if (bits == 0)
                            std::memset(to, 0, static_cast<size_t>(n));
                        else
                            unpack(bits, n, to);
                    }
            }
}

std::shared_ptr<const MaskBricks::Layer> MaskBricks::layerOf(std::vector<BrickPointer> bricks, int k) const
{
    auto layer = std::make_shared<Layer>();
    layer->bricks = std::move(bricks);
    for (int j = 0; j < m_bricks[1]; ++j)
        for (int i = 0; i < m_bricks[0]; ++i) {
            const Brick* b = layer->bricks[static_cast<size_t>(j) * m_bricks[0] + i].get();
            if (!b)
                continue;
            layer->count += b->count;
            const Index3 at{i, j, k};
            IndexBox box;
            for (size_t a = 0; a < 3; ++a) {
                box.min[a] = at[a] * kEdge + std::countr_zero(b->used[a]);
                box.max[a] = at[a] * kEdge + kEdge - std::countl_zero(b->used[a]);
            }
            layer->box = hull(layer->box, box);
        }
    if (layer->count == 0)
        return nullptr;
    return layer;
}

void MaskBricks::sum()
{
    m_count = 0;
    m_box = {};
    for (const auto& layer : m_layers)
        if (layer) {
            m_count += layer->count;
            m_box = hull(m_box, layer->box);
        }
}

MaskBricks MaskBricks::changed(const IndexBox& region, const Change& change, const Job& job) const
{
    const IndexBox bricks = bricksOf(region);
    if (bricks.empty())
        return *this;
    std::vector<BrickPointer> now(static_cast<size_t>(bricks.voxels()));
    forBricks(bricks, [&](const Index3& at, std::int64_t n) {
        if (n % kBricksPerThread == 0)
            job.checkStop();
        const BrickPointer old = pointer(at);
        BrickPointer made = change(at, old);
        const IndexBox voxels = voxelsOf(at);
        if (made && made != old && voxels.voxels() < std::int64_t(kEdge) * kEdge * kEdge) {
            Rows rows = made->rows;
            clip(rows, voxels);
            if (rows != made->rows)
                made = brickOf(rows);
        }
        now[static_cast<size_t>(n)] = made && old && made != old && same(*made, *old) ? old : made;
    });

    MaskBricks out = *this;
    bool any = false;
    size_t n = 0;
    for (int k = bricks.min[2]; k < bricks.max[2]; ++k) {
        const auto& layer = m_layers[static_cast<size_t>(k)];
        std::vector<BrickPointer> row; // of the layer, copied at its first change
        for (int j = bricks.min[1]; j < bricks.max[1]; ++j)
            for (int i = bricks.min[0]; i < bricks.max[0]; ++i, ++n) {
                const size_t at = static_cast<size_t>(j) * m_bricks[0] + i;
                if (now[n] == (layer ? layer->bricks[at] : nullptr))
                    continue;
                if (row.empty())
                    row = layer ? layer->bricks
                                : std::vector<BrickPointer>(static_cast<size_t>(m_bricks[0]) * m_bricks[1]);
                row[at] = std::move(now[n]);
            }
        if (row.empty())
            continue;
        any = true;
        out.m_layers[static_cast<size_t>(k)] = layerOf(std::move(row), k);
    }
    if (any)
        out.sum();
    return out;
}

MaskBricks MaskBricks::sharing(const MaskBricks& before) const
{
    return before.changed(
        {{0, 0, 0}, m_size}, [this](const Index3& at, const BrickPointer&) { return pointer(at); }, Job());
}

std::vector<Index3> MaskBricks::difference(const MaskBricks& before, const MaskBricks& after)
{
    if (before.m_size != after.m_size)
        throw Error(ErrorCode::BadInput, "Two masks of different size are compared.",
                    "Resample one to the other first.");
    std::vector<Index3> out;
    for (int k = 0; k < after.m_bricks[2]; ++k) {
        if (before.m_layers[static_cast<size_t>(k)] == after.m_layers[static_cast<size_t>(k)])
            continue;
        for (int j = 0; j < after.m_bricks[1]; ++j)
            for (int i = 0; i < after.m_bricks[0]; ++i) {
                const Brick* a = before.brick({i, j, k});
                const Brick* b = after.brick({i, j, k});
                if (a != b && !(a && b && same(*a, *b)))
                    out.push_back({i, j, k});
            }
    }
    return out;
}

void MaskBricks::blocks(const std::function<void(const void*, std::int64_t)>& visit) const
{
    // What make_shared puts before the object: two counters and the pointer to the code that frees it.
    constexpr std::int64_t kCounters = 16;
    visit(m_layers.data(), static_cast<std::int64_t>(m_layers.capacity() * sizeof m_layers[0]));
    for (const auto& layer : m_layers) {
        if (!layer)
            continue;
        visit(layer.get(), kCounters + static_cast<std::int64_t>(sizeof *layer +
                                                                 layer->bricks.capacity() * sizeof layer->bricks[0]));
        for (const BrickPointer& b : layer->bricks)
            if (b)
                visit(b.get(), kCounters + static_cast<std::int64_t>(sizeof *b));
    }
}

namespace {

template <class F>
MaskBricks::BrickPointer combined(const MaskBricks::Brick& a, const MaskBricks::Brick& b, F f)
{
    MaskBricks::Rows rows;
    for (size_t r = 0; r < rows.size(); ++r)
        rows[r] = f(a.rows[r], b.rows[r]);
    return MaskBricks::brickOf(rows);
}

void checkSizes(const MaskBricks& a, const MaskBricks& b)
{
    if (a.size() != b.size())
        throw Error(ErrorCode::BadInput, "The two masks lie on different grids.", "Resample one to the other first.");
}

} // namespace

MaskBricks unite(const MaskBricks& a, const MaskBricks& b)
{
    checkSizes(a, b);
    const auto& full = MaskBricks::fullBrick();
    return a.changed(
        b.box(),
        [&](const Index3& at, const MaskBricks::BrickPointer& old) {
            const auto other = b.pointer(at);
            if (!other || old == full)
                return old;
            if (!old || other == full)
                return other;
            return combined(*old, *other, [](std::uint32_t x, std::uint32_t y) { return x | y; });
        },
        Job());
}

MaskBricks intersect(const MaskBricks& a, const MaskBricks& b)
{
    checkSizes(a, b);
    const auto& full = MaskBricks::fullBrick();
    return a.changed(
        a.box(),
        [&](const Index3& at, const MaskBricks::BrickPointer& old) {
            const auto other = b.pointer(at);
            if (!old || !other || other == full)
                return other ? old : nullptr;
            if (old == full)
                return other;
            return combined(*old, *other, [](std::uint32_t x, std::uint32_t y) { return x & y; });
        },
        Job());
}

MaskBricks subtract(const MaskBricks& a, const MaskBricks& b)
{
    checkSizes(a, b);
    return a.changed(
        common(a.box(), b.box()),
        [&](const Index3& at, const MaskBricks::BrickPointer& old) -> MaskBricks::BrickPointer {
            const auto other = b.pointer(at);
            if (!old || !other)
                return old;
            return combined(*old, *other, [](std::uint32_t x, std::uint32_t y) { return x & ~y; });
        },
        Job());
}

} // namespace pollux
