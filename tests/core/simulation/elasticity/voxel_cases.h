#pragma once

#include "verification.h"

namespace pollux::verification {

/// A body of cubes that is held, and the forces on it (3 a node, N).
struct VoxelCase
{
    VoxelModel model;
    std::vector<double> force{};
};

/// 100 x 10 x 10 mm, so many cubes across, 100 N across the free end; E = 17000 MPa, nu = 0.3.
VoxelCase cantileverCase(int across);
/// A bar of 1 x 1 x 8 mm along z, half 17000 and half 500 MPa, pulled by 10 N.
VoxelCase seriesCase();
/// 20 mm along z in n cubes, E = 300 exp(0.15 z) MPa, pulled by 1 MPa.
VoxelCase gradedCase(int n);
/// A quarter of a titanium rod of 2 mm in a ring of bone to 10 mm, a slice in plane strain, 10 MPa from outside.
VoxelCase lameTwoCase(double edge);

} // namespace pollux::verification
