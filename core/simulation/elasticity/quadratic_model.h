#pragma once

#include "core/simulation/elasticity/quadratic_mesh.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace pollux::elasticity {

/// A body of 20-node hexahedra of one material: small strain, isotropic, linear. mm, N, MPa; the frame is the caller's.
struct QuadraticModel
{
    QuadraticMesh mesh;
    double modulus = 0; ///< Young's, MPa
    double poisson = 0.3;
    double expansion = 0; ///< strain a degree
    Integration integration = Integration::Reduced;
    std::vector<std::uint8_t> held;  ///< a node each, bits 1, 2, 4: held in x, y, z
    std::vector<double> given;       ///< 3 a node: displacement where held, mm
    std::vector<double> force;       ///< 3 a node, N
    std::vector<double> temperature; ///< a node each, above that without strain; empty: none. Only corners count

    /// Nothing held, no loads.
    static QuadraticModel of(QuadraticMesh mesh, double modulus, double poisson, Integration integration);

    /// Holds the nodes where asked in the directions of `bits`, at 0.
    void hold(const Where& where, std::uint8_t bits);
    /// Throws Error (BadInput): see QuadraticMesh::check and isotropicHooke; arrays that do not fit, numbers that are
    /// not finite, a force on a node that no element has, a part that nothing keeps from moving as a whole.
    void check() const;
};

/// MPa at a place with an outward normal of unit length.
using Traction = std::function<Vec3(const Vec3& place, const Vec3& normal)>;
/// Adds the forces that do the same work (3 x 3 points a face). A pressure p is -p * normal. Throws Error (BadInput)
/// for values that are not finite.
void addTraction(QuadraticModel& model, std::span<const ElementFace> faces, const Traction& traction);
/// The same for a force in the volume, N/mm3 (3 x 3 x 3 points).
void addBodyForce(QuadraticModel& model, const std::function<Vec3(const Vec3&)>& force);

} // namespace pollux::elasticity
