#include "core/simulation/elasticity/multigrid.h"

#include "core/base/error.h"

#include <Eigen/Cholesky>

#include <array>

namespace pollux::elasticity {

namespace {

constexpr int kMostCoarsestUnknowns = 400;

Index3 halved(const Index3& size)
{
    return {(size[0] + 1) / 2, (size[1] + 1) / 2, (size[2] + 1) / 2};
}

std::int64_t unknowns(const Index3& size)
{
    return 3 * std::int64_t(size[0] + 1) * (size[1] + 1) * (size[2] + 1);
}

} // namespace

template <class T>
Multigrid<T>::Level::Level(const Index3& size, double edge, const HexElement& element, bool finest)
    : grid(size, edge, element), r(grid.vector()), d(grid.vector()),
      rows(static_cast<std::size_t>(2 * (grid.row() + 2 * kRunStep)))
{
    if (!finest) {
        f = grid.vector();
        x = grid.vector();
    }
}

/// Cholesky's factors of the coarsest matrix.
template <class T>
struct Multigrid<T>::Coarsest
{
    std::vector<std::array<std::size_t, 2>> free; ///< component, node
    Eigen::LLT<Eigen::MatrixXd> factors;
    Eigen::VectorXd b;

    void prepare(const VoxelLevel<T>& grid)
    {
        free.clear();
        std::vector<int> number(3 * grid.nodes(), -1);
        for (std::size_t n = 0; n < grid.nodes(); ++n)
            for (std::size_t c = 0; c < 3; ++c)
                if (grid.active(n) && !(grid.held[n] >> c & 1)) {
                    number[3 * n + c] = static_cast<int>(free.size());
                    free.push_back({c, n});
                }
        const auto size = static_cast<Eigen::Index>(free.size());
        Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(size, size);
        for (int k = 0; k < grid.size()[2]; ++k)
            for (int j = 0; j < grid.size()[1]; ++j)
                for (int i = 0; i < grid.size()[0]; ++i) {
                    const double e = double(grid.modulus[grid.cube(i, j, k)]) * grid.edge();
                    if (e == 0)
                        continue;
                    std::array<int, 24> at;
                    for (int a = 0; a < 8; ++a)
                        for (int c = 0; c < 3; ++c)
                            at[static_cast<std::size_t>(3 * a + c)] =
                                number[3 * grid.node(i + (a & 1), j + (a >> 1 & 1), k + (a >> 2)) +
                                       static_cast<std::size_t>(c)];
                    for (int p = 0; p < 24; ++p)
                        for (int q = 0; q < 24; ++q)
                            if (const int m = at[static_cast<std::size_t>(p)], n = at[static_cast<std::size_t>(q)];
                                m >= 0 && n >= 0)
                                matrix(m, n) += e * grid.element().stiffness(p, q);
                }
        // Where nothing is held the coarsest problem has rigid motions; a trace of stiffness keeps it solvable, and
        // conjugate gradients never ask for them.
        for (Eigen::Index n = 0; n < size; ++n)
            matrix(n, n) *= 1 + 1e-9;
        factors.compute(matrix);
        if (size > 0 && factors.info() != Eigen::Success)
            throw Error(ErrorCode::BadInput, "The model cannot be solved: a part of it moves freely.",
                        "Hold it at more places.");
        b.resize(size);
    }

    void solve(const NodeVector<T>& f, NodeVector<T>& x)
    {
        if (free.empty())
            return;
        for (std::size_t n = 0; n < free.size(); ++n)
            b(static_cast<Eigen::Index>(n)) = double(f.values[free[n][0]][free[n][1]]);
        factors.solveInPlace(b);
        for (std::size_t n = 0; n < free.size(); ++n)
            x.values[free[n][0]][free[n][1]] = T(b(static_cast<Eigen::Index>(n)));
    }
};

template <class T>
Multigrid<T>::Multigrid(const Index3& size, double edge, const HexElement& element)
    : m_coarsest(std::make_unique<Coarsest>())
{
    Index3 now = size;
    m_levels.push_back(std::make_unique<Level>(now, edge, element, true));
    while (unknowns(now) > kMostCoarsestUnknowns) {
        const Index3 next = halved(now);
        if (next == now)
            break;
        now = next;
        edge *= 2;
        m_levels.push_back(std::make_unique<Level>(now, edge, element, false));
    }
}

template <class T>
Multigrid<T>::~Multigrid() = default;

template <class T>
std::int64_t Multigrid<T>::bytes() const
{
    std::int64_t sum = 0;
    for (const auto& l : m_levels) {
        sum += l->grid.bytes();
        const auto vector = static_cast<std::int64_t>(l->grid.bytesOfVector());
        sum += vector * (l == m_levels.front() ? 2 : 4);
    }
    return sum;
}

template <class T>
void Multigrid<T>::prepare()
{
    for (std::size_t l = 0; l < m_levels.size(); ++l) {
        VoxelLevel<T>& grid = m_levels[l]->grid;
        if (l > 0) {
            const VoxelLevel<T>& fine = m_levels[l - 1]->grid;
            const Index3& n = fine.size();
            std::fill(grid.modulus.begin(), grid.modulus.end(), T(0));
            for (int k = 0; k < n[2]; ++k)
                for (int j = 0; j < n[1]; ++j) {
                    const T* e = &fine.modulus[fine.cube(0, j, k)];
                    T* to = &grid.modulus[grid.cube(0, j / 2, k / 2)];
                    for (int i = 0; i < n[0]; ++i)
                        to[i / 2] += e[i] * T(0.125);
                }
            // Beyond the fine grid's last node lies no fine node: the last one decides.
            const Index3& m = grid.size();
            for (int k = 0; k <= m[2]; ++k)
                for (int j = 0; j <= m[1]; ++j)
                    for (int i = 0; i <= m[0]; ++i)
                        grid.held[grid.node(i, j, k)] =
                            fine.held[fine.node(std::min(2 * i, n[0]), std::min(2 * j, n[1]), std::min(2 * k, n[2]))];
        }
        grid.prepare();
    }
    m_coarsest->prepare(m_levels.back()->grid);
}

template <class T>
void Multigrid<T>::restrictPlane(std::size_t level, int k, T* const t[3])
{
    const VoxelLevel<T>& fine = m_levels[level]->grid;
    Level& coarse = *m_levels[level + 1];
    const Index3& n = fine.size();
    const Index3& m = coarse.grid.size();
    T* const row = m_levels[level]->rows.data() + 1; // one 0 before and one behind
    const int lower = k / 2, upper = (k + 1) / 2;
    const T weight = lower == upper ? T(1) : T(0.5);
    for (int c = 0; c < 3; ++c)
        for (int J = 0; J <= m[1]; ++J) {
            const T* const from[3] = {2 * J - 1 <= n[1] && J > 0 ? t[c] + (2 * J - 1) * fine.row() : nullptr,
                                      2 * J <= n[1] ? t[c] + 2 * J * fine.row() : nullptr,
                                      2 * J + 1 <= n[1] ? t[c] + (2 * J + 1) * fine.row() : nullptr};
            for (int i = 0; i <= n[0]; ++i)
                row[i] = from[1] ? weight * from[1][i] : T(0);
            for (int side : {0, 2})
                if (from[side])
                    for (int i = 0; i <= n[0]; ++i)
                        row[i] += T(0.5) * weight * from[side][i];
            row[-1] = row[n[0] + 1] = row[n[0] + 2] = T(0);
            T* const to0 = coarse.f.plane(c, coarse.grid.node(0, J, lower));
            if (lower == upper) {
                for (int I = 0; I <= m[0]; ++I)
                    to0[I] += row[2 * I] + T(0.5) * (row[2 * I - 1] + row[2 * I + 1]);
                continue;
            }
            T* const to1 = coarse.f.plane(c, coarse.grid.node(0, J, upper));
            for (int I = 0; I <= m[0]; ++I) {
                const T v = row[2 * I] + T(0.5) * (row[2 * I - 1] + row[2 * I + 1]);
                to0[I] += v;
                to1[I] += v;
            }
        }
}

template <class T>
void Multigrid<T>::correct(std::size_t level, NodeVector<T>& x)
{
    const VoxelLevel<T>& fine = m_levels[level]->grid;
    const Level& coarse = *m_levels[level + 1];
    const Index3& n = fine.size();
    const int length = coarse.grid.size()[0] + 1;
    T* const row = m_levels[level]->rows.data();
    for (int k = 0; k <= n[2]; ++k) {
        for (int c = 0; c < 3; ++c)
            for (int j = 0; j <= n[1]; ++j) {
                const T* const from[4] = {coarse.x.plane(c, coarse.grid.node(0, j / 2, k / 2)),
                                          coarse.x.plane(c, coarse.grid.node(0, (j + 1) / 2, k / 2)),
                                          coarse.x.plane(c, coarse.grid.node(0, j / 2, (k + 1) / 2)),
                                          coarse.x.plane(c, coarse.grid.node(0, (j + 1) / 2, (k + 1) / 2))};
                const bool oneRow = j % 2 == 0, onePlane = k % 2 == 0;
                if (oneRow && onePlane)
                    for (int i = 0; i < length; ++i)
                        row[i] = from[0][i];
                else if (oneRow || onePlane)
                    for (int i = 0; i < length; ++i)
                        row[i] = T(0.5) * (from[0][i] + from[3][i]);
                else
                    for (int i = 0; i < length; ++i)
                        row[i] = T(0.25) * ((from[0][i] + from[1][i]) + (from[2][i] + from[3][i]));
                T* const to = x.plane(c, fine.node(0, j, k));
                const int pairs = n[0] / 2;
                for (int i = 0; i < pairs; ++i) {
                    to[2 * i] += row[i];
                    to[2 * i + 1] += T(0.5) * (row[i] + row[i + 1]);
                }
                to[2 * pairs] += row[pairs];
                if (n[0] % 2)
                    to[n[0]] += T(0.5) * (row[pairs] + row[pairs + 1]);
            }
        const std::size_t at = fine.node(0, 0, k);
        T* const values[3] = {x.plane(0, at), x.plane(1, at), x.plane(2, at)};
        fine.mask(k, values);
    }
}

template <class T>
void Multigrid<T>::cycle(std::size_t level, const NodeVector<T>& f, NodeVector<T>& x)
{
    if (level + 1 == m_levels.size()) {
        m_coarsest->solve(f, x);
        return;
    }
    Level& l = *m_levels[level];
    Level& coarse = *m_levels[level + 1];
    l.grid.smooth(f, x, l.r, l.d, steps, true);
    for (auto& c : coarse.f.values)
        std::fill(c.begin(), c.end(), T(0));
    l.grid.pass(l.d, true, [&](int k, T* const t[3]) {
        const auto runs = l.grid.nodeRuns(k);
        const std::size_t at = l.grid.node(0, 0, k);
        for (int c = 0; c < 3; ++c)
            l.grid.kernels().residual(runs.data(), runs.size(), (steps > 1 ? l.r : f).plane(c, at), t[c]);
        restrictPlane(level, k, t);
    });
    coarse.grid.mask(coarse.f);
    cycle(level + 1, coarse.f, coarse.x);
    correct(level, x);
    l.grid.smooth(f, x, l.r, l.d, steps, false);
}

template class Multigrid<float>;
template class Multigrid<double>;

} // namespace pollux::elasticity
