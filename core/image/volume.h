#pragma once

#include "core/base/content_key.h"
#include "core/geometry/grid.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace pollux {

enum class VoxelType { UInt8, Int16, UInt16, Float32 };
std::string_view name(VoxelType type); ///< "uint8", "int16", "uint16", "float32"
int bytesPerVoxel(VoxelType type);

/// A scalar image on a regular grid in patient space. Immutable and cheap to copy: voxels are shared.
/// Values are real-world ones (HU for CT), i.e. rescale is already applied; memory order as Grid.
class Volume
{
public:
    using Buffer = std::variant<std::shared_ptr<const std::vector<std::uint8_t>>, std::shared_ptr<const std::vector<std::int16_t>>,
                                std::shared_ptr<const std::vector<std::uint16_t>>, std::shared_ptr<const std::vector<float>>>;

    Volume() = default; ///< empty
    /// Throws Error (BadInput) if the grid is not valid or the number of voxels differs from it.
    template <class T>
    Volume(const Grid& grid, std::vector<T> voxels);

    bool empty() const { return m_grid.voxels() == 0; }
    const Grid& grid() const { return m_grid; }
    VoxelType type() const { return static_cast<VoxelType>(m_buffer.index()); }
    std::int64_t voxels() const { return m_grid.voxels(); }

    /// The voxels as T; throws Error (Internal) if T is not the stored type. Use visit() where the type is open.
    template <class T>
    std::span<const T> as() const;
    std::span<const std::byte> bytes() const;

    /// Calls f(std::span<const T>) with the stored type.
    template <class F>
    decltype(auto) visit(F&& f) const
    {
        return std::visit([&](const auto& p) -> decltype(auto) { return f(std::span(*p)); }, m_buffer);
    }

    double at(int i, int j, int k) const; ///< 0 outside
    /// Trilinear; `outside` beyond the voxel centres' box.
    double sample(const Vec3& patientPoint, double outside = 0) const;
    /// Same grid, voxels as T (rounded and clamped for integers). No copy if already T.
    template <class T>
    Volume converted() const;
    /// Minimum and maximum, NaN ignored. (0,0) if empty.
    std::pair<double, double> range() const;

    /// Of grid, type and voxels; computed at the first call, then remembered. Thread-safe.
    ContentKey key() const;

private:
    struct KeyCache;
    Grid m_grid;
    Buffer m_buffer;
    std::shared_ptr<KeyCache> m_key;
};

} // namespace pollux
