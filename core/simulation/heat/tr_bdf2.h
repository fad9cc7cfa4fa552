#pragma once

#include "core/simulation/heat/bioheat.h"
#include "core/simulation/heat/conjugate_gradients.h"

#include <array>
#include <optional>
#include <vector>

namespace pollux::heat {

/// One step of TR-BDF2 for dH(T)/dt = f(T): a trapezoidal stage to 2 - sqrt(2) of the step, a backward difference to
/// its end. Temperatures are the unknowns, the heat content keeps the balance also where water boils; each stage is
/// solved by Newton's method with an update that cannot jump over the boiling range.
class TrBdf2
{
public:
    TrBdf2(const HeatProblem& problem, const HeatState& state, const HeatOptions& options);

    /// Rates at the start of a step of `h` seconds; the largest, K/s. Whether blood flows in a voxel is decided here
    /// for the whole step, by the damage that it will have at the middle of it.
    double begin(double h, const std::vector<float>& omega);
    /// Both stages, and the largest error of the step as estimated (K; 0 if not wanted). nullopt if a stage was not
    /// solved: try a shorter one.
    std::optional<double> tryStep(double h, bool wantError, HeatRun& run, const Job& job);
    /// Takes the step over: damage of its three temperatures; into `run` the energies (J/m^3 over the voxels) and the
    /// highest temperature.
    void accept(double h, HeatState& state, HeatRun& run);

    double stored(const std::vector<double>& before) const; ///< J/m^3 over the voxels since then
    const double* temperature() const { return m_now.data(); }
    const HeatOperator& op() const { return m_op; }
    std::int64_t bytes() const;

private:
    bool solveStage(Padded<double>& t, double a, double c1, double c2, HeatRun& run, const Job& job);
    /// Largest residual, J/m^3; it and the matrix are left in the solver.
    double residual(const Padded<double>& t, double a, double c1, double c2, bool& boils);
    bool correct(Padded<double>& t);
    double estimate(double h, HeatRun& run, const Job& job);

    const HeatOptions& m_options;
    HeatOperator m_op;
    ConjugateGradients m_solver;
    Padded<double> m_now, m_middle, m_next;
    std::vector<float> m_k1, m_k2;             ///< W/m^3
    std::vector<std::array<double, 6>> m_sums; ///< one a plane
};

} // namespace pollux::heat
