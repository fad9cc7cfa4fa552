#pragma once

#include "core/anatomy/bone_landmarks.h"
#include "core/anatomy/joint_angles.h"
#include "core/case/case.h"
#include "core/params/param.h"

#include <map>
#include <optional>
#include <string>

namespace pollux::implant {

// The pelvis of a case: whose masks are whose, and what its landmarks tell.

/// Structures by the parameters that name them: "pelvis", "pelvis_other", "femur", "femur_other".
using PelvisIds = std::map<std::string, Id, std::less<>>;
/// Those named by the values of implant.find-landmarks, else what the case has of each side (of `only` alone, if
/// given).
PelvisIds pelvisIds(const Case& c, const ParamValues& values, std::optional<Side> only);
/// Their masks by the sides that names and ids tell; one that tells none is of `only`, else of both sides. Throws Error
/// (BadInput) for two of the same side, or two of which none tells its side. Quick.
PelvisMasks pelvisMasks(const Case& c, const PelvisIds& ids, std::optional<Side> only);

/// What was not found; axes, tilt, both native sockets and the heights of the hips, each angle with its plane.
Findings pelvisFindings(const PelvisLandmarks& found);

/// "44.9 / 20.1 degrees": inclination and anteversion.
std::string cupText(const CupAngles& angles);

} // namespace pollux::implant
