#pragma once

#include "core/jobs/job.h"
#include "core/mesh/surface.h"

#include <optional>

namespace pollux {

/// How thick the walls of a body are. Lengths in mm.
struct WallThickness
{
    double least = 0;          ///< the smallest of all samples
    Vec3 place = Vec3::Zero(); ///< of it, LPS
    double percentile1 = 0;    ///< by area: one hundredth of the walls is thinner
    double median = 0;
    double thinMm2 = 0; ///< area of the walls that are thinner than `limit`
    double share = 0; ///< of the surface that bounds a wall, 0 to 1; the rest is edges and what is thicker than `most`
};

/// From the middle of every triangle straight inwards (against its normal) to where the body ends: the thickness there,
/// in the way of ray methods for printed parts (compared with rolling balls by Inui et al., Computer-Aided Design and
/// Applications 13 (2016), from memory). Where the two sides meet at more than 60 degrees it is an edge and no wall: at
/// the end of a wall that is cut off square every thickness down to 0 occurs and says nothing. A wedge sharper than
/// that counts, down to its tip. Triangles of less than a hundredth of the mean area are left out: their normals are
/// noise. At most `samples` triangles are taken, evenly by their order. nullopt where nothing bounds a wall of up to
/// `most` mm. Same result on every run. Throws Error: BadInput (empty, not closed), Cancelled.
std::optional<WallThickness> wallThickness(const Surface& body, double most, double limit, const Job& job,
                                           std::size_t samples = 100'000);

} // namespace pollux
