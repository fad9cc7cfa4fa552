#include "core/anatomy/joint_space.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/sentence.h"
#include "core/mesh/locator.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>

namespace pollux {

JointSpace jointSpace(const Surface& from, const Surface& to, double reach, const Job& job)
{
    constexpr size_t kMostPoints = 5'000'000;
    constexpr double kFacing = 0.5; // cosine of 60 degrees
    constexpr double kLowShare = 0.05;
    constexpr float kOnSurface = 0.01F; // mm
    if (from.empty() || to.empty())
        throw Error(ErrorCode::BadInput, "A surface of the joint is empty.", "Make the surfaces of both bones first.");
    if (from.points().size() > kMostPoints || to.points().size() > kMostPoints)
        throw Error(ErrorCode::BadInput, "A surface of the joint has too many points.", "Make it coarser first.");
    if (!(reach >= 0.1 && reach <= 100))
        throw Error(ErrorCode::BadInput, "The reach of a joint space must lie between 0.1 and 100 mm.",
                    "Give another one.");
    const SurfaceLocator locator(to);
    const std::vector<Vec3f> normals = from.pointNormals();
    const std::vector<Vec3f>& points = from.points();
    const bool closed = to.isClosed();
    Box near = to.bounds();
    near.min.array() -= reach;
    near.max.array() += reach;
    JointSpace out;
    out.categories = {term("further than the reach"), term("turns away from the other bone")};
    out.mm.assign(points.size(), 0);
    out.category.assign(points.size(), 1);
    parallelFor(0, std::int64_t(points.size()), 512, [&](std::int64_t first, std::int64_t last) {
        job.checkStop();
        for (auto n = size_t(first); n < size_t(last); ++n) {
            const Vec3 p = points[n].cast<double>();
            if ((p.array() < near.min.array()).any() || (p.array() > near.max.array()).any())
                continue;
            const SurfaceLocator::Hit hit = locator.nearest(p);
            if (closed && locator.contains(p)) {
                out.mm[n] = float(-hit.distance);
                out.category[n] = 0;
            } else if (hit.distance <= reach) {
                const double facing = (hit.point - p).dot(normals[n].cast<double>());
                out.category[n] = hit.distance < 1e-6 || facing >= kFacing * hit.distance ? 0 : 2;
                if (out.category[n] == 0)
                    out.mm[n] = float(hit.distance);
            }
        }
    });
    job.checkStop();
    double sum = 0;
    std::vector<double> area(points.size(), 0);
    for (const Triangle& t : from.triangles()) {
        const Vec3 a = points[t[0]].cast<double>(), b = points[t[1]].cast<double>(), c = points[t[2]].cast<double>();
        const double third = (b - a).cross(c - a).norm() / 6;
        for (const std::uint32_t n : t)
            if (out.category[n] == 0) {
                area[n] += third;
                out.areaMm2 += third;
                sum += third * double(out.mm[n]);
                out.overlapMm2 += out.mm[n] < 0 ? third : 0;
                out.sharedMm2 += out.mm[n] < kOnSurface ? third : 0;
            }
    }
    std::vector<size_t> order;
    for (size_t n = 0; n < points.size(); ++n)
        if (out.category[n] == 0)
            order.push_back(n);
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return out.mm[a] < out.mm[b]; });
    if (!order.empty()) {
        out.leastMm = double(out.mm[order.front()]);
        out.leastPlace = points[order.front()].cast<double>();
    }
    double below = 0;
    for (const size_t n : order)
        if ((below += area[n]) >= kLowShare * out.areaMm2) {
            out.lowMm = double(out.mm[n]);
            break;
        }
    if (out.areaMm2 > 0)
        out.meanMm = sum / out.areaMm2;
    return out;
}

} // namespace pollux
