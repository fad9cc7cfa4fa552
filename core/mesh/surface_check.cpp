#include "core/mesh/surface_check.h"

#include "core/mesh/self_intersection.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace pollux {

namespace {

constexpr std::size_t kBlock = 65536; ///< steps between two looks at the job

/// One side of a triangle, as its lower point keeps it.
struct Side
{
    std::uint32_t other = 0;    ///< the higher point
    std::uint32_t triangle = 0; ///< times 2, plus 1 where it runs from the higher point to the lower
};

/// All sides by their lower point: no sort of the whole, which could not be stopped.
class Sides
{
public:
    Sides(const Surface& surface, const Job& job) : m_start(surface.points().size() + 1, 0)
    {
        const auto& triangles = surface.triangles();
        const auto each = [&](auto&& take) {
            for (std::size_t t = 0; t < triangles.size(); ++t) {
                if (t % kBlock == 0)
                    job.checkStop();
                for (std::size_t c = 0; c < 3; ++c) {
                    const std::uint32_t a = triangles[t][c], b = triangles[t][(c + 1) % 3];
                    if (a != b)
                        take(std::min(a, b), Side{std::max(a, b), static_cast<std::uint32_t>(2 * t + (a > b ? 1 : 0))});
                }
            }
        };
        each([&](std::uint32_t low, const Side&) { ++m_start[low + 1]; });
        std::partial_sum(m_start.begin(), m_start.end(), m_start.begin());
        m_sides.resize(m_start.back());
        std::vector<std::size_t> at(m_start.begin(), m_start.end() - 1);
        each([&](std::uint32_t low, const Side& side) { m_sides[at[low]++] = side; });
    }

    /// Calls edge(low, sides) for every edge.
    template <class F>
    void forEachEdge(const Job& job, F&& edge)
    {
        std::size_t done = 0;
        for (std::size_t low = 0; low + 1 < m_start.size(); ++low) {
            const auto first = m_sides.begin() + static_cast<std::ptrdiff_t>(m_start[low]);
            const auto last = m_sides.begin() + static_cast<std::ptrdiff_t>(m_start[low + 1]);
            done += m_start[low + 1] - m_start[low] + 1;
            if (done > kBlock) {
                job.checkStop();
                done = 0;
            }
            std::sort(first, last, [](const Side& a, const Side& b) {
                return a.other < b.other || (a.other == b.other && a.triangle < b.triangle);
            });
            for (auto from = first; from != last;) {
                const auto to = std::find_if(from, last, [&](const Side& s) { return s.other != from->other; });
                edge(static_cast<std::uint32_t>(low), std::span<const Side>(from, to));
                from = to;
            }
        }
    }

private:
    std::vector<std::size_t> m_start;
    std::vector<Side> m_sides;
};

/// Sets that grow together, each member with a sign against the root of its set.
class SignedSets
{
public:
    explicit SignedSets(std::size_t n) : m_parent(n), m_sign(n, 0) { std::iota(m_parent.begin(), m_parent.end(), 0u); }

    std::uint32_t root(std::uint32_t x, std::uint8_t& sign)
    {
        std::uint32_t top = x;
        sign = 0;
        while (m_parent[top] != top) {
            sign ^= m_sign[top];
            top = m_parent[top];
        }
        // All on the way hang on the root from now on.
        std::uint8_t s = sign;
        while (m_parent[x] != top && x != top) {
            const std::uint32_t next = m_parent[x];
            const std::uint8_t own = m_sign[x];
            m_parent[x] = top;
            m_sign[x] = s;
            s ^= own;
            x = next;
        }
        return top;
    }

    /// False if that contradicts what was joined before.
    bool join(std::uint32_t a, std::uint32_t b, bool turned)
    {
        std::uint8_t sa = 0, sb = 0;
        const std::uint32_t ra = root(a, sa), rb = root(b, sb);
        const auto sign = static_cast<std::uint8_t>(sa ^ sb ^ (turned ? 1 : 0));
        if (ra == rb)
            return sign == 0;
        m_parent[std::max(ra, rb)] = std::min(ra, rb);
        m_sign[std::max(ra, rb)] = sign;
        return true;
    }

private:
    std::vector<std::uint32_t> m_parent;
    std::vector<std::uint8_t> m_sign;
};

std::int64_t fewerOfEach(SignedSets& sets, std::size_t triangles, const Job& job)
{
    std::vector<std::uint32_t> all(triangles, 0), turned(triangles, 0);
    for (std::size_t t = 0; t < triangles; ++t) {
        if (t % kBlock == 0)
            job.checkStop();
        std::uint8_t sign = 0;
        const std::uint32_t r = sets.root(static_cast<std::uint32_t>(t), sign);
        ++all[r];
        turned[r] += sign;
    }
    std::int64_t sum = 0;
    for (std::size_t t = 0; t < triangles; ++t)
        sum += std::min(turned[t], all[t] - turned[t]);
    return sum;
}

void countParts(const Surface& surface, SurfaceCheck& check, const Job& job)
{
    SignedSets sets(surface.points().size());
    std::vector<std::uint8_t> used(surface.points().size(), 0);
    std::size_t t = 0;
    for (const Triangle& triangle : surface.triangles()) {
        if (t++ % kBlock == 0)
            job.checkStop();
        sets.join(triangle[0], triangle[1], false);
        sets.join(triangle[0], triangle[2], false);
        for (const std::uint32_t p : triangle)
            used[p] = 1;
    }
    for (std::size_t p = 0; p < used.size(); ++p) {
        std::uint8_t sign = 0;
        check.points += used[p];
        check.shells += used[p] && sets.root(static_cast<std::uint32_t>(p), sign) == p;
    }
}

} // namespace

double coordinateRounding(const Box& box)
{
    if (box.empty())
        return 0;
    // Half a unit in the last place of a float's 24 bits, for each of the three coordinates of both sides, and what
    // a change of units before added.
    return 4 * std::ldexp(std::max(box.min.cwiseAbs().maxCoeff(), box.max.cwiseAbs().maxCoeff()), -24);
}

SurfaceCheck checkSurface(const Surface& surface, const Job& job)
{
    SurfaceCheck check;
    check.triangles = static_cast<std::int64_t>(surface.triangles().size());
    if (surface.empty())
        return check;
    job.progress(0, "Checking the surface");
    check.bounds = surface.bounds();
    check.areaMm2 = surface.areaMm2();
    check.volumeMm3 = surface.volumeMl() * 1000;
    countParts(surface, check, job);

    const auto& points = surface.points();
    SignedSets sides(surface.triangles().size());
    Sides(surface, job).forEachEdge(job, [&](std::uint32_t low, std::span<const Side> edge) {
        if (edge.size() == 1) {
            ++check.openEdges;
            if (!check.openEdge)
                check.openEdge = (points[low].cast<double>() + points[edge[0].other].cast<double>()) / 2;
        } else if (edge.size() > 2) {
            ++check.crowdedEdges;
        } else {
            // Neighbours that look to one side run along their edge in opposite directions.
            const bool same = (edge[0].triangle & 1) == (edge[1].triangle & 1);
            if (!sides.join(edge[0].triangle / 2, edge[1].triangle / 2, same))
                check.orientable = false;
        }
    });
    check.turned = fewerOfEach(sides, surface.triangles().size(), job);
    job.progress(0.3);
    const SelfIntersections crossings =
        selfIntersections(surface, coordinateRounding(check.bounds), kMostCrossings, job.part(0.3, 1));
    check.crossings = crossings.pairs;
    check.crossingsComplete = crossings.complete;
    check.crossing = crossings.place;
    check.degenerate = crossings.degenerate;
    return check;
}

} // namespace pollux
