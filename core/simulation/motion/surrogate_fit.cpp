#include "core/simulation/motion/surrogate_fit.h"

#include "core/base/error.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>

namespace pollux::motion {

Eigen::RowVector3d surrogateRow(const BreathingState& s, MotionTerms terms)
{
    return {terms == MotionTerms::Proportional ? 0.0 : 1.0, s.value, terms == MotionTerms::Hysteresis ? s.rate : 0.0};
}

Eigen::MatrixXd surrogateWeights(std::span<const BreathingState> states, MotionTerms terms)
{
    const auto count = static_cast<Eigen::Index>(states.size());
    Eigen::MatrixXd design(count, 3);
    for (Eigen::Index p = 0; p < count; ++p) {
        const BreathingState& s = states[static_cast<size_t>(p)];
        if (!std::isfinite(s.value) || !std::isfinite(s.rate))
            throw Error(ErrorCode::BadInput, "A state of breathing is not a number.",
                        "Enter how far in each image was taken, from 0 to 1.");
        design.row(p) = surrogateRow(s, terms);
    }
    // Columns of one size: a rate may be small beside a value, and yet well determined.
    const Eigen::Vector3d size = design.colwise().norm().transpose();
    const Eigen::Vector3d scale = size.unaryExpr([](double x) { return x > 0 ? 1 / x : 0.0; });
    const Eigen::MatrixXd scaled = design * scale.asDiagonal();
    Eigen::JacobiSVD<Eigen::MatrixXd> svd(scaled, Eigen::ComputeThinU | Eigen::ComputeThinV);
    svd.setThreshold(1e-6);
    const Eigen::Index wanted = terms == MotionTerms::Proportional ? 1 : terms == MotionTerms::Linear ? 2 : 3;
    if (svd.rank() < wanted)
        throw Error(ErrorCode::BadInput, "The states of breathing do not tell enough for this kind of motion.",
                    "Take fewer terms, or register images of more states of breathing.");
    const Eigen::MatrixXd inverse = svd.solve(Eigen::MatrixXd::Identity(count, count));
    return scale.asDiagonal() * inverse;
}

Eigen::MatrixXd modeReduction(const Eigen::MatrixXd& products, int modes, std::vector<double>& shares)
{
    const Eigen::Index n = products.rows();
    const Eigen::MatrixXd mean = Eigen::MatrixXd::Constant(n, n, 1.0 / double(n));
    const Eigen::MatrixXd centred = Eigen::MatrixXd::Identity(n, n) - mean;
    const Eigen::MatrixXd spread = centred * products * centred;
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(spread);
    const double all = std::max(solver.eigenvalues().cwiseMax(0).sum(), 1e-300);
    for (Eigen::Index k = n - 1; k > 0; --k) // the mean takes one away
        shares.push_back(std::max(solver.eigenvalues()[k], 0.0) / all);
    if (modes <= 0 || modes >= n)
        return Eigen::MatrixXd::Identity(n, n);
    const Eigen::MatrixXd kept = solver.eigenvectors().rightCols(modes);
    return mean + kept * kept.transpose() * centred;
}

} // namespace pollux::motion
