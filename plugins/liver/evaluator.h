#pragma once

#include "plugins/liver/burn_table.h"
#include "plugins/liver/path_score.h"
#include "plugins/liver/skin_entries.h"

#include <memory>
#include <string>

namespace pollux::liver {

struct EvaluatorOptions
{
    SceneOptions scene;
    PathLimits limits;
    Weights weights{};
    double reach = 200;       ///< mm: longest shaft that may be asked for later
    double mapSpacing = 1.25; ///< mm
};

/// Scores any path of a case in well under a millisecond: what a drag and the search call. Built once from a snapshot
/// (a second or so), then immutable, cheap to copy and thread-safe.
class PathEvaluator
{
public:
    PathEvaluator(const Case& c, const EvaluatorOptions& options, const Job& job);
    PathEvaluator(std::shared_ptr<const Scene> scene, const EvaluatorOptions& options, const Job& job);

    /// Equal keys: an evaluator built earlier still stands for this case and these options (limits and weights aside).
    static ContentKey sourceKey(const Case& c, const EvaluatorOptions& options);
    /// The same maps with other limits and weights: costs nothing. A changed majorDiameter or zoneMargin needs a new
    /// evaluator.
    PathEvaluator with(const PathLimits& limits, const Weights& weights) const;

    /// The skin's normal is taken at the point of the skin nearest to `entry`. Distances are the map's (see RiskMap).
    PathScore evaluate(const Vec3& target, const Vec3& entry) const;
    /// The same with a normal that is known: for entries(). With a table of the same target and limits f8 is looked up
    /// instead of computed: for thousands of entries.
    PathScore evaluate(const Vec3& target, const Vec3& entry, const Vec3& skinNormal,
                       const BurnTable* burn = nullptr) const;
    BurnTable burnTable(const Vec3& target, const Job& job) const;

    const Scene& scene() const { return *m_scene; }
    std::shared_ptr<const Scene> sharedScene() const { return m_scene; }
    const RiskMap& map() const { return *m_map; }
    const SkinEntries& entries() const { return *m_entries; }
    const PathLimits& limits() const { return m_limits; }
    const Weights& weights() const { return m_weights; }
    /// "H1 bone: Ribs", "H3 needle too short": why a path is blocked; empty if it is not.
    std::string reasonText(const PathScore& score) const;

private:
    std::shared_ptr<const Scene> m_scene;
    std::shared_ptr<const RiskMap> m_map;
    std::shared_ptr<const SkinEntries> m_entries;
    std::shared_ptr<const BurnModel> m_burn;
    PathLimits m_limits;
    Weights m_weights{};
};

/// Worst case over placement errors.
struct Robustness
{
    int samples = 0;
    double worstDistance = kFar;  ///< mm, least distance to any obstacle
    double worstClearance = kFar; ///< mm, least distance beyond the margin
    int worstObstacle = -1;
    double worstScore = 0;
    double violating = 0; ///< share of the samples that break a hard limit
    double touching = 0;  ///< share of the samples that touch an obstacle
};

/// Re-scores the path with the entry held: the direction off by `angleDegrees` (8 ways and none) and the tip off by
/// `jitter` mm (14 ways on a sphere and none). 135 samples with the planned path among them, the same every time.
Robustness robustness(const PathEvaluator& evaluator, const Vec3& target, const Vec3& entry, double jitter,
                      double angleDegrees);

} // namespace pollux::liver
