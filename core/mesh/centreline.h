#pragma once

#include "core/image/mask.h"
#include "core/jobs/job.h"
#include "core/mesh/tree.h"

#include <optional>

namespace pollux {

struct CentrelineOptions
{
    std::optional<Vec3> root;      ///< where the tree starts; default: the thickest end
    double spurFactor = 1.5;       ///< side branches shorter than this times the local radius are noise
    double stepMm = 1.0;           ///< spacing of the nodes
};

/// Centreline tree with radii of a tubular mask: distance-ordered thinning or fast-marching backtracks, root by root for
/// each connected part. Radii from the distance map (largest inscribed ball).
Tree centrelines(const Mask& mask, const CentrelineOptions& options, const Job& job);

} // namespace pollux
