#include "plugins/implant/screw_scene.h"

#include "plugins/implant/region_distance.h"

#include <algorithm>
#include <cmath>

namespace pollux::implant {

namespace {

constexpr double kSampling = 0.5; // mm between points of the screw's surface
constexpr double kAxisStep = 0.25;
constexpr double kShell = 1.0; // mm of bone around the screw whose values count
constexpr double kAhead = 60;  // mm that bone is followed beyond the tip

} // namespace

ScrewScene::ScrewScene(const Case& c, const Inputs& inputs, const Vec3& around, double reach, const Job& job)
    : m_image(c.volume(inputs.volume).volume),
      m_bone(distanceAbout(*c.structure(inputs.bone).mask, around, reach, job.part(0, 0.5)))
{
    for (const Id& id : inputs.avoid)
        m_things.push_back({c.structure(id).name, distanceTo(c.structure(id), false, around, reach, job), false});
    for (PlacedNeighbour& p : placedNeighbours(c, inputs.self)) {
        m_things.push_back({p.name, std::move(p.distance), true});
        m_others.push_back(p.body);
    }
}

ScrewMeasures ScrewScene::measure(const BoneScrew& screw, const AxisPose& pose, const ScrewExecution& execution) const
{
    const ExecutionError& error = execution.error;
    ScrewMeasures out;
    // The axis: where it is in bone.
    const auto steps = static_cast<int>(std::ceil(screw.length / kAxisStep));
    int in = 0;
    bool entered = false;
    for (int n = 0; n <= steps; ++n) {
        const double s = screw.length * n / steps;
        if (distanceAt(m_bone, pose.at(s)) >= 0)
            continue;
        ++in;
        if (!entered)
            out.entry = s;
        entered = true;
    }
    out.inBone = double(in) / (steps + 1);
    const double tip = distanceAt(m_bone, pose.at(screw.length));
    if (tip >= 0)
        out.aheadOfTip = -std::min(tip, kThickWall);
    else
        while (out.aheadOfTip < kAhead && distanceAt(m_bone, pose.at(screw.length + out.aheadOfTip)) < 0)
            out.aheadOfTip += kAxisStep;

    const std::vector<SurfaceSample> samples = surfaceSamples(screw.body(), pose, kSampling, -1e9, 1e9);
    const Grid& grid = m_image.grid();
    // Rings of a millimetre: where half of one lies in bone, the screw has entered it.
    const auto rings = static_cast<size_t>(screw.length) + 2;
    std::vector<double> ring(rings), ringIn(rings);
    std::vector<double> depth(samples.size());
    double area = 0, beyond = 0;
    for (size_t n = 0; n < samples.size(); ++n) {
        const SurfaceSample& s = samples[n];
        depth[n] = -distanceAt(m_bone, s.position);
        const Index3 v = grid.nearest(s.position);
        area += s.area;
        beyond += grid.contains(v[0], v[1], v[2]) ? 0 : s.area;
        if (std::fabs(s.normal.dot(pose.direction)) > 0.9)
            continue; // an end
        const auto r = static_cast<size_t>(std::clamp(s.along, 0.0, double(rings - 1)));
        ring[r] += s.area;
        ringIn[r] += depth[n] > 0 ? s.area : 0;
    }
    out.outside = beyond / std::max(area, 1e-9);
    size_t half = 0;
    while (half < rings && !(ring[half] > 0 && ringIn[half] >= ring[half] / 2))
        ++half;
    // An oblique entry leaves the bone's own surface beside the first rings.
    const double from = double(half) + screw.diameter / 2;
    RunningMean values;
    for (size_t n = 0; n < samples.size(); ++n) {
        const SurfaceSample& s = samples[n];
        // Beyond the image nothing is known of the bone; `outside` says how much that is.
        if (s.along >= from && s.normal.dot(pose.direction) > -0.9 && depth[n] > -kFar / 2) {
            const double wall = depth[n] < 0 ? depth[n] : boneAlong(m_bone, s.position, s.normal, kThickWall);
            if (!out.wallKnown || wall < out.wall) {
                out.wall = wall;
                out.wallPlace = s.position;
                out.wallKnown = true;
            }
        }
        if (depth[n] <= 0)
            continue;
        for (double r = 0.25; r <= kShell + 1e-9; r += 0.25) {
            const Vec3 p = s.position + r * s.normal;
            const double v = distanceAt(m_bone, p) < 0 ? m_image.sample(p, std::nan("")) : std::nan("");
            if (std::isfinite(v))
                values.add(v);
        }
    }
    out.densityMean = values.mean();
    out.densitySd = values.sd();
    out.densitySamples = values.count();

    if (error.known())
        out.breach = breachChance(m_bone, screw, pose, error, execution.breach);
    std::vector<double> nearest(rings); // by millimetre along the axis: one chance for each is enough
    for (const Thing& t : m_things) {
        Approach a;
        a.mm = kFar;
        a.name = t.name;
        nearest.assign(rings, kFar);
        for (const SurfaceSample& s : samples) {
            const double mm = t.distance.at(s.position);
            double& least = nearest[static_cast<size_t>(std::clamp(s.along, 0.0, double(rings - 1)))];
            least = std::min(least, mm);
            if (mm < a.mm) {
                a.mm = mm;
                a.onImplant = s.position;
                a.along = s.along;
            }
        }
        if (a.mm >= kFar / 2)
            continue;
        if (!t.implant && error.known()) {
            for (size_t r = 0; r < rings; ++r) {
                const double mean = error.meanAt(double(r) + 0.5, screw.length),
                             sd = error.sdAt(double(r) + 0.5, screw.length);
                if (nearest[r] > mean + 5 * sd + execution.avoid)
                    continue;
                a.chanceOfContact = std::max(a.chanceOfContact, chanceNearer(nearest[r], 0, mean, sd));
                a.chanceBelowLimit = std::max(a.chanceBelowLimit, chanceNearer(nearest[r], execution.avoid, mean, sd));
            }
            if (!out.endangered || a.chanceOfContact > out.endangered->chanceOfContact ||
                (a.chanceOfContact == out.endangered->chanceOfContact && a.mm < out.endangered->mm))
                out.endangered = a;
        }
        std::optional<Approach>& slot = t.implant ? out.implant : out.avoided;
        if (!slot || a.mm < slot->mm)
            slot = a;
    }
    return out;
}

char breachGrade(double breachMm, double b, double c, double d)
{
    return !(breachMm > 0) ? 'A' : breachMm < b ? 'B' : breachMm < c ? 'C' : breachMm < d ? 'D' : 'E';
}

} // namespace pollux::implant
