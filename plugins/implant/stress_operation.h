#pragma once

#include "core/case/limit.h"
#include "core/operation/operation.h"
#include "plugins/implant/stress_model.h"

#include <memory>

namespace pollux::implant {

/// "implant.stress": what a load on a placed implant does to the bone around it, by finite elements: a plan of kind
/// "implant.stress" and a map on a surface about the implant.
class StressOperation final : public Operation
{
public:
    explicit StressOperation(const LimitTable& limits);

    OperationInfo info() const override;
    ParamList declare() const override;
    Findings check(const Case& c, const ParamValues& values) const override;
    Edit run(const Case& c, const ParamValues& values, Job& job) const override;

    /// From complete values; `axis` of the implant that is loaded.
    StressSetup setup(const ParamValues& values, const Vec3& axis) const;

private:
    LimitTable m_limits;
};

std::unique_ptr<Operation> makeStress(const LimitTable& limits);

/// mm from the implant where the map lies: the middle of the shell that the numbers are of.
inline constexpr double kStressMapDistance = 1.3;

/// The surface that the map lies on.
Surface mapSurface(const DentalImplant& implant, const AxisPose& pose, double distance);
/// The map from values of its points, MPa; NaN: no bone.
Field stressMap(const Surface& surface, std::vector<float> values, double high);
/// A surface a fixed distance from the implant's body, its points coloured by von Mises stress (MPa) of the model's
/// last result.
Field stressMap(const StressModel& model, const DentalImplant& implant, const AxisPose& pose, double distance,
                double high);

/// The kind of plans that this operation makes.
inline constexpr const char* kStress = "implant.stress";

} // namespace pollux::implant
