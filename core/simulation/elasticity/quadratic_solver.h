#pragma once

#include "core/jobs/job.h"
#include "core/simulation/elasticity/quadratic_model.h"
#include "core/simulation/elasticity/voxel_stress.h"

#include <vector>

namespace pollux::elasticity {

struct QuadraticResult
{
    std::vector<double> displacement; ///< 3 a node, mm; 0 where no element is
    std::vector<double> reaction;     ///< 3 a node, N: what the supports give; 0 where not held
    /// A node each, MPa: taken at the 2 x 2 x 2 points, where it is most exact (Barlow 1976) for either integration,
    /// carried on linearly to the nodes, mean of the elements there.
    std::vector<Voigt> stress;
    double energy = 0;   ///< of strain, N mm
    double residual = 0; ///< largest force out of balance, against the sum of the sizes of an element's terms
    std::int64_t unknowns = 0;
    std::int64_t entries = 0; ///< of the factor: 12 bytes each
};

/// Bounds memory and time of the direct solver, which cannot be stopped while it factors: 27,000 unknowns take 34 s and
/// 270 MB (measured), so many about three minutes and 0.7 GB (computed from that).
inline constexpr std::int64_t kMostQuadraticUnknowns = 50'000;

/// Solves by Cholesky's method without pivots (Eigen's SimplicialLDLT), what is held eliminated; for verification and
/// small bodies. Any thread, the same bit for bit on every run. Throws Error: BadInput (see QuadraticModel::check; more
/// unknowns than kMostQuadraticUnknowns; a matrix that is singular all the same, as of a column of single elements with
/// reduced integration), Cancelled (asked between elements).
QuadraticResult solve(const QuadraticModel& model, const Job& job);

} // namespace pollux::elasticity
