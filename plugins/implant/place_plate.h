#pragma once

#include "core/operation/operation.h"
#include "plugins/implant/plate_scene.h"

#include <memory>

namespace pollux::implant {

inline constexpr size_t kMostPlateHoles = 30;
/// The body of the screw in a hole of a plan's plate; holes from 0.
Id plateScrewId(const std::string& plan, size_t hole);

/// "implant.place-plate": a plan of kind "implant.plate" for a straight plate between two points of a bone: the gap
/// under it, what lies under its holes and how long screws through them are, what it keeps away from; its surface and
/// those of its screws ("<plan>-screw-3": through the third hole from the first point).
class PlacePlate final : public Operation
{
public:
    explicit PlacePlate(const LimitTable& limits);

    OperationInfo info() const override;
    ParamList declare() const override;
    Findings check(const Case& c, const ParamValues& values) const override;
    Edit run(const Case& c, const ParamValues& values, Job& job) const override;

    // From complete values, for whoever measures without a run.
    FlatComponent plate(const ParamValues& values) const; ///< not checked
    PlateScene::Inputs inputs(const ParamValues& values) const;
    PlateRules rules(const ParamValues& values) const;
    /// The region that a plate of these values needs. Throws Error (Cancelled).
    PlateScene scene(const Case& c, const ParamValues& values, const Job& job) const;
    std::vector<PlanNumber> numbers(const PlateMeasures& m, const FlatComponent& plate, const PlateFit& fit,
                                    const ParamValues& values) const;

private:
    Findings judged(const PlateMeasures& m, const FlatComponent& plate, const PlateFit& fit,
                    const ParamValues& values) const;
    LimitTable m_limits;
};

std::unique_ptr<Operation> makePlacePlate(const LimitTable& limits);

} // namespace pollux::implant
