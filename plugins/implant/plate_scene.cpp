#include "plugins/implant/plate_scene.h"

#include "core/base/error.h"
#include "core/image/box.h"
#include "core/image/distance.h"
#include "core/image/morphology.h"
#include "plugins/implant/component_distance.h"
#include "plugins/implant/region_distance.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux::implant {

namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kReach = 40;    // mm about the axis that are known
constexpr double kBeyond = 35;   // mm about the bone: points are looked for as far
constexpr double kBeside = 15;   // mm about what it keeps away from
constexpr double kLook = 1.5;    // mm between places of the base while the roll is looked for
constexpr double kFine = 0.5;    // mm between places of the base that are measured
constexpr double kSurface = 1.0; // mm between places of the plate's surface
constexpr double kMostRoll = 60; // degrees
constexpr double kRollStep = 5;  // degrees
constexpr double kLeast = 0.02;  // mm, step of a ray at a surface
constexpr double kMost = 2;      // mm, step of a ray where little is known
constexpr double kClimb = 60;    // mm that a ray looks for the way out of the bone
constexpr double kMarch = 0.1;   // mm along a hole's axis
constexpr double kPore = 1;      // mm without bone that are no marrow
constexpr double kThrough = 200; // mm along a hole's axis
constexpr double kHead = 1;      // mm of a screw's head beyond the hole and above the plate

IndexBox boxBetween(const Grid& grid, const Vec3& from, const Vec3& to)
{
    return hull(boxAround(grid, from, kReach), boxAround(grid, to, kReach));
}

Volume fieldIn(const Mask& mask, const IndexBox& about, double beside, const Job& job)
{
    const IndexBox box = common(about, grownBy(mask.box(), mask.grid(), beside));
    return box.empty() || mask.empty() ? Volume() : pollux::signedDistance(mask, box, job);
}

/// Parts of the mask in a box that are smaller than `ml`; not those that the box cuts: they may be larger.
Mask specksOf(const Mask& mask, const IndexBox& about, double ml, const Job& job)
{
    const Grid& grid = mask.grid();
    const IndexBox box = common(about, mask.box());
    if (box.empty() || !(ml > 0))
        return {};
    const Mask near(grid, box, mask.in(box));
    std::vector<std::uint8_t> specks(static_cast<size_t>(box.voxels()));
    const std::vector<Mask> parts = components(near, 1, 100000, job); // largest first: it is never a speck
    for (size_t n = 1; n < parts.size(); ++n) {
        const Mask& part = parts[n];
        const IndexBox b = part.box();
        bool cut = false;
        for (size_t a = 0; a < 3; ++a)
            cut = cut || (b.min[a] == about.min[a] && b.min[a] > 0) ||
                  (b.max[a] == about.max[a] && b.max[a] < grid.size[a]);
        if (cut || part.volumeMl() >= ml)
            continue;
        for (int k = b.min[2]; k < b.max[2]; ++k)
            for (int j = b.min[1]; j < b.max[1]; ++j)
                for (int i = b.min[0]; i < b.max[0]; ++i)
                    if (part.at(i, j, k))
                        specks[static_cast<size_t>((std::int64_t(k - box.min[2]) * box.size(1) + j - box.min[1]) *
                                                       box.size(0) +
                                                   i - box.min[0])] = 1;
    }
    return Mask(grid, box, specks);
}

/// Middles of equal cells of the base, (x, z).
std::vector<Vec2> basePlaces(const FlatComponent& plate, double spacing)
{
    const Rings base{plate.outline()};
    const int nx = std::max(1, static_cast<int>(std::ceil(plate.depth / spacing))),
              nz = std::max(1, static_cast<int>(std::ceil(plate.width / spacing)));
    std::vector<Vec2> out;
    for (int i = 0; i < nx; ++i)
        for (int k = 0; k < nz; ++k) {
            const Vec2 q(plate.depth * ((i + 0.5) / nx - 0.5), plate.width * ((k + 0.5) / nz - 0.5));
            if (contains(base, q))
                out.push_back(q);
        }
    return out;
}

/// Where a ray lies in bone, from and to in mm along it. Ends behind the first stretch after which no bone comes within
/// `marrow`; empty: none begins within `first`.
std::vector<std::pair<double, double>> boneRuns(const Mask& mask, const Vec3& from, const Vec3& direction, double first,
                                                double marrow)
{
    std::vector<std::pair<double, double>> out;
    double before = shareSet(mask, from);
    bool in = before >= 0.5;
    if (in)
        out.emplace_back(0, 0);
    for (double s = kMarch; s <= kThrough; s += kMarch) {
        const double here = shareSet(mask, from + s * direction);
        const double cross = s - (here != before ? kMarch * (here - 0.5) / (here - before) : 0);
        if (!in && here >= 0.5) {
            if (out.empty() || cross - out.back().second > kPore)
                out.emplace_back(cross, cross);
            in = true;
        } else if (in && here < 0.5) {
            out.back().second = cross;
            in = false;
        }
        before = here;
        if (!in && (out.empty() ? s > first : s - out.back().second > marrow))
            break;
    }
    if (in)
        out.back().second = kThrough;
    return out;
}

BodyPose turned(const BodyPose& pose, double degrees)
{
    BodyPose out = pose;
    out.axes = Eigen::AngleAxisd(degrees * kPi / 180, Vec3(pose.axes.col(0))).toRotationMatrix() * pose.axes;
    return out;
}

/// Of no maker: a head that the hole holds, the thread's measures by its diameter.
BoneScrew plateScrew(double diameter, double length, double hole)
{
    BoneScrew s;
    s.diameter = diameter;
    s.length = s.threadLength = length;
    s.threadPitch = std::clamp(0.35 * diameter, 0.4, 6.0);
    s.threadDepth = 0.15 * diameter;
    s.headDiameter = std::max(hole, diameter) + kHead;
    s.headHeight = kHead;
    return s;
}

bool canBeMade(const BoneScrew& s)
{
    try {
        s.check();
    } catch (const Error&) {
        return false;
    }
    return true;
}

} // namespace

PlateScene::PlateScene(const Case& c, const Inputs& inputs, const Vec3& from, const Vec3& to, const Job& job)
    : m_mask(*c.structure(inputs.bone).mask)
{
    const IndexBox about = boxBetween(m_mask.grid(), from, to);
    if (const Mask specks = specksOf(m_mask, about, inputs.speck, job.part(0, 0.2)); !specks.empty()) {
        m_specks = specks.volumeMl();
        m_mask = subtract(m_mask, specks);
    }
    m_bone = fieldIn(m_mask, about, kBeyond, job.part(0.2, 0.7));
    for (const Id& id : inputs.avoid) {
        const Structure& s = c.structure(id);
        ComponentNeighbour n;
        n.name = s.name;
        n.from = {id};
        if (s.mask)
            n.distance.field = fieldIn(*s.mask, boxBetween(s.mask->grid(), from, to), kBeside, job.part(0.7, 1));
        else if (s.tree)
            n.distance.tube = s.tree->nodes;
        m_things.push_back(std::move(n));
    }
    for (PlacedNeighbour& p : placedNeighbours(c, inputs.self))
        m_things.push_back({std::move(p.name), true, {p.body}, std::move(p.distance)});
    job.progress(1);
}

Vec3 PlateScene::slope(const Vec3& p) const
{
    const double h = 0.75 * m_mask.grid().spacing.maxCoeff();
    Vec3 out;
    for (int a = 0; a < 3; ++a) {
        const Vec3 d = h * Vec3::Unit(a);
        const double up = distanceAt(m_bone, p + d), down = distanceAt(m_bone, p - d);
        if (up > kFar / 2 || down > kFar / 2)
            return Vec3::Zero();
        out[a] = (up - down) / (2 * h);
    }
    return out;
}

std::optional<Vec3> PlateScene::onSurface(const Vec3& p) const
{
    if (distanceAt(m_bone, p) > kFar / 2)
        return {};
    Vec3 q = p;
    for (int n = 0; n < 40; ++n) {
        const double d = distanceAt(m_bone, q);
        if (d > kFar / 2)
            break;
        if (std::fabs(d) < 0.01)
            return q;
        const Vec3 s = slope(q);
        if (s.norm() < 0.3)
            break; // amid the bone, or amid what surrounds it
        q -= d * s.normalized();
    }
    // By rays all around (a spiral on the sphere): the shortest.
    const bool inside = distanceAt(m_bone, p) < 0;
    double best = kClimb;
    std::optional<Vec3> out;
    constexpr int kRays = 400;
    for (int n = 0; n < kRays; ++n) {
        const double z = 1 - 2 * (n + 0.5) / kRays, turn = kPi * (1 + std::sqrt(5.0)) * n;
        const Vec3 u(std::sqrt(1 - z * z) * std::cos(turn), std::sqrt(1 - z * z) * std::sin(turn), z);
        for (double t = 0; t < best;) {
            const double d = distanceAt(m_bone, p + t * u);
            if (d > kFar / 2)
                break;
            if ((d < 0) != inside) {
                best = t;
                out = p + t * u;
                break;
            }
            t += std::max(std::fabs(d), kLeast);
        }
    }
    return out;
}

std::optional<double> PlateScene::heightAt(const BodyPose& pose, const Vec2& at, double start) const
{
    const auto distance = [&](double y) { return distanceAt(m_bone, pose.toPatient(Vec3(at.x(), y, at.y()))); };
    double y = start, now = distance(y), last = y, before = now;
    if (now < 0) { // out of the bone upwards
        while (now < 0 && y < start + kClimb) {
            last = y;
            before = now;
            y += std::max(-now, kLeast);
            now = distance(y);
        }
        return now < 0 || now > kFar / 2 ? y : last + (y - last) * before / (before - now);
    }
    while (y > -kUnderPlate) {
        last = y;
        before = now;
        y -= std::clamp(now, kLeast, kMost);
        now = distance(y);
        if (now < 0)
            return before > kFar / 2 ? y : y + (last - y) * now / (now - before);
    }
    return {};
}

PlateFit PlateScene::fit(const FlatComponent& plate, const Vec3& from, const Vec3& to, double roll,
                         double standoff) const
{
    PlateFit out;
    const auto a = onSurface(from), b = onSurface(to);
    if (!a || !b)
        throw Error(ErrorCode::BadInput, "No bone lies near the plate's points.", "Set both on the bone's surface.");
    out.from = *a;
    out.to = *b;
    out.fromOff = (*a - from).norm();
    out.toOff = (*b - to).norm();
    Vec3 along = *b - *a;
    if (along.norm() < 0.5 * (to - from).norm())
        along = to - from; // both came out at the same place
    const Vec3 x = along.normalized();
    const auto across = [&](const Vec3& v) { return Vec3(v - x * x.dot(v)); };
    Vec3 normal = Vec3::Zero();
    constexpr int kPlaces = 32;
    for (int n = 0; n <= kPlaces; ++n)
        normal += slope((*a + *b) / 2 + (n / double(kPlaces) - 0.5) * along) / (kPlaces + 1);
    if (across(normal).norm() < 0.1)
        normal = slope(*a) + slope(*b);
    const Vec3 y = across(normal).norm() > 0.05 ? Vec3(across(normal).normalized()) : acrossOf(x);
    BodyPose level;
    level.origin = (*a + *b) / 2;
    level.axes.col(0) = x;
    level.axes.col(1) = y;
    level.axes.col(2) = x.cross(y);

    // How far it must be moved out, and the mean gap then.
    const auto lie = [&](double degrees, const std::vector<Vec2>& places) {
        const BodyPose pose = turned(level, degrees);
        double most = -kUnderPlate, sum = 0;
        size_t met = 0;
        for (const Vec2& q : places)
            if (const auto h = heightAt(pose, q, plate.thickness)) {
                most = std::max(most, *h);
                sum += *h;
                ++met;
            }
        if (met == 0)
            return std::pair(0.0, kUnderPlate);
        const double n = double(places.size());
        return std::pair(most, (double(met) * most - sum + (n - double(met)) * kUnderPlate) / n);
    };
    const std::vector<Vec2> coarse = basePlaces(plate, kLook);
    const auto cost = [&](double degrees) {
        return lie(degrees, coarse).second + 1e-6 * std::fabs(degrees); // the same on both sides: the nearest
    };
    double best = cost(0);
    const auto look = [&](double degrees) {
        if (std::fabs(degrees) > kMostRoll)
            return;
        if (const double c = cost(degrees); c < best) {
            best = c;
            out.roll = degrees;
        }
    };
    for (double r = kRollStep; r <= kMostRoll; r += kRollStep) {
        look(r);
        look(-r);
    }
    for (double step = kRollStep / 2; step > 0.2; step /= 2) {
        const double at = out.roll;
        look(at - step);
        look(at + step);
    }
    out.roll += roll;
    std::vector<Vec2> fine = basePlaces(plate, kFine);
    for (const Vec2& q : sampled(plate.outline(), kFine))
        fine.push_back(q);
    out.pose = turned(level, out.roll);
    out.pose.origin += (lie(out.roll, fine).first + standoff) * out.pose.axes.col(1);
    return out;
}

PlateHole PlateScene::hole(const FlatComponent& plate, const BodyPose& pose, const Vec2& at,
                           const PlateRules& rules) const
{
    PlateHole out;
    out.place = pose.toPatient(Vec3(at.x(), 0, at.y()));
    const Vec3 top = pose.toPatient(Vec3(at.x(), plate.thickness, at.y()));
    out.bone = boneRuns(m_mask, top, -pose.axes.col(1), plate.thickness + kUnderPlate, rules.marrow);
    for (auto& [from, to] : out.bone) {
        from -= plate.thickness;
        to -= plate.thickness;
    }
    constexpr int kRim = 8;
    int met = out.onBone(rules.hole) ? 1 : 0;
    for (int n = 0; n < kRim; ++n) {
        const double turn = 2 * kPi * n / kRim;
        const auto h =
            heightAt(pose, at + plate.holeDiameter / 2 * Vec2(std::cos(turn), std::sin(turn)), plate.thickness);
        met += h && -*h <= rules.hole ? 1 : 0;
    }
    out.rim = met / double(kRim + 1);
    if (!out.bone.empty()) {
        const auto [from, to] = out.bone.front();
        out.filled = to - from > rules.oneCortex;
        out.oneCortex = out.filled ? from + rules.oneCortex : to;
    }
    return out;
}

std::optional<Approach> PlateScene::nearest(const std::vector<Vec3>& places, bool implants) const
{
    std::optional<Approach> out;
    for (const ComponentNeighbour& thing : m_things) {
        if (thing.implant != implants)
            continue;
        for (const Vec3& p : places)
            if (const double mm = thing.at(p); mm < (out ? out->mm : kFar / 2)) {
                out.emplace();
                out->mm = mm;
                out->onImplant = p;
                out->name = thing.name;
            }
    }
    return out;
}

PlateScrew PlateScene::screw(const FlatComponent& plate, const BodyPose& pose, const PlateHole& hole,
                             const BoneScrew& s) const
{
    PlateScrew out;
    out.screw = s;
    out.pose = {hole.place + plate.thickness * pose.axes.col(1), -pose.axes.col(1)};
    const double radius = s.diameter / 2, end = s.length - plate.thickness;
    const Vec3 &u = pose.axes.col(0), &v = pose.axes.col(2);
    for (const auto& [entry, exit] : hole.bone) {
        double from = entry + radius, to = std::min(exit, end) - radius;
        if (from > to)
            from = to = (entry + std::min(exit, end)) / 2;
        if (entry >= end)
            break;
        for (double t = from; t <= to + 1e-9; t += kFine)
            for (int n = 0; n < 24; ++n) {
                const double turn = kPi * n / 12;
                const Vec3 d = std::cos(turn) * u + std::sin(turn) * v;
                const Vec3 p = hole.place - t * pose.axes.col(1) + radius * d;
                const double depth = -distanceAt(m_bone, p);
                if (depth < -kFar / 2)
                    continue; // not known there
                const double bone = depth < 0 ? depth : boneAlong(m_bone, p, d, kBesidePlateScrew);
                if (!out.beside || bone < *out.beside) {
                    out.beside = bone;
                    out.besidePlace = p;
                }
            }
    }
    std::vector<Vec3> places;
    for (const SurfaceSample& q : surfaceSamples(s.whole(), out.pose, kFine, -1e9, 1e9))
        places.push_back(q.position);
    out.avoided = nearest(places, false);
    out.implant = nearest(places, true);
    return out;
}

PlateMeasures PlateScene::measure(const FlatComponent& plate, const BodyPose& pose, const PlateRules& rules) const
{
    PlateMeasures out;
    PlateGap& gap = out.gap;
    const std::vector<Vec2> base = basePlaces(plate, kFine);
    RunningMean all;
    std::array<RunningMean, 3> thirds;
    size_t contact = 0;
    for (const Vec2& q : base) {
        const auto h = heightAt(pose, q, plate.thickness);
        if (!h)
            continue;
        if (all.count() == 0 || -*h > gap.greatest) {
            gap.greatest = -*h;
            gap.greatestPlace = pose.toPatient(Vec3(q.x(), 0, q.y()));
        }
        all.add(-*h);
        thirds[static_cast<size_t>(std::clamp(3 * (q.x() / plate.depth + 0.5), 0.0, 2.0))].add(-*h);
        contact += -*h <= rules.contact ? 1 : 0;
    }
    gap.mean = all.mean();
    gap.contact = double(contact) / double(base.size());
    gap.overBone = double(all.count()) / double(base.size());
    for (size_t n = 0; n < 3; ++n)
        if (thirds[n].count() > 0)
            gap.thirds[n] = thirds[n].mean();

    std::vector<Vec3> places = surfacePlaces(plate, kSurface);
    for (Vec3& p : places) {
        p = pose.toPatient(p);
        if (const double depth = -distanceAt(m_bone, p); depth > out.overlap) {
            out.overlap = depth;
            out.overlapPlace = p;
        }
    }
    out.avoided = nearest(places, false);
    out.implant = nearest(places, true);
    for (const Vec2& q : plate.holePlaces()) {
        out.holes.push_back(hole(plate, pose, q, rules));
        const PlateHole& h = out.holes.back();
        if (rules.screws == PlateScrews::None || !h.onBone(rules.hole))
            continue;
        const double end = rules.screws == PlateScrews::OneCortex ? h.oneCortex : h.bothCortices();
        const BoneScrew s = plateScrew(rules.screwDiameter, plate.thickness + end, plate.holeDiameter);
        if (!canBeMade(s)) {
            out.unmade.push_back(out.holes.size() - 1);
            continue;
        }
        out.screws.push_back(screw(plate, pose, h, s));
        out.screws.back().hole = out.holes.size() - 1;
        for (double t = 0; t <= s.length; t += kFine)
            places.push_back(out.screws.back().pose.at(t));
    }
    const Grid& grid = m_mask.grid();
    const auto beyond = std::count_if(places.begin(), places.end(), [&](const Vec3& p) {
        const Index3 v = grid.nearest(p);
        return !grid.contains(v[0], v[1], v[2]);
    });
    out.outside = double(beyond) / double(places.size());
    return out;
}

} // namespace pollux::implant
