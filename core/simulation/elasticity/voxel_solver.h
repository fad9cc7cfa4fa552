#pragma once

#include "core/jobs/job.h"
#include "core/simulation/elasticity/voxel_model.h"

#include <memory>
#include <span>
#include <vector>

namespace pollux::elasticity {

/// In what the equations are kept outside of the preconditioner, which is always single.
enum class Precision { Single, Double };

struct SolveOptions
{
    double tolerance = 1e-6; ///< of the residual's norm against that of the load
    int maxIterations = 200;
    /// Above 0: so many iterations whatever the residual, with the same result on every run: for a frame of a drag.
    int fixedIterations = 0;
};

struct SolveResult
{
    int iterations = 0;
    double residual = 0; ///< norm against that of the load
    bool converged = false;
    double lost = 0; ///< share of the load on nodes that no stiff cube touches: it is left out
};

/// More than this share of a load on nothing is an error.
inline constexpr double kMostLost = 0.02;

/// Solves K u = f for a VoxelModel by conjugate gradients with a multigrid cycle in single precision as
/// preconditioner (Polak and Ribiere's coefficient: the cycle is not exactly the same linear map twice). Displacements
/// and forces are 3 a node, x y z, node order of the model. One object is used by one thread at a time; setModel() may
/// be called again with a model of the same size, edge and Poisson's ratio: for a drag, without allocating.
class VoxelSolver
{
public:
    /// Throws Error (BadInput): see VoxelModel::empty and HexElement.
    VoxelSolver(const Index3& size, double edge, double poisson, Precision precision);
    explicit VoxelSolver(const VoxelModel& model, Precision precision = Precision::Double);
    ~VoxelSolver();
    VoxelSolver(VoxelSolver&&) noexcept;
    VoxelSolver& operator=(VoxelSolver&&) noexcept;

    /// Throws Error (BadInput): see VoxelModel::check; another size.
    void setModel(const VoxelModel& model);

    /// `u`: start, with the values of what is held, and solution; empty: 0. Nodes that no cube touches stay as they
    /// are. Throws Error: BadInput (wrong sizes, forces that are not finite, a part that moves freely), Cancelled.
    SolveResult solve(std::span<const double> force, std::vector<double>& u, const SolveOptions& options,
                      const Job& job);

    /// K u, at held nodes, too: reactions less loads. For checks.
    std::vector<double> forces(std::span<const double> u);

    std::int64_t bytes() const; ///< all that is held
    std::int64_t unknowns() const;
    const char* instructionSet() const;

private:
    struct Base;
    template <class T>
    struct Work;
    std::unique_ptr<Base> m_work;
};

} // namespace pollux::elasticity
