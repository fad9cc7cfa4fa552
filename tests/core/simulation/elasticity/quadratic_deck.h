#pragma once

#include "core/simulation/elasticity/quadratic_solver.h"

#include <iosfwd>

namespace pollux::verification {

using namespace pollux::elasticity;

/// The model as an input deck of CalculiX (C3D20 or C3D20R), in mm, N, MPa; supports at 0 alone. `faces`: these carry
/// `pressure` (MPa) by CalculiX's own rule; none: our forces. Asks for displacements (.dat) and stress at nodes (.frd).
void writeQuadraticDeck(std::ostream& out, const QuadraticModel& model, const std::vector<ElementFace>& faces = {},
                        double pressure = 0);

/// Displacements, 3 a node, out of a .dat file. Throws std::runtime_error where a node is missing.
std::vector<double> readQuadraticDisplacements(std::istream& dat, std::size_t nodes);
/// Stress, xx yy zz xy yz xz as CalculiX orders it, a node each, out of an .frd file; 0 where it says nothing.
std::vector<Voigt> readNodalStress(std::istream& frd, std::size_t nodes);

} // namespace pollux::verification
