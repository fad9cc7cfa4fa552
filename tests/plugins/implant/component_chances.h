#pragma once

#include "plugins/implant/component_error.h"

#include <cmath>
#include <numbers>

/// Chances of a component that is set with a normal error, where they have a closed form.
namespace chances {

using namespace pollux;
using namespace pollux::implant;

inline Ring circle(double radius, const Vec2& middle = Vec2::Zero(), int corners = 720)
{
    Ring out;
    for (int n = 0; n < corners; ++n) {
        const double a = 2 * std::numbers::pi * n / corners;
        out.push_back(middle + radius * Vec2(std::cos(a), std::sin(a)));
    }
    return out;
}

/// Share of a normal distribution above so many deviations.
inline double above(double deviations)
{
    return std::erfc(deviations / std::numbers::sqrt2) / 2;
}

/// A round base amid a round bone: only the size of the shift counts, Rayleigh's distribution.
inline double overhangOfRound(double bone, double base, double limit, double sd)
{
    const double room = bone - base + limit;
    return std::exp(-room * room / (2 * sd * sd));
}

} // namespace chances
