#pragma once

#include "core/jobs/job.h"
#include "core/mesh/surface.h"

#include <cstdint>
#include <optional>

namespace pollux {

/// What was found of triangles that go through each other.
struct SelfIntersections
{
    std::int64_t pairs = 0;      ///< at most `most`
    bool complete = true;        ///< false: given up, there may be more
    std::optional<Vec3> place;   ///< LPS, mm: on both triangles of the first pair
    std::int64_t degenerate = 0; ///< triangles lower than `tolerance`; they are left out
};

/// Pairs of triangles without a common point that go through each other by more than `tolerance` (mm); not those in one
/// plane. A tree of boxes; the test of a pair is that of Moeller (1997): each has corners on both sides of the other's
/// plane, and their pieces of the line that both planes share overlap. A triangle that ends exactly in another goes
/// through nothing. Same result on every run. Throws Error (Cancelled).
SelfIntersections selfIntersections(const Surface& surface, double tolerance, std::int64_t most, const Job& job);

} // namespace pollux
