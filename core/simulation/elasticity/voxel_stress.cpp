#include "core/simulation/elasticity/voxel_stress.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>

namespace pollux::elasticity {

VoxelStress::VoxelStress(const VoxelModel& model, std::span<const double> displacement)
    : m_model(model), m_displacement(displacement), m_element(model.poisson)
{
}

Voigt VoxelStress::strain(int i, int j, int k) const
{
    Eigen::Matrix<double, 24, 1> u;
    for (int a = 0; a < 8; ++a) {
        const double* at = &m_displacement[3 * m_model.node(i + (a & 1), j + (a >> 1 & 1), k + (a >> 2))];
        for (int c = 0; c < 3; ++c)
            u(3 * a + c) = at[c];
    }
    return m_element.strain * u / m_model.edge;
}

Voigt VoxelStress::stress(int i, int j, int k) const
{
    const double e = double(m_model.modulus[m_model.cube(i, j, k)]);
    if (e == 0)
        return Voigt::Zero();
    return e * (m_element.hooke * strain(i, j, k));
}

double vonMises(const Voigt& s)
{
    const double a = s(0) - s(1), b = s(1) - s(2), c = s(2) - s(0);
    return std::sqrt(0.5 * (a * a + b * b + c * c) + 3 * (s(3) * s(3) + s(4) * s(4) + s(5) * s(5)));
}

Principal principalStrain(const Voigt& e)
{
    Eigen::Matrix3d m;
    m << e(0), e(3) / 2, e(5) / 2, e(3) / 2, e(1), e(4) / 2, e(5) / 2, e(4) / 2, e(2);
    Eigen::SelfAdjointEigenSolver<Eigen::Matrix3d> solver;
    solver.computeDirect(m, Eigen::EigenvaluesOnly);
    return {solver.eigenvalues()(2), solver.eigenvalues()(0)};
}

double strainFailureIndex(const Voigt& strain, const StrainLimits& limits)
{
    const Principal p = principalStrain(strain);
    return std::max({p.largest / limits.tension, -p.smallest / limits.compression, 0.0});
}

double percentile(std::vector<float>& values, double percent)
{
    if (values.empty())
        return 0;
    const double at = std::clamp(percent, 0.0, 100.0) / 100 * double(values.size() - 1);
    const auto low = static_cast<std::ptrdiff_t>(at);
    std::nth_element(values.begin(), values.begin() + low, values.end());
    const double a = double(values[static_cast<std::size_t>(low)]);
    if (low + 1 >= static_cast<std::ptrdiff_t>(values.size()))
        return a;
    const double b = double(*std::min_element(values.begin() + low + 1, values.end()));
    return a + (at - double(low)) * (b - a);
}

} // namespace pollux::elasticity
