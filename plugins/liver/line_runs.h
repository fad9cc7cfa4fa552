#pragma once

#include "core/image/mask.h"

#include <vector>

namespace pollux::liver {

/// A piece of a line, in mm from its start.
struct LineRun
{
    double from = 0;
    double to = 0;
    double length() const { return to - from; }
};

/// Pieces of the segment that lie inside the voxels of `mask`, in order: exact, by stepping from voxel face to voxel
/// face (Amanatides & Woo 1987).
std::vector<LineRun> runsInside(const Mask& mask, const Vec3& from, const Vec3& to);

/// Gaps shorter than `noise` closed, then runs shorter than `noise` dropped (but not one that reaches `end`).
std::vector<LineRun> withoutNoise(const std::vector<LineRun>& runs, double noise, double end);

double totalLength(const std::vector<LineRun>& runs);

} // namespace pollux::liver
