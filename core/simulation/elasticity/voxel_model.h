#pragma once

#include "core/geometry/grid.h"

#include <cstdint>
#include <vector>

namespace pollux::elasticity {

/// A body of cubes of one edge: small strain, isotropic, linear. Plain numbers: the frame is the caller's; mm, N, MPa.
struct VoxelModel
{
    Index3 size{0, 0, 0};
    double edge = 0;                ///< mm
    double poisson = 0.3;           ///< of all cubes
    std::vector<float> modulus;     ///< Young's modulus, MPa, a cube each, x fastest; 0: nothing there
    std::vector<std::uint8_t> held; ///< a node each ((nx+1)(ny+1)(nz+1), x fastest), bits 1, 2, 4: held in x, y, z

    std::size_t cubes() const;
    std::size_t nodes() const;
    std::size_t cube(int i, int j, int k) const;
    std::size_t node(int i, int j, int k) const;
    /// Sizes the arrays: no cubes, nothing held. Throws Error (BadInput): a size below 1 or more than kMostCubes, an
    /// edge that is not above 0.
    static VoxelModel empty(const Index3& size, double edge, double poisson);
    /// Throws Error (BadInput) for arrays of another size, moduli below 0 or not finite.
    void check() const;
};

/// Bounds what a model may take of memory: about 100 bytes a cube.
inline constexpr std::int64_t kMostCubes = 64'000'000;

/// Cubes that nothing holds: parts joined over faces of which fewer than three nodes, or nodes in one line, are held in
/// all directions. Such a part would fly away; parts that touch at an edge or a corner only count as apart, for there
/// is a hinge between.
struct LooseParts
{
    std::size_t parts = 0;
    std::size_t cubes = 0;
    bool nothingHeld = false; ///< no part is held
};
/// Empties the loose cubes.
LooseParts removeLooseParts(VoxelModel& model);

} // namespace pollux::elasticity
