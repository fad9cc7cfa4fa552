#pragma once

#include "core/geometry/vec.h"

#include <Eigen/Core>

#include <array>
#include <span>

namespace pollux::elasticity {

/// The 20-node serendipity hexahedron: for bodies with curved faces, where cubes would show a staircase. Nodes in the
/// order of CalculiX's and Abaqus' C3D20: corners 0-3 counter-clockwise below, 4-7 above them, then the middles of the
/// edges 0-1, 1-2, 2-3, 3-0 (8-11), 4-5, 5-6, 6-7, 7-4 (12-15), 0-4, 1-5, 2-6, 3-7 (16-19). Strain in Voigt's order
/// xx, yy, zz, xy, yz, zx with engineering shear; degree of freedom 3a + c. Pure functions, any thread. Zienkiewicz,
/// Taylor, Zhu, The Finite Element Method, 7th edition, chapter 6.
inline constexpr int kHexNodes = 20;
using HexPlaces = Eigen::Matrix<double, 3, kHexNodes>; ///< mm, a column each node
using HexShape = Eigen::Matrix<double, kHexNodes, 1>;
using HexGradient = Eigen::Matrix<double, 3, kHexNodes>;
using HexStrain = Eigen::Matrix<double, 6, 3 * kHexNodes>;
using HexStiffness = Eigen::Matrix<double, 3 * kHexNodes, 3 * kHexNodes>;
using Hooke = Eigen::Matrix<double, 6, 6>;

/// Full: 3 x 3 x 3 points (C3D20). Reduced: 2 x 2 x 2 (C3D20R): softer, mostly nearer, but an element has six modes
/// without energy: along each axis the one of the eight-node plane element, (x (3 y^2 - 1), y (1 - 3 x^2)), alike or
/// linear over the thickness. A single column of elements passes the linear one on: take two across, or full.
enum class Integration { Full, Reduced };

struct GaussPoint
{
    Vec3 at; ///< in [-1,1]^3
    double weight = 0;
};
std::span<const GaussPoint> gaussPoints(Integration integration);
/// 3 x 3 points on a face, in [-1,1]^2; the third coordinate is 0.
std::span<const GaussPoint> facePoints();

/// Where a node lies in [-1,1]^3.
Vec3 hexNodePlace(int node);
HexShape hexShape(const Vec3& at);
/// Derivatives by the element's own coordinates.
HexGradient hexGradient(const Vec3& at);

/// A face is 2 * axis + side (0: at -1, 1: at 1). Its four corners, then its four middles, in no special order.
inline constexpr int kHexFaces = 6;
const std::array<int, 8>& hexFaceNodes(int face);
/// A point of a face from two coordinates in [-1,1].
Vec3 hexFacePoint(int face, const Vec3& at);
/// The outward normal times the area for a unit of the face's own coordinates, mm2.
Vec3 hexFaceNormal(const HexPlaces& places, int face, const Vec3& at);

/// Stress from strain, MPa. Throws Error (BadInput) unless the modulus is above 0 and finite and Poisson's ratio lies
/// between -0.99 and 0.499.
Hooke isotropicHooke(double modulus, double poisson);

/// What turns displacements into strain at a point, and the volume there for a unit of the element's own coordinates,
/// mm3. Throws Error (BadInput) where the element is turned inside out or has no volume.
struct StrainAt
{
    HexStrain matrix;
    double volume = 0;
};
StrainAt hexStrain(const HexPlaces& places, const Vec3& at);
/// N/mm. Throws as hexStrain does.
HexStiffness hexStiffness(const HexPlaces& places, const Hooke& hooke, Integration integration);

} // namespace pollux::elasticity
