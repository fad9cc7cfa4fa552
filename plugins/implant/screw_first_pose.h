#pragma once

#include "core/case/case.h"

#include <string>
#include <vector>

namespace pollux::implant {

/// What a first pose of a screw follows: choices of "along".
inline constexpr const char* kByPoints = "the points";
inline constexpr const char* kLeftPedicle = "left pedicle";
inline constexpr const char* kRightPedicle = "right pedicle";
inline constexpr const char* kFemoralNeck = "femoral neck";

/// A first pose of a screw by rule: a proposal to be looked at and moved, no more.
struct ScrewFirstPose
{
    Vec3 entry = Vec3::Zero(), target = Vec3::Zero(); ///< LPS, mm; the target is where the tip comes to lie
    double diameter = 0;                              ///< mm; 0: the rule says nothing of it
    double length = 0;                                ///< mm
    double width = 0;     ///< mm: least of width and height of the pedicle's narrowest section; 0: none
    bool fits = true;     ///< false: even the thinnest diameter leaves less wall than asked for
    std::string rule;     ///< how it was made, a sentence
    std::vector<Id> from; ///< landmarks that were read
};

/// Their values are limits of the same names: screw.pedicle_wall, screw.pedicle_share,
/// screw.subchondral, screw.length_step.
struct ScrewPoseRules
{
    double wall = 1;        ///< mm of bone left on each side of a pedicle
    double share = 80;      ///< percent of the pedicle's width that the screw may take
    double subchondral = 8; ///< mm that the tip keeps from the surface of the femoral head
    double lengthStep = 5;  ///< mm
};

/// Diameters that a screw is proposed in, mm, ascending: 4.5 to 6.5 by half a millimetre, 7.5, 8.5.
const std::vector<double>& screwDiameters();
/// The largest of them that leaves the wall on each side of `width` and takes no more than the share of it; the
/// thinnest, and `fits` false, where none does.
double proposedDiameter(double width, const ScrewPoseRules& rules, bool& fits);

/// `along`: one of the choices above but kByPoints; `bone`: the structure that the screw holds in, with its landmarks
/// in the case ("implant.find-landmarks": of a vertebra by the structure's id, of a femur by its side). Pedicle: from
/// where its axis leaves the bone behind through the isthmus to the target landmark (moved or not); the width is
/// measured in the mask at the isthmus. Femoral neck: the axis from the neck to the head's centre; entry where it
/// leaves the mask laterally, tip `subchondral` mm short of where it leaves it in the head; no diameter. Lengths are
/// rounded down to lengthStep. Throws Error (BadInput) naming the landmarks that are wanted.
ScrewFirstPose screwFirstPose(const Case& c, const std::string& along, const Id& bone, const ScrewPoseRules& rules);

} // namespace pollux::implant
