#pragma once

#include "core/anatomy/bone_landmarks.h"
#include "core/case/case.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pollux::implant {

// How landmarks of bones stand in a case. Id: the landmark's key ("tibia-mm"), or "tibia-mm-left" where the plain one
// is taken by the other side. Name: label, side and bone: "Medial malleolus tip (right tibia)". A landmark whose name
// tells no side stands for that of its id, and without one for any. Keys of a pelvis tell the side themselves
// ("asis-right"): they stand for both ("Right anterior superior iliac spine (pelvis)"), for the axes of a pelvis take
// those of both.

/// All keys that landmarks are found under, of all joints.
const std::vector<std::string>& landmarkKeys();
/// "Medial malleolus tip (right tibia)".
std::string landmarkName(const BoneLandmark& landmark, Side side);
/// Where a landmark of this side is, or is to be put.
Id landmarkId(const Case& c, std::string_view key, Side side);
/// As it stands in the case, moved by hand or not; nullptr if there is none of this side.
const Landmark* landmarkOf(const Case& c, std::string_view key, Side side);
/// All of one side. Confidence is not kept in a case: 1 for each.
BoneLandmarks landmarksOf(const Case& c, Side side);
/// The axes of "tibia", "talus", "femur", "pelvis", "anterior-pelvic-plane", "scapula" or "glenoid" by the landmarks in
/// the case; nullopt if they make none.
std::optional<JointFrame> frameFromCase(const Case& c, std::string_view bone, Side side);
/// Those that cuts are told in: see planningFrameOf().
std::optional<JointFrame> planningFrameFromCase(const Case& c, std::string_view bone, Side side);
/// Ids of the landmarks that these may read, for lineage.
std::vector<Id> frameSources(const Case& c, std::string_view bone, Side side);

/// A vertebra's landmarks stand under its structure's id, for there are several: "vertebra-3-upper",
/// "vertebra-3-pedicle-left-entry"; their name ends with the structure's ("Left pedicle, entry (Vertebra 3)").
Id vertebraLandmarkId(const Id& structure, std::string_view key);
std::string vertebraLandmarkName(const BoneLandmark& landmark, const std::string& structureName);
/// As they stand in the case, with their keys; confidence 1 for each.
BoneLandmarks vertebraLandmarksOf(const Case& c, const Id& structure);

/// The side that a structure's name or id tells ("Right tibia", "tibia-right").
std::optional<Side> sideNamed(const Id& id, const Structure& structure);
/// By the middle of the image, where it is wide enough to hold both legs; else nothing is known.
SideGuess sideByPlace(const Mask& mask);
/// The bone of this anatomy: the largest mask of those that tell this side (without a side: any), else the first that
/// tells none. nullopt if there is none.
std::optional<Id> boneInCase(const Case& c, std::string_view anatomy, std::optional<Side> side);

} // namespace pollux::implant
