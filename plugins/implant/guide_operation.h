#pragma once

#include "core/case/limit.h"
#include "core/operation/operation.h"
#include "plugins/implant/drill_guide.h"

#include <memory>

namespace pollux::implant {

/// "implant.drill-guide": a plan of kind "implant.guide" with a guide for implants that were placed, its surface and
/// the drill list (core/case/guided_drill.h).
class GuideOperation final : public Operation
{
public:
    explicit GuideOperation(const LimitTable& limits);

    OperationInfo info() const override;
    ParamList declare() const override;
    Findings check(const Case& c, const ParamValues& values) const override;
    Edit run(const Case& c, const ParamValues& values, Job& job) const override;

private:
    Findings judged(const DrillGuide& guide, const ParamValues& values) const;
    LimitTable m_limits;
};

std::unique_ptr<Operation> makeDrillGuideOperation(const LimitTable& limits);

} // namespace pollux::implant
