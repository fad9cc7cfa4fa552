/// The kernels of the segmentation editor on a CT of 512 x 512 x 300: strokes, what their undo history holds, and the
/// slower tools. Beside each the least bytes it must move and how far it is from copying them at this machine's speed.
/// No data needed; prints one table.

#include "core/base/error.h"
#include "core/image/box.h"
#include "core/image/edit/apply.h"
#include "core/image/edit/between_slices.h"
#include "core/image/edit/brush.h"
#include "core/image/edit/held_bytes.h"
#include "core/image/edit/islands.h"
#include "core/image/edit/label_smoothing.h"
#include "core/image/edit/level_trace.h"
#include "core/image/edit/margin.h"
#include "core/image/edit/outline.h"
#include "core/image/edit/plane_cut.h"
#include "core/image/edit/seed_growth.h"
#include "core/image/segment.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <functional>
#include <random>
#include <thread>
#include <vector>

using namespace pollux;

namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

struct Times
{
    double median = 0, worst = 0;
};

Times times(int rounds, const std::function<void(int)>& work)
{
    std::vector<double> ms;
    for (int n = 0; n < rounds; ++n) {
        const auto start = Clock::now();
        work(n);
        ms.push_back(since(start));
    }
    std::sort(ms.begin(), ms.end());
    return {ms[ms.size() / 2], ms.back()};
}

/// Bytes that one thread copies in a millisecond, in blocks that do not fit near the processor.
double copySpeed()
{
    std::vector<char> a(64 << 20, 1), b(64 << 20, 2);
    return double(a.size()) / times(7, [&](int) { std::memcpy(b.data(), a.data(), a.size()); }).median;
}

void row(const char* what, const Times& t, double leastBytes, double speed)
{
    const double floor = leastBytes / speed;
    std::printf("%-62s %9.2f %9.2f %10.2f %8.0f\n", what, t.median, t.worst, leastBytes / 1e6, t.median / floor);
}

Grid theGrid()
{
    Grid g;
    g.size = {512, 512, 300};
    g.spacing = Vec3(0.7, 0.7, 1.0);
    const double c = std::cos(0.1), s = std::sin(0.1);
    g.direction << c, -s, 0, s, c, 0, 0, 0, 1;
    return g;
}

Vec3 at(const Grid& g, double x, double y, double z)
{
    return g.toPatient(Vec3(x * g.size[0], y * g.size[1], z * g.size[2]));
}

/// A body-wide structure: 60 balls all over the image, as the bones are.
Mask scattered(const Grid& g)
{
    std::mt19937 random(2);
    std::uniform_real_distribution<double> u(0.02, 0.98);
    Mask m(g, MaskBricks(g.size));
    for (int n = 0; n < 60; ++n)
        m = unite(m, ballStroke(g, {at(g, u(random), u(random), u(random))}, 5 + 30 * u(random), Job()));
    return m;
}

Volume ct(const Grid& g, const std::vector<Mask>& organs)
{
    std::vector<std::int16_t> v(static_cast<size_t>(g.voxels()));
    std::uint32_t noise = 1;
    for (auto& x : v) {
        noise = noise * 1664525U + 1013904223U;
        x = static_cast<std::int16_t>(static_cast<int>(noise >> 27) - 16);
    }
    for (size_t n = 0; n < organs.size(); ++n) {
        const IndexBox& b = organs[n].box();
        for (int k = b.min[2]; k < b.max[2]; ++k)
            for (int j = b.min[1]; j < b.max[1]; ++j)
                for (int i = b.min[0]; i < b.max[0]; ++i)
                    if (organs[n].at(i, j, k))
                        v[static_cast<size_t>(g.offset(i, j, k))] += static_cast<std::int16_t>(60 + 50 * n);
    }
    return Volume(g, std::move(v));
}

struct Stroke
{
    Vec3 a, b;
};

std::vector<Stroke> strokes(const Grid& g)
{
    std::mt19937 random(1);
    std::uniform_real_distribution<double> u(0.1, 0.9);
    std::vector<Stroke> out;
    for (int n = 0; n < 200; ++n) {
        const Vec3 a = at(g, u(random), u(random), u(random));
        const Vec3 d(u(random) - 0.5, u(random) - 0.5, u(random) - 0.501);
        out.push_back({a, a + 10 * d.normalized()});
    }
    return out;
}

/// 200 strokes one after the other; returns the history.
std::vector<Mask> paint(const char* what, const Mask& start, double speed,
                        const std::function<Mask(const Mask&, int)>& stroke)
{
    std::vector<Mask> history{start};
    const Times t = times(200, [&](int n) { history.push_back(stroke(history.back(), n)); });
    HeldBytes held;
    const std::int64_t first = held.add(start);
    for (size_t n = 1; n < history.size(); ++n)
        held.add(history[n]);
    // What is new must be written, and what it was made from read.
    row(what, t, 2.0 * double(held.bytes() - first) / 200, speed);
    return history;
}

/// Worst of several stops: how long until the work gives up after it was asked to.
double stopLatency(const std::function<void(const Job&)>& work, double wholeMs)
{
    double worst = 0;
    for (const double part : {0.1, 0.3, 0.5, 0.7, 0.9}) {
        std::stop_source source;
        Clock::time_point asked;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::duration<double, std::milli>(part * wholeMs));
            asked = Clock::now();
            source.request_stop();
        });
        try {
            work(Job(source.get_token()));
            stopper.join();
            continue; // done before it was asked
        } catch (const Error&) {
            const auto ended = Clock::now();
            stopper.join();
            worst = std::max(worst, std::chrono::duration<double, std::milli>(ended - asked).count());
        }
    }
    return worst;
}

void slow(const char* what, double leastBytes, double speed, const std::function<void(const Job&)>& work)
{
    const Times t = times(3, [&](int) { work(Job()); });
    row(what, t, leastBytes, speed);
    if (t.median > 50)
        std::printf("%-62s %9.0f\n", "  stops after (worst of 5)", stopLatency(work, t.median));
}

} // namespace

int main()
{
    const double speed = copySpeed();
    const Grid g = theGrid();
    const Mask bones = scattered(g);
    const Mask boxed(g, bones.full()); // as a segmentation makes it
    std::printf(
        "512 x 512 x 300, %.1f x %.1f x %.1f mm; structure of %lld voxels over the whole image; one thread copies "
        "%.1f GB/s\n",
        g.spacing[0], g.spacing[1], g.spacing[2], static_cast<long long>(bones.count()), speed / 1e6);
    std::printf("%-62s %9s %9s %10s %8s\n", "", "median ms", "worst ms", "least MB", "ratio");

    const std::vector<Stroke> where = strokes(g);
    const auto ball = [&](int n) { return ballStroke(g, {where[n].a, where[n].b}, 10, Job()); };
    std::vector<Mask> organs;
    for (int n = 0; n < 10; ++n)
        organs.push_back(ballStroke(g, {at(g, 0.1 + 0.08 * n, 0.5, 0.5)}, 50, Job()));
    const Volume image = ct(g, organs);

    // As it was: the whole box for each stroke.
    {
        Mask mask = boxed;
        const Times t = times(10, [&](int n) {
            const Mask s = ball(n);
            mask = unite(mask, Mask(g, s.box(), s.in(s.box())));
        });
        row("10 mm ball, 10 mm drag, on the mask's whole box (as before)", t, 2.0 * double(boxed.box().voxels()),
            speed);
    }
    const std::vector<Mask> history = paint("10 mm ball, 10 mm drag: add", bones, speed, [&](const Mask& m, int n) {
        return apply(m, ball(n), EditMode::Add, {}, {}, Job()).target;
    });
    paint("  remove", bones, speed,
          [&](const Mask& m, int n) { return apply(m, ball(n), EditMode::Remove, {}, {}, Job()).target; });
    EditLimits limits;
    limits.image = &image;
    limits.low = 0;
    limits.high = 200;
    paint("  add within a range of values", bones, speed,
          [&](const Mask& m, int n) { return apply(m, ball(n), EditMode::Add, limits, {}, Job()).target; });
    {
        std::vector<OtherStructure> others;
        for (const Mask& m : organs)
            others.push_back({m, Meeting::GiveWay});
        paint("  add, 10 other structures give way", bones, speed, [&](const Mask& m, int n) {
            EditResult r = apply(m, ball(n), EditMode::Add, {}, others, Job());
            for (size_t o = 0; o < others.size(); ++o)
                others[o].mask = r.others[o];
            return r.target;
        });
    }
    paint("10 mm disc in an oblique plane, 10 mm drag: add", bones, speed, [&](const Mask& m, int n) {
        const Vec3 normal = Vec3(where[n].b - where[n].a).unitOrthogonal();
        return apply(m, discStroke(g, {where[n].a, where[n].b}, normal, 10, 0, Job()), EditMode::Add, {}, {}, Job())
            .target;
    });
    {
        HeldBytes held;
        const std::int64_t first = held.add(history.front());
        for (size_t n = 1; n < history.size(); ++n)
            held.add(history[n]);
        std::printf(
            "undo of 200 strokes: %.2f MB beside the %.2f MB of the first state; as boxes it would be %.0f MB\n",
            double(held.bytes() - first) / 1e6, double(first) / 1e6, 200 * double(boxed.box().voxels()) / 1e6);
    }
    row("which bricks a stroke changed", times(200, [&](int n) { (void)changedBricks(history[n], history[n + 1]); }),
        8192, speed);
    row("content key of the edited mask, once a snapshot", times(9, [&](int n) { (void)history[n + 1].key(); }),
        double(boxed.box().voxels()), speed);
    row("first stroke: box to bricks", times(5, [&](int) { (void)inBricks(boxed); }), double(boxed.box().voxels()),
        speed);
    row("back: bricks to box", times(5, [&](int n) { (void)history[n + 20].boxVoxels(); }),
        double(boxed.box().voxels()), speed);

    // The other tools, on a structure of the size of a liver (1.5 L) unless said otherwise.
    const Mask liver = inBricks(
        unite(ballStroke(g, {at(g, 0.4, 0.5, 0.5)}, 62, Job()), ballStroke(g, {at(g, 0.55, 0.5, 0.5)}, 50, Job())));
    const double box = double(liver.box().voxels());
    std::printf("structure of %.0f mL, box of %.1f million voxels\n", liver.volumeMl(), box / 1e6);
    {
        Outline o;
        o.direction = Vec3(0.3, 1, 0.2).normalized();
        const Vec3 x = o.direction.unitOrthogonal(), y = o.direction.cross(x);
        for (int n = 0; n < 300; ++n)
            o.points.push_back(liver.centroid() + (30 + 10 * std::sin(n * 0.3)) *
                                                      (std::cos(n * M_PI / 150) * x + std::sin(n * M_PI / 150) * y));
        slow("scissors, 300 points, through all", box / 8, speed,
             [&](const Job& job) { (void)apply(liver, insideOutline(o, liver, job), EditMode::Remove, {}, {}, job); });
        o.eye = liver.centroid() - 500 * o.direction;
        slow("  in perspective", box / 8, speed,
             [&](const Job& job) { (void)apply(liver, insideOutline(o, liver, job), EditMode::Remove, {}, {}, job); });
    }
    {
        const Vec3 n = Vec3(0.2, 0.1, 1).normalized();
        SlicePixels slice;
        slow("level tracing: sampling an oblique slice, once", 512.0 * 512 * 8 * 2, speed,
             [&](const Job& job) { slice = sampleSlice(image, liver.centroid(), n, job); });
        std::vector<Vec3> line;
        slow("  the line through the pointer", 600 * 12, speed,
             [&](const Job&) { line = traceLevel(slice, organs[3].centroid() + Vec3(49.9, 0, 0)); });
        slow("  its voxels", double(line.size()) * 24, speed,
             [&](const Job& job) { (void)fillTrace(line, n, g, job); });
    }
    {
        Mask painted(g, MaskBricks(g.size));
        for (int k = liver.box().min[2]; k < liver.box().max[2]; k += 8)
            painted = unite(painted, Mask(g, {{0, 0, k}, {512, 512, k + 1}}, liver.in({{0, 0, k}, {512, 512, k + 1}})));
        slow("fill between slices, every 8th painted", box * 2, speed,
             [&](const Job& job) { (void)fillBetweenSlices(painted, 2, job); });
    }
    slow("islands: keep the largest", box, speed, [&](const Job& job) { (void)keepLargestIsland(liver, job); });
    slow("  of the body-wide structure", double(bones.box().voxels()), speed,
         [&](const Job& job) { (void)keepLargestIsland(bones, job); });
    slow("margin +5 mm", box * 5, speed, [&](const Job& job) { (void)margin(liver, 5, job); });
    slow("margin -5 mm", box * 5, speed, [&](const Job& job) { (void)margin(liver, -5, job); });
    slow("hollow, 3 mm, centre", box * 10, speed, [&](const Job& job) { (void)hollow(liver, 3, Wall::Centre, job); });
    slow("median, 3 mm", box * 4, speed, [&](const Job& job) { (void)medianSmooth(liver, 3, job); });
    {
        std::vector<Mask> segments;
        Mask rest = liver;
        for (int n = 0; n < 4; ++n) {
            const Vec3 normal = Vec3(1, 0.4 * n - 0.6, 0.3).normalized();
            const PlaneSides s =
                splitByPlane(rest, Plane{normal, normal.dot(liver.centroid() + Vec3(25 * (n - 1.5), 0, 0))}, Job());
            segments.push_back(s.behind);
            rest = s.front;
        }
        segments.push_back(rest);
        slow("joint smoothing of 5 segments, 2 mm, compensated", box * 9, speed,
             [&](const Job& job) { (void)smoothTogether(segments, 2, Shrinkage::Compensated, job); });
        slow("  plain", box * 9, speed,
             [&](const Job& job) { (void)smoothTogether(segments, 2, Shrinkage::Allowed, job); });
    }
    slow("split by a plane", box / 4, speed, [&](const Job& job) {
        const Vec3 n = Vec3(1, 1, 0.5).normalized();
        (void)splitByPlane(liver, Plane{n, n.dot(liver.centroid())}, job);
    });
    {
        const Mask vessel =
            unite(ballStroke(g, {at(g, 0.2, 0.4, 0.3), at(g, 0.5, 0.5, 0.5), at(g, 0.8, 0.4, 0.8)}, 6, Job()),
                  ballStroke(g, {at(g, 0.5, 0.5, 0.5), at(g, 0.4, 0.7, 0.8)}, 4, Job()));
        slow("cut a vessel tree at a point", double(vessel.box().voxels()), speed,
             [&](const Job& job) { (void)cutBranch(vessel, at(g, 0.65, 0.45, 0.65), Vec3(1, -0.3, 1), 5, job); });
    }
    {
        const Mask region = margin(liver, 12, Job());
        SeedGrowthOptions options;
        options.within = &region;
        std::vector<Mask> seeds{ballStroke(g, {at(g, 0.35, 0.5, 0.5), at(g, 0.5, 0.5, 0.5)}, 8, Job()),
                                ballStroke(g, {organs[3].centroid(), organs[3].centroid() + Vec3(0, 0, 20)}, 5, Job()),
                                subtract(region, margin(liver, 9, Job()))};
        const double cells = double(region.box().voxels());
        std::printf("growing in a box of %.1f million voxels, %.1f of them free\n", cells / 1e6,
                    double(region.count()) / 1e6);
        slow("grow from 3 seeds, from scratch", cells * 10, speed,
             [&](const Job& job) { (void)growFromSeeds(image, seeds, options, job); });
        SeedGrowth growth(image, options);
        growth.grow(seeds, Job());
        std::mt19937 random(3);
        std::int64_t visited = 0;
        const Times t = times(20, [&](int n) {
            const Vec3 d(double(random() % 100) - 50, double(random() % 100) - 50, double(random() % 100) - 50);
            seeds[static_cast<size_t>(n % 2)] =
                unite(seeds[static_cast<size_t>(n % 2)], ballStroke(g, {liver.centroid() + 0.8 * d}, 3, Job()));
            growth.grow(seeds, Job());
            visited += growth.voxelsVisited();
        });
        row("  one more stroke of seeds", t, cells * 8 + double(visited) / 20 * 56, speed);
        slow("  watershed of core/image from the same seeds", cells * 10, speed,
             [&](const Job& job) { (void)watershed(image, seeds, 1, &region, job); });
    }
    return 0;
}
