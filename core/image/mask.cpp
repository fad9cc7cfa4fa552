#include "core/image/mask.h"

#include "core/base/error.h"
#include "core/image/box.h"

#include <algorithm>
#include <cstring>
#include <mutex>

namespace pollux {

struct Mask::KeyCache
{
    std::once_flag once;
    ContentKey key;
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
    : m_grid(grid), m_key(std::make_shared<KeyCache>())
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

std::span<const std::uint8_t> Mask::boxVoxels() const
{
    return m_voxels ? std::span<const std::uint8_t>(*m_voxels) : std::span<const std::uint8_t>();
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
    const std::uint8_t* v = m_voxels->data();
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
    IndexBox common;
    for (int a = 0; a < 3; ++a) {
        common.min[a] = std::max(box.min[a], m_box.min[a]);
        common.max[a] = std::min(box.max[a], m_box.max[a]);
    }
    if (common.empty())
        return out;
    for (int k = common.min[2]; k < common.max[2]; ++k)
        for (int j = common.min[1]; j < common.max[1]; ++j) {
            const std::uint8_t* from =
                m_voxels->data() +
                (std::int64_t(k - m_box.min[2]) * m_box.size(1) + (j - m_box.min[1])) * m_box.size(0) +
                (common.min[0] - m_box.min[0]);
            std::uint8_t* to = out.data() +
                               (std::int64_t(k - box.min[2]) * box.size(1) + (j - box.min[1])) * box.size(0) +
                               (common.min[0] - box.min[0]);
            std::memcpy(to, from, static_cast<size_t>(common.size(0)));
        }
    return out;
}

ContentKey Mask::key() const
{
    if (!m_key)
        return {};
    std::call_once(m_key->once, [this] {
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
        h.add(std::as_bytes(boxVoxels()));
        m_key->key = h.key();
    });
    return m_key->key;
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

} // namespace

Mask unite(const Mask& a, const Mask& b)
{
    return combine(a, b, hull(a.box(), b.box()), [](std::uint8_t x, std::uint8_t y) { return x | y; });
}

Mask intersect(const Mask& a, const Mask& b)
{
    return combine(a, b, a.box(), [](std::uint8_t x, std::uint8_t y) { return x & y; });
}

Mask subtract(const Mask& a, const Mask& b)
{
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
