#pragma once

#include "core/image/mask.h"
#include "core/jobs/job.h"

#include <string>
#include <vector>

namespace pollux::implant {

/// A place of a bone by a rule in patient coordinates, so that a recipe names no point of one patient.
enum class BonePlace { Lowest, Highest, Foremost, Hindmost, Leftmost, Rightmost };

/// "lowest place of the bone" ..., in the order of BonePlace.
const std::vector<std::string>& bonePlaceNames();
/// Unit, LPS: where that place lies.
Vec3 towards(BonePlace place);

/// The centre of a voxel: of those within 1 mm of the farthest one the nearest to their mean, so that a flat end gives
/// its middle and a ridge a place on it. Throws Error: BadInput (no voxels), Cancelled.
Vec3 bonePlace(const Mask& bone, BonePlace place, const Job& job);
/// The same of the right and of the left half, parted by the bone's centre of mass.
std::vector<Vec3> bonePlaceOfBothSides(const Mask& bone, BonePlace place, const Job& job);
/// The middle of the largest ball inside of the bone, holes filled by a closing of `close` mm: of a vertebra the middle
/// of its body. The first such voxel. Throws Error, as bonePlace().
Vec3 deepestPlace(const Mask& bone, double close, const Job& job);

} // namespace pollux::implant
