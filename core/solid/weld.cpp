#include "core/solid/weld.h"

#include "core/base/error.h"

#include <cmath>

namespace pollux {

namespace {

constexpr double kCell = 4;       ///< tolerances: a point is near few borders of cells
constexpr double kFarthest = 1e9; ///< mm

} // namespace

std::size_t Weld::Hash::operator()(const Cell& cell) const
{
    std::uint64_t h = 0x9E3779B97F4A7C15ull;
    for (const std::int64_t x : cell)
        h = (h ^ static_cast<std::uint64_t>(x)) * 0xBF58476D1CE4E5B9ull, h ^= h >> 29;
    return h;
}

Weld::Cell Weld::cellOf(const Vec3& p) const
{
    Cell cell{};
    for (int a = 0; a < 3; ++a)
        cell[static_cast<std::size_t>(a)] = static_cast<std::int64_t>(std::floor(p[a] / (kCell * m_tolerance)));
    return cell;
}

std::uint32_t Weld::add(const Vec3& p)
{
    if (!p.allFinite() || p.cwiseAbs().maxCoeff() > kFarthest)
        throw Error(ErrorCode::BadInput, "The model has a point that is nowhere.", "Export it again.");
    const Cell low = cellOf(p.array() - m_tolerance), high = cellOf(p.array() + m_tolerance);
    for (std::int64_t i = low[0]; i <= high[0]; ++i)
        for (std::int64_t j = low[1]; j <= high[1]; ++j)
            for (std::int64_t k = low[2]; k <= high[2]; ++k)
                if (const auto found = m_cells.find({i, j, k}); found != m_cells.end())
                    for (const Entry& e : found->second)
                        if ((e.position - p).squaredNorm() <= m_tolerance * m_tolerance)
                            return e.number;
    const auto number = static_cast<std::uint32_t>(m_points.size());
    m_points.push_back(p.cast<float>());
    m_cells[cellOf(p)].push_back({p, number});
    m_box.include(p);
    return number;
}

} // namespace pollux
