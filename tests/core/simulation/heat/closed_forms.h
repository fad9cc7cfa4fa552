#pragma once

// Bioheat that can be written down: a ball of 5 mm held at 100 deg C in endless liver, and how it got there.

#include "core/simulation/heat/bioheat.h"

#include <cmath>
#include <functional>

namespace closedform {

using namespace pollux;
using namespace pollux::heat;

inline Tissue liver()
{
    Tissue t;
    t.density = 1060;
    t.specificHeat = 3600;
    t.conductivity = 0.52;
    t.perfusion = 0.0064;
    return t;
}
inline Blood blood()
{
    return {1060, 3600, 37};
}

inline constexpr double kB = 0.0064 * 1060 * 3600;     // W/(m^3 K)
inline constexpr double kTau = 1060 * 3600 / kB;       // s
inline constexpr double kAlpha = 0.52 / (1060 * 3600); // m^2/s
inline constexpr double kBall = 0.005;                 // m
inline const double kLength = std::sqrt(0.52 / kB);    // m

/// For ever at `r` metres.
inline double steady(double r)
{
    return 37 + 63 * kBall / r * std::exp(-(r - kBall) / kLength);
}

/// After `t` seconds.
inline double transient(double r, double t)
{
    const double x = r - kBall, s = x / (2 * std::sqrt(kAlpha * t)), u = std::sqrt(t / kTau);
    return 37 + 63 * kBall / (2 * r) *
                    (std::exp(-x / kLength) * std::erfc(s - u) + std::exp(x / kLength) * std::erfc(s + u));
}

/// An eighth of the ball in a cube of `edge` mm, `n` voxels each way; the sides through its centre pass no heat.
/// With `held` the outermost voxels are held, too, at what the state says of their centres.
inline HeatProblem eighth(int n, double edge, bool held)
{
    HeatProblem p;
    p.size = {n, n, n};
    p.spacing = Vec3::Constant(edge / n);
    p.tissues = {liver()};
    p.blood = blood();
    p.tissue.assign(static_cast<size_t>(p.voxels()), 0);
    p.wallDistance.resize(p.tissue.size());
    size_t m = 0;
    for (int k = 0; k < n; ++k)
        for (int j = 0; j < n; ++j)
            for (int i = 0; i < n; ++i, ++m) {
                const double r = Vec3(i + 0.5, j + 0.5, k + 0.5).norm() * edge / n;
                p.wallDistance[m] = static_cast<float>(r - kBall * 1000);
                if (r <= kBall * 1000)
                    p.tissue[m] = kHeld;
                if (held && (i == n - 1 || j == n - 1 || k == n - 1)) {
                    p.tissue[m] = kHeld;
                    p.wallDistance[m] = 0; // through its centre
                }
            }
    return p;
}

/// Radius in metres of a voxel of eighth().
inline double radiusOf(const HeatProblem& p, size_t m)
{
    const auto n = static_cast<size_t>(p.size[0]);
    return Vec3(double(m % n) + 0.5, double(m / n % n) + 0.5, double(m / (n * n)) + 0.5).norm() * p.spacing[0] * 1e-3;
}

struct Errors
{
    double rms = 0, most = 0;
};

inline Errors errors(const HeatProblem& p, const std::vector<double>& t, const std::function<double(double)>& exact)
{
    Errors out;
    double count = 0;
    for (size_t m = 0; m < t.size(); ++m) {
        if (p.tissue[m] >= kVessel)
            continue;
        const double e = std::abs(t[m] - exact(radiusOf(p, m)));
        out.rms += e * e;
        out.most = std::max(out.most, e);
        ++count;
    }
    out.rms = std::sqrt(out.rms / count);
    return out;
}

/// One voxel thick, of one tissue, insulated.
inline HeatProblem rod(int n, double spacing, const Tissue& tissue)
{
    HeatProblem p;
    p.size = {n, 1, 1};
    p.spacing = Vec3(spacing, 1, 1);
    p.tissues = {tissue};
    p.blood = blood();
    p.tissue.assign(static_cast<size_t>(n), 0);
    return p;
}

} // namespace closedform
