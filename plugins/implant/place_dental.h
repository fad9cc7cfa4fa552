#pragma once

#include "core/case/limit.h"
#include "core/operation/operation.h"
#include "plugins/implant/placement_scene.h"

#include <memory>

namespace pollux::implant {

/// "implant.place-dental": a plan of kind "implant.dental" for an implant of given measures at a place, what it keeps
/// away from and what bone is around it; its surface and the envelope of where it may come to lie.
class PlaceDental final : public Operation
{
public:
    explicit PlaceDental(const LimitTable& limits);

    OperationInfo info() const override;
    ParamList declare() const override;
    Findings check(const Case& c, const ParamValues& values) const override;
    Edit run(const Case& c, const ParamValues& values, Job& job) const override;

    // What a panel needs to measure while dragging, from complete values.
    PlacementScene::Inputs inputs(const Case& c, const ParamValues& values) const;
    DentalImplant implant(const ParamValues& values) const;
    ExecutionError error(const ParamValues& values) const;
    /// Why values of this image are no HU; empty if they are.
    std::string uncalibrated(const Case& c, const ParamValues& values) const;
    std::vector<PlanNumber> numbers(const PlacementMeasures& m, const ParamValues& values,
                                    const std::string& uncalibrated) const;
    /// The pose that the values ask for; the first axis by rule where no apex is given. Throws Error (BadInput).
    AxisPose pose(const Case& c, const ParamValues& values) const;

private:
    Findings judged(const PlacementMeasures& m, const ParamValues& values) const;
    LimitTable m_limits;
};

std::unique_ptr<Operation> makePlaceDental(const LimitTable& limits);

} // namespace pollux::implant
