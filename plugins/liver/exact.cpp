#include "plugins/liver/exact.h"

#include "core/base/error.h"
#include "plugins/liver/line_runs.h"

#include <algorithm>
#include <numbers>

namespace pollux::liver {

namespace {

double angleBetween(const Vec3& normal, const Vec3& direction)
{
    return std::asin(std::clamp(normal.dot(direction), -1.0, 1.0)) * 180 / std::numbers::pi;
}

/// Where the ray from the target through the entry leaves the body, of all such places the one nearest to the entry.
Vec3 onSkin(const Mask& body, const Vec3& target, const Vec3& entry)
{
    const double length = (entry - target).norm();
    const Vec3 d = (entry - target) / length;
    constexpr double kBeyond = 60; // a point may have been set that far inside the body
    const auto runs =
        withoutNoise(runsInside(body, target, target + d * (length + kBeyond)), kAirGap, length + kBeyond);
    Vec3 best = entry;
    double least = std::numeric_limits<double>::infinity();
    for (const LineRun& run : runs)
        if (run.to < length + kBeyond - 1e-6 && std::abs(run.to - length) < least) {
            least = std::abs(run.to - length);
            best = target + d * run.to;
        }
    return best;
}

void measureZone(const Scene& scene, const PathLimits& limits, const Vec3& inwards, bool obstacles, ExactPath& out)
{
    Burn& burn = out.measures.burn;
    if (obstacles)
        out.burntMl.assign(scene.obstacles.size(), 0);
    if (scene.toCover.empty())
        return;
    const AblationZone device = deviceZone(limits, out.target, inwards);
    burn.scale = scaleToCover(device, scene.toCover);
    out.zone = device.scaled(burn.scale);
    for (size_t n = 0; n < out.burntMl.size(); ++n)
        out.burntMl[n] = volumeInsideMl(out.zone, scene.obstacles[n].mask);
    if (scene.liver.empty())
        return;
    burn.liverMl = volumeInsideMl(out.zone, scene.liver);
    fillShares(burn, volumeInsideMl(out.zone, scene.lesion), scene.toCover.volumeMl());
}

ExactPath measure(const Scene& scene, const PathLimits& limits, const Vec3& target, const Vec3& entry, double within,
                  const Job& job)
{
    if (!((entry - target).norm() > 1e-6))
        throw Error(ErrorCode::BadInput, "Entry and target are the same point.", "Move the entry to the skin.");
    ExactPath out;
    out.target = target;
    out.entry = scene.body.empty() ? entry : onSkin(scene.body, target, entry);
    if (!((out.entry - target).norm() > 1e-6))
        out.entry = entry;
    out.moved = (out.entry - entry).norm();
    PathMeasures& m = out.measures = measureDirection(target, out.entry, limits.table);
    const Vec3 inwards = (target - out.entry) / m.length;
    const Vec3 tip = target + inwards * limits.tipOvershoot;

    if (!scene.body.empty()) {
        if (const Vec3 n = borderNormal(scene.body, out.entry, kNormalSigma); n.squaredNorm() > 0)
            m.skinAngle = angleBetween(n, -inwards);
        if (m.length > kSkinSlack)
            m.air =
                m.length - kSkinSlack - totalLength(runsInside(scene.body, out.entry + inwards * kSkinSlack, target));
    }
    if (!scene.liver.empty()) {
        const auto liver = withoutNoise(runsInside(scene.liver, out.entry, target), kNoise, m.length);
        const auto lesion = runsInside(scene.lesion, out.entry, target);
        const double stop = lesion.empty() ? m.length : lesion.front().from;
        m.crossings = 0;
        m.parenchyma = 0;
        for (const LineRun& run : liver) {
            m.crossings += 1 + (run.to < m.length - kNoise);
            m.parenchyma += std::max(0.0, std::min(run.to, stop) - run.from);
        }
        if (!liver.empty()) {
            m.capsulePoint = out.entry + inwards * liver.front().from;
            if (const Vec3 n = borderNormal(scene.liver, m.capsulePoint, kNormalSigma); n.squaredNorm() > 0)
                m.capsuleAngle = std::abs(angleBetween(n, inwards));
        }
    }
    for (const Mask& mask : scene.minorVessels)
        m.minorVessels += totalLength(runsInside(mask, out.entry, target));

    measureZone(scene, limits, inwards, !std::isfinite(within), out);

    for (size_t n = 0; n < scene.obstacles.size(); ++n) {
        job.checkStop();
        const Obstacle& o = scene.obstacles[n];
        const auto nearest = segmentToMask(o.mask, out.entry, tip, within);
        if (!nearest)
            continue;
        out.distances.push_back({static_cast<int>(n), *nearest});
        const auto kind = static_cast<size_t>(o.kind);
        if (m.obstacle[kind] < 0 || nearest->distance < m.distance[kind]) {
            m.distance[kind] = nearest->distance;
            m.obstacle[kind] = static_cast<int>(n);
        }
    }
    std::stable_sort(out.distances.begin(), out.distances.end(),
                     [](const auto& a, const auto& b) { return a.nearest.distance < b.nearest.distance; });
    return out;
}

} // namespace

ExactPath measureExactly(const Scene& scene, const PathLimits& limits, const Vec3& target, const Vec3& entry,
                         const Job& job)
{
    return measure(scene, limits, target, entry, std::numeric_limits<double>::infinity(), job);
}

ExactPath measureForScore(const Scene& scene, const PathLimits& limits, const Vec3& target, const Vec3& entry,
                          const Job& job)
{
    // From here on a distance breaks no limit and adds no risk: see judge().
    const double margin = std::max({limits.organMargin, limits.boneMargin, limits.vesselMargin});
    return measure(scene, limits, target, entry, std::max(limits.safeDistance, margin + 1), job);
}

} // namespace pollux::liver
