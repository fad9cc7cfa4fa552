#include "core/image/registration/displacement_field.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/image/registration/affine.h"
#include "core/image/registration/deformable.h"
#include "core/image/registration/sampling.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>
#include <limits>

namespace pollux {

namespace {

using Cell = registration::Cell<double>;

/// Calls f(n, point) for the voxels of a grid, slice by slice on several threads.
template <class F>
void forEachVoxel(const Grid& g, const Job& job, F f)
{
    parallelFor(0, g.size[2], 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t k = first; k < last; ++k) {
            job.checkStop();
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i)
                    f(g.offset(i, j, int(k)), g.toPatient(i, j, int(k)));
        }
    });
}

bool reaches(const Grid& g, const Vec3& index)
{
    for (Eigen::Index a = 0; a < 3; ++a)
        if (!(index[a] >= -0.5 && index[a] <= g.size[size_t(a)] - 0.5))
            return false;
    return true;
}

} // namespace

Vec3 DisplacementField::at(const Vec3& p) const
{
    if (empty())
        return Vec3::Zero();
    const Cell cell(grid.size, grid.toIndex(p));
    return {cell.of(u[0]), cell.of(u[1]), cell.of(u[2])};
}

DisplacementField identityField(const Grid& grid)
{
    checkGrid(grid);
    DisplacementField field{grid, {}};
    for (auto& component : field.u)
        component.assign(static_cast<size_t>(grid.voxels()), 0.0f);
    return field;
}

DisplacementField fieldOf(const AffineMap& map, const Grid& grid)
{
    // Trilinear between eight corners is exact for an affine map.
    Grid corners = grid;
    for (size_t a = 0; a < 3; ++a) {
        corners.size[a] = 2;
        corners.spacing[Eigen::Index(a)] *= std::max(grid.size[a] - 1, 1);
    }
    DisplacementField field = identityField(corners);
    for (int n = 0; n < 8; ++n) {
        const Vec3 p = corners.toPatient(n & 1, n >> 1 & 1, n >> 2);
        const Vec3 u = map(p) - p;
        for (size_t a = 0; a < 3; ++a)
            field.u[a][size_t(n)] = static_cast<float>(u[Eigen::Index(a)]);
    }
    return field;
}

Volume warp(const Volume& moving, const DisplacementField& field, const Grid& target, Interpolation interpolation,
            double outside, const Job& job)
{
    checkGrid(target);
    const Grid& from = moving.grid();
    return moving.visit([&](auto voxels) {
        using T = std::remove_const_t<typename decltype(voxels)::element_type>;
        std::vector<T> out(static_cast<size_t>(target.voxels()));
        forEachVoxel(target, job, [&](std::int64_t n, const Vec3& p) {
            const Vec3 index = from.toIndex(field(p));
            double value = outside;
            if (reaches(from, index)) {
                if (interpolation == Interpolation::Nearest) {
                    const Cell cell(from.size, index.array().round().matrix());
                    value = cell.of(voxels);
                } else {
                    value = Cell(from.size, index).of(voxels);
                }
            }
            if constexpr (std::is_integral_v<T>)
                value = std::clamp(std::round(value), double(std::numeric_limits<T>::min()),
                                   double(std::numeric_limits<T>::max()));
            out[size_t(n)] = static_cast<T>(value);
        });
        return Volume(target, std::move(out));
    });
}

Mask warp(const Mask& moving, const DisplacementField& field, const Grid& target, const Job& job)
{
    checkGrid(target);
    std::vector<std::uint8_t> out(static_cast<size_t>(target.voxels()), 0);
    if (moving.empty())
        return Mask(target, out);
    const Grid box = moving.grid().cropped(moving.box());
    const BoxVoxels voxels = moving.boxVoxels();
    forEachVoxel(target, job, [&](std::int64_t n, const Vec3& p) {
        const Vec3 index = box.toIndex(field(p));
        // Half a voxel beyond the box the mask is nothing: its edge value must not reach farther.
        if (reaches(box, index))
            out[size_t(n)] = Cell(box.size, index).of(voxels) >= 0.5;
    });
    return Mask(target, out);
}

double correlation(const Volume& fixed, const Volume& moving, const DisplacementField& field, const Job& job)
{
    struct Sums
    {
        double n = 0, f = 0, m = 0, ff = 0, mm = 0, fm = 0;
    };
    const Grid& g = field.grid;
    std::vector<Sums> slices(static_cast<size_t>(g.size[2]));
    const double none = std::numeric_limits<double>::quiet_NaN();
    forEachVoxel(g, job, [&](std::int64_t n, const Vec3& p) {
        const double a = fixed.sample(p, none), b = moving.sample(p + field.voxel(n), none);
        if (!std::isfinite(a) || !std::isfinite(b))
            return;
        Sums& s = slices[size_t(n / (std::int64_t(g.size[0]) * g.size[1]))];
        s.n += 1;
        s.f += a;
        s.m += b;
        s.ff += a * a;
        s.mm += b * b;
        s.fm += a * b;
    });
    Sums all;
    for (const Sums& s : slices) {
        all.n += s.n;
        all.f += s.f;
        all.m += s.m;
        all.ff += s.ff;
        all.mm += s.mm;
        all.fm += s.fm;
    }
    if (all.n < 2)
        return 0;
    const double below = (all.ff - all.f * all.f / all.n) * (all.mm - all.m * all.m / all.n);
    return below > 0 ? (all.fm - all.f * all.m / all.n) / std::sqrt(below) : 0;
}

DisplacementField inverted(const DisplacementField& field, const Grid& grid, const Job& job, int most)
{
    constexpr double kNear = 0.01; // mm
    DisplacementField out = identityField(grid);
    forEachVoxel(grid, job, [&](std::int64_t n, const Vec3& y) {
        Vec3 v = -field.at(y);
        for (int round = 0; round < most; ++round) {
            const Vec3 next = -field.at(y + v);
            const bool near = (next - v).norm() < kNear;
            v = next;
            if (near)
                break;
        }
        for (Eigen::Index a = 0; a < 3; ++a)
            out.u[size_t(a)][size_t(n)] = static_cast<float>(v[a]);
    });
    return out;
}

Volume jacobianMap(const DisplacementField& field, const Job& job)
{
    const Grid& g = field.grid;
    std::vector<float> out(static_cast<size_t>(g.voxels()));
    const std::array<std::int64_t, 3> stride{1, g.size[0], std::int64_t(g.size[0]) * g.size[1]};
    parallelFor(0, g.size[2], 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t k = first; k < last; ++k) {
            job.checkStop();
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i) {
                    const Index3 at{i, j, int(k)};
                    const std::int64_t n = g.offset(i, j, int(k));
                    Mat3 alongGrid; // columns: change per mm along the grid's axes
                    for (size_t a = 0; a < 3; ++a) {
                        const std::int64_t before = at[a] > 0 ? n - stride[a] : n;
                        const std::int64_t after = at[a] + 1 < g.size[a] ? n + stride[a] : n;
                        const double mm = double((after - before) / stride[a]) * g.spacing[Eigen::Index(a)];
                        alongGrid.col(Eigen::Index(a)) =
                            mm > 0 ? Vec3((field.voxel(after) - field.voxel(before)) / mm) : Vec3(Vec3::Zero());
                    }
                    out[size_t(n)] =
                        static_cast<float>((Mat3::Identity() + alongGrid * g.direction.transpose()).determinant());
                }
        }
    });
    return Volume(g, std::move(out));
}

JacobianReport jacobianReport(const Volume& jacobian)
{
    JacobianReport r;
    const auto values = jacobian.as<float>();
    r.voxels = static_cast<std::int64_t>(values.size());
    if (values.empty())
        return r;
    double sum = 0;
    r.least = r.largest = values.front();
    for (const float v : values) {
        r.least = std::min(r.least, double(v));
        r.largest = std::max(r.largest, double(v));
        r.folded += !(v > 0);
        sum += v;
    }
    r.mean = sum / double(r.voxels);
    return r;
}

} // namespace pollux
