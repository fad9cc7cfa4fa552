#include "core/simulation/elasticity/pod_surrogate.h"

#include "core/base/error.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>

namespace pollux::elasticity {

PodSurrogate::PodSurrogate(const Eigen::MatrixXd& designs, const Eigen::MatrixXd& snapshots, const PodOptions& options,
                           const Job& job)
{
    const Eigen::Index n = snapshots.cols();
    if (n != designs.rows() || n == 0 || snapshots.rows() == 0)
        throw Error(ErrorCode::BadInput, "There must be one snapshot a design.");
    if (snapshots.size() > kMostEntries)
        throw Error(ErrorCode::BadInput, "There is too much to learn from.", "Take fewer points, or fewer designs.");
    if (!snapshots.allFinite())
        throw Error(ErrorCode::BadInput, "A snapshot holds values that are not numbers.", "Leave it out.");
    if (!(options.energy > 0) || options.energy > 1 || options.mostModes < 1)
        throw Error(ErrorCode::BadInput, "The share of energy must lie between 0 and 1, and one mode is the least.");
    m_mean = snapshots.rowwise().mean();
    const Eigen::MatrixXd off = snapshots.colwise() - m_mean;
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(off.transpose() * off); // n x n: few designs
    const Eigen::VectorXd values = solver.eigenvalues().reverse().cwiseMax(0);
    const double all = values.sum();
    // The last eigenvalue is 0, for the mean was taken away; what lies at rounding carries no direction.
    const Eigen::Index most =
        std::min({static_cast<Eigen::Index>(options.mostModes), n - 1,
                  static_cast<Eigen::Index>((values.array() > 1e-13 * values(0) && values.array() > 0).count())});
    Eigen::Index count = 0;
    double carried = 0;
    while (count < most && carried < options.energy * all)
        carried += values(count++);
    m_energy = all > 0 ? carried / all : 1;
    m_modes.resize(snapshots.rows(), count);
    for (Eigen::Index k = 0; k < count; ++k)
        m_modes.col(k) = off * solver.eigenvectors().col(n - 1 - k) / std::sqrt(values(k));
    const Eigen::MatrixXd amounts = m_modes.transpose() * off;
    for (Eigen::Index k = 0; k < count; ++k)
        m_processes.emplace_back(designs, amounts.row(k).transpose(), std::nullopt,
                                 job.part(double(k) / double(count), double(k + 1) / double(count)));
    if (count == 0) // all the same: still say what is wrong with the designs
        GaussianProcess(designs, Eigen::VectorXd::Zero(n), std::nullopt, job);
    double error = 0;
    for (Eigen::Index i = 0; i < n; ++i)
        error += (withoutOne(i) - snapshots.col(i)).squaredNorm();
    const double squares = std::max(snapshots.squaredNorm(), 1e-300);
    m_leaveOneOutError = std::sqrt(error / squares);
    m_projectionError = std::sqrt((off - m_modes * amounts).squaredNorm() / squares);
}

PodSurrogate::Amounts PodSurrogate::amounts(const Eigen::VectorXd& parameters) const
{
    const auto n = static_cast<Eigen::Index>(m_processes.size());
    Amounts out{Eigen::VectorXd(n), Eigen::VectorXd(n)};
    for (Eigen::Index k = 0; k < n; ++k) {
        const GaussianProcess::Prediction p = m_processes[static_cast<std::size_t>(k)].at(parameters);
        out.mean(k) = p.mean;
        out.deviation(k) = p.deviation;
    }
    return out;
}

Eigen::VectorXd PodSurrogate::withoutOne(Eigen::Index design) const
{
    Eigen::VectorXd amounts(static_cast<Eigen::Index>(m_processes.size()));
    for (Eigen::Index k = 0; k < amounts.size(); ++k)
        amounts(k) = m_processes[static_cast<std::size_t>(k)].leaveOneOut()(design);
    return field(amounts);
}

} // namespace pollux::elasticity
