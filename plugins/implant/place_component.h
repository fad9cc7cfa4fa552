#pragma once

#include "core/case/device.h"
#include "core/operation/operation.h"
#include "plugins/implant/component_scene.h"
#include "plugins/implant/snap.h"

#include <memory>

namespace pollux::implant {

/// "implant.place-component": a plan of kind "implant.component" for a component of an ankle or a knee on cut bone: the
/// cut by depth and angles in the bone's own frame, what the component covers and where it reaches beyond, the bone
/// that is taken away; before and after.
class PlaceComponent final : public Operation
{
public:
    PlaceComponent(const LimitTable& limits, std::shared_ptr<DeviceShelf> devices);

    OperationInfo info() const override;
    ParamList declare() const override;
    Findings check(const Case& c, const ParamValues& values) const override;
    Edit run(const Case& c, const ParamValues& values, Job& job) const override;

    // What a panel needs to measure while the setting changes, from complete values.
    ComponentKind kind(const ParamValues& values) const;
    /// The end of the bone, by the landmarks of the case; nullopt if some are missing. Must not throw.
    std::optional<ComponentSite> site(const Case& c, const ParamValues& values) const;
    /// The bone named, else that of the component and the side; nullopt if there is none.
    std::optional<Id> bone(const Case& c, const ParamValues& values) const;
    ComponentSetting setting(const ParamValues& values) const;
    /// The component of the size given, else of the proposed one, and its setting with the shifts from the middle of
    /// the cut, also where they are counted from the best position. Throws Error (BadInput): the cut misses the bone.
    PlacedSize placed(const ComponentScene& scene, const ParamValues& values) const;
    /// What the component must not meet. Throws Error (Cancelled).
    std::vector<ComponentNeighbour> neighbours(const Case& c, const ComponentSite& site, const Id& bone,
                                               const ParamValues& values, const Job& job) const;
    /// Where none is given: what is published for this component, 0 where nothing is.
    ComponentError error(const ParamValues& values) const;
    std::vector<PlanNumber> numbers(const ComponentMeasures& m, const FlatComponent& component,
                                    const ParamValues& values, const std::string& uncalibrated) const;

private:
    Findings judged(const ComponentMeasures& m, const ParamValues& values) const;
    LimitTable m_limits;
    std::shared_ptr<DeviceShelf> m_devices;
};

/// The surface of a bone: its own, or made from its mask.
Surface boneSurface(const Structure& bone, const Job& job);

std::unique_ptr<Operation> makePlaceComponent(const LimitTable& limits, std::shared_ptr<DeviceShelf> devices);

} // namespace pollux::implant
