#pragma once

#include "core/geometry/vec.h"
#include "core/jobs/job.h"
#include "core/mesh/surface.h"

namespace pollux {

/// Shortest way between two surfaces (mm), and where. 0 and a common point if they cut each other.
struct Separation
{
    double distance = 0;
    Vec3 onFirst = Vec3::Zero();
    Vec3 onSecond = Vec3::Zero();
};

/// Exact over points of one against triangles of the other, both ways: the true minimum unless two edges pass each
/// other with both nearest places inside the edges, where it is too long by at most h²/(8 d) for edges of length h at
/// distance d. Throws Error (BadInput) for an empty surface; stops with the job.
Separation separation(const Surface& first, const Surface& second, const Job& job);

} // namespace pollux
