#pragma once

#include "core/geometry/vec.h"

#include <QString>

namespace pollux {

/// A straight needle path as the views draw it. Patient coordinates, mm.
struct Path
{
    Vec3 target = Vec3::Zero();
    Vec3 entry = Vec3::Zero();
    bool approximate = false; ///< numbers behind it are from a preview
    QString label;            ///< drawn beside the needle, e.g. "Plan A  84 mm"
    bool acceptable = true;   ///< within its limits; told by colour and by the word "outside limits"
    bool faint = false;       ///< of those beside the one in hand: one of many to choose from
    bool needle = true;       ///< false: the axis of a body that is drawn by itself; 3-D then leaves it out, and its
                              ///< entry keeps to no skin

    bool operator==(const Path&) const = default;
};

} // namespace pollux
