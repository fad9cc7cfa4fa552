#pragma once

#include "core/geometry/grid.h"
#include "core/simulation/elasticity/hex_element.h"
#include "core/simulation/elasticity/hex_kernels.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace pollux::elasticity {

/// One vector of a level: three components, x fastest, rows without padding, see VoxelLevel::plane().
template <class T>
struct NodeVector
{
    std::vector<T> values[3];

    T* plane(int c, std::size_t first) { return values[c].data() + first; }
    const T* plane(int c, std::size_t first) const { return values[c].data() + first; }
};

/// A grid of cubes with a Young's modulus each, and what is held of its nodes: the stiffness matrix without a matrix.
/// A pass goes plane by plane: the force of a plane is complete as soon as the layer above it was added, so what a
/// pass does with it (smooth, subtract, sum) happens while it lies in the cache.
/// Nodes that no stiff cube touches are not there: their values stay 0.
/// Flops of a pass: about 200 a cube against 1152 of the dense 24 x 24 product, for the cube's symmetry splits the
/// element's matrix into eight modes a component (Hadamard transform of its corners).
template <class T>
class VoxelLevel
{
public:
    /// `size`: cubes; `edge` in mm.
    VoxelLevel(const Index3& size, double edge, const HexElement& element);

    const Index3& size() const { return m_size; }
    std::ptrdiff_t row() const { return m_row; }
    /// From plane to plane; behind its rows a plane is padded to a multiple of kRunStep.
    std::size_t plane() const { return m_plane; }
    int planes() const { return m_size[2] + 1; }
    std::size_t nodes() const { return m_plane * static_cast<std::size_t>(planes()); }
    std::size_t cube(int i, int j, int k) const { return node(i, j, k); }
    std::size_t node(int i, int j, int k) const
    {
        return static_cast<std::size_t>(i + m_row * j) + m_plane * static_cast<std::size_t>(k);
    }
    NodeVector<T> vector() const;
    std::size_t bytesOfVector() const { return 3 * m_length * sizeof(T); }
    std::int64_t bytes() const;

    /// Moduli (MPa) by cube(); 0: nothing there. Fill, then call prepare().
    std::vector<T> modulus;
    /// Bits 1, 2, 4: x, y, z of this node is held. Fill, then call prepare().
    std::vector<std::uint8_t> held;
    void prepare();

    T inverseDiagonal(std::size_t node) const { return m_inverseDiagonal[node]; }
    bool active(std::size_t node) const { return m_inverseDiagonal[node] > 0; }
    double edge() const { return m_edge; }
    const HexElement& element() const { return m_element; }

    /// Forces that the displacement `x` causes; at held nodes, too (reactions). Inactive nodes: 0.
    void forces(const NodeVector<T>& x, NodeVector<T>& to);
    /// to = K x where free, 0 where held; the sum of x to.
    double multiply(const NodeVector<T>& x, NodeVector<T>& to);
    /// to = f - K x where free, 0 where held.
    void residual(const NodeVector<T>& f, const NodeVector<T>& x, NodeVector<T>& to);

    /// Chebyshev smoothing of K x = f with x = 0 (or as it is) at the start: `steps` corrections. Fourth kind, no
    /// estimate of a lower bound: J. Lottes, Numer. Linear Algebra Appl. 30 (2023) e2518.
    /// `r`, `d` are work. From zero, x is overwritten.
    void smooth(const NodeVector<T>& f, NodeVector<T>& x, NodeVector<T>& r, NodeVector<T>& d, int steps, bool fromZero);

    const HexKernels<T>& kernels() const { return m_kernels; }
    std::span<const Run> nodeRuns(int plane) const;
    /// 0 where held.
    void mask(NodeVector<T>& v) const;
    void mask(int plane, T* const values[3]) const;

    /// Calls take(plane, t) with K x of each plane, t[c] the plane's three components, held ones 0; t is work of
    /// this level and may be changed. `x` of a plane may be changed in take() as well: it is not needed any more.
    template <class Take>
    void pass(const NodeVector<T>& x, bool maskHeld, Take take);

private:
    void addLayer(int k, const NodeVector<T>& x);

    Index3 m_size;
    double m_edge;
    HexElement m_element;
    const HexKernels<T>& m_kernels;
    ModalStiffness<T> m_modes;
    std::ptrdiff_t m_row;
    std::size_t m_plane, m_length;
    std::vector<T> m_inverseDiagonal;
    std::vector<Run> m_cubeRuns, m_nodeRuns;
    std::vector<std::size_t> m_firstCubeRun, m_firstNodeRun; ///< one a layer, one a plane, and the end
    struct Held
    {
        std::uint32_t at;
        std::uint8_t bits;
    };
    std::vector<Held> m_held;
    std::vector<std::size_t> m_firstHeld;
    std::vector<T> m_forces[3][2]; ///< of the two planes of the layer in hand
};

template <class T>
template <class Take>
void VoxelLevel<T>::pass(const NodeVector<T>& x, bool maskHeld, Take take)
{
    for (auto& component : m_forces)
        for (auto& plane : component)
            std::fill(plane.begin(), plane.end(), T(0));
    for (int k = 0; k < planes(); ++k) {
        if (k < m_size[2])
            addLayer(k, x);
        T* const t[3] = {m_forces[0][k & 1].data(), m_forces[1][k & 1].data(), m_forces[2][k & 1].data()};
        if (maskHeld)
            mask(k, t);
        take(k, t);
        for (T* plane : t)
            std::fill(plane, plane + m_plane, T(0));
    }
}

extern template class VoxelLevel<float>;
extern template class VoxelLevel<double>;

} // namespace pollux::elasticity
