#include "core/operation/standard/carry_over.h"

#include "core/image/registration/displacement_field.h"

#include <Eigen/LU>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

/// Places all over a mask's box, at most `most` along each axis.
Grid latticeOf(const Mask& mask, int most)
{
    Grid g = mask.grid().cropped(mask.box());
    for (int a = 0; a < 3; ++a) {
        const int step = (g.size[a] + most - 1) / most;
        g.spacing[a] *= step;
        g.size[a] = (g.size[a] + step - 1) / step;
    }
    return g;
}

} // namespace

CarryOver::CarryOver(const Registration& registration, const Grid& fixed, const Job& job)
    : m_map(registration.map), m_field(registration.field), m_affine(!registration.field), m_fixed(fixed)
{
    if (m_affine)
        m_field = std::make_shared<const DisplacementField>(fieldOf(m_map, fixed));
    else
        m_jacobian = jacobianMap(*m_field, job);
}

bool CarryOver::inside(const Vec3& p) const
{
    const Vec3 index = m_fixed.toIndex(p);
    for (int a = 0; a < 3; ++a)
        if (!(index[a] >= -0.5 && index[a] <= m_fixed.size[a] - 0.5))
            return false;
    return true;
}

std::optional<Vec3> CarryOver::back(const Vec3& moving, const Job& job) const
{
    if (m_affine)
        return m_map.inverse()(moving);
    Grid one;
    one.size = {1, 1, 1};
    one.origin = moving;
    const Vec3 p = moving + inverted(*m_field, one, job).voxel(0);
    constexpr double kExact = 0.1; // mm; the inverse stops at 0.01 where it converges
    return ((*m_field)(p)-moving).norm() <= kExact ? std::optional(p) : std::nullopt;
}

std::optional<Vec3> CarryOver::point(const Vec3& moving, const Job& job) const
{
    const auto p = back(moving, job);
    return p && inside(*p) ? p : std::nullopt;
}

double CarryOver::partOutside(const Mask& moving, const Job& job) const
{
    constexpr int kMost = 24; // places along each axis: the share is known to a few percent
    const Grid lattice = latticeOf(moving, kMost);
    const std::optional<DisplacementField> way =
        m_affine ? std::nullopt : std::optional(inverted(*m_field, lattice, job));
    const AffineMap inverse = m_affine ? m_map.inverse() : AffineMap{};
    std::int64_t all = 0, out = 0, n = 0;
    for (int k = 0; k < lattice.size[2]; ++k)
        for (int j = 0; j < lattice.size[1]; ++j)
            for (int i = 0; i < lattice.size[0]; ++i, ++n) {
                const Vec3 p = lattice.toPatient(i, j, k);
                if (!moving.contains(p))
                    continue;
                ++all;
                out += !inside(way ? Vec3(p + way->voxel(n)) : inverse(p));
            }
    if (all > 0)
        return double(out) / double(all);
    // Thinner than the lattice is wide.
    const auto middle = back(moving.centroid(), job);
    return middle && inside(*middle) ? 0 : 1;
}

void CarryOver::lookAtJacobian(Carried& carried) const
{
    if (m_affine) {
        carried.factor = 1 / std::abs(m_map.linear.determinant());
        carried.folded = m_map.linear.determinant() > 0 ? 0 : 1;
        return;
    }
    const Mask& mask = carried.mask;
    const Grid& g = m_jacobian.grid();
    // The part of the field that the mask's box touches.
    Index3 low = g.size, high{-1, -1, -1};
    for (int corner = 0; corner < 8; ++corner) {
        const auto at = [&](int a) { return (corner >> a) & 1 ? mask.box().max[a] - 1 : mask.box().min[a]; };
        const Vec3 index = g.toIndex(mask.grid().toPatient(at(0), at(1), at(2)));
        for (int a = 0; a < 3; ++a) {
            low[a] = std::clamp(std::min(low[a], static_cast<int>(std::floor(index[a]))), 0, g.size[a] - 1);
            high[a] = std::clamp(std::max(high[a], static_cast<int>(std::ceil(index[a]))), 0, g.size[a] - 1);
        }
    }
    double sum = 0;
    std::int64_t places = 0;
    for (int k = low[2]; k <= high[2]; ++k)
        for (int j = low[1]; j <= high[1]; ++j)
            for (int i = low[0]; i <= high[0]; ++i) {
                if (!mask.contains(g.toPatient(i, j, k)))
                    continue;
                const double det = m_jacobian.at(i, j, k);
                sum += det;
                carried.folded += det <= 0;
                ++places;
            }
    if (places == 0) { // smaller than the field's voxels
        sum = m_jacobian.sample(mask.centroid(), 1);
        places = 1;
        carried.folded = sum <= 0;
    }
    // The determinant is volume in the moving image for volume in the fixed one.
    carried.factor = sum > 0 ? double(places) / sum : 0;
}

CarryOver::Carried CarryOver::operator()(const Mask& moving, const Job& job) const
{
    Carried carried;
    if (moving.empty()) {
        carried.outside = 1;
        return carried;
    }
    carried.mask = warp(moving, *m_field, m_fixed, job);
    carried.outside = partOutside(moving, job);
    if (!carried.mask.empty())
        lookAtJacobian(carried);
    return carried;
}

} // namespace pollux
