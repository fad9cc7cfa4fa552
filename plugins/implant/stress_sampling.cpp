#include "plugins/implant/stress_sampling.h"

#include <cmath>

namespace pollux::implant {

using elasticity::Voigt;

StressSampling::StressSampling(const std::vector<Index3>& cubes) : m_cubes(cubes), m_weights(cubes.size(), 1.0)
{
    for (std::size_t n = 0; n < cubes.size(); ++n)
        m_ends.push_back(n + 1);
}

StressSampling::StressSampling(const elasticity::VoxelModel& m, const Vec3& corner, std::span<const Vec3f> places,
                               const std::function<bool(std::size_t)>& counts)
{
    for (const Vec3f& place : places) {
        const Vec3 x = (place.cast<double>() - corner) / m.edge - Vec3::Constant(0.5);
        const std::size_t first = m_cubes.size();
        double all = 0;
        for (int q = 0; q < 8; ++q) {
            Index3 c;
            double w = 1;
            bool inside = true;
            for (size_t a = 0; a < 3; ++a) {
                const double v = x[static_cast<Eigen::Index>(a)], low = std::floor(v);
                const int up = q >> a & 1;
                inside = inside && low >= -1 && low < m.size[a]; // else it may not fit an int
                c[a] = inside ? static_cast<int>(low) + up : -1;
                w *= up ? v - low : 1 - v + low;
                inside = inside && c[a] >= 0 && c[a] < m.size[a];
            }
            if (!inside || w == 0 || !counts(m.cube(c[0], c[1], c[2])))
                continue;
            m_cubes.push_back(c);
            m_weights.push_back(w);
            all += w;
        }
        if (all < 0.5) {
            m_cubes.resize(first);
            m_weights.resize(first);
        }
        for (std::size_t n = first; n < m_weights.size(); ++n)
            m_weights[n] /= all;
        m_ends.push_back(m_cubes.size());
    }
}

void StressSampling::take(const elasticity::VoxelStress& stress,
                          const std::function<void(std::size_t, const Voigt&)>& each) const
{
    std::size_t at = 0;
    for (std::size_t n = 0; n < m_ends.size(); ++n) {
        Voigt sum = Voigt::Zero();
        for (; at < m_ends[n]; ++at)
            sum += m_weights[at] * stress.stress(m_cubes[at][0], m_cubes[at][1], m_cubes[at][2]);
        each(n, sum);
    }
}

std::vector<float> StressSampling::moduli(const elasticity::VoxelModel& m) const
{
    std::vector<float> out;
    std::size_t at = 0;
    for (std::size_t end : m_ends) {
        double sum = 0;
        for (; at < end; ++at)
            sum += m_weights[at] * double(m.modulus[m.cube(m_cubes[at][0], m_cubes[at][1], m_cubes[at][2])]);
        out.push_back(float(sum));
    }
    return out;
}

} // namespace pollux::implant
