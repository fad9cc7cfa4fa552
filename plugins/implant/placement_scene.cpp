#include "plugins/implant/placement_scene.h"

#include "core/base/error.h"
#include "core/image/box.h"
#include "core/image/distance.h"

#include <algorithm>
#include <cmath>

namespace pollux::implant {

namespace {

constexpr double kSampling = 0.4;   // mm between points of the implant's surface
constexpr double kFar = 1e6;        // what signedDistance says of an empty mask
constexpr double kShell = 1.0;      // mm of bone around the implant whose values count
constexpr double kCrestal = 2.0;    // mm
constexpr double kThick = 10;       // mm; more bone than that is told as that
constexpr double kBelowCrest = 1.0; // mm, from where on the plate is measured

IndexBox boxAround(const Grid& grid, const Vec3& centre, double reach)
{
    const Vec3 c = grid.toIndex(centre);
    IndexBox box;
    for (size_t a = 0; a < 3; ++a) {
        const auto n = static_cast<Eigen::Index>(a);
        const double half = reach / grid.spacing[n];
        box.min[a] = static_cast<int>(std::clamp(std::floor(c[n] - half), 0.0, double(grid.size[a])));
        box.max[a] = static_cast<int>(std::clamp(std::ceil(c[n] + half) + 1, 0.0, double(grid.size[a])));
    }
    return box;
}

/// Signed distance of a mask about a place; of the mask cut to somewhat more than that, so no more is computed.
Volume distanceAbout(const Mask& mask, const Vec3& centre, double reach, const Job& job)
{
    const IndexBox box = boxAround(mask.grid(), centre, reach);
    if (box.empty())
        return {};
    return signedDistance(mask, box, job);
}

double sampled(const Volume& field, const Vec3& p)
{
    return field.empty() ? kFar : field.sample(p, kFar);
}

double toTube(const std::vector<TreeNode>& nodes, const Vec3& p)
{
    double best = kFar;
    for (const TreeNode& n : nodes) {
        const TreeNode& from = n.parent >= 0 ? nodes[static_cast<size_t>(n.parent)] : n;
        const Vec3 d = n.position - from.position;
        const double l2 = d.squaredNorm();
        const double t = l2 > 0 ? std::clamp((p - from.position).dot(d) / l2, 0.0, 1.0) : 0;
        const double r = from.radius + t * (n.radius - from.radius);
        best = std::min(best, (p - from.position - t * d).norm() - r);
    }
    return best;
}

/// Bone from a place within it along a direction to its surface, mm, at most kThick: by steps of the distance that is
/// known to be free.
double thickness(const Volume& bone, const Vec3& from, const Vec3& direction)
{
    double t = 0;
    while (t < kThick) {
        const double d = -sampled(bone, from + t * direction);
        if (d <= 0)
            break;
        t += std::max(d, 0.05);
    }
    return std::min(t, kThick);
}

struct Mean
{
    double sum = 0, squares = 0;
    size_t n = 0;
    void add(double v)
    {
        sum += v;
        squares += v * v;
        ++n;
    }
    double mean() const { return n > 0 ? sum / double(n) : 0; }
    double sd() const
    {
        return n > 1 ? std::sqrt(std::max(0.0, (squares - sum * sum / double(n)) / double(n - 1))) : 0;
    }
};

} // namespace

double PlacementScene::Distance::at(const Vec3& p) const
{
    if (outline)
        return signedDistance(*outline, pose, p);
    if (!tube.empty())
        return toTube(tube, p);
    return sampled(field, p);
}

PlacementScene::PlacementScene(const Case& c, const Inputs& inputs, const Vec3& around, double reach, const Job& job)
    : m_image(c.volume(inputs.volume).volume)
{
    m_known.include(around - Vec3::Constant(reach));
    m_known.include(around + Vec3::Constant(reach));
    m_bone = distanceAbout(*c.structure(inputs.bone).mask, around, reach, job.part(0, 0.4));
    const auto add = [&](const Id& id, Neighbour::Kind kind) {
        const Structure& s = c.structure(id);
        Distance d;
        d.neighbour = {id, s.name, kind};
        if (s.tree && !s.tree->empty() && kind == Neighbour::Kind::Canal)
            d.tube = s.tree->nodes;
        else if (s.mask)
            d.field = distanceAbout(*s.mask, around, reach, job);
        m_neighbours.push_back(std::move(d));
    };
    for (const Id& id : inputs.canals)
        add(id, Neighbour::Kind::Canal);
    for (const Id& id : inputs.teeth)
        add(id, Neighbour::Kind::Tooth);
    for (const auto& [id, plan] : c.plans) {
        if (id == inputs.self)
            continue;
        if (const auto placed = placedImplant(*plan)) {
            Distance d;
            d.neighbour = {id, plan->name, Neighbour::Kind::Implant};
            d.outline = placed->implant.body();
            d.pose = placed->pose;
            m_neighbours.push_back(std::move(d));
            m_others.push_back(id);
        }
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
        depth[n] = -sampled(m_bone, s.position);
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

    Mean all, crestal, apical;
    for (size_t n = 0; n < samples.size(); ++n) {
        const SurfaceSample& s = samples[n];
        const bool top = s.normal.dot(pose.direction) < -0.7;
        const bool side = std::fabs(s.normal.dot(pose.direction)) < 0.7;
        if (!top && s.along >= out.crest + kBelowCrest && (side || depth[n] < 0)) {
            const double thick = depth[n] < 0 ? depth[n] : thickness(m_bone, s.position, s.normal);
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
    out.density = {all.mean(), all.sd(), crestal.mean(), apical.mean(), all.n};

    for (const Distance& d : m_neighbours) {
        Approach a;
        a.mm = kFar;
        a.name = d.neighbour.name;
        for (const SurfaceSample& s : samples) {
            const double mm = d.at(s.position);
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
        std::optional<Approach>& slot = d.neighbour.kind == Neighbour::Kind::Canal   ? out.canal
                                        : d.neighbour.kind == Neighbour::Kind::Tooth ? out.tooth
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
