#pragma once

#include "core/base/content_key.h"
#include "core/geometry/vec.h"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace pollux {

using Triangle = std::array<std::uint32_t, 3>;

/// A triangle mesh in patient coordinates (LPS, mm), counter-clockwise seen from outside. Immutable, cheap to copy.
class Surface
{
public:
    Surface() = default;
    /// Throws Error (BadInput) if a triangle names a point that does not exist or a coordinate is not finite.
    Surface(std::vector<Vec3f> points, std::vector<Triangle> triangles);

    bool empty() const { return !m_data || m_data->triangles.empty(); }
    const std::vector<Vec3f>& points() const;
    const std::vector<Triangle>& triangles() const;
    Box bounds() const;
    double areaMm2() const;
    /// Signed volume by the divergence theorem (mm^3 / 1000); meaningful if closed.
    double volumeMl() const;
    /// Every edge has exactly two triangles.
    bool isClosed() const;
    /// Area-weighted unit normals, one a point.
    std::vector<Vec3f> pointNormals() const;
    ContentKey key() const;

private:
    struct Data
    {
        std::vector<Vec3f> points;
        std::vector<Triangle> triangles;
        ContentKey key;
    };
    std::shared_ptr<const Data> m_data;
};

} // namespace pollux
