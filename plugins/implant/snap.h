#pragma once

#include "core/image/mask.h"
#include "core/solid/revolved.h"
#include "plugins/implant/component_scene.h"

#include <optional>
#include <vector>

namespace pollux::implant {

// Where a thing that is moved by hand is drawn to. Pure functions, any thread; what they give is the same on every run.

/// The nearest of some targets if it is within a distance, else the value itself.
double snapped(double value, const std::vector<double>& targets, double within);

/// Varus and slope drawn to 0 and to the joint's own angle (ComponentMeasures::nativeVarus, nativeSlope) within half a
/// degree.
ComponentSetting snapAngles(ComponentSetting setting, std::optional<double> nativeVarus,
                            std::optional<double> nativeSlope);

/// The setting with the shifts at which the base covers most of the cut and reaches least beyond it: coverage less 2 %
/// for a millimetre of overhang at the worst places (within the bone: more room counts as much), less 20 % for a
/// millimetre above `overhangLimit`; where the setting leaves a malleolus, 20 % for a millimetre of overhang and for
/// one of bone that is missing medially. The worst places are weighed smoothly (over half a millimetre), so that the
/// search does not stall on a ridge. Pattern search (Hooke and Jeeves, J. ACM 8 (1961) 212) from the middle of the cut
/// in eight directions, 4 mm down to 0.1 mm, shifts within 20 mm; about 60 looks at one cut, 25 to 50 ms. Throws Error
/// (BadInput): the cut misses the bone.
ComponentSetting bestPlacement(const ComponentScene& scene, const FlatComponent& component,
                               const ComponentSetting& setting, double overhangLimit);

struct PlacedSize
{
    FlatComponent component;
    ComponentSetting setting; ///< its shifts counted from the middle of the cut
};
/// The same of several sizes, each where it lies best itself: the largest that reaches beyond the bone by no more than
/// `overhangWanted` mm there and leaves the setting's malleolus. Where none does, that one which is proposed in the
/// middle (ComponentScene::proposed): a larger one that happens to fit at its best place would leave still less. Throws
/// Error (BadInput): the cut misses the bone; (Internal): no size.
PlacedSize bestPlacement(const ComponentScene& scene, std::vector<FlatComponent> sizes, const ComponentSetting& setting,
                         double overhangWanted, double overhangLimit);

/// Where an axis comes from outside into a mask, at half of the voxels about it (trilinear): the place nearest to
/// `about` within `reach` mm along the axis, both ways. nullopt: there is none. Throws Error (BadInput) for what is not
/// finite and an axis without a direction.
std::optional<Vec3> entersAt(const Mask& bone, const Vec3& about, const Vec3& direction, double reach);

/// A screw's entry on the bone's surface along its axis; nullopt: no bone within reach.
std::optional<Vec3> snapEntry(const Mask& bone, const AxisPose& pose, double reach = 15);

/// A dental implant's platform on the crest of the bone along its axis; nullopt: no bone within reach. With the line of
/// the arch (core/anatomy/dental_arch.h, three points or more) the axis is turned about the platform onto the normal of
/// the arch's plane first, towards the side it points to, if it stands within `withinDegrees` of it.
std::optional<AxisPose> snapPlatform(const Mask& bone, const AxisPose& pose, const std::vector<Vec3>& arch = {},
                                     double withinDegrees = 15, double reach = 10);

} // namespace pollux::implant
