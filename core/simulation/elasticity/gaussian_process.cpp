#include "core/simulation/elasticity/gaussian_process.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pollux::elasticity {

namespace {

double matern(double r)
{
    const double s = std::sqrt(5.0) * r;
    return (1 + s + s * s / 3) * std::exp(-s);
}

void check(const Eigen::MatrixXd& designs, const Eigen::VectorXd& values)
{
    const Eigen::Index n = designs.rows(), d = designs.cols();
    if (d < 1 || values.size() != n)
        throw Error(ErrorCode::BadInput, "There must be one value a design.");
    if (n < std::max<Eigen::Index>(4, d + 2))
        throw Error(ErrorCode::BadInput, "There are too few designs to learn from.", "Compute more of them.");
    if (!designs.allFinite() || !values.allFinite())
        throw Error(ErrorCode::BadInput, "A design or its value is not a number.", "Leave it out.");
    for (Eigen::Index a = 0; a < n; ++a)
        for (Eigen::Index b = 0; b < a; ++b)
            if ((designs.row(a) - designs.row(b)).norm() < 1e-9)
                throw Error(ErrorCode::BadInput, "Two designs are the same.", "Leave one of them out.");
}

} // namespace

GaussianProcess::GaussianProcess(const Eigen::MatrixXd& designs, const Eigen::VectorXd& values,
                                 const std::optional<GaussianShape>& shape, const Job& job)
    : m_designs(designs)
{
    check(designs, values);
    const Eigen::Index n = designs.rows();
    if (shape) {
        if (shape->lengths.size() != designs.cols() || !(shape->lengths.minCoeff() > 0) || !(shape->nugget >= 0))
            throw Error(ErrorCode::BadInput, "The lengths of the process do not fit the designs.");
        m_shape = *shape;
    } else
        search(values, job);
    m_factor.compute(covariance(m_shape));
    if (m_factor.info() != Eigen::Success)
        throw Error(ErrorCode::BadInput, "The designs are too near each other to learn from.", "Take fewer of them.");
    const Eigen::VectorXd ones = Eigen::VectorXd::Ones(n);
    m_ones = m_factor.solve(ones);
    m_onesSum = m_ones.sum();
    m_mean = m_ones.dot(values) / m_onesSum;
    m_weights = m_factor.solve(values - m_mean * ones);
    m_variance = std::max(0.0, (values.array() - m_mean).matrix().dot(m_weights)) / double(n - 1);
    // Inverse of the matrix bordered by the condition on the mean: its diagonal and its product give each residual.
    const Eigen::MatrixXd inverse = m_factor.solve(Eigen::MatrixXd::Identity(n, n));
    m_leaveOneOut.resize(n);
    for (Eigen::Index i = 0; i < n; ++i)
        m_leaveOneOut(i) = values(i) - m_weights(i) / (inverse(i, i) - m_ones(i) * m_ones(i) / m_onesSum);
}

Eigen::MatrixXd GaussianProcess::covariance(const GaussianShape& shape) const
{
    const Eigen::Index n = m_designs.rows();
    Eigen::MatrixXd k(n, n);
    const Eigen::MatrixXd scaled = m_designs * shape.lengths.cwiseInverse().asDiagonal();
    for (Eigen::Index a = 0; a < n; ++a) {
        k(a, a) = 1 + shape.nugget;
        for (Eigen::Index b = 0; b < a; ++b)
            k(a, b) = k(b, a) = matern((scaled.row(a) - scaled.row(b)).norm());
    }
    return k;
}

/// Of the data with mean and variance at their best: its logarithm without constants.
double GaussianProcess::likelihood(const GaussianShape& shape, const Eigen::VectorXd& values) const
{
    const Eigen::LLT<Eigen::MatrixXd> factor(covariance(shape));
    if (factor.info() != Eigen::Success)
        return -std::numeric_limits<double>::infinity();
    const auto n = double(values.size());
    const Eigen::VectorXd ones = factor.solve(Eigen::VectorXd::Ones(values.size()));
    const double mean = ones.dot(values) / ones.sum();
    const Eigen::VectorXd off = values.array() - mean;
    const double square = off.dot(factor.solve(off));
    const Eigen::MatrixXd& l = factor.matrixLLT();
    double determinant = 0;
    for (Eigen::Index i = 0; i < l.rows(); ++i)
        determinant += std::log(l(i, i));
    if (!(square > 0) || !std::isfinite(determinant))
        return -std::numeric_limits<double>::infinity();
    return -0.5 * n * std::log(square / n) - determinant;
}

/// Steps along one logarithm after the other, halved where none of them is better.
void GaussianProcess::search(const Eigen::VectorXd& values, const Job& job)
{
    const Eigen::Index d = m_designs.cols();
    m_shape = {Eigen::VectorXd::Constant(d, 2.0), 1e-4};
    if ((values.array() - values.mean()).abs().maxCoeff() <= 1e-14 * std::max(1e-300, values.cwiseAbs().maxCoeff()))
        return; // a constant: any shape will do
    double best = -std::numeric_limits<double>::infinity();
    for (double length : {1.0, 3.0, 8.0}) {
        GaussianShape now{Eigen::VectorXd::Constant(d, length), 1e-3};
        double found = likelihood(now, values);
        for (double step : {1.2, 0.6, 0.3, 0.15}) {
            bool better = true;
            for (int round = 0; round < 6 && better; ++round) {
                better = false;
                for (Eigen::Index a = 0; a <= d; ++a)
                    for (double sign : {1.0, -1.0}) {
                        job.checkStop();
                        GaussianShape next = now;
                        if (a < d)
                            next.lengths(a) = std::clamp(now.lengths(a) * std::exp(sign * step), kShortest, kLongest);
                        else
                            next.nugget = std::clamp(now.nugget * std::exp(3 * sign * step), kLeastNugget, kMostNugget);
                        const double l = likelihood(next, values);
                        if (l > found + 1e-6) {
                            found = l;
                            now = next;
                            better = true;
                            break;
                        }
                    }
            }
        }
        if (found > best) {
            best = found;
            m_shape = now;
        }
    }
}

GaussianProcess::Prediction GaussianProcess::at(const Eigen::VectorXd& parameters) const
{
    if (parameters.size() != m_designs.cols() || !parameters.allFinite())
        throw Error(ErrorCode::BadInput, "The parameters do not fit those that were learnt from.");
    Eigen::VectorXd k(m_designs.rows());
    for (Eigen::Index a = 0; a < k.size(); ++a)
        k(a) = matern((m_designs.row(a).transpose() - parameters).cwiseQuotient(m_shape.lengths).norm());
    const Eigen::VectorXd half = m_factor.matrixL().solve(k);
    const double off = 1 - m_ones.dot(k);
    const double variance = m_variance * std::max(0.0, 1 - half.squaredNorm() + off * off / m_onesSum);
    return {m_mean + k.dot(m_weights), std::sqrt(variance)};
}

} // namespace pollux::elasticity
