#include "core/simulation/elasticity/hex_element.h"

#include "core/base/error.h"

#include <Eigen/Eigenvalues>

#include <cmath>

namespace pollux::elasticity {

namespace {

Eigen::Matrix<double, 6, 24> strainAt(double x, double y, double z) // in [-1,1]^3
{
    Eigen::Matrix<double, 6, 24> b = Eigen::Matrix<double, 6, 24>::Zero();
    for (int a = 0; a < 8; ++a) {
        const double sx = a & 1 ? 1 : -1, sy = a >> 1 & 1 ? 1 : -1, sz = a >> 2 ? 1 : -1;
        const double dx = sx * (1 + sy * y) * (1 + sz * z) / 4;
        const double dy = sy * (1 + sx * x) * (1 + sz * z) / 4;
        const double dz = sz * (1 + sx * x) * (1 + sy * y) / 4;
        const int u = 3 * a, v = u + 1, w = u + 2;
        b(0, u) = dx;
        b(1, v) = dy;
        b(2, w) = dz;
        b(3, u) = dy;
        b(3, v) = dx;
        b(4, v) = dz;
        b(4, w) = dy;
        b(5, u) = dz;
        b(5, w) = dx;
    }
    return b;
}

} // namespace

HexElement::HexElement(double poisson)
{
    if (!(poisson >= -0.99 && poisson <= 0.49))
        throw Error(ErrorCode::BadInput, "Poisson's ratio must lie between -0.99 and 0.49.",
                    "Give that of the tissue, for bone about 0.3.");
    lambda = poisson / ((1 + poisson) * (1 - 2 * poisson));
    mu = 0.5 / (1 + poisson);
    hooke.setZero();
    hooke.topLeftCorner<3, 3>().setConstant(lambda);
    for (int i = 0; i < 3; ++i) {
        hooke(i, i) += 2 * mu;
        hooke(3 + i, 3 + i) = mu;
    }
    stiffness.setZero();
    const double g = 1 / std::sqrt(3.0);
    for (int q = 0; q < 8; ++q) {
        const auto b = strainAt(q & 1 ? g : -g, q >> 1 & 1 ? g : -g, q >> 2 ? g : -g);
        stiffness += b.transpose() * hooke * b / 8;
    }
    strain = strainAt(0, 0, 0);

    const Eigen::Matrix<double, 24, 1> root = stiffness.diagonal().cwiseSqrt().cwiseInverse();
    const Eigen::Matrix<double, 24, 24> scaled = root.asDiagonal() * stiffness * root.asDiagonal();
    largestScaledEigenvalue =
        Eigen::SelfAdjointEigenSolver<Eigen::Matrix<double, 24, 24>>(scaled, Eigen::EigenvaluesOnly).eigenvalues()(23);
}

} // namespace pollux::elasticity
