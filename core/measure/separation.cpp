#include "core/measure/separation.h"

#include "core/mesh/locator.h"

#include <limits>
#include <optional>

namespace pollux {

namespace {

struct Nearest
{
    double distance = std::numeric_limits<double>::infinity();
    Vec3 from = Vec3::Zero();
    Vec3 to = Vec3::Zero();
};

Nearest nearestOf(const Surface& points, const SurfaceLocator& other, const Job& job)
{
    Nearest best;
    int n = 0;
    for (const Vec3f& p : points.points()) {
        if (n++ % 1024 == 0)
            job.checkStop();
        const Vec3 at = p.cast<double>();
        const auto hit = other.nearest(at);
        if (hit.distance < best.distance)
            best = {hit.distance, at, hit.point};
    }
    return best;
}

bool overlap(const Box& a, const Box& b)
{
    return (a.min.array() <= b.max.array()).all() && (b.min.array() <= a.max.array()).all();
}

/// An edge of one that passes through the other: they cut, even if no point is inside.
std::optional<Vec3> crossing(const Surface& edges, const SurfaceLocator& other, const Box& otherBounds, const Job& job)
{
    int n = 0;
    for (const Triangle& t : edges.triangles()) {
        if (n++ % 1024 == 0)
            job.checkStop();
        Box box;
        for (const std::uint32_t p : t)
            box.include(edges.points()[p].cast<double>());
        if (!overlap(box, otherBounds))
            continue;
        for (size_t e = 0; e < 3; ++e) {
            const Vec3 a = edges.points()[t[e]].cast<double>(), b = edges.points()[t[(e + 1) % 3]].cast<double>();
            if (const auto hit = other.firstHit(a, b))
                return hit->point;
        }
    }
    return std::nullopt;
}

} // namespace

Separation separation(const Surface& first, const Surface& second, const Job& job)
{
    const SurfaceLocator a(first), b(second);
    const Nearest ab = nearestOf(first, b, job);
    job.progress(0.4);
    const Nearest ba = nearestOf(second, a, job);
    job.progress(0.8);
    const bool forward = ab.distance <= ba.distance;
    Separation s{forward ? ab.distance : ba.distance, forward ? ab.from : ba.to, forward ? ab.to : ba.from};
    // One inside the other without touching has a true distance; only boxes that meet can hold a cut.
    const Box boxA = first.bounds(), boxB = second.bounds();
    if (overlap(boxA, boxB))
        if (auto p = crossing(first, b, boxB, job); p || (p = crossing(second, a, boxA, job)))
            s = {0, *p, *p};
    return s;
}

} // namespace pollux
