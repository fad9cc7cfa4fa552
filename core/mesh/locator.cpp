#include "core/mesh/locator.h"

#include "core/base/error.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace pollux {

namespace {

constexpr int kLeaf = 4;

struct Node
{
    Vec3 min, max;
    std::int32_t first = 0; ///< of its triangles in the order
    std::int32_t count = 0; ///< 0: an inner node
    std::int32_t right = 0; ///< the left child follows its parent
};

/// Nearest point of a triangle (Ericson, Real-Time Collision Detection, 2005, 5.1.5).
Vec3 nearestOn(const Vec3& p, const Vec3& a, const Vec3& b, const Vec3& c)
{
    const Vec3 ab = b - a, ac = c - a, ap = p - a;
    const double d1 = ab.dot(ap), d2 = ac.dot(ap);
    if (d1 <= 0 && d2 <= 0)
        return a;
    const Vec3 bp = p - b;
    const double d3 = ab.dot(bp), d4 = ac.dot(bp);
    if (d3 >= 0 && d4 <= d3)
        return b;
    const double vc = d1 * d4 - d3 * d2;
    if (vc <= 0 && d1 >= 0 && d3 <= 0)
        return a + d1 / (d1 - d3) * ab;
    const Vec3 cp = p - c;
    const double d5 = ab.dot(cp), d6 = ac.dot(cp);
    if (d6 >= 0 && d5 <= d6)
        return c;
    const double vb = d5 * d2 - d1 * d6;
    if (vb <= 0 && d2 >= 0 && d6 <= 0)
        return a + d2 / (d2 - d6) * ac;
    const double va = d3 * d6 - d5 * d4;
    if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0)
        return b + (d4 - d3) / ((d4 - d3) + (d5 - d6)) * (c - b);
    const double sum = va + vb + vc;
    return sum > 0 ? Vec3(a + (vb * ab + vc * ac) / sum) : a;
}

double boxDistance2(const Node& n, const Vec3& p)
{
    return (p.cwiseMax(n.min).cwiseMin(n.max) - p).squaredNorm();
}

} // namespace

struct SurfaceLocator::Private
{
    Surface surface;
    std::vector<std::int32_t> order;
    std::vector<Node> nodes;

    Vec3 corner(std::uint32_t triangle, size_t c) const
    {
        return surface.points()[surface.triangles()[triangle][c]].cast<double>();
    }
    Vec3 normal(std::uint32_t t) const
    {
        const Vec3 n = (corner(t, 1) - corner(t, 0)).cross(corner(t, 2) - corner(t, 0));
        const double length = n.norm();
        return length > 0 ? Vec3(n / length) : Vec3::UnitZ();
    }

    std::int32_t build(std::int32_t first, std::int32_t last, const std::vector<Vec3>& centres)
    {
        const auto self = static_cast<std::int32_t>(nodes.size());
        nodes.emplace_back();
        Box box, spread;
        for (std::int32_t i = first; i < last; ++i) {
            const auto t = static_cast<std::uint32_t>(order[static_cast<size_t>(i)]);
            for (size_t c = 0; c < 3; ++c)
                box.include(corner(t, c));
            spread.include(centres[t]);
        }
        nodes[static_cast<size_t>(self)].min = box.min;
        nodes[static_cast<size_t>(self)].max = box.max;
        if (last - first <= kLeaf) {
            nodes[static_cast<size_t>(self)].first = first;
            nodes[static_cast<size_t>(self)].count = last - first;
            return self;
        }
        int axis = 0;
        spread.extent().maxCoeff(&axis);
        const std::int32_t middle = (first + last) / 2;
        std::nth_element(order.begin() + first, order.begin() + middle, order.begin() + last,
                         [&](std::int32_t a, std::int32_t b) {
                             const double x = centres[static_cast<size_t>(a)][axis];
                             const double y = centres[static_cast<size_t>(b)][axis];
                             return x < y || (x == y && a < b);
                         });
        build(first, middle, centres);
        const std::int32_t right = build(middle, last, centres);
        nodes[static_cast<size_t>(self)].right = right;
        return self;
    }

    /// Calls hit(t, triangle) for every crossing of from + t (to - from), 0 <= t <= limit; hit returns the new limit.
    template <class F>
    void cast(const Vec3& from, const Vec3& to, F&& hit) const
    {
        const Vec3 d = to - from;
        double limit = 1.0;
        std::array<std::int32_t, 64> stack;
        int depth = 0;
        stack[static_cast<size_t>(depth++)] = 0;
        while (depth > 0) {
            const Node& n = nodes[static_cast<size_t>(stack[static_cast<size_t>(--depth)])];
            double lo = 0, hi = limit;
            bool miss = false;
            for (int a = 0; a < 3 && !miss; ++a) {
                const double slack = 1e-9 * (1 + std::abs(n.max[a]) + std::abs(n.min[a]));
                if (d[a] == 0) {
                    miss = from[a] < n.min[a] - slack || from[a] > n.max[a] + slack;
                    continue;
                }
                const double x = (n.min[a] - slack - from[a]) / d[a], y = (n.max[a] + slack - from[a]) / d[a];
                lo = std::max(lo, std::min(x, y));
                hi = std::min(hi, std::max(x, y));
                miss = lo > hi;
            }
            if (miss)
                continue;
            if (n.count == 0) {
                stack[static_cast<size_t>(depth++)] = n.right;
                stack[static_cast<size_t>(depth++)] = static_cast<std::int32_t>(&n - nodes.data()) + 1;
                continue;
            }
            for (std::int32_t i = n.first; i < n.first + n.count; ++i) {
                const auto t = static_cast<std::uint32_t>(order[static_cast<size_t>(i)]);
                // Möller and Trumbore 1997, edges included.
                const Vec3 a = corner(t, 0), e1 = corner(t, 1) - a, e2 = corner(t, 2) - a;
                const Vec3 p = d.cross(e2);
                const double det = e1.dot(p);
                if (std::abs(det) <= 1e-14 * d.norm() * e1.norm() * e2.norm())
                    continue;
                const Vec3 s = from - a;
                const double u = s.dot(p) / det;
                const Vec3 q = s.cross(e1);
                const double v = d.dot(q) / det, at = e2.dot(q) / det;
                constexpr double kEdge = 1e-9;
                if (u < -kEdge || v < -kEdge || u + v > 1 + kEdge || at < 0 || at > limit)
                    continue;
                limit = hit(at, t);
            }
        }
    }
};

SurfaceLocator::SurfaceLocator(const Surface& surface) : d(std::make_unique<Private>())
{
    if (surface.empty())
        throw Error(ErrorCode::BadInput, "There is no surface to search.", "Make the surface of the structure first.");
    d->surface = surface;
    const size_t n = surface.triangles().size();
    d->order.resize(n);
    std::iota(d->order.begin(), d->order.end(), 0);
    std::vector<Vec3> centres(n);
    for (size_t t = 0; t < n; ++t) {
        const auto i = static_cast<std::uint32_t>(t);
        centres[t] = (d->corner(i, 0) + d->corner(i, 1) + d->corner(i, 2)) / 3;
    }
    d->nodes.reserve(n);
    d->build(0, static_cast<std::int32_t>(n), centres);
}

SurfaceLocator::~SurfaceLocator() = default;
SurfaceLocator::SurfaceLocator(SurfaceLocator&&) noexcept = default;

SurfaceLocator::Hit SurfaceLocator::nearest(const Vec3& p) const
{
    double best = 1e300;
    Hit hit;
    struct Entry
    {
        std::int32_t node;
        double d2;
    };
    std::array<Entry, 128> stack;
    int depth = 0;
    stack[static_cast<size_t>(depth++)] = {0, boxDistance2(d->nodes[0], p)};
    while (depth > 0) {
        const Entry e = stack[static_cast<size_t>(--depth)];
        if (e.d2 > best)
            continue;
        const Node& n = d->nodes[static_cast<size_t>(e.node)];
        if (n.count == 0) {
            Entry near{e.node + 1, boxDistance2(d->nodes[static_cast<size_t>(e.node + 1)], p)};
            Entry far{n.right, boxDistance2(d->nodes[static_cast<size_t>(n.right)], p)};
            if (far.d2 < near.d2)
                std::swap(near, far);
            stack[static_cast<size_t>(depth++)] = far;
            stack[static_cast<size_t>(depth++)] = near;
            continue;
        }
        for (std::int32_t i = n.first; i < n.first + n.count; ++i) {
            const auto t = static_cast<std::uint32_t>(d->order[static_cast<size_t>(i)]);
            const Vec3 q = nearestOn(p, d->corner(t, 0), d->corner(t, 1), d->corner(t, 2));
            const double d2 = (q - p).squaredNorm();
            if (d2 < best || (d2 == best && t < hit.triangle)) {
                best = d2;
                hit.point = q;
                hit.triangle = t;
            }
        }
    }
    hit.distance = std::sqrt(best);
    hit.normal = d->normal(hit.triangle);
    return hit;
}

std::optional<SurfaceLocator::Hit> SurfaceLocator::firstHit(const Vec3& from, const Vec3& to) const
{
    if (!from.allFinite() || !to.allFinite())
        return std::nullopt;
    double best = 2;
    std::uint32_t triangle = 0;
    d->cast(from, to, [&](double at, std::uint32_t t) {
        if (at < best || (at == best && t < triangle)) {
            best = at;
            triangle = t;
        }
        return best;
    });
    if (best > 1)
        return std::nullopt;
    const Vec3 point = from + best * (to - from);
    return Hit{point, d->normal(triangle), (point - from).norm(), triangle};
}

std::vector<SurfaceLocator::Hit> SurfaceLocator::allHits(const Vec3& from, const Vec3& to) const
{
    std::vector<Hit> hits;
    if (!from.allFinite() || !to.allFinite())
        return hits;
    const double length = (to - from).norm();
    d->cast(from, to, [&](double at, std::uint32_t t) {
        hits.push_back({from + at * (to - from), d->normal(t), at * length, t});
        return 1.0;
    });
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return a.distance < b.distance || (a.distance == b.distance && a.triangle < b.triangle);
    });
    // An edge hit from the same side belongs to two triangles: one crossing.
    const Vec3 along = to - from;
    std::vector<Hit> out;
    for (const Hit& hit : hits) {
        const bool twice = !out.empty() && hit.distance - out.back().distance < 1e-6 &&
                           (hit.normal.dot(along) > 0) == (out.back().normal.dot(along) > 0);
        if (!twice)
            out.push_back(hit);
    }
    return out;
}

bool SurfaceLocator::contains(const Vec3& p) const
{
    if (!p.allFinite())
        return false;
    const Node& all = d->nodes[0];
    if ((p.array() < all.min.array()).any() || (p.array() > all.max.array()).any())
        return false;
    // The majority of three rays, none along an axis of a grid: a graze of one does not decide.
    const double far = 2 * (all.max - all.min).norm() + 1;
    int odd = 0;
    for (const Vec3& ray : {Vec3(0.803, 0.359, 0.476), Vec3(-0.337, 0.871, -0.357), Vec3(0.269, -0.442, 0.856)})
        odd += static_cast<int>(allHits(p, p + far * ray).size() % 2);
    return odd >= 2;
}

} // namespace pollux
