#pragma once

#include "plugins/liver/path_score.h"
#include "plugins/liver/segment_distance.h"

#include <vector>

namespace pollux::liver {

/// Distance from the needle (entry to tip) to one obstacle.
struct ObstacleDistance
{
    int obstacle = -1; ///< index into Scene::obstacles
    NearestPoint nearest;
};

/// The numbers of one path on the masks at full resolution; nothing of the map enters.
struct ExactPath
{
    Vec3 target = Vec3::Zero();
    Vec3 entry = Vec3::Zero(); ///< where the line leaves the body, nearest to the entry asked for
    double moved = 0;          ///< mm between the entry asked for and this one
    PathMeasures measures;
    std::vector<ObstacleDistance> distances; ///< every obstacle, nearest first
};

/// Lengths by exact voxel traversal, distances by segmentToMask, angles to borderNormal(kNormalSigma). 10 to 100 ms on
/// masks of a whole torso. Throws Error (Cancelled), and Error (BadInput) if target and entry are one point.
ExactPath measureExactly(const Scene& scene, const PathLimits& limits, const Vec3& target, const Vec3& entry,
                         const Job& job);

} // namespace pollux::liver
