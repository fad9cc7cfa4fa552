#pragma once

#include "core/case/objects.h"
#include "core/simulation/circulation/loop_fit.h"
#include "core/simulation/circulation/prediction.h"
#include "plugins/liver/resected_share.h"

#include <optional>
#include <string>
#include <vector>

namespace pollux::liver {

/// The thresholds of a prediction, as used. Pressures mmHg.
struct CirculationLimits
{
    double portalWatch = 0;
    double portalHigh = 0;
    double gradientBefore = 0;
    double portalFlow = 0; ///< mL/min/100 g
};

/// The beating loop before and after.
struct LoopComparison
{
    LoopFit before;
    LoopMeans after;
};

/// All that a prediction came to.
struct CirculationResult
{
    double remaining = 1; ///< share of the liver
    std::vector<ResectedLobe> lobes;
    std::optional<double> liverGrams; ///< before
    PortalPrediction before, after;
    std::optional<double> removedAtWatch, removedAtHigh; ///< shares
    double aboveHigh = 0;                                ///< share of the draws
    double rejected = 0;
    std::vector<PortalPrediction> sweep;
    std::optional<LoopComparison> loop;
};

/// "" below the band, "warning" in it, "stop" above it; the limit behind it.
struct PortalVerdict
{
    std::string verdict;
    std::string limit;
    double value = 0;
};
PortalVerdict verdictOf(double portal, const CirculationLimits& limits);

/// The lines of the plan's table.
std::vector<PlanNumber> circulationNumbers(const CirculationResult& result, const CirculationLimits& limits);

/// What the user must know of it, beside the table.
Findings circulationFindings(const CirculationResult& result, const CirculationLimits& limits);

/// The lines that a slider shows for one removed share: the value with its verdict, marked approximate. Well under a
/// millisecond: one closed form.
std::vector<PlanNumber> circulationPreview(const PortalModel& model, double removed, const CirculationLimits& limits);

/// JSON for Plan::detail: inputs, resistances, the curve over the removed share with its bands, lobes, the loop.
std::string circulationDetail(const CirculationResult& result, const LiverFlowInputs& inputs, const PortalModel& model);

} // namespace pollux::liver
