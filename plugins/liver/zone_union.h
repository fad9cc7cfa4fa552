#pragma once

#include "core/image/point_tree.h"
#include "plugins/liver/ablation_zone.h"

#include <vector>

namespace pollux::liver {

/// The point of a zone's surface nearest to `p`: exact, by bisection (Eberly, Distance from a Point to an Ellipse).
Vec3 nearestOnZone(const AblationZone& zone, const Vec3& p);

/// Several zones that together heat what lies in any of them. Immutable, thread-safe.
class ZoneUnion
{
public:
    /// Zones without extent are left out.
    explicit ZoneUnion(std::vector<AblationZone> zones);

    bool empty() const { return m_zones.empty(); }
    const std::vector<AblationZone>& zones() const { return m_zones; }
    bool contains(const Vec3& p) const;
    /// mm from `p` to the nearest place that is not heated; below 0: to the nearest heated one. Where zones do not
    /// overlap it is exact; the edges where they meet are searched to about 0.01 mm. Minus infinity without a zone.
    double margin(const Vec3& p) const;

private:
    bool coveredByOther(const Vec3& p, size_t zone) const;
    /// Nearest place of a zone's surface that no other zone covers, from one that is near on.
    double refined(const Vec3& p, size_t zone, const Vec3& from) const;

    std::vector<AblationZone> m_zones;
    std::vector<std::vector<Vec3>> m_free; ///< samples of each zone's surface that no other zone covers
    std::vector<PointTree> m_trees;        ///< of them
};

} // namespace pollux::liver
