#include "plugins/liver/skin_entries.h"

#include "core/base/parallel.h"
#include "plugins/liver/risk_map.h"
#include "plugins/liver/segment_distance.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <limits>
#include <numeric>

namespace pollux::liver {

namespace {

constexpr double kEdgeMm = 5; // the coarse copy may end a voxel early, and smoothing rounds the cut's rim

bool atEdge(const Grid& grid, const Vec3& p)
{
    const Vec3 i = grid.toIndex(p);
    for (int a = 0; a < 3; ++a) {
        const double rim = std::max(kEdgeMm, 1.5 * grid.spacing[a]);
        const double low = (i[a] + 0.5) * grid.spacing[a];
        const double high = (grid.size[static_cast<size_t>(a)] - 0.5 - i[a]) * grid.spacing[a];
        if (low < rim || high < rim)
            return true;
    }
    return false;
}

} // namespace

std::int64_t SkinEntries::nearest(const Vec3& p) const
{
    std::int64_t best = -1;
    double least = std::numeric_limits<double>::infinity();
    for (size_t i = 0; i < points.size(); ++i)
        if (const double d = (points[i] - p).squaredNorm(); d < least) {
            least = d;
            best = static_cast<std::int64_t>(i);
        }
    return best;
}

SkinEntries makeSkinEntries(const Scene& scene)
{
    SkinEntries e;
    if (scene.skin.empty())
        return e;
    e.skin = scene.skin;
    const auto& triangles = e.skin.triangles();
    for (const Vec3f& p : e.skin.points())
        e.points.push_back(p.cast<double>());
    for (const Vec3f& n : e.skin.pointNormals())
        e.normals.push_back(n.cast<double>());
    e.areas.assign(e.points.size(), 0);
    e.edge.resize(e.points.size());
    for (size_t i = 0; i < e.points.size(); ++i)
        e.edge[i] = !scene.body.empty() && atEdge(scene.body.grid(), e.points[i]);
    for (const Triangle& t : triangles) {
        const double area = 0.5 * (e.points[t[1]] - e.points[t[0]]).cross(e.points[t[2]] - e.points[t[0]]).norm();
        for (const std::uint32_t v : t)
            e.areas[v] += area / 3;
    }
    // The same definition as in exact.h; the triangles' normals are off by up to 7 degrees after decimation.
    parallelFor(0, static_cast<std::int64_t>(e.points.size()), 512, [&](std::int64_t first, std::int64_t last) {
        for (auto i = static_cast<size_t>(first); i < static_cast<size_t>(last); ++i)
            if (const Vec3 n = borderNormal(scene.body, e.points[i], kNormalSigma); n.squaredNorm() > 0)
                e.normals[i] = n;
    });
    return e;
}

std::vector<Zone> zones(const SkinEntries& entries, const std::vector<std::uint8_t>& usable,
                        const std::vector<float>& scores)
{
    std::vector<std::uint32_t> parent(entries.size());
    std::iota(parent.begin(), parent.end(), 0U);
    const auto root = [&](std::uint32_t v) {
        while (parent[v] != v)
            v = parent[v] = parent[parent[v]];
        return v;
    };
    for (const Triangle& t : entries.skin.triangles())
        for (size_t a = 0; a < 3; ++a) {
            const std::uint32_t v = t[a], w = t[(a + 1) % 3];
            if (usable[v] && usable[w]) {
                const std::uint32_t rv = root(v), rw = root(w);
                parent[std::max(rv, rw)] = std::min(rv, rw);
            }
        }
    std::vector<Zone> out;
    std::vector<std::int64_t> number(entries.size(), -1);
    for (std::uint32_t v = 0; v < entries.size(); ++v) {
        if (!usable[v])
            continue;
        const std::uint32_t r = root(v);
        if (number[r] < 0) {
            number[r] = static_cast<std::int64_t>(out.size());
            out.emplace_back().best = v;
        }
        Zone& zone = out[static_cast<size_t>(number[r])];
        zone.members.push_back(v);
        zone.areaMm2 += entries.areas[v];
        if (scores[v] < scores[zone.best])
            zone.best = v;
    }
    std::stable_sort(out.begin(), out.end(), [](const Zone& a, const Zone& b) { return a.areaMm2 > b.areaMm2; });
    return out;
}

} // namespace pollux::liver
