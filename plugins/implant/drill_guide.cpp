#include "plugins/implant/drill_guide.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/image/euclidean.h"
#include "core/mesh/level_surface.h"
#include "core/mesh/locator.h"
#include "core/mesh/shells.h"
#include "core/solid/revolved.h"
#include "plugins/implant/support_field.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux::implant {

namespace {

constexpr std::int64_t kMostVoxels = 16'000'000;
constexpr double kMostWall = 12; // mm, what is thicker is no wall
constexpr double kBelow = 2;     // mm below the platform, where the hole ends

void checkSettings(const GuideSettings& s)
{
    const auto within = [](double v, double low, double high) { return v >= low && v <= high; };
    if (!within(s.sleeveInner, 0.5, 20) || !within(s.sleeveOuter, s.sleeveInner, 20) ||
        !within(s.sleeveHeight, 0.5, 30) || !within(s.sleeveOffset, 0, 30) || !within(s.holder, 0.2, 20) ||
        !within(s.collar, 0, 20) || !within(s.intaglio, 0, 2) || !within(s.thickness, 0.5, 10) ||
        !within(s.wall, 0, 10) || !within(s.margin, 0.5, 40) || !within(s.reach, 2, 80) || !within(s.edge, 0.1, 1))
        throw Error(ErrorCode::BadInput, "These measures make no guide.",
                    "The sleeve must be wider outside than inside, and every length above 0.");
    const OpeningSettings& o = s.openings;
    if (!within(o.pinHole, 0.5, 5) || !within(o.pinGuided, 0.5, 20) || !within(o.pinWall, 0.2, 10) ||
        !within(o.pinLength, o.pinGuided + 1, 60) || !within(o.window, 0.5, 20))
        throw Error(ErrorCode::BadInput, "These measures make no pin or window.",
                    "A pin must be longer than the tube that guides it, and every length above 0.");
}

/// What pins point at unless it is given: the middle of teeth, of bone without teeth, of the scan.
Vec3 middleOfSeat(const GuideInputs& in)
{
    Vec3 sum = Vec3::Zero();
    double weight = 0;
    for (const Vec3f& p : in.scan.points()) {
        sum += p.cast<double>();
        weight += 1;
    }
    for (const auto* masks : {&in.teeth, &in.bones})
        for (const Mask& m : *masks)
            if (in.scan.empty() && !m.empty() && (masks == &in.teeth || weight == 0 || in.teeth.empty())) {
                sum += double(m.count()) * m.centroid();
                weight += double(m.count());
            }
    if (!(weight > 0))
        throw Error(ErrorCode::BadInput, "There is nothing that the guide could sit on.",
                    "Segment the teeth or the jaw, or give a scan.");
    return sum / weight;
}

std::vector<GuidePin> pinsOf(const GuideInputs& in, const GuideSeat& seat)
{
    std::vector<GuidePin> out;
    for (const Vec3& place : in.pins) {
        Vec3 d = (in.aim ? *in.aim : middleOfSeat(in)) - place;
        if (!in.aim)
            d -= d.dot(seat.up) * seat.up;
        if (!(d.norm() > 1))
            throw Error(ErrorCode::BadInput, filled("Pin %1 has no direction.", {toText(std::int64_t(out.size() + 1))}),
                        "Set what the pins are aimed at further away from it.");
        out.push_back(pinAt(seat, place, d.normalized(), in.settings.openings, out.size() + 1));
    }
    return out;
}

Vec3 insertionOf(const GuideInputs& in)
{
    Vec3 mean = Vec3::Zero();
    for (const GuideImplant& i : in.implants) {
        i.placed.implant.check();
        if (!i.placed.pose.origin.allFinite() || std::fabs(i.placed.pose.direction.norm() - 1) > 1e-6)
            throw Error(ErrorCode::BadInput, "An implant has no place or no axis.", "Place it again.");
        mean -= i.placed.pose.direction;
    }
    mean /= static_cast<double>(in.implants.size());
    if (mean.norm() < 0.5)
        throw Error(ErrorCode::BadInput, "The axes of the implants point in too many directions for one guide.",
                    "Choose the implants of one jaw, or of one side of it.");
    if (!in.settings.up)
        return mean.normalized();
    if (!in.settings.up->allFinite() || in.settings.up->norm() < 1e-6)
        throw Error(ErrorCode::BadInput, "The direction in which the guide is lifted off has no length.",
                    "Give a direction out of the jaw, or none.");
    const Vec3 up = in.settings.up->normalized();
    if (up.dot(mean) <= 0)
        throw Error(ErrorCode::BadInput, "The guide would be lifted off into the bone.",
                    "Give a direction out of the jaw, or none.");
    return up;
}

/// A sleeve in the frame of the guide, whose z is the direction in which it is lifted off.
struct Bore
{
    Vec3 platform, axis; ///< axis out of the bone
    double lower, upper; ///< of the sleeve, along the axis

    Vec3 at(double along) const { return platform + along * axis; }
};

/// The frame, the grid, and how far its columns are from the implants.
struct Bench
{
    Mat3 turn; ///< columns: x, y and up in LPS
    Vec3 up;
    std::vector<Bore> bores;
    Grid grid;
    double plane = 0, top = 0, platforms = 0; ///< along z
    bool onTeeth = false;
    std::vector<std::uint8_t> near; ///< one a column: within reach

    Vec3 local(const Vec3& p) const { return turn.transpose() * p; }
};

/// In the plane across the insertion, to the lines between any two sleeves.
double besides(const std::vector<Bore>& bores, double x, double y)
{
    const Vec3 p(x, y, 0);
    double best = 1e300;
    const auto middle = [&](size_t n) {
        Vec3 m = bores[n].at((bores[n].lower + bores[n].upper) / 2);
        m.z() = 0;
        return m;
    };
    for (size_t a = 0; a < bores.size(); ++a)
        for (size_t b = a; b < bores.size(); ++b) {
            const Vec3 from = middle(a), along = middle(b) - from;
            const double l2 = along.squaredNorm();
            const double t = l2 > 0 ? std::clamp((p - from).dot(along) / l2, 0.0, 1.0) : 0;
            best = std::min(best, (p - from - t * along).norm());
        }
    return best;
}

/// The highest of some places along z: of all above the grid's columns, and of those within reach.
struct Heights
{
    double all = -1e300, near = -1e300;

    void take(const Vec3& q, const Box& columns, const std::vector<Bore>& bores, double reach)
    {
        if (q.x() < columns.min.x() || q.y() < columns.min.y() || q.x() > columns.max.x() || q.y() > columns.max.y())
            return;
        all = std::max(all, q.z());
        if (q.z() > near && besides(bores, q.x(), q.y()) <= reach)
            near = q.z();
    }
    void take(const Heights& other)
    {
        all = std::max(all, other.all);
        near = std::max(near, other.near);
    }
};

Heights heightsOf(const Mask& mask, const Bench& bench, const Box& columns, double reach, const Job& job)
{
    const IndexBox box = mask.box();
    const auto voxels = mask.boxVoxels();
    std::vector<Heights> slices(static_cast<size_t>(std::max(0, box.size(2))));
    parallelFor(0, static_cast<std::int64_t>(slices.size()), 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t k = first; k < last; ++k) {
            job.checkStop();
            for (int j = 0; j < box.size(1); ++j)
                for (int i = 0; i < box.size(0); ++i)
                    if (voxels[static_cast<size_t>((k * box.size(1) + j) * box.size(0) + i)])
                        slices[static_cast<size_t>(k)].take(
                            bench.local(mask.grid().toPatient(box.min[0] + i, box.min[1] + j,
                                                              box.min[2] + static_cast<int>(k))),
                            columns, bench.bores, reach);
        }
    });
    Heights out;
    for (const Heights& h : slices)
        out.take(h);
    return out;
}

Bench benchOf(const GuideInputs& in, const Job& job)
{
    const GuideSettings& s = in.settings;
    Bench b;
    b.up = insertionOf(in);
    const Vec3 x = acrossOf(b.up);
    b.turn << x, b.up.cross(x), b.up;
    const double h = s.edge, skin = s.intaglio + s.thickness + 3 * h;
    const double radius = s.sleeveOuter / 2 + s.holder, side = std::max(s.reach, radius) + skin;
    Box columns;
    double low = 1e300, high = -1e300;
    b.platforms = -1e300;
    for (const GuideImplant& i : in.implants) {
        const Bore bore{b.local(i.placed.pose.origin), -b.local(i.placed.pose.direction), s.sleeveOffset,
                        s.sleeveOffset + s.sleeveHeight};
        b.platforms = std::max(b.platforms, bore.platform.z());
        for (const double along : {bore.lower, bore.upper}) {
            const Vec3 p = bore.at(along);
            columns.include(p - Vec3::Constant(side));
            columns.include(p + Vec3::Constant(side));
            low = std::min(low, p.z() - radius);
            high = std::max(high, p.z() + radius);
        }
        b.bores.push_back(bore);
    }

    const OpeningSettings& o = s.openings;
    for (const auto* places : {&in.pins, &in.windows})
        for (const Vec3& place : *places) {
            const Vec3 q = b.local(place);
            if (!place.allFinite() || besides(b.bores, q.x(), q.y()) > kOpeningReach ||
                std::fabs(q.z() - b.platforms) > kOpeningReach)
                throw Error(
                    ErrorCode::BadInput,
                    filled("A pin or window lies more than %1 mm from the implants.", {toText(kOpeningReach, 0)}),
                    "Set it on the guide.");
            // A pin's tube and how far its inner end may lie from the place that was set.
            const double wide = places == &in.pins ? 6 + o.pinGuided + o.pinHole / 2 + o.pinWall : o.window;
            columns.include(q - Vec3::Constant(wide + skin));
            columns.include(q + Vec3::Constant(wide + skin));
            low = std::min(low, q.z() - wide);
            high = std::max(high, q.z() + wide);
        }

    Heights teeth, rest;
    if (in.scan.empty()) {
        for (const Mask& m : in.teeth)
            teeth.take(heightsOf(m, b, columns, s.reach, job));
        for (const Mask& m : in.bones)
            rest.take(heightsOf(m, b, columns, s.reach, job));
    } else {
        for (const Vec3f& p : in.scan.points())
            teeth.take(b.local(p.cast<double>()), columns, b.bores, s.reach);
    }
    b.onTeeth = teeth.near > -1e299;
    b.top = b.onTeeth ? teeth.near : b.platforms;
    b.plane = b.top - s.margin;
    // Below the margin as far as what lies there may be the nearest to a place above it.
    low = std::min(low - 3 * h, b.plane - skin);
    // All that could be in the way while it is lifted off.
    high = std::max({high, b.top, teeth.all, rest.all}) + skin;

    const auto count = [&](double mm) { return std::ceil(mm / h) + 1; };
    const double nx = count(columns.extent().x()), ny = count(columns.extent().y()), nz = count(high - low);
    if (!(nx * ny * nz <= double(kMostVoxels)))
        throw Error(ErrorCode::OutOfMemory,
                    filled("The guide would take %1 million voxels, more than %2.",
                           {toText(nx * ny * nz / 1e6, 0), toText(double(kMostVoxels) / 1e6, 0)}),
                    "Take larger voxels, less reach, or fewer implants; choose the teeth of this jaw alone.");
    b.grid.size = {static_cast<int>(nx), static_cast<int>(ny), static_cast<int>(nz)};
    b.grid.spacing = Vec3::Constant(h);
    b.grid.direction = b.turn;
    b.grid.origin = b.turn * Vec3(columns.min.x(), columns.min.y(), low);
    b.near.resize(static_cast<size_t>(nx * ny));
    for (int j = 0; j < b.grid.size[1]; ++j) {
        job.checkStop();
        for (int i = 0; i < b.grid.size[0]; ++i)
            b.near[static_cast<size_t>(j * b.grid.size[0] + i)] =
                besides(b.bores, columns.min.x() + i * h, columns.min.y() + j * h) <= s.reach;
    }
    return b;
}

/// Blocks what a ball of half the least wall cannot enter (closing). By distances between voxels, right within half a
/// voxel, so a voxel is left to them: where there is nothing to close the exact field stays.
void closeGaps(std::vector<float>& blocked, const Grid& grid, double wall, const Job& job)
{
    const double h = grid.spacing.x(), radius = wall / 2 + h;
    std::vector<std::uint8_t> free(blocked.size());
    for (size_t n = 0; n < blocked.size(); ++n)
        free[n] = double(blocked[n]) >= radius;
    const Mask open(grid, free);
    job.checkStop();
    if (open.empty())
        return;
    const std::vector<float> way =
        euclideanDistance(open, Sites::Inside, grid.box(), DistanceKind::Border, 3 * radius, job);
    for (size_t n = 0; n < blocked.size(); ++n)
        if (!free[n])
            blocked[n] = std::min(blocked[n], static_cast<float>(radius + h - std::min(double(way[n]), 3 * radius)));
}

/// Exact: a cylinder along z between two heights, of a place `r` away from its axis.
double cylinder(double r, double z, double radius, double low, double high)
{
    const double dr = r - radius, dz = std::fabs(z - (low + high) / 2) - (high - low) / 2;
    return std::min(std::max(dr, dz), 0.0) + std::hypot(std::max(dr, 0.0), std::max(dz, 0.0));
}

/// How far inside of a sleeve's hole and the room for its collar: of a place `r` away from the axis, `a` along it.
double holeOf(const GuideSettings& s, const Bore& bore, double r, double a)
{
    const double hole = s.sleeveOuter / 2;
    return std::max(std::min(hole - r, a + kBelow), std::min(hole + s.collar - r, a - bore.upper));
}

/// Below 0 where there is material.
std::vector<float> bodyField(const Bench& b, const GuideSettings& s, const std::vector<float>& blocked,
                             const std::vector<float>& carrier, const std::vector<float>& around, const Job& job)
{
    const double h = s.edge, hole = s.sleeveOuter / 2, tube = hole + s.holder;
    const Vec3 first = b.local(b.grid.origin);
    std::vector<float> out(blocked.size());
    parallelFor(0, b.grid.size[2], 1, [&](std::int64_t from, std::int64_t to) {
        for (auto k = static_cast<int>(from); k < to; ++k) {
            job.checkStop();
            for (int j = 0; j < b.grid.size[1]; ++j)
                for (int i = 0; i < b.grid.size[0]; ++i) {
                    const auto at = static_cast<size_t>(b.grid.offset(i, j, k));
                    const Vec3 q = first + h * Vec3(i, j, k);
                    const double w = double(blocked[at]);
                    // The exact field where what is near lies above the margin; elsewhere the other, of voxels, which
                    // is right within half a voxel and takes that off.
                    const double outer = std::max(w, double(carrier[at]) - h / 2) - s.intaglio - s.thickness;
                    // Where something beyond the reach is nearest there is no body: it ends square there, and lays no
                    // skin on the next face.
                    const double beyond = double(around[at]) - w - h;
                    double f = std::max({outer, beyond, b.plane - q.z()}), cut = -1e300;
                    for (const Bore& bore : b.bores) {
                        const Vec3 d = q - bore.platform;
                        const double a = d.dot(bore.axis), r = (d - a * bore.axis).norm();
                        f = std::min(f, cylinder(r, a, tube, bore.lower, bore.upper));
                        if (s.join && bore.lower > 0)
                            f = std::min(f, std::max(cylinder(r, a, tube, 0, bore.lower + h), b.plane - q.z()));
                        cut = std::max(cut, holeOf(s, bore, r, a));
                    }
                    out[at] = static_cast<float>(std::max({f, s.intaglio - w, cut}));
                }
        }
    });
    return out;
}

/// The piece with the largest volume; hollows are filled.
Surface largestPiece(const Surface& all, DrillGuide& guide)
{
    guide.pieces = 0;
    Surface best;
    double most = 0, sum = 0;
    for (const Surface& part : shells(all)) {
        const double ml = part.volumeMl();
        if (ml <= 0)
            continue;
        ++guide.pieces;
        sum += ml;
        if (ml > most) {
            most = ml;
            best = part;
        }
    }
    guide.cutOffMl = sum - most;
    return best;
}

/// Of places of a tube, on a ring, that are material most are of the piece that stays.
bool ringHeld(const Volume& field, const SurfaceLocator& body, const Vec3& middle, const Vec3& axis, double radius)
{
    const Vec3 x = acrossOf(axis), y = axis.cross(x);
    int material = 0, kept = 0;
    for (int a = 0; a < 24; ++a) {
        const double angle = 2 * std::numbers::pi * a / 24;
        const Vec3 p = middle + radius * (std::cos(angle) * x + std::sin(angle) * y);
        if (field.sample(p, 1) < 0) {
            ++material;
            kept += body.contains(p);
        }
    }
    return material > 0 && 2 * kept > material;
}

void judgeSleeves(const GuideInputs& in, const Volume& support, const Volume& field, DrillGuide& guide)
{
    const GuideSettings& s = in.settings;
    const SurfaceLocator body(guide.body);
    const Outline sleeve{{{0, s.sleeveOuter / 2}, {s.sleeveHeight, s.sleeveOuter / 2}}};
    std::vector<AxisPose> poses;
    for (const GuideImplant& i : in.implants)
        poses.push_back({i.placed.pose.at(-s.sleeveOffset), -i.placed.pose.direction});
    for (size_t n = 0; n < poses.size(); ++n) {
        GuideSleeve out;
        out.drill = guidedDrill(in.implants[n].plan, in.implants[n].placed, s.sleeveOffset, s.sleeveHeight,
                                s.sleeveInner, s.sleeveOuter);
        out.name = in.implants[n].name;
        out.tilt = std::acos(std::clamp(poses[n].direction.dot(guide.up), -1.0, 1.0)) * 180 / std::numbers::pi;
        out.clearance = 1e300;
        const auto samples = surfaceSamples(sleeve, poses[n], 0.3, 0, s.sleeveHeight);
        for (const SurfaceSample& p : samples) {
            const double d = support.sample(p.position, s.intaglio + s.thickness);
            if (d < out.clearance) {
                out.clearance = d;
                out.clearancePlace = p.position;
            }
            for (size_t o = 0; o < poses.size(); ++o) {
                const double gap = o == n ? 1e300 : signedDistance(sleeve, poses[o], p.position);
                if (o != n && (!out.toSleeve || gap < *out.toSleeve)) {
                    out.toSleeve = gap;
                    out.nearestSleeve = in.implants[o].name;
                }
            }
        }
        out.held = ringHeld(field, body, poses[n].at(s.sleeveHeight / 2), poses[n].direction,
                            s.sleeveOuter / 2 + s.holder / 2);
        guide.sleeves.push_back(std::move(out));
    }
    const OpeningSettings& o = s.openings;
    for (GuidePin& pin : guide.pins)
        pin.held = ringHeld(field, body, pin.outer + o.pinGuided / 2 * pin.direction, pin.direction,
                            o.pinHole / 2 + o.pinWall / 2);
}

double contactOf(const Surface& body, const Volume& support, double within)
{
    double area = 0;
    for (const Triangle& t : body.triangles()) {
        const Vec3 a = body.points()[t[0]].cast<double>(), b = body.points()[t[1]].cast<double>(),
                   c = body.points()[t[2]].cast<double>();
        if (support.sample((a + b + c) / 3, 1e6) < within)
            area += (b - a).cross(c - a).norm() / 2;
    }
    return area;
}

} // namespace

DrillGuide makeDrillGuide(const GuideInputs& in, Job& job)
{
    const GuideSettings& s = in.settings;
    checkSettings(s);
    if (in.implants.empty() || in.implants.size() > kMostGuideImplants)
        throw Error(ErrorCode::BadInput,
                    filled("A guide takes 1 to %1 implants.", {toText(std::int64_t(kMostGuideImplants))}),
                    "Place an implant first, or choose fewer.");
    if (in.pins.size() > kMostGuidePins || in.windows.size() > kMostGuideWindows)
        throw Error(ErrorCode::BadInput,
                    filled("A guide takes at most %1 pins and %2 windows.",
                           {toText(std::int64_t(kMostGuidePins)), toText(std::int64_t(kMostGuideWindows))}),
                    "Choose fewer.");
    const Bench b = benchOf(in, job.part(0, 0.1));
    const Grid& grid = b.grid;
    const double cap = s.intaglio + s.thickness + 3 * s.edge;
    job.progress(0.1);

    std::vector<Mask> masks = in.teeth;
    masks.insert(masks.end(), in.bones.begin(), in.bones.end());
    std::vector<float> distance = in.scan.empty() ? maskDistance(masks, grid, cap, job.part(0.1, 0.4))
                                                  : surfaceDistance(in.scan, b.up, grid, cap, job.part(0.1, 0.4));

    // The distance to all places of a moved body is the least of the distances to it from the places moved back.
    std::vector<float> blocked = distance;
    const std::int64_t layer = grid.offset(0, 0, 1);
    for (int k = grid.size[2] - 2; k >= 0; --k) {
        job.checkStop();
        float* here = &blocked[static_cast<size_t>(k * layer)];
        for (std::int64_t n = 0; n < layer; ++n)
            here[n] = std::min(here[n], here[n + layer]);
    }
    closeGaps(blocked, grid, s.wall, job);
    job.progress(0.45);

    // What carries it: all that is blocked within reach, and of that what lies above the margin.
    std::vector<std::uint8_t> reached(blocked.size()), carries(blocked.size());
    const double low = b.local(grid.origin).z();
    for (int k = 0; k < grid.size[2]; ++k) {
        job.checkStop();
        for (std::int64_t n = 0; n < layer; ++n) {
            const auto at = static_cast<size_t>(k * layer + n);
            reached[at] = b.near[static_cast<size_t>(n)] && blocked[at] <= 0;
            carries[at] = reached[at] && low + k * s.edge >= b.plane;
        }
    }
    const auto wayTo = [&](const std::vector<std::uint8_t>& voxels) {
        const Mask mask(grid, voxels);
        if (mask.empty())
            throw Error(ErrorCode::BadInput, "There is nothing within reach that the guide could sit on.",
                        "Give the teeth beside the implants, more reach, or a guide that reaches further down.");
        job.checkStop();
        std::vector<float> way =
            euclideanDistance(mask, Sites::Inside, grid.box(), DistanceKind::Border, cap + s.edge, job);
        for (float& v : way)
            v = std::min(v, static_cast<float>(cap + s.edge));
        return way;
    };
    const std::vector<float> carrier = wayTo(carries), around = wayTo(reached);
    job.progress(0.6);

    std::vector<float> body = bodyField(b, s, blocked, carrier, around, job);
    DrillGuide guide;
    if (!in.pins.empty() || !in.windows.empty()) {
        const GuideSeat seat{Volume(grid, std::move(blocked)), b.up, b.plane, s.intaglio, s.thickness};
        guide.pins = pinsOf(in, seat);
        for (const Vec3& place : in.windows)
            guide.windows.push_back(windowAt(seat, place, guide.windows.size() + 1));
        const auto sleeve = [&](const Vec3& p) {
            SleevePlace out{-1e300, 1e300};
            for (const Bore& bore : b.bores) {
                const Vec3 d = b.local(p) - bore.platform;
                const double a = d.dot(bore.axis), r = (d - a * bore.axis).norm();
                out.inHole = std::max(out.inHole, holeOf(s, bore, r, a));
                out.offTube = std::min(out.offTube, cylinder(r, a, s.sleeveOuter / 2 + s.holder, 0, bore.upper));
            }
            return out;
        };
        openGuide(body, seat, guide.pins, guide.windows, s.openings, sleeve, job.part(0.6, 0.65));
    }
    const Volume field(grid, std::move(body));
    const Volume support(grid, std::move(distance));
    const Surface all = levelSurface(field, 0, job.part(0.65, 0.75));
    guide.body = largestPiece(all, guide);
    job.checkStop();
    if (guide.body.empty() || !guide.body.isClosed() || !(guide.body.volumeMl() > 0))
        throw Error(ErrorCode::BadInput, "These measures leave no guide.",
                    "Give more thickness or wall, or smaller voxels.");
    job.checkStop();
    guide.up = b.up;
    guide.top = b.top;
    guide.onScan = !in.scan.empty();
    guide.onTeeth = b.onTeeth && !guide.onScan;
    guide.topAbovePlatforms = b.top - b.platforms;
    guide.lowest = 1e300;
    for (const Vec3f& p : guide.body.points())
        guide.lowest = std::min(guide.lowest, b.up.dot(p.cast<double>()));
    guide.voxels = grid.voxels();
    guide.contactMm2 = contactOf(guide.body, support, s.intaglio + 0.4 * s.edge);
    job.progress(0.8);
    judgeSleeves(in, support, field, guide);
    job.progress(0.85);
    guide.wall = wallThickness(guide.body, kMostWall, s.wall, job.part(0.85, 1));
    return guide;
}

} // namespace pollux::implant
