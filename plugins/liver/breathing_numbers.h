#pragma once

#include "core/case/objects.h"
#include "plugins/liver/breathing.h"

#include <vector>

namespace pollux::liver {

/// The lines of the table: `before` on the images, `after` over the breath.
std::vector<PlanNumber> breathingNumbers(const PathEvaluator& evaluator, const PathOverBreath& path,
                                         const BreathingQuestion& question);
/// What a breath does to the path that was not so on the images.
Findings breathingFindings(const PathEvaluator& evaluator, const PathOverBreath& path,
                           const BreathingQuestion& question);

} // namespace pollux::liver
