#pragma once

#include "core/simulation/elasticity/quadratic_solver.h"
#include "verification.h"

namespace pollux::verification {

/// A problem on 20-node hexahedra, ready to be solved, and the number of the result that is known.
struct QuadraticCase
{
    QuadraticModel model;
    std::function<double(const QuadraticResult&)> found;
    /// Solved; also what it took.
    struct Answer
    {
        double value = 0, seconds = 0;
        QuadraticResult result;
    };
    Answer solved() const;
};

// NAFEMS, The Standard NAFEMS Benchmarks, TNSB Rev. 3 (1990). `n`: elements along the radius, around, through the
// thickness.
QuadraticCase le1(const Index3& n, Integration integration);
QuadraticCase le10(const Index3& n, Integration integration);
/// 2k elements along the radius, 4k around, 3k in the sphere, 4k in the taper, 2k in the cylinder.
QuadraticCase le11(int k, Integration integration);
/// Cook's membrane 48, 44, 60 mm, E = 1, nu = 1/3, F = 1, plane stress: one layer of 1 mm, w = 0 on its lower face
/// only, so a half of a plate of 2 mm. k x k elements; v of (48, 52, 0).
QuadraticCase cook(int k, Integration integration);
/// 100 x 10 x 10 mm, 100 N, E = 17000 MPa, nu = 0.3; 10 across x across x across elements.
QuadraticCase quadraticCantilever(int across, Integration integration);
/// An element whose faces are curved.
HexPlaces bentElement();
/// MacNeal and Harder's seven distorted elements in a unit cube, the linear field on its surface.
QuadraticModel distortedPatch(Integration integration);
/// A smooth solution on a curved block of k^3 elements: the error of the displacement in L2.
double smoothError(int k, Integration integration);

} // namespace pollux::verification
