#include "core/mesh/wall_thickness.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/mesh/locator.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

constexpr double kFacing = -0.5; // cosine between the normals of the two sides: they meet at less than 60 degrees
constexpr double kSkin = 1e-4;   // mm inside the surface, where a ray begins

struct Sample
{
    double thickness = -1; ///< below 0: no wall
    double area = 0;
    Vec3 place;
};

double atShare(const std::vector<Sample>& sorted, double area, double share)
{
    double sum = 0;
    for (const Sample& s : sorted) {
        sum += s.area;
        if (sum >= share * area)
            return s.thickness;
    }
    return sorted.back().thickness;
}

} // namespace

std::optional<WallThickness> wallThickness(const Surface& body, double most, double limit, const Job& job,
                                           std::size_t samples)
{
    if (body.empty() || !body.isClosed() || !(most > 0) || samples == 0)
        throw Error(ErrorCode::BadInput, "The thickness of walls can be told of a closed surface only.",
                    "Make a closed surface first.");
    const SurfaceLocator locator(body);
    const auto& points = body.points();
    const auto& triangles = body.triangles();
    const double sliver = 0.01 * body.areaMm2() / double(triangles.size());
    const std::size_t step = (triangles.size() + samples - 1) / samples, count = (triangles.size() + step - 1) / step;
    std::vector<Sample> all(count);
    parallelFor(0, static_cast<std::int64_t>(count), 256, [&](std::int64_t first, std::int64_t last) {
        job.checkStop();
        for (auto n = static_cast<std::size_t>(first); n < static_cast<std::size_t>(last); ++n) {
            const Triangle& t = triangles[n * step];
            const Vec3 a = points[t[0]].cast<double>(), b = points[t[1]].cast<double>(),
                       c = points[t[2]].cast<double>();
            const Vec3 across = (b - a).cross(c - a);
            const double area = across.norm() / 2;
            if (area < sliver || area <= 0)
                continue;
            const Vec3 normal = across / (2 * area), middle = (a + b + c) / 3;
            Sample& s = all[n];
            s.area = area;
            s.place = middle;
            const auto hit = locator.firstHit(middle - kSkin * normal, middle - most * normal);
            if (hit && hit->normal.dot(normal) < kFacing)
                s.thickness = hit->distance + kSkin;
        }
    });
    double total = 0, walls = 0, thin = 0;
    for (const Sample& s : all) {
        total += s.area;
        walls += s.thickness >= 0 ? s.area : 0;
        thin += s.thickness >= 0 && s.thickness < limit ? s.area : 0;
    }
    std::erase_if(all, [](const Sample& s) { return s.thickness < 0; });
    if (all.empty())
        return {};
    std::stable_sort(all.begin(), all.end(),
                     [](const Sample& a, const Sample& b) { return a.thickness < b.thickness; });
    WallThickness out;
    out.least = all.front().thickness;
    out.place = all.front().place;
    out.percentile1 = atShare(all, walls, 0.01);
    out.median = atShare(all, walls, 0.5);
    out.share = total > 0 ? walls / total : 0;
    // The samples stand for the whole surface.
    out.thinMm2 = total > 0 ? thin / total * body.areaMm2() : 0;
    return out;
}

} // namespace pollux
