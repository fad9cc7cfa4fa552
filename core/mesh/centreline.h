#pragma once

#include "core/image/mask.h"
#include "core/jobs/job.h"
#include "core/mesh/tree.h"

#include <optional>

namespace pollux {

struct CentrelineOptions
{
    std::optional<Vec3> root; ///< where the tree starts; default: the thickest end
    double spurFactor = 1.5;  ///< side branches shorter than this times the local radius are noise
    double stepMm = 1.0;      ///< spacing of the nodes
};

/// Centreline tree with radii of a tubular mask, each connected part (of at least 10 voxels) with a root of its own.
/// Tip by tip: the farthest voxel not yet covered is traced back along the middle by shortest paths weighted with the
/// distance map (TEASAR, Sato 2000; 1/R weights, Antiga 2003), then smoothed and centred below voxel size. A loop is
/// cut once. Radii: largest inscribed ball, to about a third of a voxel; near an end that of the last full
/// cross-section. An empty mask gives an empty tree. Throws Error (BadInput) for options out of range.
Tree centrelines(const Mask& mask, const CentrelineOptions& options, const Job& job);

} // namespace pollux
