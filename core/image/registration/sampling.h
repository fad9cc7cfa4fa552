#pragma once

// What the registrations and the field share. Included by files of this folder only.

#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <algorithm>

namespace pollux::registration {

/// The volume on voxels of about `spacing` mm (box averages by whole numbers), with at least `least` of them along each
/// axis that has so many.
Volume coarser(const Volume& volume, double spacing, int least, const Job& job);

/// The eight voxels about a place and what each counts; clamped to the box. Places in voxels; Real is what it is
/// reckoned in.
template <class Real>
struct Cell
{
    std::int64_t o;
    std::int64_t sx, sy, sz;
    Real x, y, z;

    Cell(const Index3& size, Real px, Real py, Real pz)
    {
        const auto along = [](Real p, int n, Real& t) {
            p = std::clamp(p, Real(0), Real(n - 1));
            const int low = std::min(int(p), std::max(n - 2, 0));
            t = p - Real(low);
            return low;
        };
        const int i = along(px, size[0], x), j = along(py, size[1], y), k = along(pz, size[2], z);
        o = (std::int64_t(k) * size[1] + j) * size[0] + i;
        sx = size[0] > 1;
        sy = size[1] > 1 ? size[0] : 0;
        sz = size[2] > 1 ? std::int64_t(size[0]) * size[1] : 0;
    }
    Cell(const Index3& size, const Vec3& p) : Cell(size, Real(p[0]), Real(p[1]), Real(p[2])) {}

    /// Trilinear; `v` holds one value a voxel of the box.
    template <class V>
    Real of(const V& v) const
    {
        const auto at = [&](std::int64_t n) { return static_cast<Real>(v[static_cast<size_t>(o + n)]); };
        const auto row = [&](std::int64_t n) {
            const Real first = at(n);
            return first + x * (at(n + sx) - first);
        };
        const auto plane = [&](std::int64_t n) {
            const Real first = row(n);
            return first + y * (row(n + sy) - first);
        };
        const Real first = plane(0);
        return first + z * (plane(sz) - first);
    }
};

} // namespace pollux::registration
