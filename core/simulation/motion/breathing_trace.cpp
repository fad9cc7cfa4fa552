#include "core/simulation/motion/breathing_trace.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux::motion {

void checkTrace(const BreathingTrace& t)
{
    const auto positive = [](double v) { return std::isfinite(v) && v > 0; };
    if (!positive(t.period) || !positive(t.depth) || t.power < 1 || t.power > 6)
        throw Error(ErrorCode::BadInput, "This breathing has no meaning.",
                    "Enter a period and a depth above 0, and an exponent of 1 to 6.");
}

BreathingState BreathingTrace::at(double seconds) const
{
    const double angle = std::numbers::pi * seconds / period, sine = std::sin(angle);
    const int m = 2 * power;
    return {depth * std::pow(sine, m), depth * m * std::numbers::pi / period * std::pow(sine, m - 1) * std::cos(angle)};
}

double BreathingTrace::meanValue() const
{
    double mean = depth; // (2n - 1)!! / (2n)!!
    for (int k = 1; k <= power; ++k)
        mean *= (2.0 * k - 1) / (2.0 * k);
    return mean;
}

double BreathingTrace::dutyCycle(double part) const
{
    return 2 / std::numbers::pi * std::asin(std::pow(std::clamp(part, 0.0, 1.0), 0.5 / power));
}

std::vector<BreathingState> BreathingTrace::cycle(int steps) const
{
    std::vector<BreathingState> states;
    for (int k = 0; k < steps; ++k)
        states.push_back(at(period * k / steps));
    return states;
}

} // namespace pollux::motion
