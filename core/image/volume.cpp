#include "core/image/volume.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <mutex>

namespace pollux {

std::string_view name(VoxelType type)
{
    switch (type) {
    case VoxelType::UInt8:
        return "uint8";
    case VoxelType::Int16:
        return "int16";
    case VoxelType::UInt16:
        return "uint16";
    case VoxelType::Float32:
        break;
    }
    return "float32";
}

int bytesPerVoxel(VoxelType type)
{
    return type == VoxelType::UInt8 ? 1 : type == VoxelType::Float32 ? 4 : 2;
}

struct Volume::KeyCache
{
    std::once_flag once;
    ContentKey key;
};

template <class T>
Volume::Volume(const Grid& grid, std::vector<T> voxels) : m_grid(grid), m_key(std::make_shared<KeyCache>())
{
    checkGrid(grid);
    if (static_cast<std::int64_t>(voxels.size()) != grid.voxels())
        throw Error(ErrorCode::BadInput, "The image has " + std::to_string(voxels.size()) +
                                             " voxels where its grid has " + std::to_string(grid.voxels()) + ".");
    m_buffer = std::make_shared<const std::vector<T>>(std::move(voxels));
}

template <class T>
std::span<const T> Volume::as() const
{
    using Pointer = std::shared_ptr<const std::vector<T>>;
    const Pointer* p = std::get_if<Pointer>(&m_buffer);
    if (!p)
        throw Error(ErrorCode::Internal, "Voxels of type " + std::string(name(type())) + " were read as another type.");
    return *p ? std::span<const T>(**p) : std::span<const T>();
}

std::span<const std::byte> Volume::bytes() const
{
    if (empty())
        return {};
    return visit([](auto voxels) { return std::as_bytes(voxels); });
}

double Volume::at(int i, int j, int k) const
{
    if (!m_grid.contains(i, j, k))
        return 0;
    const std::int64_t o = m_grid.offset(i, j, k);
    return visit([o](auto voxels) { return static_cast<double>(voxels[o]); });
}

namespace {

template <class T>
double trilinear(const Grid& grid, std::span<const T> voxels, const Vec3& x, double outside)
{
    int base[3];
    double f[3];
    for (int a = 0; a < 3; ++a) {
        // Rounding of the patient transform must not push the outermost voxel centres outside.
        constexpr double kSlack = 1e-6;
        const double last = grid.size[a] - 1;
        if (!(x[a] >= -kSlack && x[a] <= last + kSlack))
            return outside;
        const double v = std::clamp(x[a], 0.0, last);
        base[a] = std::min(static_cast<int>(v), std::max(grid.size[a] - 2, 0));
        f[a] = v - base[a];
    }
    const int di = grid.size[0] > 1 ? 1 : 0, dj = grid.size[1] > 1 ? 1 : 0, dk = grid.size[2] > 1 ? 1 : 0;
    double sum = 0;
    for (int c = 0; c < 8; ++c) {
        const int i = c & 1, j = (c >> 1) & 1, k = c >> 2;
        const double w = (i ? f[0] : 1 - f[0]) * (j ? f[1] : 1 - f[1]) * (k ? f[2] : 1 - f[2]);
        if (w > 0)
            sum += w * static_cast<double>(voxels[grid.offset(base[0] + i * di, base[1] + j * dj, base[2] + k * dk)]);
    }
    return sum;
}

} // namespace

double Volume::sample(const Vec3& patientPoint, double outside) const
{
    if (empty())
        return outside;
    const Vec3 x = m_grid.toIndex(patientPoint);
    return visit([&](auto voxels) { return trilinear(m_grid, voxels, x, outside); });
}

template <class T>
Volume Volume::converted() const
{
    if (empty() || std::holds_alternative<std::shared_ptr<const std::vector<T>>>(m_buffer))
        return *this;
    std::vector<T> out(static_cast<size_t>(voxels()));
    visit([&](auto voxels) {
        for (size_t n = 0; n < out.size(); ++n) {
            if constexpr (std::is_integral_v<T>) {
                const double v = static_cast<double>(voxels[n]);
                const double r = std::isnan(v) ? 0.0 : std::round(v);
                out[n] = static_cast<T>(std::clamp(r, static_cast<double>(std::numeric_limits<T>::min()),
                                                   static_cast<double>(std::numeric_limits<T>::max())));
            } else {
                out[n] = static_cast<T>(voxels[n]);
            }
        }
    });
    return Volume(m_grid, std::move(out));
}

std::pair<double, double> Volume::range() const
{
    if (empty())
        return {0, 0};
    return visit([](auto voxels) -> std::pair<double, double> {
        double low = 1e300, high = -1e300;
        for (const auto v : voxels) {
            const double d = static_cast<double>(v);
            if (d < low)
                low = d;
            if (d > high)
                high = d;
        }
        return low > high ? std::pair<double, double>{0, 0} : std::pair<double, double>{low, high};
    });
}

ContentKey Volume::key() const
{
    if (empty())
        return {};
    std::call_once(m_key->once, [this] {
        Hasher h;
        h.add(std::string_view("volume")).add(std::int64_t(m_buffer.index()));
        for (int a = 0; a < 3; ++a)
            h.add(std::int64_t(m_grid.size[a])).add(m_grid.origin[a]).add(m_grid.spacing[a]);
        for (int n = 0; n < 9; ++n)
            h.add(m_grid.direction.data()[n]);
        h.add(bytes());
        m_key->key = h.key();
    });
    return m_key->key;
}

#define POLLUX_VOLUME(T)                                                                                               \
    template Volume::Volume(const Grid&, std::vector<T>);                                                              \
    template std::span<const T> Volume::as<T>() const;                                                                 \
    template Volume Volume::converted<T>() const;
POLLUX_VOLUME(std::uint8_t)
POLLUX_VOLUME(std::int16_t)
POLLUX_VOLUME(std::uint16_t)
POLLUX_VOLUME(float)
#undef POLLUX_VOLUME

} // namespace pollux
