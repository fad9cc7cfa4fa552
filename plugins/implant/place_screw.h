#pragma once

#include "core/operation/operation.h"
#include "plugins/implant/screw_first_pose.h"
#include "plugins/implant/screw_scene.h"

#include <memory>
#include <optional>

namespace pollux::implant {

/// "implant.place-screw": a plan of kind "implant.screw" for a pedicle or cannulated screw between two points: whether
/// it breaches the bone, what it holds in, what it keeps away from, and how likely it does either once it is driven
/// with an error; its surface and the envelope of where it may come to lie.
class PlaceScrew final : public Operation
{
public:
    explicit PlaceScrew(const LimitTable& limits);

    OperationInfo info() const override;
    ParamList declare() const override;
    Findings check(const Case& c, const ParamValues& values) const override;
    Edit run(const Case& c, const ParamValues& values, Job& job) const override;

    /// The values with the first pose filled in where "along" names one: entry and target where neither is given, the
    /// diameter where it is 0, the length where it is 0 and the pose is the rule's. As they are for "the points".
    /// Throws Error (BadInput) naming the landmarks that are wanted.
    /// `first`: the pose, where it was looked for.
    ParamValues posed(const Case& c, const ParamValues& values, std::optional<ScrewFirstPose>* first = nullptr) const;
    ScrewScene::Inputs inputs(const ParamValues& values) const;
    /// From complete values, posed. The length where none is given: to the target point. Throws Error (BadInput).
    BoneScrew screw(const ParamValues& values) const;
    AxisPose pose(const ParamValues& values) const;
    /// What measure() tells chances by.
    ScrewExecution execution(const ParamValues& values) const;
    std::vector<PlanNumber> numbers(const ScrewMeasures& m, const AxisPose& pose, const ParamValues& values,
                                    const std::string& uncalibrated) const;

private:
    Findings judged(const ScrewMeasures& m, const ParamValues& values) const;
    /// By what rule it goes along something, the width of the pedicle and the share of it that the screw takes; the
    /// landmarks that were read. `first`: as posed() found it.
    std::vector<Id> tellAlong(Plan& plan, const Case& c, const ParamValues& values,
                              std::optional<ScrewFirstPose> first) const;
    LimitTable m_limits;
};

std::unique_ptr<Operation> makePlaceScrew(const LimitTable& limits);

} // namespace pollux::implant
