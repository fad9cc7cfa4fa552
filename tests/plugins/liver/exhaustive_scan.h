#pragma once

// Baegert's design of verification: every usable path measured exactly, to be held against what a search finds.

#include "core/base/parallel.h"
#include "plugins/liver/planner.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <utility>
#include <vector>

namespace exhaustive_scan {

using namespace pollux;
using namespace pollux::liver;

struct Measured
{
    Vec3 entry;
    double score = 1; ///< exact; 1 where a limit is broken
};

/// Exact scores, on all cores.
inline std::vector<Measured> measured(const PathEvaluator& e, const Vec3& target, const std::vector<Vec3>& entries)
{
    std::vector<Measured> out(entries.size());
    parallelFor(0, static_cast<std::int64_t>(entries.size()), 16, [&](std::int64_t first, std::int64_t last) {
        for (auto n = static_cast<size_t>(first); n < static_cast<size_t>(last); ++n) {
            const PathScore s = judge(measureExactly(e.scene(), e.limits(), target, entries[n], Job()).measures,
                                      e.limits(), e.weights());
            out[n] = {entries[n], s.feasible() ? s.score : 1};
        }
    });
    return out;
}

/// 3 x 3 entries around each of those whose score is within `slack` of the best, `step` mm apart; the middle one aside.
inline std::vector<Vec3> finer(const std::vector<Measured>& coarse, const Vec3& target, double slack, double step)
{
    double best = 1;
    for (const Measured& m : coarse)
        best = std::min(best, m.score);
    std::vector<Vec3> out;
    for (const Measured& m : coarse) {
        if (m.score > best + slack)
            continue;
        const Vec3 d = (m.entry - target).normalized();
        const Vec3 u = d.unitOrthogonal(), v = d.cross(u);
        for (int i = -1; i <= 1; ++i)
            for (int j = -1; j <= 1; ++j)
                if (i || j)
                    out.push_back(m.entry + step * (i * u + j * v));
    }
    return out;
}

struct Exhaustive
{
    double best = 1;
    size_t paths = 0;
};

/// Every usable point of the skin measured exactly; then a third of the spacing (3.3 mm) around those within 0.03 of
/// the best, and a ninth around those within 0.01: between neighbours that far apart the score changes less.
inline Exhaustive exhaustive(const PathEvaluator& e, const Vec3& target, const SkinScan& scan)
{
    std::vector<Vec3> entries;
    for (size_t n = 0; n < scan.feasible.size(); ++n)
        if (scan.feasible[n])
            entries.push_back(e.entries().points[n]);
    Exhaustive out;
    for (const auto& [slack, step] : {std::pair(0.03, 1.1), std::pair(0.01, 0.37), std::pair(0.0, 0.0)}) {
        const std::vector<Measured> level = measured(e, target, entries);
        out.paths += level.size();
        for (const Measured& m : level)
            out.best = std::min(out.best, m.score);
        entries = finer(level, target, slack, step);
    }
    return out;
}

} // namespace exhaustive_scan
