#include "core/measure/cross_sections.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/geometry/curve.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace pollux {

namespace {

/// Part of the mask at a fractional index, between voxel centres; beyond the image is outside.
double share(const Mask& mask, const Vec3& index)
{
    const Vec3 low = index.array().floor();
    const Vec3 w = index - low;
    const int i = static_cast<int>(low[0]), j = static_cast<int>(low[1]), k = static_cast<int>(low[2]);
    double sum = 0;
    for (int n = 0; n < 8; ++n) {
        const int di = n & 1, dj = (n >> 1) & 1, dk = n >> 2;
        if (mask.at(i + di, j + dj, k + dk))
            sum += (di ? w[0] : 1 - w[0]) * (dj ? w[1] : 1 - w[1]) * (dk ? w[2] : 1 - w[2]);
    }
    return sum;
}

/// A square lattice in the plane; its middle is the point.
class Lattice
{
public:
    Lattice(const Mask& mask, const Vec3& point, const Vec3& normal, double reach)
        : m_mask(mask), m_step(mask.grid().spacing.minCoeff() / 4), m_half(static_cast<int>(std::ceil(reach / m_step)))
    {
        // Bounded: a tenth of a millimetre and a reach of 200 mm would be sixty million samples.
        constexpr int kMost = 1000;
        if (m_half > kMost) {
            m_half = kMost;
            m_step = reach / kMost;
        }
        const Grid& grid = mask.grid();
        const Vec3 a = normal.unitOrthogonal(), b = normal.cross(a);
        m_start = grid.toIndex(point);
        m_a = (grid.direction.transpose() * a).cwiseQuotient(grid.spacing) * m_step;
        m_b = (grid.direction.transpose() * b).cwiseQuotient(grid.spacing) * m_step;
        m_state.assign(static_cast<size_t>(side()) * static_cast<size_t>(side()), 0);
    }

    int half() const { return m_half; }
    double step() const { return m_step; }
    Vec3 index(int u, int v) const { return m_start + u * m_a + v * m_b; }
    bool holds(int u, int v) const { return std::abs(u) <= m_half && std::abs(v) <= m_half; }
    bool inside(int u, int v) const { return share(m_mask, index(u, v)) >= 0.5; }
    /// True at the first visit.
    bool visit(int u, int v)
    {
        char& state =
            m_state[static_cast<size_t>(v + m_half) * static_cast<size_t>(side()) + static_cast<size_t>(u + m_half)];
        return std::exchange(state, char(1)) == 0;
    }
    /// Beyond the last voxel centres: what goes on there is not known.
    bool atTheEnd(int u, int v) const
    {
        const Vec3 at = index(u, v);
        for (size_t a = 0; a < 3; ++a)
            if (const auto axis = static_cast<Eigen::Index>(a); at[axis] < 0 || at[axis] > m_mask.grid().size[a] - 1)
                return true;
        return false;
    }

private:
    int side() const { return 2 * m_half + 1; }

    const Mask& m_mask;
    double m_step;
    int m_half;
    Vec3 m_start, m_a, m_b; // indices of the grid
    std::vector<char> m_state;
};

/// The place of the lattice to start from: inside, as near to the middle as can be, at most two voxels off.
std::optional<std::pair<int, int>> startIn(const Lattice& lattice, double mostMm)
{
    const int far = std::min(lattice.half(), static_cast<int>(std::ceil(mostMm / lattice.step())));
    std::optional<std::pair<int, int>> best;
    int bestSquare = far * far + 1;
    for (int v = -far; v <= far; ++v)
        for (int u = -far; u <= far; ++u)
            if (const int square = u * u + v * v; square < bestSquare && lattice.inside(u, v)) {
                bestSquare = square;
                best = {u, v};
            }
    return best;
}

} // namespace

double CrossSection::diameterMm() const
{
    return 2 * std::sqrt(areaMm2 / std::numbers::pi);
}

std::optional<CrossSection> crossSection(const Mask& mask, const Vec3& point, const Vec3& normal, double reach)
{
    if (!point.allFinite() || !normal.allFinite() || std::abs(normal.norm() - 1) > 1e-6 ||
        !(reach >= 1 && reach <= 200))
        throw Error(ErrorCode::BadInput, "The plane of the cut is not valid.", "Give a direction and a reach in mm.");
    if (mask.empty())
        return std::nullopt;
    Lattice lattice(mask, point, normal, reach);
    const auto start = startIn(lattice, 2 * mask.grid().spacing.maxCoeff());
    if (!start)
        return std::nullopt;
    CrossSection cut;
    cut.normal = normal;
    std::vector<std::pair<int, int>> edge{*start};
    lattice.visit(start->first, start->second);
    std::int64_t count = 0;
    Vec3 sum = Vec3::Zero();
    while (!edge.empty()) {
        const auto [u, v] = edge.back();
        edge.pop_back();
        ++count;
        sum += lattice.index(u, v);
        cut.complete = cut.complete && !lattice.atTheEnd(u, v);
        for (const auto& [du, dv] : {std::pair(1, 0), std::pair(-1, 0), std::pair(0, 1), std::pair(0, -1)}) {
            const int nu = u + du, nv = v + dv;
            if (!lattice.holds(nu, nv))
                cut.complete = false;
            else if (lattice.visit(nu, nv) && lattice.inside(nu, nv))
                edge.emplace_back(nu, nv);
        }
    }
    cut.areaMm2 = static_cast<double>(count) * lattice.step() * lattice.step();
    cut.centre = mask.grid().toPatient(Vec3(sum / static_cast<double>(count)));
    return cut;
}

std::vector<CrossSection> crossSections(const Mask& mask, const std::vector<Vec3>& curve, const CutsAlong& options,
                                        const Job& job)
{
    if (curve.size() < 3 || options.origin >= curve.size() || !(options.stepMm > 0) ||
        !(options.every >= options.stepMm))
        throw Error(ErrorCode::BadInput, "The line to cut along is too short, or the cuts are too close.",
                    "Make the centreline again, or choose a larger step.");
    const std::vector<Vec3> tangents = curveTangents(curve);
    std::vector<std::pair<double, size_t>> places;
    const double before = -static_cast<double>(options.origin) * options.stepMm;
    const double after = static_cast<double>(curve.size() - 1 - options.origin) * options.stepMm;
    for (auto n = static_cast<std::int64_t>(std::ceil(std::max(before, -options.within) / options.every - 1e-9));
         static_cast<double>(n) * options.every <= std::min(after, options.within) + 1e-9; ++n) {
        const double distance = static_cast<double>(n) * options.every;
        const auto at = std::lround(distance / options.stepMm) + static_cast<long>(options.origin);
        places.emplace_back(distance, static_cast<size_t>(std::clamp<long>(at, 0, std::ssize(curve) - 1)));
    }
    std::vector<std::optional<CrossSection>> cuts(places.size());
    parallelFor(0, std::ssize(places), 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t n = first; n < last; ++n) {
            job.checkStop();
            const auto& [distance, at] = places[static_cast<size_t>(n)];
            auto& cut = cuts[static_cast<size_t>(n)];
            cut = crossSection(mask, curve[at], tangents[at], options.reach);
            if (cut)
                cut->distance = distance;
        }
    });
    std::vector<CrossSection> out;
    for (const auto& cut : cuts)
        if (cut)
            out.push_back(*cut);
    return out;
}

} // namespace pollux
