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
    AblationZone zone;                       ///< just large enough for lesion and margin; semi-axes 0 without a lesion
    std::vector<double> burntMl;             ///< of every obstacle: what of it lies inside the zone
};

/// Lengths by exact voxel traversal, distances by segmentToMask, angles to borderNormal(kNormalSigma), the heated zone
/// by counting voxels. Throws Error (Cancelled), and Error (BadInput) if target and entry are one point.
ExactPath measureExactly(const Scene& scene, const PathLimits& limits, const Vec3& target, const Vec3& entry,
                         const Job& job);

/// The same for a search: what no score and no limit depends on is left out, that is obstacles too far away to count
/// (their measures say that none is near) and what of them is heated. Several times as quick; judge() gives the same
/// score and the same broken limits.
ExactPath measureForScore(const Scene& scene, const PathLimits& limits, const Vec3& target, const Vec3& entry,
                          const Job& job);

} // namespace pollux::liver
