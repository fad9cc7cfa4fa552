#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pollux {

/// Units that numbers carry across module borders. Inside a module lengths are mm, angles degrees unless said
/// otherwise.
enum class Unit {
    None,
    Millimetre,
    SquareMillimetre,
    Millilitre,
    Degree,
    Hounsfield,
    Percent,
    Second,
    Count,
    Voxel,
    MillimetreOfMercury,
    LitrePerMinute,
    FlowPerMass, ///< of an organ: mL/min/100 g
    PerSecond,
    Tesla,
    Centimetre, ///< of a person's height only
    Kilogram,
    Celsius,
    Minute,
    Watt,
    BloodRate,    ///< mL of blood a second and litre of tissue
    Conductivity, ///< W/(m K)
    Density,      ///< kg/m^3
    SpecificHeat, ///< J/(kg K)
    HeatTransfer, ///< W/(m^2 K)
    Newton,
    NewtonMillimetre,
    Megapascal, ///< stress, Young's modulus
    GreyValue   ///< of an image that is not calibrated
};

/// "mm", "mL", "°", ... as shown to the user; empty for None.
std::string_view symbol(Unit unit);
/// Stable name for files: "mm", "mm2", "ml", "deg", "hu", "percent", "s", "count", "voxel", "mmhg", "l/min",
/// "ml/min/100g", "per_s", "tesla", "cm", "kg", "degc", "min", "w", "ml/s/l", "w/m/k", "kg/m3", "j/kg/k", "w/m2/k",
/// "n", "nmm", "mpa", "grey", "none".
std::string_view unitName(Unit unit);
std::optional<Unit> unitFromName(std::string_view name);
/// Decimals that make sense on screen for this unit (mm: 1, mL: 1, HU: 0, ...).
int displayDecimals(Unit unit);

/// A value with its unit and, where known, its uncertainty.
struct Quantity
{
    double value = 0;
    Unit unit = Unit::None;
    std::optional<double> standardDeviation; ///< same unit
    std::string covers;                      ///< what the uncertainty covers, e.g. "voxel size"

    bool operator==(const Quantity&) const = default;
};

/// "12.3 mm", "12.3 ± 0.4 mm".
std::string toText(const Quantity& quantity);

} // namespace pollux
