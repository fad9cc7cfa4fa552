#pragma once

#include "core/case/limit.h"
#include "core/operation/operation.h"
#include "core/simulation/circulation/prediction.h"
#include "plugins/liver/circulation_numbers.h"

namespace pollux::liver {

/// "liver.circulation": portal pressure after a resection. One plan (kind "liver.circulation") with the numbers, their
/// band and the curve over the removed share in its detail. Thresholds and settings come from the limits given.
class PredictCirculation final : public Operation
{
public:
    explicit PredictCirculation(const LimitTable& limits);

    OperationInfo info() const override;
    ParamList declare() const override;
    Findings check(const Case& c, const ParamValues& values) const override;
    Edit run(const Case& c, const ParamValues& values, Job& job) const override;

    // What a panel needs to keep a PortalModel of its own and show circulationPreview() while a slider moves. `values`
    // complete.
    static LiverFlowInputs inputs(const ParamValues& values);
    static PredictionOptions options(const ParamValues& values);
    static CirculationLimits limits(const ParamValues& values);
    /// What a drawn resection takes of each lobe; empty where the share is entered. Throws as resectedLobes().
    static std::vector<ResectedLobe> lobes(const Case& c, const ParamValues& values);
    /// Share of the liver that remains, 0..1.
    static double remaining(const std::vector<ResectedLobe>& lobes, const ParamValues& values);
    /// The curve: percent removed from and to, and how many points.
    static constexpr double kSweepFrom = 30, kSweepTo = 70;
    static constexpr int kSweepPoints = 41;

private:
    LimitTable m_limits;
};

} // namespace pollux::liver
