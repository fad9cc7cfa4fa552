#pragma once

#include "core/case/case.h"
#include "core/case/limit.h"
#include "core/jobs/job.h"

#include <optional>
#include <string>

namespace pollux::implant {

// What every operation that places something says of the image.

/// By its description: a scanner whose grey values are no HU.
bool isConeBeam(const VolumeObject& image);
/// Why values of an image are no HU; empty if they are. `scanner`: what the user says, "as the image says" by default.
std::string uncalibrated(const VolumeObject& image, const std::string& scanner = {});
/// A warning where a voxel is larger than the limit "implant.slice".
std::optional<Finding> coarseVoxels(const Grid& grid, const LimitTable& limits);
/// The image that a mask was drawn in: the only one on its grid; nullopt: none, or several.
std::optional<Id> imageOf(const Case& c, const Mask& mask);
/// Islands of the bone's mask, and metal about it in this image: see boneFindings(). Without one: islands alone.
Findings stateOfBone(const Case& c, const std::optional<Id>& volume, const Id& bone, const LimitTable& limits,
                     const Job& job);
/// A stop where a share (0 to 1) of an implant lies outside the image.
std::optional<Finding> beyondImage(double share);

} // namespace pollux::implant
