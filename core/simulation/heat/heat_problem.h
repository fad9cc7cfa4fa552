#pragma once

#include "core/geometry/grid.h"

#include <array>
#include <cstdint>
#include <vector>

namespace pollux::heat {

/// What a kind of tissue does with heat. SI units.
struct Tissue
{
    double density = 0;       ///< kg/m^3
    double specificHeat = 0;  ///< J/(kg K)
    double conductivity = 0;  ///< W/(m K)
    double perfusion = 0;     ///< 1/s: volume of blood a volume of tissue and second
    double metabolicHeat = 0; ///< W/m^3
    double waterFraction = 0; ///< kg of water that can boil a kg of tissue; 0: no change of phase
};

struct Blood
{
    double density = 0;      ///< kg/m^3
    double specificHeat = 0; ///< J/(kg K)
    double temperature = 37; ///< deg C
};

/// Water of tissue boils over a range of temperatures: the latent heat is spread evenly over it (effective heat
/// capacity). Steam stays where it was made and gives its heat back when it cools.
struct Boiling
{
    double from = 99;            ///< deg C
    double to = 100;             ///< deg C
    double latentHeat = 2.257e6; ///< J/kg of water, at 100 deg C (steam tables, from memory)
};

/// Voxel labels that are no tissue: they keep their temperature.
inline constexpr std::uint8_t kHeld = 255;   ///< and their wall has it too
inline constexpr std::uint8_t kVessel = 254; ///< heat passes their wall by HeatProblem::wallTransfer

/// A side of the box: no heat passes, or it is held at HeatProblem::outerTemperature.
enum class Side { Insulated, Held };

/// Pennes' bioheat on a box of voxels: rho c dT/dt = div(k grad T) + w rho_b c_b (T_b - T) + Q (Pennes 1948, J Appl
/// Physiol 1:93). One entry a voxel where a vector is not empty, i fastest.
struct HeatProblem
{
    Index3 size{0, 0, 0};
    Vec3 spacing = Vec3::Ones();      ///< mm
    std::vector<Tissue> tissues;      ///< at most 254
    std::vector<std::uint8_t> tissue; ///< index into tissues, or kHeld, kVessel
    /// mm, below 0 inside what is held, above 0 outside: where between two voxel centres its wall lies. Empty: on the
    /// voxels' faces, a staircase.
    std::vector<float> wallDistance;
    std::vector<float> source; ///< W/m^3; empty: none
    Blood blood;
    Boiling boiling;
    double wallTransfer = 0;      ///< W/(m^2 K) at vessels; 0: their wall has the temperature of their voxels
    std::array<Side, 6> sides{};  ///< at i = 0, i = end, j = 0, ...
    double outerTemperature = 37; ///< deg C

    std::int64_t voxels() const { return std::int64_t(size[0]) * size[1] * size[2]; }
};

/// Throws Error (BadInput): sizes that do not fit, more than 2^28 voxels, values that are not finite or have no meaning
/// (conductivity below 0, capacity of 0), a label without tissue.
void checkProblem(const HeatProblem& problem);

} // namespace pollux::heat
