// Baegert's verification on a case: the planner against an exhaustive scan on the exact score, for targets spread over
// the liver. Prints a table; says at its end how much worse the worst was.
//     bench_liver_targets CASE [TARGETS]

#include "core/base/error.h"
#include "core/case/limit.h"
#include "core/operation/run.h"
#include "core/storage/case_file.h"
#include "plugins/liver/plan_puncture.h"
#include "tests/plugins/liver/exhaustive_scan.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace pollux;
using namespace pollux::liver;

namespace {

/// Places in the liver as far from each other as they go (each next one is the farthest from those before), at least
/// 10 mm below its surface where there are such.
std::vector<Vec3> spread(const Mask& liver, size_t count)
{
    const Grid& g = liver.grid();
    const IndexBox box = liver.box();
    std::vector<Vec3> inside;
    const auto step = [&](int axis) { return std::max(1, int(6 / g.spacing[axis])); };
    for (int k = box.min[2]; k < box.max[2]; k += step(2))
        for (int j = box.min[1]; j < box.max[1]; j += step(1))
            for (int i = box.min[0]; i < box.max[0]; i += step(0)) {
                const Vec3 p = g.toPatient(i, j, k);
                bool deep = true;
                for (int axis = 0; axis < 3 && deep; ++axis)
                    for (const double side : {-10.0, 10.0}) {
                        Vec3 q = p;
                        q[axis] += side;
                        deep = deep && liver.contains(q);
                    }
                if (deep)
                    inside.push_back(p);
            }
    std::vector<Vec3> out;
    if (inside.empty())
        return out;
    out.push_back(inside[inside.size() / 2]);
    while (out.size() < count) {
        const auto nearest = [&](const Vec3& p) {
            double d = 1e9;
            for (const Vec3& o : out)
                d = std::min(d, (o - p).norm());
            return d;
        };
        out.push_back(*std::max_element(inside.begin(), inside.end(),
                                        [&](const Vec3& a, const Vec3& b) { return nearest(a) < nearest(b); }));
    }
    return out;
}

} // namespace

int main(int argc, char** argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // minutes a line on a real study
    if (argc < 2) {
        std::fprintf(stderr, "bench_liver_targets CASE [TARGETS]\n");
        return 2;
    }
    try {
        const Case c = loadCase(argv[1], Job());
        const PlanPuncture operation(LimitTable::builtIn());
        const auto liver = c.findAnatomy("liver");
        if (!liver || !c.structure(*liver).mask) {
            std::fprintf(stderr, "The case has no liver with a mask.\n");
            return 3;
        }
        const size_t count = argc > 2 ? size_t(std::max(1, std::atoi(argv[2]))) : 10;
        double worst = -1;
        int compared = 0, without = 0;
        std::printf("%-28s %10s %10s %8s %8s %9s %9s\n", "target (LPS, mm)", "planner", "scan", "worse %", "paths",
                    "plan s", "scan s");
        for (const Vec3& target : spread(*c.structure(*liver).mask, count)) {
            ParamValues given;
            given.set("target", std::string());
            given.set("target_point", target);
            const ParamValues values = completed(operation.declare(), given);
            const PathEvaluator evaluator(c, operation.evaluatorOptions(values), Job());
            const auto now = [] { return std::chrono::steady_clock::now(); };
            const auto seconds = [](auto a, auto b) { return std::chrono::duration<double>(b - a).count(); };
            const auto start = now();
            const PlanResult p = plan(evaluator, PlanRequest{}, Job());
            const auto planned = now();
            const auto all = exhaustive_scan::exhaustive(evaluator, p.path.target, p.scan);
            const auto scanned = now();
            const bool any = p.exact.feasible() && all.best < 1;
            const double worse = 100 * (p.exact.score / all.best - 1);
            std::printf("%8.1f %8.1f %8.1f   %10.5f %10.5f ", target.x(), target.y(), target.z(), p.exact.score,
                        all.best);
            if (any)
                std::printf("%+8.2f ", worse);
            else
                std::printf("%8s ", all.best < 1 ? "MISSED" : "no path");
            std::printf("%8zu %9.2f %9.2f\n", all.paths, seconds(start, planned), seconds(planned, scanned));
            if (any) {
                worst = std::max(worst, worse);
                ++compared;
            } else if (all.best < 1) {
                worst = 1e9;
            } else {
                ++without;
            }
        }
        std::printf("%d targets compared, %d without a path in either; the worst is %+.2f %%\n", compared, without,
                    worst);
    } catch (const Error& e) {
        std::fprintf(stderr, "%s %s\n", e.message().c_str(), e.advice().c_str());
        return 1;
    }
    return 0;
}
