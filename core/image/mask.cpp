#include "core/image/mask.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/image/box.h"

#include <algorithm>
#include <cstring>
#include <mutex>

namespace pollux {

struct Mask::Cache
{
    std::once_flag once;
    ContentKey key;
    std::mutex mutex;
    std::weak_ptr<const std::vector<std::uint8_t>> box; ///< of a mask in bricks
};

namespace {

IndexBox tightBox(const IndexBox& box, const std::vector<std::uint8_t>& voxels, std::int64_t& count)
{
    const int nx = box.size(0), ny = box.size(1), nz = box.size(2);
    IndexBox tight{{box.max[0], box.max[1], box.max[2]}, {box.min[0], box.min[1], box.min[2]}};
    count = 0;
    const std::uint8_t* row = voxels.data();
    for (int k = 0; k < nz; ++k) {
        for (int j = 0; j < ny; ++j, row += nx) {
            int first = -1, last = -1;
            for (int i = 0; i < nx; ++i) {
                if (row[i]) {
                    if (first < 0)
                        first = i;
                    last = i;
                    ++count;
                }
            }
            if (first < 0)
                continue;
            tight.min[0] = std::min(tight.min[0], box.min[0] + first);
            tight.max[0] = std::max(tight.max[0], box.min[0] + last + 1);
            tight.min[1] = std::min(tight.min[1], box.min[1] + j);
            tight.max[1] = std::max(tight.max[1], box.min[1] + j + 1);
            tight.min[2] = std::min(tight.min[2], box.min[2] + k);
            tight.max[2] = std::max(tight.max[2], box.min[2] + k + 1);
        }
    }
    return count == 0 ? IndexBox{} : tight;
}

} // namespace

Mask::Mask(const Grid& grid, const IndexBox& box, const std::vector<std::uint8_t>& voxels)
    : m_grid(grid), m_cache(std::make_shared<Cache>())
{
    checkGrid(grid);
    for (int a = 0; a < 3; ++a)
        if (box.min[a] < 0 || box.max[a] > grid.size[a] || box.max[a] < box.min[a])
            throw Error(ErrorCode::BadInput, "A mask reaches outside its image.");
    if (static_cast<std::int64_t>(voxels.size()) != box.voxels())
        throw Error(ErrorCode::BadInput, "A mask has another number of voxels than its box.");
    m_box = tightBox(box, voxels, m_count);
    const int nx = m_box.size(0);
    auto packed = std::make_shared<std::vector<std::uint8_t>>(static_cast<size_t>(m_box.voxels()));
    std::uint8_t* out = packed->data();
    for (int k = m_box.min[2]; k < m_box.max[2]; ++k)
        for (int j = m_box.min[1]; j < m_box.max[1]; ++j, out += nx) {
            const std::uint8_t* in = voxels.data() +
                                     (std::int64_t(k - box.min[2]) * box.size(1) + (j - box.min[1])) * box.size(0) +
                                     (m_box.min[0] - box.min[0]);
            for (int i = 0; i < nx; ++i)
                out[i] = in[i] != 0;
        }
    m_voxels = std::move(packed);
}

Mask::Mask(const Grid& grid, const std::vector<std::uint8_t>& voxels) : Mask(grid, grid.box(), voxels) {}

Mask::Mask(const Grid& grid, MaskBricks bricks) : m_grid(grid), m_cache(std::make_shared<Cache>())
{
    checkGrid(grid);
    if (bricks.size() != grid.size)
        throw Error(ErrorCode::BadInput, "The bricks of a mask are of another size than its image.");
    m_box = bricks.box();
    m_count = bricks.count();
    m_bricks = std::make_shared<const MaskBricks>(std::move(bricks));
}

BoxVoxels Mask::boxVoxels() const
{
    if (m_voxels)
        return BoxVoxels(m_voxels);
    if (!m_bricks)
        return {};
    {
        const std::lock_guard lock(m_cache->mutex);
        if (auto voxels = m_cache->box.lock())
            return BoxVoxels(std::move(voxels));
    }
    // Not under the lock: a thread that waits for others may take up work that asks for the same box.
    auto voxels = std::make_shared<std::vector<std::uint8_t>>(static_cast<size_t>(m_box.voxels()));
    const std::int64_t slice = std::int64_t(m_box.size(0)) * m_box.size(1);
    parallelFor(m_box.min[2], m_box.max[2], MaskBricks::kEdge, [&](std::int64_t first, std::int64_t last) {
        IndexBox part = m_box;
        part.min[2] = static_cast<int>(first);
        part.max[2] = static_cast<int>(last);
        m_bricks->copyTo(part, voxels->data() + (first - m_box.min[2]) * slice);
    });
    const std::lock_guard lock(m_cache->mutex);
    m_cache->box = voxels;
    return BoxVoxels(std::move(voxels));
}

std::shared_ptr<const MaskBricks> Mask::bricks() const
{
    if (m_bricks)
        return m_bricks;
    if (m_count == 0)
        return std::make_shared<const MaskBricks>(m_grid.size);
    return std::make_shared<const MaskBricks>(MaskBricks::fromBox(m_grid.size, m_box, m_voxels->data()));
}

bool Mask::contains(const Vec3& patientPoint) const
{
    const Index3 x = m_grid.nearest(patientPoint);
    return at(x[0], x[1], x[2]);
}

Vec3 Mask::centroid() const
{
    Vec3 sum = Vec3::Zero();
    if (m_count == 0)
        return m_grid.origin;
    const BoxVoxels voxels = boxVoxels();
    const std::uint8_t* v = voxels.data();
    for (int k = m_box.min[2]; k < m_box.max[2]; ++k)
        for (int j = m_box.min[1]; j < m_box.max[1]; ++j)
            for (int i = m_box.min[0]; i < m_box.max[0]; ++i)
                if (*v++)
                    sum += Vec3(i, j, k);
    return m_grid.toPatient(sum / static_cast<double>(m_count));
}

std::vector<std::uint8_t> Mask::full() const
{
    return in(m_grid.box());
}

std::vector<std::uint8_t> Mask::in(const IndexBox& box) const
{
    std::vector<std::uint8_t> out(static_cast<size_t>(box.voxels()), 0);
    if (m_count == 0 || box.empty())
        return out;
    const IndexBox shared = common(box, m_box);
    if (shared.empty())
        return out;
    if (m_bricks && shared == box) {
        m_bricks->copyTo(box, out.data());
        return out;
    }
    const std::int64_t across = shared.size(0);
    std::vector<std::uint8_t> part;
    if (m_bricks) {
        part.resize(static_cast<size_t>(shared.voxels()));
        m_bricks->copyTo(shared, part.data());
    }
    for (int k = shared.min[2]; k < shared.max[2]; ++k)
        for (int j = shared.min[1]; j < shared.max[1]; ++j) {
            const std::uint8_t* from =
                m_bricks ? part.data() + (std::int64_t(k - shared.min[2]) * shared.size(1) + j - shared.min[1]) * across
                         : m_voxels->data() +
                               (std::int64_t(k - m_box.min[2]) * m_box.size(1) + (j - m_box.min[1])) * m_box.size(0) +
                               (shared.min[0] - m_box.min[0]);
            std::uint8_t* to = out.data() +
                               (std::int64_t(k - box.min[2]) * box.size(1) + (j - box.min[1])) * box.size(0) +
                               (shared.min[0] - box.min[0]);
            std::memcpy(to, from, static_cast<size_t>(across));
        }
    return out;
}

ContentKey Mask::key() const
{
    if (!m_cache)
        return {};
    std::call_once(m_cache->once, [this] {
        Hasher h;
        h.add(std::string_view("mask"));
        for (int a = 0; a < 3; ++a)
            h.add(std::int64_t(m_grid.size[a]))
                .add(m_grid.origin[a])
                .add(m_grid.spacing[a])
                .add(std::int64_t(m_box.min[a]))
                .add(std::int64_t(m_box.max[a]));
        for (int n = 0; n < 9; ++n)
            h.add(m_grid.direction.data()[n]);
        // The key is that of the box, however the mask is kept: stored cases refer to it.
        if (m_bricks) {
            constexpr int kSlices = 4; // at a time, so that they stay near the processor
            std::vector<std::uint8_t> slices;
            h.begin(m_box.voxels());
            for (int k = m_box.min[2]; k < m_box.max[2]; k += kSlices) {
                IndexBox part = m_box;
                part.min[2] = k;
                part.max[2] = std::min(k + kSlices, m_box.max[2]);
                slices.resize(static_cast<size_t>(part.voxels()));
                m_bricks->copyTo(part, slices.data());
                h.append(std::as_bytes(std::span(slices)));
            }
        } else if (m_voxels) {
            h.add(std::as_bytes(std::span(*m_voxels)));
        } else {
            h.begin(0);
        }
        m_cache->key = h.key();
    });
    return m_cache->key;
}

namespace {

template <class F>
Mask combine(const Mask& a, const Mask& b, const IndexBox& box, F f)
{
    if (!sameGeometry(a.grid(), b.grid()))
        throw Error(ErrorCode::BadInput, "The two masks lie on different grids.", "Resample one to the other first.");
    std::vector<std::uint8_t> x = a.in(box);
    const std::vector<std::uint8_t> y = b.in(box);
    for (size_t n = 0; n < x.size(); ++n)
        x[n] = f(x[n], y[n]);
    return Mask(a.grid(), box, x);
}

/// In bricks, what of `b` lies in `box`; all of it if it is kept in bricks.
std::shared_ptr<const MaskBricks> bricksIn(const Mask& b, const IndexBox& box)
{
    const IndexBox part = common(b.box(), box);
    if (b.inBricks() || part == b.box())
        return b.bricks();
    return std::make_shared<const MaskBricks>(MaskBricks::fromBox(b.grid().size, part, b.in(part).data()));
}

template <class F>
Mask combineBricks(const Mask& a, const Mask& b, const IndexBox& box, F f)
{
    if (!sameGeometry(a.grid(), b.grid()))
        throw Error(ErrorCode::BadInput, "The two masks lie on different grids.", "Resample one to the other first.");
    return Mask(a.grid(), f(*a.bricks(), *bricksIn(b, box)));
}

} // namespace

Mask unite(const Mask& a, const Mask& b)
{
    if (a.inBricks())
        return combineBricks(a, b, b.box(), [](const MaskBricks& x, const MaskBricks& y) { return unite(x, y); });
    return combine(a, b, hull(a.box(), b.box()), [](std::uint8_t x, std::uint8_t y) { return x | y; });
}

Mask intersect(const Mask& a, const Mask& b)
{
    if (a.inBricks())
        return combineBricks(a, b, a.box(), [](const MaskBricks& x, const MaskBricks& y) { return intersect(x, y); });
    return combine(a, b, a.box(), [](std::uint8_t x, std::uint8_t y) { return x & y; });
}

Mask subtract(const Mask& a, const Mask& b)
{
    if (a.inBricks())
        return combineBricks(a, b, a.box(), [](const MaskBricks& x, const MaskBricks& y) { return subtract(x, y); });
    return combine(a, b, a.box(), [](std::uint8_t x, std::uint8_t y) -> std::uint8_t { return x && !y; });
}

double dice(const Mask& a, const Mask& b)
{
    const std::int64_t sum = a.count() + b.count();
    if (sum == 0)
        return 1;
    return 2.0 * static_cast<double>(intersect(a, b).count()) / static_cast<double>(sum);
}

} // namespace pollux
