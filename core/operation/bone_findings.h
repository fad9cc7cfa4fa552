#pragma once

#include "core/case/limit.h"
#include "core/case/objects.h"
#include "core/image/bright.h"
#include "core/image/pieces.h"
#include "core/jobs/job.h"

#include <optional>
#include <string>

namespace pollux {

// What every operation that finds bones, or plans on them, says of islands and of metal. Limits: bones.json.

/// Which kind of values an image has: metal is known by its HU alone, grey values are no more than a hint.
enum class ImageValues { Hounsfield, Grey };

/// A Warning "bone.metal" where the image has voxels above the value `from`.
std::optional<Finding> metalFinding(const Bright& metal, double from, ImageValues values);

/// A Warning "bone.left-out" where a bone that was found leaves pieces out, at the largest of them.
std::optional<Finding> leftOutFinding(const LoosePieces& loose, const std::string& bone);

/// A Warning "bone.islands" where a mask holds them, at the largest of them.
std::optional<Finding> islandsFinding(const LoosePieces& loose, const std::string& bone);

/// Of a bone that is planned on: a Warning "bone.islands" where its mask is in pieces ("bone.piece" mL and more), and
/// "bone.metal" for metal in the slices that it lies in, for streaks run within a slice. The mask may lie on another
/// grid than the image. Stops with the job: Error (Cancelled).
Findings boneFindings(const Volume& image, ImageValues values, const Mask& bone, const std::string& name,
                      const LimitTable& limits, const Job& job);

} // namespace pollux
