#include "plugins/liver/refine.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>
#include <numeric>

namespace pollux::liver {

namespace {

constexpr double kFirstStep = 4;   // mm on the skin: about the distance of its points
constexpr double kLastStep = 0.25; // well below a voxel
constexpr int kMostEvaluations = 400;
constexpr double kApart = 15;        // mm between starts
constexpr double kWorthwhile = 0.05; // searches gained up to 0.04 on the phantoms: a start farther behind cannot win

} // namespace

bool better(const PathScore& a, const PathScore& b)
{
    return std::pair(std::popcount(a.violations), a.score) < std::pair(std::popcount(b.violations), b.score);
}

Refined refine(const PathEvaluator& evaluator, const Vec3& target, std::uint32_t from, const Job& job)
{
    const auto measured = [&](const Vec3& entry) {
        ExactPath path = measureForScore(evaluator.scene(), evaluator.limits(), target, entry, job);
        PathScore score = judge(path.measures, evaluator.limits(), evaluator.weights());
        return std::pair(std::move(path), std::move(score));
    };
    Refined out;
    out.from = from;
    std::tie(out.path, out.score) = measured(evaluator.entries().points[from]);
    out.startViolations = std::popcount(out.score.violations);
    out.startScore = out.score.score;
    out.evaluations = 1;
    for (double step = kFirstStep; step >= kLastStep && out.evaluations < kMostEvaluations;) {
        const Vec3 path = out.path.entry - target;
        const Vec3 u = path.normalized().unitOrthogonal();
        const Vec3 v = path.normalized().cross(u);
        std::pair<ExactPath, PathScore> best{out.path, out.score};
        bool found = false;
        for (int n = 0; n < 8; ++n) {
            const double phi = n * std::numbers::pi / 4;
            auto tried = measured(out.path.entry + step * (std::cos(phi) * u + std::sin(phi) * v));
            ++out.evaluations;
            if (better(tried.second, best.second)) {
                best = std::move(tried);
                found = true;
            }
        }
        if (found)
            std::tie(out.path, out.score) = std::move(best);
        else
            step /= 2;
    }
    out.path = measureExactly(evaluator.scene(), evaluator.limits(), target, out.path.entry, job);
    out.score = judge(out.path.measures, evaluator.limits(), evaluator.weights());
    return out;
}

std::vector<std::uint32_t> searchStarts(const SkinEntries& entries, const std::vector<PathScore>& scores,
                                        const std::vector<std::uint8_t>& feasible, const std::vector<Zone>& zones,
                                        size_t most)
{
    std::vector<std::uint32_t> starts, order;
    for (const Zone& zone : zones)
        order.push_back(zone.best);
    const auto byScore = [&](std::uint32_t a, std::uint32_t b) { return scores[a].score < scores[b].score; };
    std::stable_sort(order.begin(), order.end(), byScore);
    const size_t ofZones = order.size();
    for (std::uint32_t n = 0; n < feasible.size(); ++n)
        if (feasible[n])
            order.push_back(n);
    std::stable_sort(order.begin() + static_cast<std::ptrdiff_t>(ofZones), order.end(), byScore);
    double least = std::numeric_limits<double>::infinity();
    for (const std::uint32_t n : order)
        least = std::min(least, scores[n].score);
    for (const std::uint32_t n : order) {
        if (starts.size() == most)
            break;
        if (scores[n].score > least + kWorthwhile)
            continue;
        const bool near = std::any_of(starts.begin(), starts.end(), [&](std::uint32_t s) {
            return (entries.points[s] - entries.points[n]).norm() < kApart;
        });
        if (!near)
            starts.push_back(n);
    }
    return starts;
}

} // namespace pollux::liver
