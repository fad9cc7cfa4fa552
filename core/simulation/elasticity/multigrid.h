#pragma once

#include "core/simulation/elasticity/voxel_level.h"

#include <memory>
#include <vector>

namespace pollux::elasticity {

/// Geometric multigrid for a grid of cubes: one V-cycle is an approximate inverse of its stiffness matrix, symmetric
/// and positive, with a cost of a few passes. Coarser grids have cubes of twice the edge with the mean modulus of the
/// eight (after Flaig and Arbenz, LNCS 7116 (2012) 26, and the measurements of this project: as many iterations on
/// 0.5, 0.4 and 0.25 mm); what is held on a fine node is held on the coarse one at its place; the coarsest grid is
/// solved by Cholesky's method. One object is used by one thread at a time.
template <class T>
class Multigrid
{
public:
    Multigrid(const Index3& size, double edge, const HexElement& element);
    ~Multigrid();

    /// Fill its modulus and held, then call prepare(). Vectors of T have its shape.
    VoxelLevel<T>& finest() { return m_levels.front()->grid; }
    const VoxelLevel<T>& finest() const { return m_levels.front()->grid; }
    void prepare();

    /// x = about K^-1 f. `f` is 0 where held.
    void cycle(const NodeVector<T>& f, NodeVector<T>& x) { cycle(0, f, x); }

    int levels() const { return static_cast<int>(m_levels.size()); }
    std::int64_t bytes() const;

    int steps = 3; ///< smoothing before and after

private:
    struct Level
    {
        VoxelLevel<T> grid;
        NodeVector<T> f, x, r, d; ///< f, x: of levels below the finest
        std::vector<T> rows;      ///< work of transfers

        Level(const Index3& size, double edge, const HexElement& element, bool finest);
    };
    struct Coarsest;

    void cycle(std::size_t level, const NodeVector<T>& f, NodeVector<T>& x);
    /// Adds a plane of the fine residual to the coarse forces: transpose of correct().
    void restrictPlane(std::size_t level, int plane, T* const t[3]);
    void correct(std::size_t level, NodeVector<T>& x);

    std::vector<std::unique_ptr<Level>> m_levels;
    std::unique_ptr<Coarsest> m_coarsest;
};

extern template class Multigrid<float>;
extern template class Multigrid<double>;

} // namespace pollux::elasticity
