#include "plugins/liver/plan_numbers.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cmath>

namespace pollux::liver {

namespace {

constexpr size_t kMostCandidates = 50;
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
    // JSON knows no infinity: without an obstacle near there is no clearance to tell.
    if (s.clearanceObstacle >= 0) {
        j["clearance_mm"] = s.clearance;
        j["nearest"] = evaluator.scene().obstacles[static_cast<size_t>(s.clearanceObstacle)].id.text();
    }
    return j;
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
    for (size_t n = 0; n < std::min(kMostCandidates, result.front.size()); ++n)
        j["candidates"].push_back(candidate(evaluator, result.scan, result.front[n]));
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
