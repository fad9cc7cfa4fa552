#include "core/simulation/elasticity/voxel_solver.h"

#include "core/base/error.h"
#include "core/simulation/elasticity/multigrid.h"

#include <cmath>
#include <optional>
#include <type_traits>

namespace pollux::elasticity {

struct VoxelSolver::Base
{
    virtual ~Base() = default;
    virtual void setModel(const VoxelModel& model) = 0;
    virtual SolveResult solve(std::span<const double> force, std::vector<double>& u, const SolveOptions& options,
                              const Job& job) = 0;
    virtual std::vector<double> forces(std::span<const double> u) = 0;
    virtual std::int64_t bytes() const = 0;
    virtual std::int64_t unknowns() const = 0;
    virtual const char* instructionSet() const = 0;
};

/// With T = double the finest grid is kept a second time in double, for residuals; with float the cycle's own serves.
template <class T>
struct VoxelSolver::Work final : VoxelSolver::Base
{
    static constexpr bool kSame = std::is_same_v<T, float>;

    Index3 size;
    HexElement element;
    Multigrid<float> cycle;
    std::optional<VoxelLevel<T>> own;
    NodeVector<T> x, r, p, q;
    NodeVector<float> narrow, z; ///< the cycle's forces and answer; narrow only if T is wider

    Work(const Index3& n, double edge, double poisson) : size(n), element(poisson), cycle(n, edge, element)
    {
        if constexpr (!kSame) {
            own.emplace(n, edge, element);
            narrow = cycle.finest().vector();
        }
        z = cycle.finest().vector();
        x = grid().vector();
        r = x;
        p = x;
        q = x;
    }

    VoxelLevel<T>& grid()
    {
        if constexpr (kSame)
            return cycle.finest();
        else
            return *own;
    }
    const VoxelLevel<T>& grid() const { return const_cast<Work*>(this)->grid(); }

    template <class U>
    void fill(VoxelLevel<U>& to, const VoxelModel& m)
    {
        for (int k = 0; k <= size[2]; ++k)
            for (int j = 0; j <= size[1]; ++j) {
                std::copy_n(&m.held[m.node(0, j, k)], size[0] + 1, &to.held[to.node(0, j, k)]);
                if (k < size[2] && j < size[1])
                    std::copy_n(&m.modulus[m.cube(0, j, k)], size[0], &to.modulus[to.cube(0, j, k)]);
            }
    }

    void setModel(const VoxelModel& m) override
    {
        m.check();
        if (m.size != size || m.edge != grid().edge())
            throw Error(ErrorCode::BadInput, "The solver was made for a model of another size.");
        fill(cycle.finest(), m);
        cycle.prepare();
        if constexpr (!kSame) {
            fill(*own, m);
            own->prepare();
        }
    }

    /// Calls each(node of the model, node of the grid).
    template <class Each>
    void forNodes(Each each) const
    {
        std::size_t n = 0;
        const auto inPlane = static_cast<std::size_t>(size[0] + 1) * static_cast<std::size_t>(size[1] + 1);
        for (int k = 0; k < grid().planes(); ++k)
            for (std::size_t a = 0, at = grid().node(0, 0, k); a < inPlane; ++a, ++at, ++n)
                each(n, at);
    }

    std::size_t modelNodes() const
    {
        return static_cast<std::size_t>(std::int64_t(size[0] + 1) * (size[1] + 1) * (size[2] + 1));
    }

    void take(std::span<const double> from, NodeVector<T>& to) const
    {
        if (from.size() != 3 * modelNodes())
            throw Error(ErrorCode::BadInput, "There must be three values a node.");
        forNodes([&](std::size_t n, std::size_t at) {
            for (std::size_t c = 0; c < 3; ++c)
                to.values[c][at] = T(from[3 * n + c]);
        });
    }

    /// Of nodes that are there; transfers between grids leave values on others.
    void give(const NodeVector<T>& from, std::vector<double>& to) const
    {
        to.resize(3 * modelNodes());
        forNodes([&](std::size_t n, std::size_t at) {
            for (std::size_t c = 0; grid().active(at) && c < 3; ++c)
                to[3 * n + c] = double(from.values[c][at]);
        });
    }

    template <class Each>
    double sum(Each each) const
    {
        double s = 0;
        for (int k = 0; k < grid().planes(); ++k) {
            const auto runs = grid().nodeRuns(k);
            const std::size_t at = grid().node(0, 0, k);
            for (int c = 0; c < 3; ++c)
                s += each(runs, c, at);
        }
        return s;
    }

    double dot(const NodeVector<T>& a, const NodeVector<T>& b) const
    {
        return sum([&](auto runs, int c, std::size_t at) {
            return grid().kernels().dot(runs.data(), runs.size(), a.plane(c, at), b.plane(c, at));
        });
    }

    /// z = about K^-1 r.
    void precondition()
    {
        if constexpr (kSame)
            cycle.cycle(r, z);
        else {
            for (std::size_t c = 0; c < 3; ++c)
                for (std::size_t n = 0; n < grid().nodes(); ++n)
                    narrow.values[c][n] = float(r.values[c][n]);
            cycle.cycle(narrow, z);
        }
    }

    /// Of z, as T: the sum with `with`.
    double dotZ(const NodeVector<T>& with) const
    {
        if constexpr (kSame)
            return dot(with, z);
        else {
            double s = 0;
            for (std::size_t c = 0; c < 3; ++c)
                for (std::size_t n = 0; n < grid().nodes(); ++n)
                    s += with.values[c][n] * double(z.values[c][n]);
            return s;
        }
    }

    void nextDirection(T beta)
    {
        if constexpr (kSame)
            sum([&](auto runs, int c, std::size_t at) {
                grid().kernels().direction(runs.data(), runs.size(), beta, z.plane(c, at), p.plane(c, at));
                return 0.0;
            });
        else
            for (std::size_t c = 0; c < 3; ++c)
                for (std::size_t n = 0; n < grid().nodes(); ++n)
                    p.values[c][n] = double(z.values[c][n]) + beta * p.values[c][n];
    }

    /// Takes the forces of q away that act on nodes without stiffness; their share. Throws beyond kMostLost.
    double dropUncarried()
    {
        double lost = 0, all = 0;
        for (std::size_t n = 0; n < grid().nodes(); ++n)
            for (auto& c : q.values) {
                all += double(c[n]) * double(c[n]);
                if (c[n] != 0 && !grid().active(n)) {
                    lost += double(c[n]) * double(c[n]);
                    c[n] = 0;
                }
            }
        lost = all > 0 ? std::sqrt(lost / all) : 0;
        if (lost > kMostLost)
            throw Error(ErrorCode::BadInput, "A load acts where there is nothing that could carry it.",
                        "Put it on bone or on the implant.");
        return lost;
    }

    SolveResult solve(std::span<const double> force, std::vector<double>& u, const SolveOptions& options,
                      const Job& job) override
    {
        for (double f : force)
            if (!std::isfinite(f))
                throw Error(ErrorCode::BadInput, "A load is not a number.", "Give finite forces.");
        if (u.empty())
            u.assign(3 * modelNodes(), 0.0);
        SolveResult result;
        take(force, q);
        take(u, x);
        grid().mask(q);
        result.lost = dropUncarried();
        const double load = std::sqrt(dot(q, q));
        grid().residual(q, x, r);
        double rr = dot(r, r);
        // With what is held given another place than 0 and no load, the forces of the start are the measure.
        const double measure = load > 0 ? load : std::sqrt(rr);
        for (auto& c : p.values)
            std::fill(c.begin(), c.end(), T(0));
        double rz = 0, alpha = 0;
        const int most = options.fixedIterations > 0 ? options.fixedIterations : options.maxIterations;
        const double enough = options.fixedIterations > 0 ? 0 : options.tolerance * measure;
        while (result.iterations < most && std::sqrt(rr) > enough) {
            job.checkStop();
            precondition();
            const double next = dotZ(r);
            const double beta = result.iterations > 0 ? -alpha * dotZ(q) / rz : 0;
            rz = next;
            nextDirection(T(beta));
            const double pq = grid().multiply(p, q);
            if (!(pq > 0) || !std::isfinite(pq)) {
                if (rr == 0)
                    break;
                throw Error(ErrorCode::BadInput, "The model cannot be solved: a part of it moves freely.",
                            "Hold it at more places.");
            }
            alpha = rz / pq;
            rr = sum([&](auto runs, int c, std::size_t at) {
                return grid().kernels().step(runs.data(), runs.size(), T(alpha), p.plane(c, at), q.plane(c, at),
                                             x.plane(c, at), r.plane(c, at));
            });
            ++result.iterations;
        }
        result.residual = measure > 0 ? std::sqrt(rr) / measure : 0;
        result.converged = std::sqrt(rr) <= options.tolerance * measure;
        give(x, u);
        return result;
    }

    std::vector<double> forces(std::span<const double> u) override
    {
        take(u, x);
        grid().forces(x, q);
        std::vector<double> out;
        give(q, out);
        return out;
    }

    std::int64_t bytes() const override
    {
        std::int64_t sum = cycle.bytes() + 4 * static_cast<std::int64_t>(grid().bytesOfVector()) +
                           static_cast<std::int64_t>(cycle.finest().bytesOfVector());
        if constexpr (!kSame)
            sum += own->bytes() + static_cast<std::int64_t>(cycle.finest().bytesOfVector());
        return sum;
    }

    std::int64_t unknowns() const override
    {
        std::int64_t n = 0;
        const VoxelLevel<T>& g = grid();
        for (std::size_t a = 0; a < g.nodes(); ++a)
            if (g.active(a))
                n += 3 - (g.held[a] & 1) - (g.held[a] >> 1 & 1) - (g.held[a] >> 2 & 1);
        return n;
    }

    const char* instructionSet() const override { return grid().kernels().name; }
};

VoxelSolver::VoxelSolver(const Index3& size, double edge, double poisson, Precision precision)
{
    VoxelModel::empty(Index3{1, 1, 1}, edge, poisson); // checks the edge
    if (std::min({size[0], size[1], size[2]}) < 1 || double(size[0]) * size[1] * size[2] > double(kMostCubes))
        throw Error(ErrorCode::BadInput, "The model has no size, or too many cubes.",
                    "Take a smaller part of the bone, or larger cubes.");
    if (precision == Precision::Single)
        m_work = std::make_unique<Work<float>>(size, edge, poisson);
    else
        m_work = std::make_unique<Work<double>>(size, edge, poisson);
}

VoxelSolver::VoxelSolver(const VoxelModel& model, Precision precision)
    : VoxelSolver(model.size, model.edge, model.poisson, precision)
{
    setModel(model);
}

VoxelSolver::~VoxelSolver() = default;
VoxelSolver::VoxelSolver(VoxelSolver&&) noexcept = default;
VoxelSolver& VoxelSolver::operator=(VoxelSolver&&) noexcept = default;

void VoxelSolver::setModel(const VoxelModel& model)
{
    m_work->setModel(model);
}

SolveResult VoxelSolver::solve(std::span<const double> force, std::vector<double>& u, const SolveOptions& options,
                               const Job& job)
{
    return m_work->solve(force, u, options, job);
}

std::vector<double> VoxelSolver::forces(std::span<const double> u)
{
    return m_work->forces(u);
}

std::int64_t VoxelSolver::bytes() const
{
    return m_work->bytes();
}

std::int64_t VoxelSolver::unknowns() const
{
    return m_work->unknowns();
}

const char* VoxelSolver::instructionSet() const
{
    return m_work->instructionSet();
}

} // namespace pollux::elasticity
