#include "plugins/liver/zone_candidates.h"

#include "plugins/liver/planner.h"

#include <algorithm>
#include <cmath>

namespace pollux::liver {

namespace {

constexpr size_t kMostTargets = 80;
constexpr size_t kMostPlaces = 4000;

/// f(i, j, k) for each voxel of the mask.
template <class F>
void eachVoxel(const Mask& mask, F&& f)
{
    const IndexBox& box = mask.box();
    const std::vector<std::uint8_t> voxels = mask.in(box);
    size_t n = 0;
    for (int k = box.min[2]; k < box.max[2]; ++k)
        for (int j = box.min[1]; j < box.max[1]; ++j)
            for (int i = box.min[0]; i < box.max[0]; ++i, ++n)
                if (voxels[n])
                    f(i, j, k);
}

std::vector<Vec3> lattice(const Mask& within, double spacing)
{
    Box box;
    eachVoxel(within, [&](int i, int j, int k) { box.include(within.grid().toPatient(i, j, k)); });
    const double pad = 0.5 * within.grid().spacing.maxCoeff(); // voxels reach beyond their centres
    box.min.array() -= pad;
    box.max.array() += pad;
    std::vector<Vec3> out;
    const Vec3 centre = box.centre();
    const Vec3 half = 0.5 * box.extent();
    const auto steps = [&](int axis) { return static_cast<int>(std::floor(half[axis] / spacing)); };
    for (int k = -steps(2); k <= steps(2); ++k)
        for (int j = -steps(1); j <= steps(1); ++j)
            for (int i = -steps(0); i <= steps(0); ++i)
                if (const Vec3 p = centre + spacing * Vec3(i, j, k); within.contains(p))
                    out.push_back(p);
    return out;
}

} // namespace

const Mask& toHeat(const Scene& scene)
{
    return scene.toCover.empty() ? scene.lesion : scene.toCover;
}

std::vector<ZoneCandidate> zoneCandidates(const PathEvaluator& evaluator, const CandidateOptions& options,
                                          const Job& job)
{
    const Scene& scene = evaluator.scene();
    const Mask& within = toHeat(scene);
    double spacing = options.spacing;
    std::vector<Vec3> targets = lattice(within, spacing);
    while (targets.size() > kMostTargets)
        targets = lattice(within, spacing *= 1.15);
    targets.insert(targets.begin(), scene.target);
    std::vector<ZoneCandidate> out;
    int line = 0;
    for (size_t t = 0; t < targets.size(); ++t) {
        const Job part = job.part(double(t) / double(targets.size()), double(t + 1) / double(targets.size()));
        const SkinScan scan = scanSkin(evaluator, targets[t], part);
        const std::vector<std::uint32_t> front = frontOf(scan, evaluator.weights());
        if (front.empty())
            continue;
        const Vec3 entry = evaluator.entries().points[front.front()];
        const Vec3 inwards = (targets[t] - entry).normalized();
        const auto add = [&](const Vec3& target) {
            const AblationZone zone = deviceZone(evaluator.limits(), target, inwards);
            if (zone.along > 0 && zone.across > 0)
                out.push_back({target, entry, line, zone});
        };
        add(targets[t]);
        if (options.pullBack)
            for (Vec3 p = targets[t] - spacing * inwards; within.contains(p); p -= spacing * inwards)
                if (evaluator.evaluate(p, entry).feasible())
                    add(p);
        ++line;
    }
    return out;
}

NeedleAxis ZoneCandidate::axis(double tipOvershoot) const
{
    return {entry, target + tipOvershoot * (target - entry).normalized()};
}

std::vector<NeedleAxis> needlesOf(const std::vector<ZoneCandidate>& candidates, double tipOvershoot)
{
    std::vector<NeedleAxis> out;
    std::vector<double> depth;
    for (const ZoneCandidate& c : candidates) {
        const auto line = size_t(c.line);
        if (line >= out.size()) {
            out.resize(line + 1);
            depth.resize(line + 1, -1);
        }
        const Vec3 way = c.target - c.entry;
        if (way.norm() <= depth[line])
            continue;
        depth[line] = way.norm();
        out[line] = c.axis(tipOvershoot);
    }
    return out;
}

std::vector<std::pair<int, int>> linesTooNear(const std::vector<NeedleAxis>& needles, double apart)
{
    std::vector<std::pair<int, int>> out;
    if (apart > 0)
        for (size_t i = 0; i < needles.size(); ++i)
            for (size_t j = i + 1; j < needles.size(); ++j)
                if (gapBetween(needles[i], needles[j]).mm < apart)
                    out.emplace_back(int(i), int(j));
    return out;
}

std::vector<Vec3> placesToHeat(const Mask& mask, double& between)
{
    constexpr double kLeast = 0.5; // mm: closer says no more of the body
    const double h = std::max(kLeast, std::cbrt(1000 * mask.volumeMl() / double(kMostPlaces)));
    between = 0.5 * h;
    return lattice(mask, h);
}

std::vector<CoverCandidate> covers(const std::vector<ZoneCandidate>& candidates, const std::vector<Vec3>& places,
                                   double between, const Scene& scene)
{
    std::vector<CoverCandidate> out;
    for (const ZoneCandidate& c : candidates) {
        CoverCandidate cover;
        cover.line = c.line;
        cover.covers.assign((places.size() + 63) / 64, 0);
        AblationZone zone = c.zone;
        zone.along = std::max(1e-3, zone.along - between);
        zone.across = std::max(1e-3, zone.across - between);
        for (size_t n = 0; n < places.size(); ++n)
            if (zone.scaleTo(places[n]) <= 1)
                cover.covers[n / 64] |= std::uint64_t(1) << (n % 64);
        if (!scene.liver.empty())
            cover.cost = std::max(0.0, volumeInsideMl(c.zone, scene.liver) - volumeInsideMl(c.zone, toHeat(scene)));
        out.push_back(std::move(cover));
    }
    return out;
}

} // namespace pollux::liver
