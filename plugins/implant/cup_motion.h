#pragma once

#include "core/params/param.h"
#include "plugins/implant/place_cup.h"

namespace pollux::implant {

// How a cup is moved by hand: by its centre, or by a handle on its axis, before the opening, which turns it. All places
// in LPS, mm.

/// How it is set, in the frame of its site.
struct CupSetting
{
    double inclination = 40; ///< degrees, radiographic
    double anteversion = 15; ///< degrees, radiographic; below 0: retroversion
    double diameter = 0;     ///< mm; 0: proposed
    double medial = 0;       ///< mm from the native centre
    double anterior = 0;     ///< mm from there
    double proximal = 0;     ///< mm from there
};

/// From complete values of "implant.place-cup".
CupSetting settingOf(const ParamValues& values);
void setInto(ParamValues& values, const CupSetting& setting);
/// Within the ranges of the operation's parameters; a diameter that is given is 30 mm at least, for less makes no cup.
CupSetting withinRanges(const CupSetting& setting, const ParamList& list);
/// To a hundredth of a millimetre or degree: a hand is no finer, and fields show it whole.
CupSetting rounded(const CupSetting& setting);

/// The setting whose centre lies there; it is turned as before.
CupSetting movedTo(const CupSite& site, const CupSetting& from, const Vec3& centre);
/// The handle that turns it: on the axis, before the opening.
Vec3 turningEnd(const AcetabularCup& cup, const AxisPose& pose);
/// Turned so that its axis goes through `end`; the centre stays. `from` itself within 2 mm of the centre. Nothing is
/// turned beyond the ranges of the parameters: see withinRanges().
CupSetting turnedTo(const CupSite& site, const CupSetting& from, const Vec3& centre, const Vec3& end);

// Axes for views (columns: what stands for left, posterior and superior).

/// The axial view lies in the plane of the opening, the other two contain the axis.
Mat3 openingAxes(const CupSite& site, const AxisPose& pose);
/// The coronal view contains the axis and is turned from the pelvis' coronal plane no more than that needs.
Mat3 alongAxes(const CupSite& site, const AxisPose& pose);

} // namespace pollux::implant
