#pragma once

#include "core/jobs/job.h"
#include "core/simulation/heat/heat_operator.h"

#include <vector>

namespace pollux::heat {

/// Conjugate gradients with the diagonal as preconditioner for (D - a N) x = r: D a diagonal, N what neighbours give.
/// Chosen over multigrid because the steps that the physics asks for leave the matrix well conditioned (README).
class ConjugateGradients
{
public:
    explicit ConjugateGradients(const HeatOperator& op);

    /// D of the system; to be filled before solve().
    std::vector<float> diagonal;
    /// Right-hand side; lost in solve().
    std::vector<float> residual;
    /// Where the solution is afterwards.
    const std::vector<float>& solution() const { return m_x; }

    /// Until no |residual| is above `bound`. Iterations made. For a system with row sums of at least c no error is then
    /// above bound / c (the inverse of such a matrix has no entry below 0). Throws Error: Internal (a matrix that is
    /// not positive, or no end after 2000), Cancelled.
    int solve(double a, double bound, const Job& job);
    std::int64_t bytes() const;

private:
    const HeatOperator& m_op;
    std::vector<float> m_x, m_q;
    Padded<float> m_p;
    std::vector<double> m_sums, m_most; ///< one a plane
};

} // namespace pollux::heat
