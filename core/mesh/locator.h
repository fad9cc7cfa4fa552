#pragma once

#include "core/mesh/surface.h"

#include <memory>
#include <optional>

namespace pollux {

/// Search structure on a surface: nearest point, ray hits, inside test. Built once, then const and thread-safe.
/// A tree of boxes (Ericson 2005). Throws Error (BadInput) for an empty surface.
class SurfaceLocator
{
public:
    explicit SurfaceLocator(const Surface& surface);
    ~SurfaceLocator();
    SurfaceLocator(SurfaceLocator&&) noexcept;

    struct Hit
    {
        Vec3 point = Vec3::Zero();
        Vec3 normal = Vec3::UnitZ(); ///< of the triangle, outwards
        double distance = 0;         ///< mm, from the query point or the ray's start
        std::uint32_t triangle = 0;
    };
    Hit nearest(const Vec3& p) const;
    std::optional<Hit> firstHit(const Vec3& from, const Vec3& to) const;
    std::vector<Hit> allHits(const Vec3& from, const Vec3& to) const; ///< sorted by distance; an edge counts once
    /// Inside the closed surface (majority of three rays).
    bool contains(const Vec3& p) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace pollux
