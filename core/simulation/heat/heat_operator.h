#pragma once

#include "core/base/parallel.h"
#include "core/simulation/heat/heat_problem.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace pollux::heat {

/// A value a voxel with a plane of zeros before and after: a stencil needs no question whether its neighbour exists.
template <class T>
class Padded
{
public:
    Padded() = default;
    Padded(std::int64_t voxels, std::int64_t plane) : m_values(static_cast<size_t>(voxels + 2 * plane)), m_plane(plane)
    {
    }
    T* data() { return m_values.data() + m_plane; }
    const T* data() const { return m_values.data() + m_plane; }
    std::int64_t bytes() const { return static_cast<std::int64_t>(m_values.size() * sizeof(T)); }

private:
    std::vector<T> m_values;
    std::int64_t m_plane = 0;
};

/// The discrete right-hand side f(T) = div(k grad T) + w rho_b c_b (T_b - T) + Q in W/m^3, and the heat content H(T) in
/// J/m^3. Every plane is one piece of work and sums go plane by plane: the same on every run.
class HeatOperator
{
public:
    explicit HeatOperator(const HeatProblem& problem);

    /// Finds conductances, and the temperatures behind the walls (one entry a voxel). Before anything else.
    void setWalls(const std::vector<double>& temperature);

    std::int64_t voxels() const { return m_voxels; }
    std::int64_t plane() const { return m_plane; }
    int planes() const { return m_planes; }
    std::int64_t bytes() const;
    bool held(std::int64_t n) const { return m_problem.tissue[static_cast<size_t>(n)] >= kVessel; }
    const HeatProblem& problem() const { return m_problem; }
    double smallestCapacity() const { return m_smallestCapacity; } ///< J/(m^3 K), of the tissue there is
    /// True if something takes heat away: a wall, or perfusion.
    bool hasSink() const { return m_hasSink; }
    double source() const { return m_source; } ///< W/m^3 over the voxels, metabolism with it

    /// What a kind of tissue holds. Without branches: loops over voxels become vectors.
    struct Content
    {
        double capacity = 1, latent = 0, from = 0, to = 1, inverseWidth = 1;

        double at(double t) const
        {
            return capacity * t + latent * std::min(std::max((t - from) * inverseWidth, 0.0), 1.0);
        }
        /// dH/dT.
        double slope(double t) const { return capacity + (t >= from && t < to ? latent * inverseWidth : 0.0); }
        double temperature(double content) const;
    };
    const Content& content(std::uint8_t label) const { return m_content[label]; }

    /// Neighbouring voxels of one row and one label.
    struct Run
    {
        std::int64_t first = 0, last = 0;
        std::uint8_t label = 0;
        bool held() const { return label >= kVessel; }
    };
    const std::vector<Run>& runs(int k) const { return m_runs[static_cast<size_t>(k)]; }

    /// f at a voxel that is not held. `t` with its padding.
    double rate(std::int64_t n, const double* t) const
    {
        const float *gx = m_gx.data(), *gy = m_gy.data(), *gz = m_gz.data();
        const double c = t[n];
        const std::int64_t row = m_row, plane = m_plane;
        return double(gx[n]) * (t[n + 1] - c) + double(gx[n - 1]) * (t[n - 1] - c) + double(gy[n]) * (t[n + row] - c) +
               double(gy[n - row]) * (t[n - row] - c) + double(gz[n]) * (t[n + plane] - c) +
               double(gz[n - plane]) * (t[n - plane] - c) + walls(n, c) + blood(n, c) + double(m_heat.data()[n]);
    }
    double walls(std::int64_t n, double t) const { return double(m_wallIn.data()[n]) - double(m_wallG.data()[n]) * t; }
    double blood(std::int64_t n, double t) const { return double(m_blood.data()[n]) * (m_bloodTemperature - t); }
    /// - df/dT of a voxel by itself.
    double diagonal(std::int64_t n) const
    {
        const float *gx = m_gx.data(), *gy = m_gy.data(), *gz = m_gz.data();
        return double(gx[n] + gx[n - 1] + gy[n] + gy[n - m_row] + gz[n] + gz[n - m_plane] + m_wallG.data()[n] +
                      m_blood.data()[n]);
    }
    /// Whether blood flows.
    void setPerfused(std::int64_t n, bool perfused)
    {
        const auto at = static_cast<size_t>(n);
        m_blood[at] = perfused ? m_perfusion[m_problem.tissue[at]] : 0;
    }
    /// What blood and walls give to one plane, W/m^3 over its voxels.
    std::array<double, 2> bloodAndWalls(int k, const double* t) const;
    /// q = diag p - a * (what the neighbours give), voxels of one plane; p . q. `p` with its padding.
    double apply(int k, float a, const float* diagonal, const float* p, float* q) const;

    /// `work(k, first, last)` for every plane, on several threads.
    template <class F>
    void everyPlane(F work) const
    {
        parallelFor(0, m_planes, 1, [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t k = first; k < last; ++k)
                work(static_cast<int>(k), k * m_plane, (k + 1) * m_plane);
        });
    }

private:
    void join(std::int64_t a, std::int64_t b, int axis, Padded<float>& g);
    void closeBox();

    const HeatProblem& m_problem;
    std::int64_t m_voxels = 0, m_row = 0, m_plane = 0;
    int m_planes = 0;
    Padded<float> m_gx, m_gy, m_gz; ///< W/(m^3 K) to the next voxel; 0 at walls
    std::vector<float> m_wallG;     ///< W/(m^3 K) to all walls of a voxel
    std::vector<float> m_wallIn;    ///< the same times their temperature
    std::vector<float> m_blood;     ///< W/(m^3 K) of perfusion as it is now
    std::vector<float> m_heat;      ///< W/m^3
    std::array<Content, 256> m_content{};
    std::array<float, 256> m_perfusion{};
    std::vector<std::vector<Run>> m_runs; ///< of every plane
    double m_bloodTemperature = 0, m_smallestCapacity = 0, m_source = 0;
    bool m_hasSink = false;
};

} // namespace pollux::heat
