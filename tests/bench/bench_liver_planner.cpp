// Cost of the liver puncture planner on a torso-sized synthetic case: building the maps, scanning the skin (one core
// and all), one drag, one exact measurement, one whole plan. Prints a table; run it under `taskset -c 0` for one core;
// peers: a plain march through one label and one float distance map measured 6.2 us a ray on such a machine, step 0.5
// mm, 200 mm.

#include "plugins/liver/pareto.h"
#include "plugins/liver/planner.h"
#include "tests/plugins/liver/synthetic.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

using namespace synthetic;

namespace {

template <class F>
double milliseconds(F f)
{
    const auto start = std::chrono::steady_clock::now();
    f();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

template <class F>
double best(int times, F f)
{
    double least = 1e300;
    for (int n = 0; n < times; ++n)
        least = std::min(least, milliseconds(f));
    return least;
}

} // namespace

int main()
{
    const Case c = makeCase();
    std::unique_ptr<PathEvaluator> e;
    std::shared_ptr<const Scene> scene;
    const double sceneMs =
        milliseconds([&] { scene = std::make_shared<const Scene>(makeScene(c, options().scene, Job())); });
    const double mapMs = milliseconds([&] { e = std::make_unique<PathEvaluator>(scene, options(), Job()); });
    const auto& map = e->map();
    std::printf("map: %d x %d x %d voxels of %.2f mm, %.0f MB; structures and skin %.0f ms, maps %.0f ms\n",
                map.grid().size[0], map.grid().size[1], map.grid().size[2], map.spacing(),
                double(map.cells().size()) * (sizeof(RiskCell) + 3) / 1e6, sceneMs, mapMs);

    const SkinEntries& skin = e->entries();
    std::vector<Vec3> points, normals;
    while (points.size() < 20000) // as many as the target names, over and over the skin if it has fewer
        for (size_t n = 0; n < skin.size() && points.size() < 20000; ++n) {
            points.push_back(skin.points[n]);
            normals.push_back(skin.normals[n]);
        }
    double samples = 0;
    for (const Vec3& p : points)
        samples += (p - kLesion).norm() / std::min(1.0, map.spacing());
    int usable = 0;
    const double scan = best(5, [&] {
        usable = 0;
        const BurnTable burn = e->burnTable(kLesion, Job());
        for (size_t n = 0; n < points.size(); ++n)
            usable += e->evaluate(kLesion, points[n], normals[n], &burn).feasible();
    });
    const double table = best(5, [&] { e->burnTable(kLesion, Job()); });
    std::printf("20000 paths, every direction, one core: %.1f ms, %.2f us a ray (usable %d)\n", scan,
                scan * 1000 / 20000, usable);
    std::printf("  of it the table of heated zones (f8): %.1f ms\n", table);
    std::printf("  reads %.0f samples of %zu bytes: %.0f bytes a ray, %.2f ns a sample\n", samples, sizeof(RiskCell),
                samples * sizeof(RiskCell) / 20000, scan * 1e6 / samples);
    // What the same bytes cost when they are read in order: the floor.
    volatile std::uint64_t sink = 0;
    const auto& cells = map.cells();
    const size_t bytes = static_cast<size_t>(samples) * sizeof(RiskCell);
    const double floorMs = best(5, [&] {
        std::uint64_t sum = 0;
        for (size_t done = 0; done < bytes; done += cells.size() * sizeof(RiskCell)) {
            const size_t n = std::min(cells.size(), (bytes - done) / sizeof(RiskCell));
            for (size_t i = 0; i < n; ++i)
                sum += cells[i].flags;
        }
        sink = sink + sum;
    });
    std::printf("  the same bytes in order: %.2f ms, so the march is %.1f times the floor of memory\n", floorMs,
                scan / floorMs);

    SkinScan result;
    const double all = best(5, [&] { result = scanSkin(*e, kLesion, Job()); });
    std::printf("skin scan, %zu points, those that face the target, all cores: %.1f ms\n", skin.size(), all);
    const Vec3 entry = skinPoint(kLesion, Vec3(-1, -1, 0.3));
    const double drag = best(20, [&] { e->evaluate(kLesion, entry); });
    std::printf("one drag (nearest skin and march): %.3f ms\n", drag);
    const double exact = best(5, [&] { measureExactly(*scene, e->limits(), kLesion, entry, Job()); });
    std::printf("one exact measurement: %.1f ms\n", exact);
    const double zoneMs = best(5, [&] {
        const AblationZone device = deviceZone(e->limits(), kLesion, (kLesion - entry).normalized());
        volumeInsideMl(device.scaled(scaleToCover(device, scene->toCover)), scene->liver);
    });
    std::printf("  of it the heated zone and the liver inside: %.2f ms\n", zoneMs);
    const double ring = best(5, [&] { robustness(*e, kLesion, entry, 5, 3); });
    std::printf("robustness, 135 trials: %.2f ms\n", ring);
    PlanResult p;
    PlanRequest request;
    request.jitter = 5;
    request.jitterAngle = 3;
    const double whole = best(3, [&] { p = plan(*e, request, Job()); });
    std::printf("plan without the maps: %.1f ms (front %zu of %d usable, %zu zones, %d refused exactly)\n", whole,
                p.front.size(), int(std::count(p.scan.feasible.begin(), p.scan.feasible.end(), 1)), p.zones.size(),
                p.rejectedExactly);
    int measured = 0;
    for (const Refined& r : p.searches)
        measured += r.evaluations;
    std::printf("  of it %zu local searches with %d exact measurements; score %.4f, the scan's best %.4f\n",
                p.searches.size(), measured, p.exact.score, p.searches.empty() ? 0 : p.searches.front().startScore);
    return 0;
}
