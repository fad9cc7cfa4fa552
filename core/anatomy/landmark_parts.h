#pragma once

#include "core/anatomy/bone_fit.h"
#include "core/anatomy/bone_landmarks.h"

#include <algorithm>
#include <string>

namespace pollux::detail {

// What the landmarks of all joints share.

/// Confidence of a place that is known to half a voxel along `direction`: 1 for small ones, 1/2 at 4 mm.
double byVoxel(const BoneShape& bone, const Vec3& direction);
/// Words for it: "known to 0.4 mm".
std::string halfVoxelText(const BoneShape& bone, const Vec3& direction);

/// Adds one; confidence is brought into 0..1 and lowered by what the mask lost with its smaller parts.
void put(JointLandmarks& out, const BoneShape& bone, std::string key, std::string label, const Vec3& position,
         double confidence, std::string why);
/// A tip, if found. Where it lies at the image's border its confidence is 0.2 at most, and it says why.
void putTip(JointLandmarks& out, const BoneShape& bone, std::string key, std::string label, const BoneShape::Tip& tip,
            const Vec3& direction, double confidence);
/// Both ends of the shaft's line: "<bone>-shaft-distal", "<bone>-shaft-proximal".
void putShaft(JointLandmarks& out, const BoneShape& bone, const std::optional<ShaftFit>& shaft);

/// What of v stands at right angles to the unit vector `up`, of unit length; `otherwise` where nothing does.
Vec3 across(const Vec3& v, const Vec3& up, const Vec3& otherwise);

} // namespace pollux::detail
