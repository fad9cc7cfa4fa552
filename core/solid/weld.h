#pragma once

#include "core/geometry/vec.h"

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace pollux {

/// Points that are nearer to each other than a tolerance (mm) become one, the first of them: neighbouring faces of a
/// solid have their own copies of the points of their edges. The same points in the same order give the same result.
class Weld
{
public:
    /// Appends to `points`.
    Weld(double tolerance, std::vector<Vec3f>& points) : m_tolerance(tolerance), m_points(points) {}

    /// Number of the point. Throws Error (BadInput) if it is not finite or too far away.
    std::uint32_t add(const Vec3& p);
    const Box& box() const { return m_box; }

private:
    using Cell = std::array<std::int64_t, 3>;
    struct Hash
    {
        std::size_t operator()(const Cell& cell) const;
    };
    struct Entry
    {
        Vec3 position;
        std::uint32_t number = 0;
    };
    Cell cellOf(const Vec3& p) const;

    double m_tolerance;
    std::vector<Vec3f>& m_points;
    std::unordered_map<Cell, std::vector<Entry>, Hash> m_cells;
    Box m_box;
};

} // namespace pollux
