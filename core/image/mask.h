#pragma once

#include "core/base/content_key.h"
#include "core/geometry/grid.h"
#include "core/image/mask_bricks.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace pollux {

/// The voxels of a mask's box, kept as long as this lives. A span and who owns what it shows.
class BoxVoxels : public std::span<const std::uint8_t>
{
public:
    BoxVoxels() = default;
    explicit BoxVoxels(std::shared_ptr<const std::vector<std::uint8_t>> voxels)
        : std::span<const std::uint8_t>(*voxels), m_owner(std::move(voxels))
    {
    }
    const std::shared_ptr<const std::vector<std::uint8_t>>& owner() const { return m_owner; }

private:
    std::shared_ptr<const std::vector<std::uint8_t>> m_owner;
};

/// A set of voxels of a grid: the mask shape of a structure. Immutable, cheap to copy.
/// Inside it is one of two: the box around it (0 or 1 a voxel), as computed, or bricks that share with the masks it was
/// edited from (core/image/edit). Which one shows in no result and not in key(); it shows in what access costs.
class Mask
{
public:
    Mask() = default;
    /// `voxels` covers `box` (i fastest), non-zero means inside. The box is shrunk to what is set.
    Mask(const Grid& grid, const IndexBox& box, const std::vector<std::uint8_t>& voxels);
    /// `voxels` covers the whole grid.
    Mask(const Grid& grid, const std::vector<std::uint8_t>& voxels);
    /// Throws Error (BadInput) if the bricks are of another size than the grid.
    Mask(const Grid& grid, MaskBricks bricks);

    bool empty() const { return m_count == 0; }
    const Grid& grid() const { return m_grid; } ///< of the whole image
    const IndexBox& box() const { return m_box; }
    /// All voxels of box(). Hold what is returned: of an edited mask the box is made when asked for and goes with the
    /// last who holds it (so an undo history keeps bricks only). To read a part, in() and at() cost no such copy.
    BoxVoxels boxVoxels() const;
    /// True if it is kept as bricks.
    bool inBricks() const { return m_bricks != nullptr; }
    /// The same as bricks; made at each call (threads inside) unless it is kept so.
    std::shared_ptr<const MaskBricks> bricks() const;
    std::int64_t count() const { return m_count; }
    double volumeMl() const { return static_cast<double>(m_count) * m_grid.voxelVolume() / 1000.0; }

    bool at(int i, int j, int k) const
    {
        if (!m_box.contains(i, j, k))
            return false;
        if (!m_voxels)
            return m_bricks->at(i, j, k);
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
    struct Cache;
    Grid m_grid;
    IndexBox m_box;
    std::shared_ptr<const std::vector<std::uint8_t>> m_voxels; ///< null if it is kept as bricks
    std::shared_ptr<const MaskBricks> m_bricks;                ///< null if it is kept as its box
    std::int64_t m_count = 0;
    std::shared_ptr<Cache> m_cache;
};

// Set algebra; both on the same geometry, else Error (BadInput). Kept as bricks if `a` is.
Mask unite(const Mask& a, const Mask& b);
Mask intersect(const Mask& a, const Mask& b);
Mask subtract(const Mask& a, const Mask& b);
/// 2|A∩B| / (|A|+|B|); 1 if both are empty.
double dice(const Mask& a, const Mask& b);

} // namespace pollux
