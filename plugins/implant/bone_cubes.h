#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"
#include "core/simulation/elasticity/bone_law.h"
#include "core/simulation/elasticity/voxel_model.h"

#include <vector>

namespace pollux::implant {

// Bone of an image as cubes, axes along LPS, the first cube's corner at `corner` (LPS, mm).

/// More cubes than a plan waits for.
inline constexpr std::int64_t kMostModelCubes = 3'000'000;

/// What takes the place of bone, or of nothing: cement.
struct Filling
{
    Mask mask;
    double modulus = 0; ///< MPa
};

/// Every cube's modulus: the mean of those of 8 to 64 points of it, 0 where a point lies outside the bone and the
/// filling. Throws Error (Cancelled).
void fillModuli(elasticity::VoxelModel& model, const Vec3& corner, const Volume& image, const Mask& bone,
                const elasticity::BoneMaterial& material, const Job& job, const Filling* filling = nullptr);

/// A cube that takes a part of a load, by share of all.
struct LoadedCube
{
    Index3 cube{0, 0, 0};
    double share = 0;
};

/// Middle of a load without moment, mm from the model's corner.
Vec3 middleOf(const elasticity::VoxelModel& model, const std::vector<LoadedCube>& cubes);

/// Forces on all nodes, three each, whose sum is `force` (N) and whose moment about middleOf() is `moment` (N mm):
/// each cube gives its share to its eight nodes alike; the moment are forces across a node's distance from the middle,
/// as a rigid turn would have them. Throws Error (BadInput): no cube has a share.
std::vector<double> nodalForces(const elasticity::VoxelModel& model, const std::vector<LoadedCube>& cubes,
                                const Vec3& force, const Vec3& moment);

} // namespace pollux::implant
