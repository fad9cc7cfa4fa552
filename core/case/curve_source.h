#pragma once

#include "core/case/case.h"

#include <optional>
#include <vector>

namespace pollux {

/// A line of the case that an image can be laid along.
struct CurveSource
{
    std::vector<Vec3> points; ///< LPS, mm
    double smoothingMm = 0;   ///< that does it good: a centreline has the unrest of voxels, a drawn curve none
    /// The curve, or what it was made from, has changed since it was made.
    bool stale = false;
};

/// Structures with a centreline, then measured lengths and paths: in the order of their ids.
std::vector<Id> curvesOf(const Case& c);

/// Of a structure: the longest way through its centreline tree, or the longest past `through`. Of a length or path: its
/// points. In reading order: from the patient's right to the left, from front to back or from the head down, whichever
/// way it runs most, so that an image along it is seen as the slices are. Pure, any thread.
/// Throws Error: NotFound if there is no such object, with the curves there are; BadInput if it is no curve.
CurveSource curveSource(const Case& c, const Id& id, const std::optional<Vec3>& through = {});

} // namespace pollux
