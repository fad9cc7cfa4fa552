#include "plugins/liver/plan_numbers.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>

namespace pollux::liver {

namespace {

constexpr size_t kMostCandidates = 150;
constexpr size_t kMostZones = 20;

using nlohmann::json;

json point(const Vec3& p)
{
    return json::array({p[0], p[1], p[2]});
}

json criteriaJson(const Criteria& criteria)
{
    json j;
    for (int c = 0; c < kCriterionCount; ++c)
        j[std::string(key(static_cast<Criterion>(c)))] = criteria[static_cast<size_t>(c)];
    return j;
}

json candidate(const PathEvaluator& evaluator, const SkinScan& scan, std::uint32_t n)
{
    const PathScore& s = scan.scores[n];
    json j{{"entry", point(evaluator.entries().points[n])},
           {"score", s.score},
           {"criteria", criteriaJson(s.criteria)},
           {"length_mm", s.measures.length},
           {"tilt_deg", s.measures.tilt}};
    if (std::isfinite(s.measures.capsuleAngle))
        j["capsule_deg"] = s.measures.capsuleAngle;
    if (std::isfinite(s.measures.burn.healthyMl))
        j["healthy_ml"] = s.measures.burn.healthyMl;
    // JSON knows no infinity: without an obstacle near there is no clearance to tell.
    if (s.clearanceObstacle >= 0) {
        j["clearance_mm"] = s.clearance;
        j["nearest"] = evaluator.scene().obstacles[static_cast<size_t>(s.clearanceObstacle)].id.text();
    }
    return j;
}

/// Of the front: the best by score, and after them the best by each criterion and of each zone, so that what somebody
/// else would weigh more is there to be chosen.
std::vector<std::uint32_t> toKeep(const PlanResult& result)
{
    const std::vector<std::uint32_t>& front = result.front;
    std::vector<std::uint32_t> kept(front.begin(),
                                    front.begin() + std::ptrdiff_t(std::min(kMostCandidates, front.size())));
    const auto add = [&](std::uint32_t n) {
        if (std::find(kept.begin(), kept.end(), n) == kept.end())
            kept.push_back(n);
    };
    for (int c = 0; c < kCriterionCount && !front.empty(); ++c)
        add(*std::min_element(front.begin(), front.end(), [&](std::uint32_t a, std::uint32_t b) {
            return result.scan.scores[a].criteria[static_cast<size_t>(c)] <
                   result.scan.scores[b].criteria[static_cast<size_t>(c)];
        }));
    for (size_t n = 0; n < std::min(kMostZones, result.zones.size()); ++n)
        add(result.zones[n].best);
    return kept;
}

} // namespace

std::string planDetail(const PathEvaluator& evaluator, const PlanResult& result, const PlanRequest& request)
{
    json j;
    j["chosen"] = !result.chosen            ? "given"
                  : result.searches.empty() ? "best of the front"
                                            : "best of the local searches";
    j["rejected_exactly"] = result.rejectedExactly;
    j["criteria"] = criteriaJson(result.exact.criteria);
    j["map"] = {{"spacing_mm", evaluator.map().spacing()}, {"score", result.map.score}};

    const PathLimits& l = evaluator.limits();
    j["limits"] = {{"organ_margin", l.organMargin},   {"bone_margin", l.boneMargin},
                   {"vessel_margin", l.vesselMargin}, {"major_diameter", l.majorDiameter},
                   {"shaft_length", l.shaftLength},   {"tip_overshoot", l.tipOvershoot},
                   {"capsule_angle", l.capsuleAngle}, {"parenchyma", l.parenchyma},
                   {"crossings", l.capsuleCrossings}, {"tilt", l.tilt},
                   {"table_angle", l.tableAngle},     {"skin_angle", l.skinAngle},
                   {"zone_along", l.zoneAlong},       {"zone_across", l.zoneAcross},
                   {"zone_offset", l.zoneOffset},     {"zone_derating", l.zoneDerating},
                   {"zone_margin", l.zoneMargin}};
    for (int c = 0; c < kCriterionCount; ++c)
        j["weights"][std::string(key(static_cast<Criterion>(c)))] = evaluator.weights()[static_cast<size_t>(c)];

    const Robustness& r = result.robust;
    j["robustness"] = {{"jitter_mm", request.jitter}, {"angle_deg", request.jitterAngle},
                       {"samples", r.samples},        {"worst_distance_mm", r.worstDistance},
                       {"worst_score", r.worstScore}, {"violating_share", r.violating},
                       {"touching_share", r.touching}};

    j["candidates"] = json::array();
    std::map<std::uint32_t, size_t> zoneOf; ///< counted from 1, by point of the skin
    for (size_t z = 0; z < result.zones.size(); ++z)
        for (const std::uint32_t member : result.zones[z].members)
            zoneOf[member] = z + 1;
    for (const std::uint32_t n : toKeep(result)) {
        json one = candidate(evaluator, result.scan, n);
        if (const auto zone = zoneOf.find(n); zone != zoneOf.end()) {
            one["zone"] = zone->second;
            one["best_of_zone"] = result.zones[zone->second - 1].best == n;
        }
        j["candidates"].push_back(std::move(one));
    }
    j["front_size"] = result.front.size();
    j["searches"] = json::array();
    for (const Refined& s : result.searches)
        j["searches"].push_back({{"from", point(evaluator.entries().points[s.from])},
                                 {"from_score", s.startScore},
                                 {"from_breaks", s.startViolations},
                                 {"entry", point(s.path.entry)},
                                 {"score", s.score.score},
                                 {"breaks", std::popcount(s.score.violations)},
                                 {"measurements", s.evaluations}});
    j["zones"] = json::array();
    for (size_t n = 0; n < std::min(kMostZones, result.zones.size()); ++n) {
        json zone = candidate(evaluator, result.scan, result.zones[n].best);
        zone["area_cm2"] = result.zones[n].areaMm2 / 100;
        zone["points"] = result.zones[n].members.size();
        j["zones"].push_back(zone);
    }
    j["zone_count"] = result.zones.size();
    json kills = json::object();
    for (int c = 0; c < kConstraintCount; ++c)
        if (const int n = result.scan.kills[static_cast<size_t>(c)]; n > 0)
            kills[std::string(key(static_cast<Constraint>(c)))] = n;
    j["blocked_by"] = kills;
    return j.dump();
}

} // namespace pollux::liver
