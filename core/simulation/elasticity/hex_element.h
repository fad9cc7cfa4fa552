#pragma once

#include <Eigen/Core>

namespace pollux::elasticity {

/// The trilinear hexahedron as a cube of edge 1 mm and Young's modulus 1 MPa, integrated exactly (2 x 2 x 2 Gauss
/// points). Node a lies at (a & 1, a >> 1 & 1, a >> 2); degree of freedom 3a + c. Strain in Voigt's order xx, yy, zz,
/// xy, yz, zx with engineering shear.
struct HexElement
{
    /// Throws Error (BadInput) unless -0.99 <= poisson <= 0.49: beyond it the element locks.
    explicit HexElement(double poisson);

    Eigen::Matrix<double, 24, 24> stiffness; ///< times E h for a cube of edge h: N/mm
    Eigen::Matrix<double, 6, 24> strain;     ///< at the centre; divided by h
    Eigen::Matrix<double, 6, 6> hooke;       ///< times E: stress in MPa
    double lambda = 0, mu = 0;               ///< Lame's constants for E = 1
    /// Largest eigenvalue of diag(K)^-1 K of one element. No larger one has any grid of such elements, whatever their
    /// moduli and supports: A. J. Wathen, IMA J. Numer. Anal. 7 (1987) 449.
    double largestScaledEigenvalue = 0;
};

} // namespace pollux::elasticity
