#pragma once

#include "core/simulation/elasticity/voxel_model.h"

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pollux::elasticity {

/// How CalculiX solves; see its manual, *STATIC.
enum class CalculixSolver { Spooles, IterativeCholesky, IterativeScaling };

/// Writes the model as an input deck of CalculiX: C3D8, which is the same cube as HexElement; a material for each
/// different modulus (at most `kMostDeckMaterials`: round them before); *NODE PRINT of all displacements. N, mm, MPa.
/// Throws Error (BadInput): sizes that do not fit, too many materials.
void writeCalculixDeck(std::ostream& out, const VoxelModel& model, std::span<const double> force, CalculixSolver solver,
                       std::string_view title);
inline constexpr std::size_t kMostDeckMaterials = 10'000;

/// A number as CalculiX takes it: it reads 20 characters and refuses more. 13 digits, whatever the language of the
/// machine.
std::string calculixNumber(double value);

/// Rounds moduli to `steps` values in equal ratios between the least and the greatest: so a deck has few materials.
void roundModuli(VoxelModel& model, int steps);

/// Reads the displacements back out of the .dat file that CalculiX writes; 3 a node, 0 where it says nothing. Throws
/// Error (BadInput) for a file without displacements or with a node that the model lacks.
std::vector<double> readCalculixDisplacements(std::istream& dat, const VoxelModel& model);

} // namespace pollux::elasticity
