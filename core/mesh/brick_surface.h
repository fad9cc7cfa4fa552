#pragma once

#include "core/image/mask.h"
#include "core/jobs/job.h"
#include "core/mesh/surface.h"

#include <map>
#include <memory>
#include <vector>

namespace pollux {

/// The part of a mask's surface in one brick. Patient coordinates (LPS, mm), oriented outwards.
struct BrickPatch
{
    std::vector<Vec3f> points;
    std::vector<Vec3f> normals; ///< unit; of the smoothed mask, so that steps of voxels do not show
    std::vector<Triangle> triangles;
};

/// The surface of a mask brick by brick, to look at while it is edited: an update costs what was changed. Every voxel
/// inside lies within it and none outside does; patches meet without gaps (points on a shared face are the same). It is
/// not the surface that is measured and saved, which mesh.surface makes (smoother, of the mask's volume). One thread at
/// a time; threads inside.
class BrickSurface
{
public:
    using Patches = std::map<Index3, std::shared_ptr<const BrickPatch>>;

    /// Brings it in line with the mask. Returns the bricks that were looked at again: those that changed and their
    /// neighbours, all of them for a mask of another grid. Stopped (Cancelled) it is as before.
    std::vector<Index3> update(const Mask& mask, const Job& job);
    /// Of the bricks that hold a part of the surface.
    const Patches& patches() const { return m_patches; }
    /// All patches as one surface, equal points joined.
    Surface joined() const;

private:
    Grid m_grid;
    std::shared_ptr<const MaskBricks> m_bricks;
    Patches m_patches;
};

} // namespace pollux
