#pragma once

#include "core/simulation/elasticity/gaussian_process.h"

#include <Eigen/Core>

#include <vector>

namespace pollux::elasticity {

struct PodOptions
{
    double energy = 0.9999; ///< share of the snapshots' squared distance from their mean that modes must carry
    int mostModes = 60;
};

/// A field learnt from examples: snapshots at designs become proper orthogonal modes (L. Sirovich, Q. Appl. Math. 45
/// (1987) 561: by the matrix of snapshots), their amounts Gaussian processes of the parameters. Serial, the same on
/// every run. Immutable after it was made; any thread.
class PodSurrogate
{
public:
    /// `designs`: a row each, parameters scaled to about -1 to 1; `snapshots`: a column each. Throws Error: see
    /// GaussianProcess; snapshots that are not finite or empty, more than kMostEntries.
    PodSurrogate(const Eigen::MatrixXd& designs, const Eigen::MatrixXd& snapshots, const PodOptions& options,
                 const Job& job);

    struct Amounts ///< of the modes
    {
        Eigen::VectorXd mean, deviation;
    };
    Amounts amounts(const Eigen::VectorXd& parameters) const;
    Eigen::VectorXd field(const Eigen::VectorXd& amounts) const { return m_mean + m_modes * amounts; }
    Eigen::VectorXd at(const Eigen::VectorXd& parameters) const { return field(amounts(parameters).mean); }

    /// What it would say at a design had its processes never seen it. Modes and shapes of processes did see it: on new
    /// designs the error is larger, 1.4 times with 20 of them, 1.1 with 80 or more (tests/bench/bench_surrogate).
    Eigen::VectorXd withoutOne(Eigen::Index design) const;
    /// Root of the squared error of all withoutOne() against the squares of all snapshots: 0.2 is 20 %.
    double leaveOneOutError() const { return m_leaveOneOutError; }
    /// The same for what the modes alone lose.
    double projectionError() const { return m_projectionError; }

    const Eigen::VectorXd& mean() const { return m_mean; }
    const Eigen::MatrixXd& modes() const { return m_modes; } ///< orthonormal columns
    double energy() const { return m_energy; }               ///< share that the modes carry
    const std::vector<GaussianProcess>& processes() const { return m_processes; }

    static constexpr Eigen::Index kMostEntries = 100'000'000;

private:
    Eigen::VectorXd m_mean;
    Eigen::MatrixXd m_modes;
    std::vector<GaussianProcess> m_processes;
    double m_energy = 1, m_leaveOneOutError = 0, m_projectionError = 0;
};

} // namespace pollux::elasticity
