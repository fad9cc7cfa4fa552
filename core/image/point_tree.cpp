#include "core/image/point_tree.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace pollux {

PointTree::PointTree(std::vector<Vec3> points) : m_points(std::move(points))
{
    m_order.resize(m_points.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    m_axis.resize(m_points.size());
    build(0, static_cast<std::int64_t>(m_order.size()));
}

void PointTree::build(std::int64_t first, std::int64_t last)
{
    if (last - first < 1)
        return;
    Box box;
    for (std::int64_t i = first; i < last; ++i)
        box.include(m_points[m_order[i]]);
    int axis = 0;
    box.extent().maxCoeff(&axis);
    const std::int64_t middle = (first + last) / 2;
    std::nth_element(m_order.begin() + first, m_order.begin() + middle, m_order.begin() + last,
                     [&](std::int32_t a, std::int32_t b) {
                         const double x = m_points[a][axis], y = m_points[b][axis];
                         return x < y || (x == y && a < b);
                     });
    m_axis[middle] = static_cast<std::uint8_t>(axis);
    build(first, middle);
    build(middle + 1, last);
}

void PointTree::search(const Vec3& p, std::int64_t first, std::int64_t last, Best& best) const
{
    if (last <= first)
        return;
    const std::int64_t middle = (first + last) / 2;
    const std::int32_t index = m_order[middle];
    const double d2 = (m_points[index] - p).squaredNorm();
    if (d2 < best.d2 || (d2 == best.d2 && index < best.index))
        best = {d2, index};
    const int axis = m_axis[middle];
    const double side = p[axis] - m_points[index][axis];
    if (side < 0) {
        search(p, first, middle, best);
        if (side * side <= best.d2)
            search(p, middle + 1, last, best);
    } else {
        search(p, middle + 1, last, best);
        if (side * side <= best.d2)
            search(p, first, middle, best);
    }
}

std::int32_t PointTree::nearest(const Vec3& p, double& distance) const
{
    Best best{std::numeric_limits<double>::infinity(), -1};
    search(p, 0, static_cast<std::int64_t>(m_order.size()), best);
    distance = std::sqrt(best.d2);
    return best.index;
}

std::int32_t PointTree::nearest(const Vec3& p) const
{
    double distance = 0;
    return nearest(p, distance);
}

} // namespace pollux
