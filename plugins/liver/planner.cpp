#include "plugins/liver/planner.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "plugins/liver/pareto.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace pollux::liver {

namespace {

constexpr size_t kExactTries = 50;
constexpr size_t kSearches = 8;

/// The candidate that breaks the fewest limits, then with the least score.
std::optional<std::uint32_t> leastBad(const SkinScan& scan)
{
    std::optional<std::uint32_t> best;
    const auto rank = [&](std::uint32_t n) {
        return std::pair(std::popcount(scan.scores[n].violations), scan.scores[n].score);
    };
    for (std::uint32_t n = 0; n < scan.candidate.size(); ++n)
        if (scan.candidate[n] && (!best || rank(n) < rank(*best)))
            best = n;
    return best;
}

std::string commonReasons(const SkinScan& scan)
{
    std::vector<int> order(kConstraintCount);
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return scan.kills[static_cast<size_t>(a)] > scan.kills[static_cast<size_t>(b)];
    });
    std::string text;
    int named = 0;
    for (const int c : order) {
        const auto constraint = static_cast<Constraint>(c);
        if (constraint == Constraint::EdgeOfImage || constraint == Constraint::FacesAway ||
            scan.kills[static_cast<size_t>(c)] == 0 || named == 3)
            continue;
        text += (named++ ? ", " : "") + std::string(name(constraint)) + " (" +
                toText(std::int64_t(scan.kills[static_cast<size_t>(c)])) + ")";
    }
    return text;
}

} // namespace

std::vector<std::uint32_t> frontOf(const SkinScan& scan, const Weights& weights)
{
    std::vector<std::uint32_t> members;
    for (std::uint32_t n = 0; n < scan.feasible.size(); ++n)
        if (scan.feasible[n])
            members.push_back(n);
    std::vector<size_t> own, others;
    for (size_t c = 0; c < kCriterionCount; ++c) {
        const auto criterion = static_cast<Criterion>(c);
        const bool shown = criterion == Criterion::Length || criterion == Criterion::Risk ||
                           criterion == Criterion::Capsule || criterion == Criterion::Burnt;
        if (weights[c] > 0)
            (shown ? own : others).push_back(c);
    }
    // Ranks of the sum: as floats the sums could tie where they differ, and a tie may dominate.
    std::vector<float> rank(members.size(), 0);
    if (!others.empty()) {
        std::vector<double> sum(members.size(), 0);
        for (size_t m = 0; m < members.size(); ++m)
            for (const size_t c : others)
                sum[m] += weights[c] * scan.scores[members[m]].criteria[c];
        std::vector<double> levels = sum;
        std::sort(levels.begin(), levels.end());
        for (size_t m = 0; m < members.size(); ++m)
            rank[m] = static_cast<float>(std::lower_bound(levels.begin(), levels.end(), sum[m]) - levels.begin());
    }
    std::vector<std::uint32_t> front = members;
    if (const size_t objectives = own.size() + !others.empty(); objectives > 0 && !members.empty()) {
        std::vector<float> values;
        values.reserve(members.size() * objectives);
        for (size_t m = 0; m < members.size(); ++m) {
            for (const size_t c : own)
                values.push_back(scan.scores[members[m]].criteria[c]);
            if (!others.empty())
                values.push_back(rank[m]);
        }
        front.clear();
        for (const std::uint32_t n : paretoFront(values, static_cast<int>(objectives)))
            front.push_back(members[n]);
    }
    std::stable_sort(front.begin(), front.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return scan.scores[a].score < scan.scores[b].score; });
    return front;
}

SkinScan scanSkin(const PathEvaluator& evaluator, const Vec3& target, const Job& job)
{
    const SkinEntries& skin = evaluator.entries();
    const size_t n = skin.size();
    SkinScan scan;
    scan.scores.resize(n);
    scan.candidate.assign(n, 0);
    scan.feasible.assign(n, 0);
    const BurnTable burn = evaluator.burnTable(target, job);
    parallelFor(0, static_cast<std::int64_t>(n), 256, [&](std::int64_t first, std::int64_t last) {
        job.checkStop();
        for (auto i = static_cast<size_t>(first); i < static_cast<size_t>(last); ++i) {
            PathScore& s = scan.scores[i];
            const Vec3 towards = skin.points[i] - target;
            if (skin.edge[i]) {
                s.add(Constraint::EdgeOfImage);
            } else if (skin.normals[i].dot(towards) <= 0) {
                s.add(Constraint::FacesAway);
            } else {
                s = evaluator.evaluate(target, skin.points[i], skin.normals[i], &burn);
                scan.candidate[i] = 1;
                scan.feasible[i] = s.feasible();
            }
        }
    });
    // Sums in order, on one thread: the same on every run.
    for (size_t i = 0; i < n; ++i) {
        if (scan.candidate[i])
            scan.candidateAreaMm2 += skin.areas[i];
        if (scan.feasible[i])
            scan.feasibleAreaMm2 += skin.areas[i];
        else
            ++scan.kills[static_cast<size_t>(scan.scores[i].reason())];
    }
    return scan;
}

PlanResult plan(const PathEvaluator& evaluator, const PlanRequest& request, const Job& job)
{
    const Scene& scene = evaluator.scene();
    const Vec3 target = request.target.value_or(scene.target);
    PlanResult out;
    const auto found = [&](Severity severity, std::string code, std::string text, std::string advice) {
        Finding f;
        f.severity = severity;
        f.code = std::move(code);
        f.text = std::move(text);
        f.advice = std::move(advice);
        out.findings.push_back(std::move(f));
    };
    const auto measured = [&](const Vec3& entry) {
        ExactPath path = measureExactly(scene, evaluator.limits(), target, entry, job);
        PathScore score = judge(path.measures, evaluator.limits(), evaluator.weights());
        return std::pair(std::move(path), std::move(score));
    };

    if (evaluator.entries().size() > 0) {
        out.scan = scanSkin(evaluator, target, job);
        std::vector<float> scores(out.scan.scores.size());
        std::transform(out.scan.scores.begin(), out.scan.scores.end(), scores.begin(),
                       [](const PathScore& s) { return static_cast<float>(s.score); });
        out.zones = zones(evaluator.entries(), out.scan.feasible, scores);
        out.front = frontOf(out.scan, evaluator.weights());
    } else if (!request.entry) {
        throw Error(ErrorCode::BadInput, "There is no skin to choose an entry from.",
                    "Segment the body outline (skin), or give an entry point.");
    }
    job.progress(0.5, "Exact numbers");

    if (request.entry) {
        std::tie(out.path, out.exact) = measured(*request.entry);
        if (out.path.moved > 2)
            found(Severity::Note, "liver.entry-moved",
                  "The entry was set " + toText(out.path.moved, 1) +
                      " mm off the skin and was moved along the path to it.",
                  "Set it on the skin if another path was meant.");
    } else {
        out.chosen = true;
        std::pair<ExactPath, PathScore> best;
        const auto starts = searchStarts(evaluator.entries(), out.scan.scores, out.scan.feasible, out.zones, kSearches);
        out.searches.resize(starts.size());
        parallelFor(0, static_cast<std::int64_t>(starts.size()), 1, [&](std::int64_t first, std::int64_t last) {
            for (auto n = static_cast<size_t>(first); n < static_cast<size_t>(last); ++n)
                out.searches[n] = refine(evaluator, target, starts[n], job);
        });
        const auto winner =
            std::min_element(out.searches.begin(), out.searches.end(),
                             [](const Refined& a, const Refined& b) { return better(a.score, b.score); });
        bool good = winner != out.searches.end() && winner->score.feasible();
        if (good)
            best = {winner->path, winner->score};
        for (size_t n = 0; !good && n < std::min(kExactTries, out.front.size()); ++n) {
            auto candidate = measured(evaluator.entries().points[out.front[n]]);
            if (candidate.second.feasible()) {
                best = std::move(candidate);
                good = true;
                break;
            }
            ++out.rejectedExactly;
        }
        if (!good) {
            const auto n = out.front.empty() ? leastBad(out.scan) : std::optional(out.front.front());
            if (!n)
                throw Error(ErrorCode::BadInput, "No point of the skin faces the target.",
                            "Check the body outline and the target.");
            best = measured(evaluator.entries().points[*n]);
            found(
                Severity::Stop, "liver.no-path",
                "No entry keeps all limits. Shown is a path that breaks few: not to be used. Most frequent reasons: " +
                    commonReasons(out.scan) + ".",
                "Check the structures, choose another needle or position, or change a limit and say why.");
        }
        std::tie(out.path, out.exact) = std::move(best);
    }
    out.map = evaluator.evaluate(target, out.path.entry);
    out.robust = robustness(evaluator, target, out.path.entry, request.jitter, request.jitterAngle);
    return out;
}

} // namespace pollux::liver
