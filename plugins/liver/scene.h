#pragma once

#include "core/case/case.h"
#include "core/jobs/job.h"
#include "plugins/liver/path_limits.h"

#include <optional>
#include <string>
#include <vector>

namespace pollux::liver {

/// How an obstacle is kept away from: the margin and the constraint that it stands for.
enum class ObstacleClass : std::uint8_t { Bone, Organ, Vessel };

/// A structure that a needle must not touch.
struct Obstacle
{
    Id id;
    std::string name;
    ObstacleClass kind = ObstacleClass::Organ;
    Mask mask; ///< for liver veins only the part of major calibre
};

/// What the planner knows of a case: masks at full resolution, sorted by what they mean for a needle. Immutable once
/// built.
struct Scene
{
    Mask body;    ///< empty if there is no skin structure
    Surface skin; ///< of the body, coarse; empty if there is none
    Mask liver;   ///< with its lesions and liver veins; empty if there is none
    Mask lesion;  ///< the target; empty if the target is a free point
    Mask toCover; ///< the lesion and the liver within SceneOptions::zoneMargin of it; empty without a lesion
    Vec3 target = Vec3::Zero();
    std::vector<Obstacle> obstacles;
    std::vector<Mask> minorVessels; ///< below major calibre: in the score only
    std::vector<UsedStructure> used;
    Findings findings; ///< what is missing or doubtful, and what is therefore not checked

    /// Masks and target point. Two scenes with equal keys give the same numbers for the same limits.
    ContentKey key() const;
};

struct SceneOptions
{
    Id lesion;                  ///< empty: none
    std::optional<Vec3> target; ///< default: centroid of the lesion, or its deepest point where that lies outside
    bool confirmedOnly = false; ///< leave structures out that nobody confirmed
    double majorDiameter = 3;   ///< mm
    double zoneMargin = 0;      ///< mm
};

/// How the anatomy table's entry counts for a needle; nullopt: not an obstacle.
std::optional<ObstacleClass> obstacleClass(std::string_view anatomy);
/// Portal and hepatic veins and vessels of unknown kind: split by calibre.
bool splitByCalibre(std::string_view anatomy);

/// Throws Error (BadInput) if there is neither lesion nor target point, or the lesion has no mask.
Scene makeScene(const Case& c, const SceneOptions& options, const Job& job);

/// Findings about structures that are missing, without masks or not confirmed. Quick: for check().
Findings sceneFindings(const Case& c, const SceneOptions& options);

} // namespace pollux::liver
