#pragma once

#include "plugins/liver/scene.h"

#include <cstdint>
#include <vector>

namespace pollux::liver {

/// The points of the skin where a needle could enter, with what is needed of each. Arrays have one value a point.
struct SkinEntries
{
    Surface skin;
    std::vector<Vec3> points;       ///< LPS, mm
    std::vector<Vec3> normals;      ///< outwards: borderNormal of Scene::body
    std::vector<double> areas;      ///< mm^2: a third of the triangles around
    std::vector<std::uint8_t> edge; ///< not skin: where the image cuts the body off

    size_t size() const { return points.size(); }
    /// Index of the nearest point; -1 if there is none. Linear search: tens of microseconds.
    std::int64_t nearest(const Vec3& p) const;
};

SkinEntries makeSkinEntries(const Scene& scene);

/// A patch of skin that hangs together, all of it usable.
struct Zone
{
    std::vector<std::uint32_t> members; ///< indices of points
    double areaMm2 = 0;
    std::uint32_t best = 0; ///< member with the lowest score
};

/// Connected parts (over triangle edges) of the points with `usable` != 0, largest area first.
std::vector<Zone> zones(const SkinEntries& entries, const std::vector<std::uint8_t>& usable,
                        const std::vector<float>& scores);

} // namespace pollux::liver
