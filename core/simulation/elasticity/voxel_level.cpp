#include "core/simulation/elasticity/voxel_level.h"

#include <algorithm>
#include <cmath>

namespace pollux::elasticity {

namespace {

/// Runs of what is not 0 in [0, count), ends at multiples of kRunStep; `tail`: the last entry of a run is 0.
template <class Test>
void appendRuns(std::ptrdiff_t count, bool tail, Test any, std::vector<Run>& runs, std::size_t first)
{
    for (std::ptrdiff_t n = 0; n < count; n += kRunStep) {
        if (!any(n, n + kRunStep))
            continue;
        if (runs.size() > first && runs.back().first + runs.back().count >= n)
            runs.back().count = n + kRunStep - runs.back().first;
        else
            runs.push_back({n, kRunStep});
        if (tail && any(n + kRunStep - 1, n + kRunStep))
            runs.back().count += kRunStep;
    }
}

std::size_t padded(std::ptrdiff_t n)
{
    return static_cast<std::size_t>((n + kRunStep - 1) / kRunStep * kRunStep);
}

} // namespace

template <class T>
VoxelLevel<T>::VoxelLevel(const Index3& size, double edge, const HexElement& element)
    : m_size(size), m_edge(edge), m_element(element), m_kernels(hexKernels<T>()), m_row(size[0] + 1),
      m_plane(padded(m_row * (size[1] + 1))),
      // A layer reads up to two steps and a row beyond its last cube.
      m_length(m_plane * static_cast<std::size_t>(size[2] + 1) + static_cast<std::size_t>(m_row + 4 * kRunStep))
{
    const double s = edge / 128, l = element.lambda, m = element.mu;
    m_modes = {T(s * 8 * l),
               T(s * 16 * m),
               T(s * 8 * m),
               T(s * 8 / 3 * (l + 3 * m)),
               T(s * 8 / 3 * l),
               T(s * 8 / 3 * m),
               T(s * 8 / 9 * (l + 4 * m))};
    modulus.assign(m_length, T(0));
    held.assign(m_length, 0);
    for (auto& component : m_forces)
        for (auto& plane : component)
            plane.assign(m_plane + static_cast<std::size_t>(m_row + 4 * kRunStep), T(0));
}

template <class T>
NodeVector<T> VoxelLevel<T>::vector() const
{
    NodeVector<T> v;
    for (auto& c : v.values)
        c.assign(m_length, T(0));
    return v;
}

template <class T>
std::int64_t VoxelLevel<T>::bytes() const
{
    return static_cast<std::int64_t>(m_length * (2 * sizeof(T) + 1) + 6 * m_plane * sizeof(T) +
                                     (m_cubeRuns.size() + m_nodeRuns.size()) * sizeof(Run) +
                                     m_held.size() * sizeof(Held));
}

template <class T>
void VoxelLevel<T>::prepare()
{
    const T diagonal = T(m_edge * m_element.stiffness(0, 0));
    m_inverseDiagonal.assign(m_length, T(0));
    std::vector<T> lower(m_plane + static_cast<std::size_t>(m_row) + 1), upper(lower.size());
    m_cubeRuns.clear();
    m_nodeRuns.clear();
    m_held.clear();
    m_firstCubeRun.assign(1, 0);
    m_firstNodeRun.assign(1, 0);
    m_firstHeld.assign(1, 0);
    const std::ptrdiff_t cubes = m_row * m_size[1], nodes = static_cast<std::ptrdiff_t>(m_plane);
    for (int k = 0; k <= m_size[2]; ++k) {
        std::fill(upper.begin(), upper.end(), T(0));
        if (k < m_size[2]) {
            const T* e = &modulus[node(0, 0, k)];
            for (std::ptrdiff_t n = 0; n < cubes; ++n) {
                const auto at = static_cast<std::size_t>(n), up = static_cast<std::size_t>(n + m_row);
                upper[at] += e[n];
                upper[at + 1] += e[n];
                upper[up] += e[n];
                upper[up + 1] += e[n];
            }
            const std::size_t first = m_cubeRuns.size();
            appendRuns(
                cubes, true,
                [&](std::ptrdiff_t a, std::ptrdiff_t b) {
                    return std::any_of(e + a, e + std::min(b, cubes), [](T v) { return v != 0; });
                },
                m_cubeRuns, first);
            m_firstCubeRun.push_back(m_cubeRuns.size());
        }
        T* inverse = &m_inverseDiagonal[node(0, 0, k)];
        for (std::size_t n = 0; n < m_plane; ++n) {
            const T sum = diagonal * (lower[n] + upper[n]);
            inverse[n] = sum > 0 ? 1 / sum : T(0);
        }
        lower.swap(upper);
        const std::size_t first = m_nodeRuns.size();
        appendRuns(
            nodes, false,
            [&](std::ptrdiff_t a, std::ptrdiff_t b) {
                return std::any_of(inverse + a, inverse + std::min(b, nodes), [](T v) { return v != 0; });
            },
            m_nodeRuns, first);
        m_firstNodeRun.push_back(m_nodeRuns.size());
        const std::uint8_t* bits = &held[node(0, 0, k)];
        for (std::size_t n = 0; n < m_plane; ++n)
            if (bits[n] && inverse[n] > 0)
                m_held.push_back({static_cast<std::uint32_t>(n), bits[n]});
        m_firstHeld.push_back(m_held.size());
    }
}

template <class T>
std::span<const Run> VoxelLevel<T>::nodeRuns(int plane) const
{
    const auto k = static_cast<std::size_t>(plane);
    return std::span(m_nodeRuns).subspan(m_firstNodeRun[k], m_firstNodeRun[k + 1] - m_firstNodeRun[k]);
}

template <class T>
void VoxelLevel<T>::mask(int plane, T* const values[3]) const
{
    const auto k = static_cast<std::size_t>(plane);
    for (std::size_t h = m_firstHeld[k]; h < m_firstHeld[k + 1]; ++h)
        for (int c = 0; c < 3; ++c)
            if (m_held[h].bits >> c & 1)
                values[c][m_held[h].at] = T(0);
}

template <class T>
void VoxelLevel<T>::mask(NodeVector<T>& v) const
{
    for (int k = 0; k < planes(); ++k) {
        const std::size_t first = node(0, 0, k);
        T* const values[3] = {v.plane(0, first), v.plane(1, first), v.plane(2, first)};
        mask(k, values);
    }
}

template <class T>
void VoxelLevel<T>::addLayer(int k, const NodeVector<T>& x)
{
    const auto layer = static_cast<std::size_t>(k);
    LayerView<T> view;
    const std::size_t first = node(0, 0, k);
    for (int c = 0; c < 3; ++c)
        for (int p = 0; p < 2; ++p) {
            view.x[c][p] = x.plane(c, first + static_cast<std::size_t>(p) * m_plane);
            view.y[c][p] = m_forces[c][(k + p) & 1].data();
        }
    view.modulus = &modulus[first];
    view.row = m_row;
    view.runs = m_cubeRuns.data() + m_firstCubeRun[layer];
    view.runCount = m_firstCubeRun[layer + 1] - m_firstCubeRun[layer];
    m_kernels.layer(view, m_modes);
}

template <class T>
void VoxelLevel<T>::forces(const NodeVector<T>& x, NodeVector<T>& to)
{
    pass(x, false, [&](int k, T* const t[3]) {
        for (int c = 0; c < 3; ++c)
            std::copy(t[c], t[c] + m_plane, to.plane(c, node(0, 0, k)));
    });
}

template <class T>
double VoxelLevel<T>::multiply(const NodeVector<T>& x, NodeVector<T>& to)
{
    double sum = 0;
    pass(x, true, [&](int k, T* const t[3]) {
        const auto runs = nodeRuns(k);
        const std::size_t first = node(0, 0, k);
        for (int c = 0; c < 3; ++c)
            sum += m_kernels.keepAndDot(runs.data(), runs.size(), x.plane(c, first), t[c], to.plane(c, first));
    });
    return sum;
}

template <class T>
void VoxelLevel<T>::residual(const NodeVector<T>& f, const NodeVector<T>& x, NodeVector<T>& to)
{
    pass(x, false, [&](int k, T* const t[3]) {
        const auto runs = nodeRuns(k);
        const std::size_t first = node(0, 0, k);
        for (int c = 0; c < 3; ++c)
            m_kernels.residual(runs.data(), runs.size(), f.plane(c, first), t[c]);
        mask(k, t);
        for (int c = 0; c < 3; ++c)
            std::copy(t[c], t[c] + m_plane, to.plane(c, first));
    });
}

template <class T>
void VoxelLevel<T>::smooth(const NodeVector<T>& f, NodeVector<T>& x, NodeVector<T>& r, NodeVector<T>& d, int steps,
                           bool fromZero)
{
    const double largest = m_element.largestScaledEigenvalue;
    const T b = T(4 / (3 * largest));
    const T* inverse = m_inverseDiagonal.data();
    if (fromZero) {
        for (int k = 0; k < planes(); ++k) {
            const auto runs = nodeRuns(k);
            const std::size_t at = node(0, 0, k);
            for (int c = 0; c < 3; ++c)
                m_kernels.beginFromZero(runs.data(), runs.size(), b, inverse + at, f.plane(c, at), d.plane(c, at),
                                        x.plane(c, at));
        }
    } else {
        pass(x, true, [&](int k, T* const t[3]) {
            const auto runs = nodeRuns(k);
            const std::size_t at = node(0, 0, k);
            for (int c = 0; c < 3; ++c)
                m_kernels.begin(runs.data(), runs.size(), b, inverse + at, f.plane(c, at), t[c], r.plane(c, at),
                                d.plane(c, at), x.plane(c, at));
        });
    }
    for (int s = 2; s <= steps; ++s) {
        const T a = T(double(2 * s - 3) / (2 * s + 1)), g = T(double(8 * s - 4) / (2 * s + 1) / largest);
        const bool first = fromZero && s == 2;
        pass(d, true, [&](int k, T* const t[3]) {
            const auto runs = nodeRuns(k);
            const std::size_t at = node(0, 0, k);
            for (int c = 0; c < 3; ++c)
                if (first)
                    m_kernels.smoothFirst(runs.data(), runs.size(), a, g, inverse + at, f.plane(c, at), t[c],
                                          r.plane(c, at), d.plane(c, at), x.plane(c, at));
                else
                    m_kernels.smooth(runs.data(), runs.size(), a, g, inverse + at, t[c], r.plane(c, at), d.plane(c, at),
                                     x.plane(c, at));
        });
    }
}

template class VoxelLevel<float>;
template class VoxelLevel<double>;

} // namespace pollux::elasticity
