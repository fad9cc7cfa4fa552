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
/// Their masks by the sides that names and ids tell; one alone that tells none holds both sides or one that the image
/// tells, else `only`. Throws Error (BadInput) for two of the same side, or two of which one tells no side. Quick.
PelvisMasks pelvisMasks(const Case& c, const PelvisIds& ids, std::optional<Side> only);

/// Of a mask of one side: a finding where the image shows the other side than its name or, where that tells none, the
/// side that is `asked` for. Throws Error (BadInput) where that is sure: landmarks found so are worth nothing.
std::optional<Finding> otherSideSeen(const PelvisMasks& masks, const PelvisLandmarks& found, std::optional<Side> asked);

/// What was not found; axes, tilt, both native sockets and the heights of the hips, each angle with its plane.
Findings pelvisFindings(const PelvisLandmarks& found);

/// "44.9 / 20.1 degrees": inclination and anteversion.
std::string cupText(const CupAngles& angles);

} // namespace pollux::implant
