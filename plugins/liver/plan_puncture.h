#pragma once

#include "core/case/limit.h"
#include "core/operation/operation.h"
#include "plugins/liver/evaluator.h"
#include "plugins/liver/planner.h"

#include <memory>

namespace pollux {
class DeviceShelf;
}

namespace pollux::liver {

/// The plan of a path that was found or measured, without a name.
Plan puncturePlan(const PathEvaluator& evaluator, const PlanResult& result, const PlanRequest& request);

/// "liver.plan-puncture": one plan (kind "liver.puncture") and its skin map. Thresholds come from the limits given.
class PlanPuncture final : public Operation
{
public:
    /// `devices`: what the parameter "device" offers; null: nothing.
    explicit PlanPuncture(const LimitTable& limits, std::shared_ptr<const DeviceShelf> devices = nullptr);

    OperationInfo info() const override;
    ParamList declare() const override;
    Findings check(const Case& c, const ParamValues& values) const override;
    Edit run(const Case& c, const ParamValues& values, Job& job) const override;

    /// What a panel needs to build its own PathEvaluator from the same values. `values` complete.
    EvaluatorOptions evaluatorOptions(const ParamValues& values) const;

private:
    PlanRequest request(const ParamValues& values) const;
    LimitTable m_limits;
    std::shared_ptr<const DeviceShelf> m_devices;
};

} // namespace pollux::liver
