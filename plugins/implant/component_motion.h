#pragma once

#include "core/params/param.h"
#include "plugins/implant/component_scene.h"

#include <vector>

namespace pollux::implant {

// How a component is moved by hand: by the middle of its base, or by the end of its longer side, which turns it. All
// places in LPS, mm.

/// The setting whose component has its middle there; it is turned as before. Throws Error (BadInput): the cut misses
/// the bone.
ComponentSetting movedTo(const ComponentScene& scene, const ComponentSetting& from, const Vec3& middle);
/// The end of the base's longer side: its front, or its lateral end.
Vec3 turningEnd(const ComponentScene& scene, const FlatComponent& component, const BodyPose& pose);
/// Rotated so that this end points to `end`; nothing else changes. `from` itself within 2 mm of the middle.
ComponentSetting turnedTo(const ComponentScene& scene, const FlatComponent& component, const ComponentSetting& from,
                          const Vec3& end);

/// A direction in which a member of the setting moves the component, or about which it turns it (right-handed): unit.
struct SettingAxis
{
    double ComponentSetting::*what;
    Vec3 direction;
    bool turns = false;
};
/// Resection, lateral, anterior, varus, slope, rotation, there.
std::vector<SettingAxis> settingAxes(const ComponentScene& scene, const ComponentSetting& at);
/// So far (mm, degrees) along or about it, nothing else changed. Throws as movedTo().
ComponentSetting movedBy(const ComponentScene& scene, const ComponentSetting& from, const SettingAxis& axis,
                         double amount);

/// Within the ranges of the parameters that are named as its members are; resection is above 0, for 0 stands for what
/// is usual.
ComponentSetting withinRanges(const ComponentSetting& setting, const ParamList& list);
void setInto(ParamValues& values, const ComponentSetting& setting);

/// Axes for views (columns: what stands for left, posterior and superior): the planes of the bone.
Mat3 viewAxes(const JointFrame& frame);
/// Those of the cut and the component on it.
Mat3 viewAxes(const ComponentSite& site, const BodyPose& pose);

} // namespace pollux::implant
