#pragma once

#include "plugins/liver/evaluator.h"
#include "plugins/liver/exact.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace pollux::liver {

struct PlanRequest
{
    std::optional<Vec3> target; ///< default: the scene's
    std::optional<Vec3> entry;  ///< given: this path is measured; else the best of the skin is chosen
    double jitter = 0;          ///< mm
    double jitterAngle = 0;     ///< degrees
};

/// Scores of all skin points for one target.
struct SkinScan
{
    std::vector<PathScore> scores;       ///< one a point of the skin
    std::vector<std::uint8_t> candidate; ///< real skin that faces the needle: was marched
    std::vector<std::uint8_t> feasible;
    std::array<int, kConstraintCount> kills{}; ///< candidates by first reason; EdgeOfImage and FacesAway: the others
    double candidateAreaMm2 = 0;
    double feasibleAreaMm2 = 0;
};

/// Marches a path from every skin point that faces the needle.
SkinScan scanSkin(const PathEvaluator& evaluator, const Vec3& target, const Job& job);

struct PlanResult
{
    ExactPath path;
    PathScore exact; ///< of `path`, judged on the exact numbers
    PathScore map;   ///< the same path on the map
    Robustness robust;
    SkinScan scan; ///< empty vectors if there is no skin
    std::vector<Zone> zones;
    std::vector<std::uint32_t> front; ///< non-dominated feasible points, best score first
    bool chosen = false;              ///< by the planner, not given
    int rejectedExactly = 0;          ///< better candidates on the map that the exact numbers refused
    Findings findings;
};

/// Scan, Pareto front over the criteria with a weight, and the best of the front whose exact numbers keep every limit.
/// Where no entry keeps all limits, the path that breaks the fewest is shown with a Stop finding.
/// Throws Error (BadInput) without an entry where there is no skin to choose from.
PlanResult plan(const PathEvaluator& evaluator, const PlanRequest& request, const Job& job);

} // namespace pollux::liver
