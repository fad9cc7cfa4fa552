#include "plugins/liver/breathing.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace pollux::liver {

namespace {

constexpr double kStep = 1;           // mm along the needle
constexpr std::uint8_t kBeyond = 255; // of them

bool within(const BreathingQuestion& q, const motion::BreathingState& s)
{
    const double part = s.value / q.trace.depth;
    return q.gateIn ? part >= 1 - q.gatePart : part <= q.gatePart;
}

void addTarget(PathOverBreath& out, const motion::MotionModel& model, const BreathingQuestion& q)
{
    TargetOverBreath& t = out.target;
    Vec3 low = Vec3::Constant(std::numeric_limits<double>::infinity()), high = -low, sum = Vec3::Zero();
    int missed = 0, gated = 0, gateMissed = 0;
    for (size_t k = 0; k < out.states.size(); ++k) {
        const Vec3 u = model.displacement(q.target, out.states[k]);
        t.moved.push_back(u);
        low = low.cwiseMin(u);
        high = high.cwiseMax(u);
        t.farthest = std::max(t.farthest, u.norm());
        const bool miss = u.norm() > q.miss;
        missed += miss;
        if (out.inGate[k]) {
            ++gated;
            gateMissed += miss;
            sum += u;
        }
    }
    t.range = high - low;
    const double all = double(out.states.size());
    t.missed = missed / all;
    t.duty = q.gateIn ? 1 - q.trace.dutyCycle(1 - q.gatePart) : q.trace.dutyCycle(q.gatePart);
    if (gated == 0)
        return;
    t.gateOffset = sum / gated;
    t.gateMissed = double(gateMissed) / gated;
    for (size_t k = 0; k < out.states.size(); ++k)
        if (out.inGate[k])
            t.gateResidual = std::max(t.gateResidual, (t.moved[k] - t.gateOffset).norm());
}

/// Of one point of the needle, that lies at `reference` on the images.
template <class Take>
void eachDistance(const RiskMap& map, const Vec3& reference, const Take& take)
{
    const std::int64_t at = map.offset(reference);
    if (at < 0)
        return;
    const RiskCell& cell = map.cells()[static_cast<size_t>(at)];
    for (size_t c = 0; c < 3; ++c)
        if (cell.distance[c] != kBeyond)
            take(c, kDistanceStep * cell.distance[c], map.nearestObstacle(at, static_cast<ObstacleClass>(c)));
}

} // namespace

PathOverBreath pathOverBreath(const PathEvaluator& evaluator, const motion::MotionModel& model,
                              const BreathingQuestion& q, const Job& job)
{
    PathOverBreath out;
    out.states = q.trace.cycle(q.steps);
    for (const motion::BreathingState& s : out.states)
        out.inGate.push_back(within(q, s));
    addTarget(out, model, q);

    const RiskMap& map = evaluator.map();
    std::vector<Vec3> needle;
    const double length = (q.tip - q.entry).norm();
    const int points = std::max(2, static_cast<int>(std::ceil(length / kStep)) + 1);
    for (int n = 0; n < points; ++n)
        needle.push_back(q.entry + double(n) / (points - 1) * (q.tip - q.entry));
    std::set<int> near;
    for (const Vec3& p : needle)
        eachDistance(map, p, [&](size_t c, double distance, int obstacle) {
            out.distances[c].planned = std::min(out.distances[c].planned, distance);
            near.insert(obstacle);
        });

    out.plannedScore = evaluator.evaluate(q.target, q.entry).score;
    int blocked = 0;
    for (size_t k = 0; k < out.states.size(); ++k) {
        job.checkStop();
        for (const Vec3& p : needle)
            eachDistance(map, model.referencePoint(p, out.states[k]), [&](size_t c, double distance, int obstacle) {
                DistanceOverBreath& d = out.distances[c];
                near.insert(obstacle);
                if (distance < d.least) {
                    d.least = distance;
                    d.obstacle = obstacle;
                    d.step = k;
                    d.place = p;
                }
                if (out.inGate[k])
                    d.leastInGate = std::min(d.leastInGate, distance);
            });
        const PathScore score = evaluator.evaluate(model.referencePoint(q.target, out.states[k]),
                                                   model.referencePoint(q.entry, out.states[k]));
        blocked += !score.feasible();
        if (k == 0 || score.score > out.worstScore)
            out.worstScore = score.score;
        if (!score.feasible() && out.worstReason.empty())
            out.worstReason = evaluator.reasonText(score);
    }
    out.blocked = double(blocked) / double(out.states.size());
    near.erase(-1);
    out.near.assign(near.begin(), near.end());
    return out;
}

Mask envelope(const Mask& mask, const motion::MotionModel& model, const std::vector<motion::BreathingState>& states,
              const Box& region, const Job& job)
{
    const Grid& grid = mask.grid();
    IndexBox box{grid.size, {0, 0, 0}};
    for (int corner = 0; corner < 8; ++corner) {
        const Vec3 p(corner & 1 ? region.max.x() : region.min.x(), corner & 2 ? region.max.y() : region.min.y(),
                     corner & 4 ? region.max.z() : region.min.z());
        const Vec3 i = grid.toIndex(p);
        for (size_t a = 0; a < 3; ++a) {
            const double x = std::clamp(i[static_cast<Eigen::Index>(a)], 0.0, grid.size[a] - 1.0);
            box.min[a] = std::min(box.min[a], static_cast<int>(std::floor(x)));
            box.max[a] = std::max(box.max[a], static_cast<int>(std::ceil(x)) + 1);
        }
    }
    if (box.empty() || mask.empty())
        return Mask(grid, IndexBox{}, {});
    std::vector<std::uint8_t> voxels(static_cast<size_t>(box.voxels()));
    parallelFor(box.min[2], box.max[2], 1, [&](std::int64_t first, std::int64_t last) {
        for (auto k = static_cast<int>(first); k < last; ++k) {
            job.checkStop();
            auto n = static_cast<size_t>(std::int64_t(k - box.min[2]) * box.size(1) * box.size(0));
            for (int j = box.min[1]; j < box.max[1]; ++j)
                for (int i = box.min[0]; i < box.max[0]; ++i, ++n) {
                    const Vec3 p = grid.toPatient(i, j, k);
                    for (const motion::BreathingState& s : states)
                        if (mask.contains(model.referencePoint(p, s))) {
                            voxels[n] = 1;
                            break;
                        }
                }
        }
    });
    return Mask(grid, box, voxels);
}

} // namespace pollux::liver
