#pragma once

#include "core/anatomy/bone_landmarks.h"
#include "core/anatomy/joint_angles.h"
#include "core/operation/operation.h"
#include "plugins/implant/cup_scene.h"

#include <memory>
#include <optional>

namespace pollux::implant {

/// Where a cup is to go, by the landmarks of the case.
struct CupSite
{
    JointFrame frame;                 ///< of the side: anterior pelvic plane, or the image's axes
    bool byImage = false;             ///< the latter
    Vec3 centre = Vec3::Zero();       ///< native centre of the hip
    std::optional<Acetabulum> native; ///< nullopt: its rim is not known
};

/// "implant.place-cup": a plan of kind "implant.cup" for a hemispherical cup, set by its radiographic angles against
/// the anterior pelvic plane: angles in the three definitions before and after, bone coverage, medial wall, where the
/// centre of rotation comes to lie; its surface.
class PlaceCup final : public Operation
{
public:
    explicit PlaceCup(const LimitTable& limits);

    OperationInfo info() const override;
    ParamList declare() const override;
    Findings check(const Case& c, const ParamValues& values) const override;
    Edit run(const Case& c, const ParamValues& values, Job& job) const override;

    /// nullopt where the centre of no hip is known, or of both and none is chosen.
    std::optional<CupSite> site(const Case& c, const ParamValues& values) const;
    /// The pelvis that it lies in: the one named, else that of the side. nullopt if there is none.
    std::optional<Id> bone(const Case& c, const ParamValues& values, const CupSite& site) const;
    /// From complete values. The diameter where none is given: see proposedDiameter(). Throws Error (BadInput) where it
    /// is not given and the socket is not known.
    AcetabularCup cup(const CupSite& site, const ParamValues& values) const;
    AxisPose pose(const CupSite& site, const ParamValues& values) const;
    std::vector<PlanNumber> numbers(const CupMeasures& m, const CupSite& site, const AcetabularCup& cup,
                                    const AxisPose& pose, const ParamValues& values) const;

private:
    Findings judged(const CupMeasures& m, const CupSite& site, const AxisPose& pose, const ParamValues& values) const;
    LimitTable m_limits;
};

/// The structure that stands for it in views and reports. Throws as AcetabularCup::surface().
Structure cupBody(std::string name, const AcetabularCup& cup, const AxisPose& pose);

std::unique_ptr<Operation> makePlaceCup(const LimitTable& limits);

} // namespace pollux::implant
