#pragma once

#include "core/geometry/vec.h"
#include "core/simulation/elasticity/voxel_model.h"
#include "core/simulation/elasticity/voxel_solver.h"
#include "core/simulation/elasticity/voxel_stress.h"
#include "tests/support/verification.h"

#include <functional>
#include <vector>

namespace pollux::verification {

using namespace pollux::elasticity;

/// All of them.
std::vector<Problem> problems();

// The parts, each in the file of its name.
std::vector<Problem> voxelCases();
std::vector<Problem> cylinderCases();
std::vector<Problem> quadraticCases();

/// A displacement or a load as a function of the place (mm).
using VectorField = std::function<Vec3(const Vec3&)>;
/// Sets u at all nodes of the model's outer faces and holds them.
void holdBoundary(VoxelModel& model, std::vector<double>& u, const VectorField& displacement);
Vec3 nodePlace(const VoxelModel& model, int i, int j, int k);
Vec3 cubePlace(const VoxelModel& model, int i, int j, int k);
/// Adds a force at a place: to the eight nodes of its cube by their shape functions.
void addForce(const VoxelModel& model, std::vector<double>& force, const Vec3& place, const Vec3& newtons);
/// In double precision, to 1e-11.
std::vector<double> solved(const VoxelModel& model, const std::vector<double>& force, std::vector<double> start = {});
/// Order of convergence from the errors on h and h / 2.
double order(double coarse, double fine);

} // namespace pollux::verification
