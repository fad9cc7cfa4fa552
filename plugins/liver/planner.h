#pragma once

#include "plugins/liver/evaluator.h"
#include "plugins/liver/exact.h"
#include "plugins/liver/refine.h"

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
    std::vector<Refined> searches;    ///< local searches that led to the choice, in the order of their starts
    int rejectedExactly = 0;          ///< better candidates on the map that the exact numbers refused
    Findings findings;
};

/// Feasible points of a scan that no other dominates, best score first. Objectives: f1, f2, f3 and f8, and as a fifth
/// the weighted sum of all others, each only if it has a weight; so the point of least score is in the front.
std::vector<std::uint32_t> frontOf(const SkinScan& scan, const Weights& weights);

/// Scan, Pareto front, local searches on the exact score from the best of every zone and others (refine.h), and the
/// best path that they find. Where none of them keeps every limit: the first of the front whose exact numbers do; where
/// no entry does, the path that breaks the fewest, with a Stop finding. Throws Error (BadInput) without an entry where
/// there is no skin to choose from.
PlanResult plan(const PathEvaluator& evaluator, const PlanRequest& request, const Job& job);

} // namespace pollux::liver
