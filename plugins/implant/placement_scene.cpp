#include "plugins/implant/placement_scene.h"

#include "core/base/error.h"
#include "core/image/box.h"
#include "plugins/implant/region_distance.h"

#include <algorithm>
#include <cmath>

namespace pollux::implant {

namespace {

constexpr double kSampling = 0.4;   // mm between points of the implant's surface
constexpr double kShell = 1.0;      // mm of bone around the implant whose values count
constexpr double kCrestal = 2.0;    // mm
constexpr double kThick = 10;       // mm; more bone than that is told as that
constexpr double kBelowCrest = 1.0; // mm, from where on the plate is measured

} // namespace

PlacementScene::PlacementScene(const Case& c, const Inputs& inputs, const Vec3& around, double reach, const Job& job)
    : m_image(c.volume(inputs.volume).volume)
{
    m_known.include(around - Vec3::Constant(reach));
    m_known.include(around + Vec3::Constant(reach));
    m_bone = distanceAbout(*c.structure(inputs.bone).mask, around, reach, job.part(0, 0.4));
    const auto add = [&](const Id& id, Neighbour::Kind kind) {
        m_neighbours.push_back({{id, c.structure(id).name, kind},
                                distanceTo(c.structure(id), kind == Neighbour::Kind::Canal, around, reach, job)});
    };
    for (const Id& id : inputs.canals)
        add(id, Neighbour::Kind::Canal);
    for (const Id& id : inputs.teeth)
        add(id, Neighbour::Kind::Tooth);
    for (PlacedNeighbour& p : placedNeighbours(c, inputs.self)) {
        m_neighbours.push_back({{p.plan, p.name, Neighbour::Kind::Implant}, std::move(p.distance)});
        m_others.push_back(p.body);
    }
    job.progress(1);
}

bool PlacementScene::covers(const Outline& outline, const AxisPose& pose) const
{
    double radius = 0;
    for (const Outline::Point& p : outline.points)
        radius = std::max(radius, p.radius);
    for (double s : {outline.begin(), outline.end()}) {
        const Vec3 p = pose.at(s);
        if (((p - m_known.min).array() < radius + kShell).any() || ((m_known.max - p).array() < radius + kShell).any())
            return false;
    }
    return true;
}

PlacementMeasures PlacementScene::measure(const DentalImplant& implant, const AxisPose& pose,
                                          const ExecutionError& error, double canalLimit) const
{
    PlacementMeasures out;
    const Outline body = implant.body();
    const std::vector<SurfaceSample> samples = surfaceSamples(body, pose, kSampling, -1e9, 1e9);
    const Grid& grid = m_image.grid();
    double area = 0, inBone = 0, beyond = 0;
    std::vector<double> depth(samples.size());
    // Rings of half a millimetre along the axis: where half of a ring lies in bone, the implant has entered it.
    const double step = 0.5;
    std::vector<double> ring(static_cast<size_t>(implant.length / step) + 2), ringIn(ring.size());
    for (size_t n = 0; n < samples.size(); ++n) {
        const SurfaceSample& s = samples[n];
        const Index3 v = grid.nearest(s.position);
        depth[n] = -distanceAt(m_bone, s.position);
        area += s.area;
        inBone += depth[n] > 0 ? s.area : 0;
        beyond += grid.contains(v[0], v[1], v[2]) ? 0 : s.area;
        const auto r = static_cast<size_t>(std::clamp(s.along / step, 0.0, double(ring.size() - 1)));
        if (std::fabs(s.normal.dot(pose.direction)) < 0.7) {
            ring[r] += s.area;
            ringIn[r] += depth[n] > 0 ? s.area : 0;
        }
    }
    out.engaged = inBone / area;
    out.outside = beyond / area;
    out.crest = implant.length;
    for (size_t r = 0; r < ring.size(); ++r)
        if (ring[r] > 0 && ringIn[r] >= ring[r] / 2) {
            out.crest = double(r) * step;
            break;
        }

    RunningMean all, crestal, apical;
    for (size_t n = 0; n < samples.size(); ++n) {
        const SurfaceSample& s = samples[n];
        const bool top = s.normal.dot(pose.direction) < -0.7;
        const bool side = std::fabs(s.normal.dot(pose.direction)) < 0.7;
        // Beyond the image nothing is known of the bone; `outside` says how much that is.
        if (!top && s.along >= out.crest + kBelowCrest && (side || depth[n] < 0) && depth[n] > -kFar / 2) {
            const double thick = depth[n] < 0 ? depth[n] : boneAlong(m_bone, s.position, s.normal, kThick);
            if (!out.plateKnown || thick < out.plate) {
                out.plate = thick;
                out.platePlace = s.position;
                out.plateKnown = true;
            }
        }
        if (depth[n] <= 0 || top)
            continue;
        for (double r = 0.25; r <= kShell + 1e-9; r += 0.25) {
            const Vec3 p = s.position + r * s.normal;
            const double v = m_image.sample(p, std::nan(""));
            if (!std::isfinite(v))
                continue;
            all.add(v);
            if (s.along < out.crest + kCrestal)
                crestal.add(v);
            if (s.along > implant.length * 2 / 3)
                apical.add(v);
        }
    }
    out.density = {all.mean(), all.sd(), crestal.mean(), apical.mean(), all.count()};

    for (const auto& [neighbour, distance] : m_neighbours) {
        Approach a;
        a.mm = kFar;
        a.name = neighbour.name;
        for (const SurfaceSample& s : samples) {
            const double mm = distance.at(s.position);
            if (mm < a.mm) {
                a.mm = mm;
                a.onImplant = s.position;
                a.along = s.along;
            }
            const double mean = error.meanAt(s.along, implant.length), sd = error.sdAt(s.along, implant.length);
            if (mm > mean + 5 * sd + canalLimit)
                continue;
            a.chanceOfContact = std::max(a.chanceOfContact, chanceNearer(mm, 0, mean, sd));
            a.chanceBelowLimit = std::max(a.chanceBelowLimit, chanceNearer(mm, canalLimit, mean, sd));
        }
        if (a.mm >= kFar / 2)
            continue; // nothing of it within what is known
        std::optional<Approach>& slot = neighbour.kind == Neighbour::Kind::Canal   ? out.canal
                                        : neighbour.kind == Neighbour::Kind::Tooth ? out.tooth
                                                                                   : out.implant;
        if (!slot || a.mm < slot->mm)
            slot = a;
    }
    return out;
}

std::optional<Vec3> firstAxis(const Mask& bone, const Vec3& platform, double length)
{
    const Grid& grid = bone.grid();
    const IndexBox box = common(boxAround(grid, platform, 1.2 * length), bone.box());
    Vec3 sum = Vec3::Zero();
    std::int64_t count = 0;
    for (int k = box.min[2]; k < box.max[2]; ++k)
        for (int j = box.min[1]; j < box.max[1]; ++j)
            for (int i = box.min[0]; i < box.max[0]; ++i)
                if (bone.at(i, j, k)) {
                    const Vec3 d = grid.toPatient(i, j, k) - platform;
                    const double r = d.norm();
                    if (r >= 0.6 * length && r <= 1.2 * length) {
                        sum += d;
                        ++count;
                    }
                }
    if (count == 0 || sum.norm() < 1e-6 * double(count))
        return {};
    return sum.normalized();
}

} // namespace pollux::implant
