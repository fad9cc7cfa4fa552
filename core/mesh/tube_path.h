#pragma once

#include "core/image/mask.h"
#include "core/jobs/job.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace pollux {

/// One connected part of a tubular mask as a graph of voxels, for centrelines(): depths, shortest paths along the
/// middle, and the refinement of a path of voxels to a smooth line below voxel size.
class TubeGraph
{
public:
    TubeGraph(const Mask& part, const Job& job);

    int size() const { return static_cast<int>(m_offset.size()); }
    /// mm to the nearest voxel centre outside.
    double depth(int voxel) const { return m_depth[static_cast<size_t>(voxel)]; }
    double depthAt(const Vec3& p) const; ///< of the voxel a point lies in; 0 outside
    Vec3 position(int voxel) const;
    int nearest(const Vec3& p) const; ///< voxel nearest to a point
    int deepest() const;
    bool inside(const Vec3& p) const { return m_mask.contains(p); }
    double voxelSize() const { return m_grid.spacing.maxCoeff(); }

    struct Distances
    {
        std::vector<double> cost;
        std::vector<std::int32_t> parent; ///< towards the start; -1 there
    };
    /// Dijkstra over 26 neighbours. Plain lengths in mm, or each divided by the third power of the depth, so that paths
    /// keep to the middle (the 1/R weight of Antiga, IEEE TMI 22 (2003) 674, sharpened).
    Distances from(int start, bool middle, const Job& job) const;

    /// Calls f(voxel) for all voxels of the part within `radius` mm of p.
    template <class F>
    void near(const Vec3& p, double radius, F&& f) const;

    /// Inscribed radius at a point: midway between the last voxel centre inside and the first outside.
    double radius(const Vec3& p) const;

    /// Smooths a line and draws it to the middle of the tube; the ends named stay where they are.
    std::vector<Vec3> centred(std::vector<Vec3> line, bool keepFirst, bool keepLast, const Job& job) const;

private:
    int at(int i, int j, int k) const { return m_id[static_cast<size_t>((std::int64_t(k) * m_nj + j) * m_ni + i)]; }

    Mask m_mask;
    Grid m_grid; ///< of the padded box
    int m_ni, m_nj, m_nk;
    std::vector<std::int32_t> m_id;     ///< of the padded box: voxel number or -1
    std::vector<std::int32_t> m_offset; ///< in the padded box
    std::vector<float> m_depth;
};

template <class F>
void TubeGraph::near(const Vec3& p, double radius, F&& f) const
{
    const Vec3 x = m_grid.toIndex(p);
    int lo[3], hi[3];
    for (int a = 0; a < 3; ++a) {
        lo[a] = static_cast<int>(std::max(std::ceil(x[a] - radius / m_grid.spacing[a]), 0.0));
        hi[a] = static_cast<int>(std::min(std::floor(x[a] + radius / m_grid.spacing[a]), m_grid.size[a] - 1.0));
    }
    for (int k = lo[2]; k <= hi[2]; ++k)
        for (int j = lo[1]; j <= hi[1]; ++j)
            for (int i = lo[0]; i <= hi[0]; ++i) {
                const int v = at(i, j, k);
                if (v >= 0 && (Vec3(i, j, k) - x).cwiseProduct(m_grid.spacing).squaredNorm() <= radius * radius)
                    f(v);
            }
}

} // namespace pollux
