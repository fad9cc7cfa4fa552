#pragma once

#include "core/geometry/vec.h"

namespace pollux::implant {

/// A load on the uppermost millimetre of an implant; LPS.
struct TopLoad
{
    Vec3 force = Vec3::Zero(); ///< N
    double arm = 0; ///< mm above the middle of what is loaded, along the axis, where the force acts: it adds a moment
    Vec3 moment = Vec3::Zero(); ///< N mm, besides

    Vec3 momentOfForce(const Vec3& axis) const; ///< N mm, about that middle; `axis`: unit, towards the apex
    Vec3 momentInAll(const Vec3& axis) const { return momentOfForce(axis) + moment; }
};

} // namespace pollux::implant
