#pragma once

#include "core/jobs/job.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <optional>

namespace pollux::elasticity {

/// What a Gaussian process supposes: how far values reach along each parameter, and how much of their variance is
/// noise.
struct GaussianShape
{
    Eigen::VectorXd lengths; ///< one a parameter
    double nugget = 1e-6;    ///< variance of the noise over that of the process
};

/// Ordinary kriging: a Gaussian process with an unknown constant mean and Matern's covariance of 5/2, a length for each
/// parameter (C. E. Rasmussen, C. K. I. Williams, Gaussian Processes for Machine Learning, 2006, 4.2.1 and 5.4).
/// Lengths and nugget by the largest marginal likelihood, searched in a fixed order within bounds: the same on every
/// run. Serial. Immutable after it was made; any thread.
class GaussianProcess
{
public:
    /// `designs`: a row each, parameters scaled to about -1 to 1; `values`: one each. `shape`: taken as it is, not
    /// searched. Throws Error: BadInput (fewer than four designs, or than parameters and two; sizes that do not fit;
    /// values that are not finite; two equal designs), Cancelled.
    GaussianProcess(const Eigen::MatrixXd& designs, const Eigen::VectorXd& values,
                    const std::optional<GaussianShape>& shape, const Job& job);

    struct Prediction
    {
        double mean = 0;
        double deviation = 0; ///< standard; of the process, without noise
    };
    Prediction at(const Eigen::VectorXd& parameters) const;

    /// What it would say at each design had it never seen it, its shape as it is: in closed form (O. Dubrule, Math.
    /// Geol. 15 (1983) 687).
    const Eigen::VectorXd& leaveOneOut() const { return m_leaveOneOut; }
    const GaussianShape& shape() const { return m_shape; }

    static constexpr double kShortest = 0.2, kLongest = 20;          ///< bounds of lengths
    static constexpr double kLeastNugget = 1e-8, kMostNugget = 10.0; ///< bounds of the nugget

private:
    double likelihood(const GaussianShape& shape, const Eigen::VectorXd& values) const;
    void search(const Eigen::VectorXd& values, const Job& job);
    Eigen::MatrixXd covariance(const GaussianShape& shape) const;

    Eigen::MatrixXd m_designs;
    GaussianShape m_shape;
    Eigen::LLT<Eigen::MatrixXd> m_factor;
    Eigen::VectorXd m_weights, m_ones; ///< K^-1 (y - mean), K^-1 1
    Eigen::VectorXd m_leaveOneOut;
    double m_mean = 0, m_variance = 0, m_onesSum = 0;
};

} // namespace pollux::elasticity
