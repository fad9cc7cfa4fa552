#pragma once

#include "core/solid/flat_component.h"

#include <array>
#include <span>

namespace pollux::implant {

/// What belongs to a kind of component.
struct KindFacts
{
    ComponentKind kind;
    const char* choice;
    const char* bone; ///< anatomy key, and the frame's
    const char* devices;
    const char* resection; ///< limit
    const char* angle;     ///< name of the coronal angle, and how it follows from varus
    double sign;
    std::array<const char*, 2> level; ///< landmarks that the joint's level is known by
    const char* error;                ///< limit: spread of the cut's varus; nullptr: none is published
};

/// Of the joints' components; both halves of a joint beside each other.
std::span<const KindFacts> componentKinds();
/// Of one that componentKinds() has.
const KindFacts& factsOf(ComponentKind kind);
bool ofKnee(ComponentKind kind);

} // namespace pollux::implant
