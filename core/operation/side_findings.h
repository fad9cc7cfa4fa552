#pragma once

#include "core/anatomy/bone_landmarks.h"
#include "core/case/objects.h"

#include <optional>
#include <string>
#include <string_view>

namespace pollux {

// What every operation says where a side that somebody chose or wrote is not the one that the image shows.

/// Confidence (0 to 1) up to which an image tells no side, and from which what contradicts it is a Stop; unverified.
inline constexpr double kSideUnknown = 0.1, kSideSure = 0.8;

/// A Stop or a Warning of this code; nullopt where the image tells nothing or the side that is chosen.
std::optional<Finding> contradictionOf(const SideGuess& guess, Side chosen, std::string code);

/// The side that a name tells by a whole word, English or German ("Shoulder LEFT 1.0"); nullopt: none or both.
std::optional<Side> sideInName(std::string_view name);

/// A Warning "anatomy.named-otherwise" where the name of the image tells the other side than its bones.
std::optional<Finding> imageNamedOtherwise(const std::string& imageName, Side side);

} // namespace pollux
