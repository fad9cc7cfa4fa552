#pragma once

#include "core/jobs/job.h"
#include "core/mesh/surface.h"

#include <memory>
#include <vector>

namespace pollux {

/// One or more surfaces, open or closed, that another is laid upon: nearest point with a normal that varies smoothly.
/// In parts of 100,000 triangles, so that it can be stopped while it is made. Then const and thread-safe.
class SurfaceTarget
{
public:
    /// Throws Error: BadInput if there is no triangle, Cancelled.
    SurfaceTarget(const std::vector<Surface>& surfaces, const Job& job);
    ~SurfaceTarget();
    SurfaceTarget(SurfaceTarget&&) noexcept;

    struct Hit
    {
        Vec3 point = Vec3::Zero();
        Vec3 normal = Vec3::UnitZ(); ///< unit, outwards; interpolated between the corners' normals
        double distance = 0;         ///< mm, not negative
        double signedDistance = 0;   ///< mm, below 0 behind the surface
        bool onBorder = false;       ///< on an edge with one triangle only: the surface may go on there
    };
    Hit nearest(const Vec3& p) const;
    Box bounds() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace pollux
