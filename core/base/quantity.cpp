#include "core/base/quantity.h"

#include "core/base/text.h"

#include <array>

namespace pollux {

namespace {

struct UnitFacts
{
    Unit unit;
    std::string_view symbol;
    std::string_view name;
    int decimals;
};

constexpr std::array<UnitFacts, 29> kUnits{{
    {Unit::None, "", "none", 2},
    {Unit::Millimetre, "mm", "mm", 1},
    {Unit::SquareMillimetre, "mm²", "mm2", 0},
    {Unit::Millilitre, "mL", "ml", 1},
    {Unit::Degree, "°", "deg", 1},
    {Unit::Hounsfield, "HU", "hu", 0},
    {Unit::Percent, "%", "percent", 1},
    {Unit::Second, "s", "s", 2},
    {Unit::Count, "", "count", 0},
    {Unit::Voxel, "voxel", "voxel", 1},
    {Unit::MillimetreOfMercury, "mmHg", "mmhg", 1},
    {Unit::LitrePerMinute, "L/min", "l/min", 2},
    {Unit::FlowPerMass, "mL/min/100 g", "ml/min/100g", 0},
    {Unit::PerSecond, "1/s", "per_s", 1},
    {Unit::Tesla, "T", "tesla", 1},
    {Unit::Centimetre, "cm", "cm", 0},
    {Unit::Kilogram, "kg", "kg", 0},
    {Unit::Celsius, "°C", "degc", 1},
    {Unit::Minute, "min", "min", 1},
    {Unit::Watt, "W", "w", 1},
    {Unit::BloodRate, "mL/s/L", "ml/s/l", 1},
    {Unit::Conductivity, "W/m/K", "w/m/k", 3},
    {Unit::Density, "kg/m³", "kg/m3", 0},
    {Unit::SpecificHeat, "J/kg/K", "j/kg/k", 0},
    {Unit::HeatTransfer, "W/m²/K", "w/m2/k", 0},
    {Unit::Newton, "N", "n", 0},
    {Unit::NewtonMillimetre, "N mm", "nmm", 0},
    {Unit::Megapascal, "MPa", "mpa", 1},
    {Unit::GreyValue, "grey", "grey", 0},
}};

const UnitFacts& facts(Unit unit)
{
    for (const UnitFacts& f : kUnits)
        if (f.unit == unit)
            return f;
    return kUnits[0];
}

} // namespace

std::string_view symbol(Unit unit)
{
    return facts(unit).symbol;
}

std::string_view unitName(Unit unit)
{
    return facts(unit).name;
}

int displayDecimals(Unit unit)
{
    return facts(unit).decimals;
}

std::optional<Unit> unitFromName(std::string_view name)
{
    for (const UnitFacts& f : kUnits)
        if (f.name == name)
            return f.unit;
    return std::nullopt;
}

std::string toText(const Quantity& quantity)
{
    const int decimals = displayDecimals(quantity.unit);
    std::string text = toText(quantity.value, decimals);
    if (quantity.standardDeviation)
        text += " ± " + toText(*quantity.standardDeviation, decimals);
    const std::string_view s = symbol(quantity.unit);
    if (!s.empty()) {
        if (quantity.unit != Unit::Degree)
            text += ' ';
        text += s;
    }
    return text;
}

} // namespace pollux
