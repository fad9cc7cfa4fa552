#pragma once

#include "plugins/liver/planner.h"

#include <string>
#include <vector>

namespace pollux::liver {

/// The lines of the plan's table for a path that was measured exactly.
std::vector<PlanNumber> planNumbers(const PathEvaluator& evaluator, const PlanResult& result,
                                    const PlanRequest& request);

/// The same keys for a drag, marked approximate: of the distances only the nearest obstacle of each class.
std::vector<PlanNumber> previewNumbers(const PathEvaluator& evaluator, const PathScore& score);

/// Fills `before` from an earlier plan's `after`, by key.
void compareWith(std::vector<PlanNumber>& numbers, const Plan& earlier);

/// Skin coloured by score; blocked points carry the limit and the structure that blocked them.
Field skinMap(const PathEvaluator& evaluator, const SkinScan& scan, const std::string& planName);

/// JSON for Plan::detail: candidates of the front, best of each zone, reasons, robustness, limits and weights as used.
std::string planDetail(const PathEvaluator& evaluator, const PlanResult& result, const PlanRequest& request);

/// One finding for each limit that the exact path breaks, with the place.
Findings violationFindings(const PathEvaluator& evaluator, const PlanResult& result);

} // namespace pollux::liver
