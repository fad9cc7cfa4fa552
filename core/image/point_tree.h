#pragma once

#include "core/geometry/vec.h"

#include <cstdint>
#include <vector>

namespace pollux {

/// Nearest of a set of points (k-d tree, Bentley 1975). Built once, then const and thread-safe.
class PointTree
{
public:
    explicit PointTree(std::vector<Vec3> points);

    /// Index of the nearest point, the lowest one of several at the same distance; -1 if there are no points.
    std::int32_t nearest(const Vec3& p) const;
    /// Its distance in mm as well.
    std::int32_t nearest(const Vec3& p, double& distance) const;

private:
    struct Best
    {
        double d2;
        std::int32_t index;
    };
    void build(std::int64_t first, std::int64_t last);
    void search(const Vec3& p, std::int64_t first, std::int64_t last, Best& best) const;

    std::vector<Vec3> m_points;
    std::vector<std::int32_t> m_order; ///< the median of each range is its node
    std::vector<std::uint8_t> m_axis;
};

} // namespace pollux
