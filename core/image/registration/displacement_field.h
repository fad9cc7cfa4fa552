#pragma once

#include "core/image/filters.h"
#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <array>
#include <vector>

namespace pollux {

/// What carries a point of the fixed image to its like in the moving image (LPS, mm): x -> x + u(x). Between the voxels
/// of its grid u is trilinear, beyond them that of the nearest one. A value; thread-safe to read.
struct DisplacementField
{
    Grid grid;
    std::array<std::vector<float>, 3> u; ///< mm along x, y, z of the patient; one a voxel each

    bool empty() const { return u[0].empty(); }
    Vec3 at(const Vec3& p) const;                              ///< u there
    Vec3 operator()(const Vec3& p) const { return p + at(p); } ///< where the point goes
    Vec3 voxel(std::int64_t n) const { return Vec3(u[0][size_t(n)], u[1][size_t(n)], u[2][size_t(n)]); }
};

/// Zero everywhere.
DisplacementField identityField(const Grid& grid);

struct AffineMap;
/// The same as a field: exact within the grid's bounds.
DisplacementField fieldOf(const AffineMap& map, const Grid& grid);

/// Values of `moving` where the points of `target` are carried to; `outside` beyond it. Keeps the type.
Volume warp(const Volume& moving, const DisplacementField& field, const Grid& target, Interpolation interpolation,
            double outside, const Job& job);
/// Trilinear value of the mask at least one half.
Mask warp(const Mask& moving, const DisplacementField& field, const Grid& target, const Job& job);

/// The field that leads back: on `grid`, by fixed-point iteration v(y) = -u(y + v(y)) (Chen et al., Med. Phys. 35
/// (2008) 81), to 0.01 mm or `most` rounds.
DisplacementField inverted(const DisplacementField& field, const Grid& grid, const Job& job, int most = 50);

/// How volumes change: determinant of the Jacobian of x + u(x), by central differences (one-sided at the border).
struct JacobianReport
{
    double least = 1;
    double largest = 1;
    double mean = 1;
    std::int64_t voxels = 0;
    std::int64_t folded = 0; ///< voxels with a determinant of zero or less: space is turned inside out there
};
/// Float32, one a voxel of the field.
Volume jacobianMap(const DisplacementField& field, const Job& job);
JacobianReport jacobianReport(const Volume& jacobian);

} // namespace pollux
