#pragma once

#include "core/anatomy/bone_landmarks.h"
#include "core/image/bright.h"
#include "core/image/mask.h"
#include "core/image/pieces.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <optional>
#include <string>

namespace pollux {

struct ShoulderBoneOptions
{
    double threshold = 226;   ///< HU from which a voxel counts as bone
    double leastMl = 15;      ///< smaller parts are neither of the two
    double pieceMl = 0.1;     ///< smaller pieces beside a bone are not told
    double metal = 3000;      ///< HU from which a voxel is taken for metal
    std::optional<Side> side; ///< nullopt: to be found
};

struct ShoulderBone
{
    Mask mask;          ///< on the CT's grid, filled
    double quality = 0; ///< 0 doubtful .. 1; not calibrated
    std::string qualityText;
    bool cut = false;  ///< it reaches the edge of the image
    LoosePieces loose; ///< of what was found, left out of the mask
};

struct ShoulderBones
{
    Side side = Side::Right; ///< the one given, else the guess
    SideGuess guess;
    ShoulderBone scapula, humerus;
    Bright metal;
};

/// Scapula and humerus of one shoulder in a CT (HU, any orientation): connected parts above the threshold, their marrow
/// filled slice by slice, borders moved to half the local contrast. A humerus is a part with a ball of 14 mm radius and
/// more in it; its scapula the part that has most voxels about that ball; a pair counts if shoulderLandmarks() finds
/// the head before the glenoid, and the quality is what these landmarks are trusted. Bones that hang together above the
/// threshold are not parted. Set up on the phantom alone. Throws Error: BadInput if no image or no such pair is found,
/// Cancelled.
ShoulderBones findShoulderBones(const Volume& ct, const ShoulderBoneOptions& options, const Job& job);

} // namespace pollux
