#pragma once

#include "core/jobs/job.h"
#include "core/mesh/surface.h"

#include <cstdint>
#include <optional>

namespace pollux {

/// What a triangle mesh is worth as the border of a body: for meshes from elsewhere.
struct SurfaceCheck
{
    std::int64_t triangles = 0;
    std::int64_t points = 0; ///< that a triangle uses
    /// Lower than the rounding of their coordinates (see coordinateRounding); they count for edges, not for crossings.
    std::int64_t degenerate = 0;
    std::int64_t openEdges = 0;    ///< of one triangle
    std::int64_t crowdedEdges = 0; ///< of more than two triangles
    /// Triangles that look to the other side than most of those they hang together with by edges.
    std::int64_t turned = 0;
    bool orientable = true;  ///< false: a Moebius strip or a Klein bottle is in it, which has no outside
    std::int64_t shells = 0; ///< parts that hang together by a point
    /// Pairs of triangles without a common point of the mesh that go through each other; kMostCrossings: so many or
    /// more. Triangles in one plane, and those that only touch, are none.
    std::int64_t crossings = 0;
    bool crossingsComplete = true; ///< false: the search was given up, there may be more
    std::optional<Vec3> openEdge;  ///< middle of one (LPS, mm)
    std::optional<Vec3> crossing;  ///< a place near one (LPS, mm)
    double areaMm2 = 0;
    double volumeMm3 = 0; ///< signed; meaningful if closed
    Box bounds;

    /// Every edge has exactly two triangles.
    bool closed() const { return triangles > 0 && openEdges == 0 && crowdedEdges == 0; }
    /// Closed, and the triangles look inwards. A hollow in a body does so rightly: this is of the whole.
    bool insideOut() const { return closed() && turned == 0 && volumeMm3 < 0; }
};

inline constexpr std::int64_t kMostCrossings = 1000;

/// Looks at all of it; stops within 200 ms. Any surface, however damaged: time grows as n log n, and the search for
/// crossings is given up after a bounded number of comparisons. Same figures on every run. Throws Error (Cancelled).
SurfaceCheck checkSurface(const Surface& surface, const Job& job);

/// How far coordinates of this box may be off through their rounding to float (mm): nearer things count as touching.
double coordinateRounding(const Box& box);

} // namespace pollux
