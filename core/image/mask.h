#pragma once

#include "core/base/content_key.h"
#include "core/geometry/grid.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace pollux {

/// A set of voxels of a grid: the mask shape of a structure. Only the box around it is stored (0 or 1 a voxel).
/// Immutable, cheap to copy.
class Mask
{
public:
    Mask() = default;
    /// `voxels` covers `box` (i fastest), non-zero means inside. The box is shrunk to what is set.
    Mask(const Grid& grid, const IndexBox& box, const std::vector<std::uint8_t>& voxels);
    /// `voxels` covers the whole grid.
    Mask(const Grid& grid, const std::vector<std::uint8_t>& voxels);

    bool empty() const { return m_count == 0; }
    const Grid& grid() const { return m_grid; } ///< of the whole image
    const IndexBox& box() const { return m_box; }
    std::span<const std::uint8_t> boxVoxels() const;
    std::int64_t count() const { return m_count; }
    double volumeMl() const { return static_cast<double>(m_count) * m_grid.voxelVolume() / 1000.0; }

    bool at(int i, int j, int k) const
    {
        if (!m_box.contains(i, j, k))
            return false;
        return (*m_voxels)[(std::int64_t(k - m_box.min[2]) * m_box.size(1) + (j - m_box.min[1])) * m_box.size(0) +
                           (i - m_box.min[0])] != 0;
    }
    bool contains(const Vec3& patientPoint) const;
    /// Centre of mass in patient coordinates.
    Vec3 centroid() const;
    /// Voxels of the whole grid.
    std::vector<std::uint8_t> full() const;
    /// Voxels of any box inside the grid.
    std::vector<std::uint8_t> in(const IndexBox& box) const;

    ContentKey key() const;

private:
    struct KeyCache;
    Grid m_grid;
    IndexBox m_box;
    std::shared_ptr<const std::vector<std::uint8_t>> m_voxels;
    std::int64_t m_count = 0;
    std::shared_ptr<KeyCache> m_key;
};

// Set algebra; both on the same geometry, else Error (BadInput).
Mask unite(const Mask& a, const Mask& b);
Mask intersect(const Mask& a, const Mask& b);
Mask subtract(const Mask& a, const Mask& b);
/// 2|A∩B| / (|A|+|B|); 1 if both are empty.
double dice(const Mask& a, const Mask& b);

} // namespace pollux
