#include "core/mesh/surface_target.h"

#include "core/base/error.h"
#include "core/mesh/locator.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace pollux {

namespace {

constexpr size_t kPart = 100000; // triangles

/// Of each triangle three bits: edge 0 (corner 0 to 1), 1, 2 has no neighbour.
std::vector<std::uint8_t> borderEdges(const Surface& s)
{
    const auto& triangles = s.triangles();
    std::vector<std::pair<std::uint64_t, std::uint64_t>> edges; // both ends, triangle * 3 + edge
    edges.reserve(3 * triangles.size());
    for (size_t t = 0; t < triangles.size(); ++t)
        for (size_t e = 0; e < 3; ++e) {
            const std::uint64_t a = triangles[t][e], b = triangles[t][(e + 1) % 3];
            edges.emplace_back(a < b ? (a << 32 | b) : (b << 32 | a), 3 * t + e);
        }
    std::sort(edges.begin(), edges.end());
    std::vector<std::uint8_t> out(triangles.size(), 0);
    for (size_t n = 0; n < edges.size();) {
        size_t m = n + 1;
        while (m < edges.size() && edges[m].first == edges[n].first)
            ++m;
        if (m == n + 1)
            out[edges[n].second / 3] |= static_cast<std::uint8_t>(1u << (edges[n].second % 3));
        n = m;
    }
    return out;
}

/// Weights of the corners for a point in the triangle's plane.
Vec3 weightsIn(const std::array<Vec3, 3>& corner, const Vec3& p)
{
    const Vec3 u = corner[1] - corner[0], v = corner[2] - corner[0], w = p - corner[0];
    const double uu = u.dot(u), uv = u.dot(v), vv = v.dot(v), det = uu * vv - uv * uv;
    if (!(det > 1e-12 * uu * vv))
        return {1, 0, 0};
    const double b = (vv * u.dot(w) - uv * v.dot(w)) / det, c = (uu * v.dot(w) - uv * u.dot(w)) / det;
    return {1 - b - c, b, c};
}

} // namespace

struct SurfaceTarget::Private
{
    struct Whole
    {
        Surface surface;
        std::vector<Vec3f> normals;
        std::vector<std::uint8_t> border;
    };
    struct Part
    {
        size_t whole = 0;
        size_t first = 0; ///< its triangles begin there
        Box box;
        SurfaceLocator locator;
    };
    std::vector<Whole> wholes;
    std::vector<Part> parts;
    Box box;
};

SurfaceTarget::SurfaceTarget(const std::vector<Surface>& surfaces, const Job& job) : d(std::make_unique<Private>())
{
    for (const Surface& s : surfaces) {
        if (s.empty())
            continue;
        job.checkStop();
        d->wholes.push_back({s, s.pointNormals(), {}});
        job.checkStop();
        d->wholes.back().border = borderEdges(s);
        const auto& triangles = s.triangles();
        for (size_t first = 0; first < triangles.size(); first += kPart) {
            job.checkStop();
            const size_t last = std::min(first + kPart, triangles.size());
            std::vector<Vec3f> points;
            std::vector<Triangle> own;
            points.reserve(3 * (last - first));
            own.reserve(last - first);
            Box box;
            for (size_t t = first; t < last; ++t) {
                const auto at = static_cast<std::uint32_t>(points.size());
                own.push_back({at, at + 1, at + 2});
                for (const std::uint32_t v : triangles[t]) {
                    points.push_back(s.points()[v]);
                    box.include(points.back().cast<double>());
                }
            }
            d->box.include(box.min);
            d->box.include(box.max);
            d->parts.push_back(
                {d->wholes.size() - 1, first, box, SurfaceLocator(Surface(std::move(points), std::move(own)))});
        }
    }
    if (d->parts.empty())
        throw Error(ErrorCode::BadInput, "There is no surface to lay another upon.",
                    "Choose a structure with a surface or a mask.");
}

SurfaceTarget::~SurfaceTarget() = default;
SurfaceTarget::SurfaceTarget(SurfaceTarget&&) noexcept = default;

Box SurfaceTarget::bounds() const
{
    return d->box;
}

SurfaceTarget::Hit SurfaceTarget::nearest(const Vec3& p) const
{
    const Private::Part* in = nullptr;
    SurfaceLocator::Hit best;
    for (const Private::Part& part : d->parts) {
        const double away = (p.cwiseMax(part.box.min).cwiseMin(part.box.max) - p).norm();
        if (in && away >= best.distance)
            continue;
        const SurfaceLocator::Hit hit = part.locator.nearest(p);
        if (!in || hit.distance < best.distance) {
            best = hit;
            in = &part;
        }
    }
    const Private::Whole& whole = d->wholes[in->whole];
    const size_t t = in->first + best.triangle;
    const Triangle& corners = whole.surface.triangles()[t];
    std::array<Vec3, 3> at;
    for (size_t c = 0; c < 3; ++c)
        at[c] = whole.surface.points()[corners[c]].cast<double>();
    const Vec3 weights = weightsIn(at, best.point);
    Hit out;
    out.point = best.point;
    out.distance = best.distance;
    Vec3 normal = Vec3::Zero();
    for (size_t c = 0; c < 3; ++c)
        normal += std::max(0.0, weights[static_cast<Eigen::Index>(c)]) * whole.normals[corners[c]].cast<double>();
    out.normal = normal.norm() > 1e-6 ? Vec3(normal.normalized()) : best.normal;
    out.signedDistance = std::copysign(out.distance, out.normal.dot(p - out.point));
    for (size_t e = 0; e < 3; ++e) // an edge lies where the opposite corner has no weight
        if ((whole.border[t] >> e & 1) && weights[static_cast<Eigen::Index>((e + 2) % 3)] < 1e-6)
            out.onBorder = true;
    return out;
}

} // namespace pollux
