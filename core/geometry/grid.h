#pragma once

#include "core/geometry/vec.h"

#include <array>
#include <cstdint>

namespace pollux {

using Index3 = std::array<int, 3>;

/// Half-open box of voxel indices: min <= i < max.
struct IndexBox
{
    Index3 min{0, 0, 0};
    Index3 max{0, 0, 0};

    bool operator==(const IndexBox&) const = default;
    bool empty() const { return max[0] <= min[0] || max[1] <= min[1] || max[2] <= min[2]; }
    int size(int axis) const { return max[axis] - min[axis]; }
    std::int64_t voxels() const
    {
        return empty() ? 0 : std::int64_t(size(0)) * size(1) * size(2);
    }
    bool contains(int i, int j, int k) const
    {
        return i >= min[0] && i < max[0] && j >= min[1] && j < max[1] && k >= min[2] && k < max[2];
    }
};

/// A regular grid in patient space (LPS, mm). Voxel (i,j,k) has its centre at
/// origin + direction * diag(spacing) * (i,j,k); columns of `direction` are the unit axes of i, j, k.
/// Memory order: i fastest, then j, then k.
struct Grid
{
    Index3 size{0, 0, 0};
    Vec3 origin = Vec3::Zero();
    Vec3 spacing = Vec3::Ones();
    Mat3 direction = Mat3::Identity();

    std::int64_t voxels() const { return std::int64_t(size[0]) * size[1] * size[2]; }
    std::int64_t offset(int i, int j, int k) const { return (std::int64_t(k) * size[1] + j) * size[0] + i; }
    bool contains(int i, int j, int k) const
    {
        return i >= 0 && j >= 0 && k >= 0 && i < size[0] && j < size[1] && k < size[2];
    }
    /// Patient point of a (fractional) index.
    Vec3 toPatient(const Vec3& index) const { return origin + direction * spacing.cwiseProduct(index); }
    Vec3 toPatient(int i, int j, int k) const { return toPatient(Vec3(i, j, k)); }
    /// Fractional index of a patient point; `direction` must be orthonormal.
    Vec3 toIndex(const Vec3& p) const { return (direction.transpose() * (p - origin)).cwiseQuotient(spacing); }
    /// Nearest voxel; may lie outside the grid.
    Index3 nearest(const Vec3& p) const;
    double voxelVolume() const { return spacing.prod(); } ///< mm^3
    IndexBox box() const { return {{0, 0, 0}, size}; }
    /// Box of all voxel *centres*.
    Box bounds() const;
    /// The sub-grid of a box of indices.
    Grid cropped(const IndexBox& box) const;
};

/// Same size, and origin, spacing and direction equal within 1e-3 mm at every corner.
bool sameGeometry(const Grid& a, const Grid& b);

/// Throws Error (BadInput) unless sizes are >= 1, voxels() <= 2^33, spacing finite and > 0, direction orthonormal to 1e-3.
void checkGrid(const Grid& grid);

} // namespace pollux
