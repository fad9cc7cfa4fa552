#include "core/simulation/heat/damage.h"

#include <cmath>
#include <limits>

namespace pollux::heat {

namespace {

constexpr double kGasConstant = 8.314; // J/(mol K)
constexpr double kZeroCelsius = 273.15;

} // namespace

double Arrhenius::rate(double celsius) const
{
    if (celsius < from)
        return 0;
    return frequency * std::exp(-activationEnergy / (kGasConstant * (celsius + kZeroCelsius)));
}

double Arrhenius::secondsToOne(double celsius) const
{
    const double r = rate(celsius);
    return r > 0 ? 1 / r : std::numeric_limits<double>::infinity();
}

double Cem43::rate(double celsius) const
{
    if (celsius < from)
        return 0;
    // Far above 100 deg C the power would leave the range of a float; the cells are dead long before.
    const double above = std::fmin(celsius, 120.0) - 43;
    return std::exp2(std::log2(above >= 0 ? rAbove : rBelow) * -above) / 60;
}

} // namespace pollux::heat
