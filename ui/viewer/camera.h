#pragma once

#include "core/geometry/vec.h"

namespace pollux {

/// From where the 3-D view is seen. Patient coordinates, mm.
struct Camera
{
    Vec3 position = Vec3(0, -1, 0);
    Vec3 focus = Vec3::Zero(); ///< in the middle of the picture
    Vec3 up = Vec3(0, 0, 1);

    bool operator==(const Camera&) const = default;
};

} // namespace pollux
