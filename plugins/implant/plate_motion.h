#pragma once

#include "core/params/param.h"
#include "plugins/implant/plate_scene.h"

#include <array>

namespace pollux::implant {

// How a plate is moved by hand: by either of its points, or whole, along its own axes (BodyPose: x along it, y off the
// bone, z across it). All places in LPS, mm.

struct PlateSetting
{
    Vec3 from = Vec3::Zero(), to = Vec3::Zero(); ///< its points, on the bone or near it
    double roll = 0;                             ///< degrees from where it fits best
    double standoff = 0;                         ///< mm
};

/// From complete values of "implant.place-plate".
PlateSetting plateSettingOf(const ParamValues& values);
void setInto(ParamValues& values, const PlateSetting& setting);
/// Roll and standoff within the ranges of the operation's parameters.
PlateSetting withinRanges(const PlateSetting& setting, const ParamList& list);
/// To a hundredth of a millimetre or degree: a hand is no finer, and fields show it whole.
PlateSetting rounded(const PlateSetting& setting);

/// One point moved there: onto the bone where a scene knows it (nullptr: as it is).
PlateSetting pointMoved(const PlateSetting& from, bool second, const Vec3& place, const PlateScene* scene);
/// Both points by `way`, then both by what brings them back onto the bone on average: length and direction stay.
PlateSetting shifted(const PlateSetting& from, const Vec3& way, const PlateScene* scene);
/// Turned on the bone, about the base's normal through the middle of both points; right-handed, degrees.
PlateSetting swivelled(const PlateSetting& from, const Vec3& normal, double degrees, const PlateScene* scene);

/// A direction of the body along one of the plate's axes.
struct PlateWay
{
    int axis = 0; ///< 0 along it, 1 off the bone, 2 across it
    int sign = 1;
};
/// Of the patient's left, posterior and superior: each has an axis of its own, so that together they lie best.
std::array<PlateWay, 3> bodyWays(const BodyPose& pose);

// Axes for views (columns: what stands for left, posterior and superior), turned no more from the patient's than that
// needs.

/// The axial view lies across the plate, the coronal one looks onto it, the sagittal one goes along it.
Mat3 acrossPlate(const BodyPose& pose);
/// The coronal view goes along it, square to its base; the axial one looks onto it, the sagittal one lies across.
Mat3 alongPlate(const BodyPose& pose);

} // namespace pollux::implant
