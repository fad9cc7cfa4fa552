/// Ten minutes of heating on 96 x 96 x 96 voxels of 1 mm, as the planner asks for: a needle held at 100 deg C beside a
/// vessel, and a power that boils water. Beside the seconds the steps, iterations, memory, and the least time in which
/// this machine could move the bytes of the iterations and passes. Needs no data.

#include "core/base/parallel.h"
#include "core/simulation/heat/applicator.h"
#include "core/simulation/heat/bioheat.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <vector>

using namespace pollux;
using namespace pollux::heat;

namespace {

using Clock = std::chrono::steady_clock;

// What an iteration and a pass must move and compute a voxel, counted in the sources (conjugate_gradients.cpp,
// tr_bdf2.cpp): matrix 5 read and 1 written, update 5 and 2, direction 3 and 1, floats; a pass two temperatures in
// double, seven to nine floats read and two written.
constexpr double kIterationBytes = 17 * 4, kIterationFlops = 14 + 7 + 3 + 2;
constexpr double kPassBytes = 2 * 8 + 11 * 4, kPassFlops = 36;

double since(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Bytes a second of a = b + s c over blocks of the size of the solver's own, all threads.
double bandwidth()
{
    const std::int64_t n = 96 * 96 * 96 * 5; // five maps: as many as an iteration has in hand
    std::vector<float> a(static_cast<size_t>(n)), b(a.size(), 1.0f), c(a.size(), 2.0f);
    double best = 1e9;
    for (int round = 0; round < 15; ++round) {
        const auto start = Clock::now();
        parallelFor(0, n, 65536, [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t i = first; i < last; ++i)
                a[static_cast<size_t>(i)] = b[static_cast<size_t>(i)] + 0.5f * c[static_cast<size_t>(i)];
        });
        best = std::min(best, since(start));
    }
    return 12.0 * double(n) / best;
}

struct Setting
{
    const char* name;
    double watts; ///< 0: the surface is held at 100 deg C
    double tolerance;
};

void measure(const Setting& setting, double bytesASecond)
{
    const int n = 96;
    Grid grid;
    grid.size = {n, n, n};
    grid.origin = Vec3::Constant(-47.5);
    const Applicator needle{Vec3(0.3, 0.2, 15.1), Vec3(0.3, 0.2, 0.93).normalized(), 30, 0.75};
    HeatProblem p;
    p.size = grid.size;
    p.tissues.resize(1);
    Tissue& t = p.tissues[0];
    t.density = 1060;
    t.specificHeat = 3600;
    t.conductivity = 0.52;
    t.perfusion = 0.0064;
    t.waterFraction = 0.68;
    p.blood = {1020, 3640, 37};
    p.sides.fill(Side::Held);
    p.tissue.assign(static_cast<size_t>(p.voxels()), 0);
    p.wallDistance = applicatorDistance(grid, needle, Job());
    for (int k = 0; k < n; ++k)
        for (int j = 0; j < n; ++j)
            for (int i = 0; i < n; ++i) {
                const auto at = static_cast<size_t>(grid.offset(i, j, k));
                const double vessel = std::hypot(i - 60.0, j - 48.0) - 3;
                if (setting.watts <= 0 && p.wallDistance[at] <= 0)
                    p.tissue[at] = kHeld;
                if (vessel <= 0)
                    p.tissue[at] = kVessel;
                const double wall = setting.watts > 0 ? vessel : std::min(double(p.wallDistance[at]), vessel);
                p.wallDistance[at] = static_cast<float>(wall);
            }
    if (setting.watts > 0)
        p.source = powerField(grid, needle, setting.watts, 5, Job());
    HeatState state = startState(p, 100);
    HeatOptions options;
    options.tolerance = setting.tolerance;
    const auto start = Clock::now();
    const HeatRun run = advance(p, state, 600, options, Job());
    const double seconds = since(start);
    double dead = 0, dose = 0;
    for (size_t v = 0; v < state.omega.size(); ++v) {
        dead += state.omega[v] >= 1;
        dose += state.cem43[v] >= 240;
    }
    const double voxels = double(p.voxels());
    const double bytes = voxels * (double(run.iterations) * kIterationBytes + double(run.passes) * kPassBytes);
    const double flops = voxels * (double(run.iterations) * kIterationFlops + double(run.passes) * kPassFlops);
    const double floor = bytes / bytesASecond;
    std::printf("%-22s %5.2f %7.1f %6lld %5lld %7lld %7lld %7.1f %8.2f %7.1f %6.1f %9.3f %9.3f %9.1e\n", setting.name,
                setting.tolerance, seconds, static_cast<long long>(run.steps), static_cast<long long>(run.rejected),
                static_cast<long long>(run.iterations), static_cast<long long>(run.passes), double(run.bytes) / 1e6,
                flops / bytes, floor, seconds / floor, dead / 1000, dose / 1000,
                (run.fromSource + run.fromBlood + run.throughWalls - run.stored) / std::abs(run.fromBlood));
}

} // namespace

int main()
{
    const double bytesASecond = bandwidth();
    std::printf("96 x 96 x 96 voxels of 1 mm, 600 s of heating; memory moves %.1f GB/s\n", bytesASecond / 1e9);
    std::printf("%-22s %5s %7s %6s %5s %7s %7s %7s %8s %7s %6s %9s %9s %9s\n", "", "tol K", "s", "steps", "again",
                "iter.", "passes", "MB", "flop/B", "floor s", "ratio", "Arrh. mL", "CEM43 mL", "imbalance");
    for (const Setting& s : {Setting{"held at 100 C", 0, 0.3}, Setting{"held at 100 C", 0, 0.05},
                             Setting{"10 W, hardly boils", 10, 0.3}, Setting{"30 W, boils", 30, 0.3}})
        measure(s, bytesASecond);
}
