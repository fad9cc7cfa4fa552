#pragma once

#include "core/image/mask.h"
#include "core/jobs/job.h"

#include <limits>
#include <optional>
#include <vector>

namespace pollux {

/// A closed outline drawn on a view: the scissors' cut, or the area of a slice. It reaches through the body along the
/// view, as a prism or (with an eye) as a cone.
struct Outline
{
    std::vector<Vec3> points;       ///< patient coordinates, in any plane; the last is joined to the first
    Vec3 direction = Vec3::UnitZ(); ///< of the view, away from the viewer
    std::optional<Vec3> eye;        ///< where a perspective view is seen from; none for a parallel one
    /// Slab: depth in mm along `direction` from the first point.
    double nearest = -std::numeric_limits<double>::infinity();
    double farthest = std::numeric_limits<double>::infinity();
};

/// The voxels of `domain` whose centre lies inside the outline and its slab: for cutting `domain` is the structure, for
/// filling the whole image or a region. An outline that crosses itself has inside what it runs around at least once
/// (non-zero winding). Nothing behind the eye is inside. Cost follows the bricks of `domain` that the outline passes
/// through; a brick wholly inside or outside is settled by one point.
/// Throws Error (BadInput) for fewer than three points, points that are not finite or lie behind the eye, a direction
/// of no length.
Mask insideOutline(const Outline& outline, const Mask& domain, const Job& job);

/// All voxels of a grid.
Mask wholeGrid(const Grid& grid);

} // namespace pollux
