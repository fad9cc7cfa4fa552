#include "plugins/liver/evaluator.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux::liver {

PathEvaluator::PathEvaluator(const Case& c, const EvaluatorOptions& options, const Job& job)
    : PathEvaluator(std::make_shared<const Scene>(makeScene(c, options.scene, job.part(0, 0.5))), options,
                    job.part(0.5, 1))
{
}

PathEvaluator::PathEvaluator(std::shared_ptr<const Scene> scene, const EvaluatorOptions& options, const Job& job)
    : m_scene(std::move(scene)), m_limits(options.limits), m_weights(options.weights)
{
    const double reach = std::max(options.reach, options.limits.shaftLength) + 2 * options.limits.safeDistance;
    m_map = std::make_shared<const RiskMap>(*m_scene, reach, options.mapSpacing, job);
    m_entries = std::make_shared<const SkinEntries>(makeSkinEntries(*m_scene));
    m_burn = std::make_shared<const BurnModel>(*m_scene, *m_map);
}

ContentKey PathEvaluator::sourceKey(const Case& c, const EvaluatorOptions& options)
{
    Hasher h;
    h.add(options.scene.lesion.text()).add(std::int64_t(options.scene.confirmedOnly)).add(options.scene.majorDiameter);
    h.add(options.scene.zoneMargin);
    h.add(std::max(options.reach, options.limits.shaftLength)).add(options.limits.safeDistance).add(options.mapSpacing);
    // The map reaches from the liver, so a moved target keeps it unless the target itself is given only as a point
    // and there is no liver; the target's place is cheap to add and safe.
    if (options.scene.target)
        for (int a = 0; a < 3; ++a)
            h.add((*options.scene.target)[a]);
    for (const auto& [id, s] : c.structures) {
        const bool matters = s->anatomy == "skin" || s->anatomy == "liver" || s->anatomy == "liver_lesion" ||
                             id == options.scene.lesion || obstacleClass(s->anatomy);
        if (!matters || !s->mask)
            continue;
        h.add(id.text()).add(s->anatomy).add(s->mask->key());
        if (s->tree)
            h.add(s->tree->key());
        h.add(static_cast<std::int64_t>(s->state)).add(s->name);
    }
    return h.key();
}

PathEvaluator PathEvaluator::with(const PathLimits& limits, const Weights& weights) const
{
    PathEvaluator other = *this;
    other.m_limits = limits;
    other.m_weights = weights;
    return other;
}

PathScore PathEvaluator::evaluate(const Vec3& target, const Vec3& entry) const
{
    const std::int64_t n = m_entries->nearest(entry);
    return evaluate(target, entry, n < 0 ? Vec3(Vec3::Zero()) : m_entries->normals[static_cast<size_t>(n)]);
}

PathScore PathEvaluator::evaluate(const Vec3& target, const Vec3& entry, const Vec3& skinNormal,
                                  const BurnTable* burn) const
{
    PathMeasures m = march(*m_map, m_limits, target, entry, skinNormal);
    if (m.length > 0) {
        const Vec3 inwards = (target - entry) / m.length;
        m.burn = burn ? burn->at(inwards) : m_burn->at(m_limits, target, inwards);
    }
    return judge(m, m_limits, m_weights);
}

BurnTable PathEvaluator::burnTable(const Vec3& target, const Job& job) const
{
    return BurnTable(*m_burn, m_limits, target, job);
}

std::string PathEvaluator::reasonText(const PathScore& score) const
{
    if (score.feasible())
        return {};
    std::string text(name(score.reason()));
    if (const int n = score.reasonObstacle(); n >= 0)
        text += ": " + m_scene->obstacles[static_cast<size_t>(n)].name;
    return text;
}

Robustness robustness(const PathEvaluator& evaluator, const Vec3& target, const Vec3& entry, double jitter,
                      double angleDegrees)
{
    const Vec3 path = target - entry;
    const double length = path.norm();
    Robustness out;
    if (!(length > 0))
        return out;
    const std::int64_t skin = evaluator.entries().nearest(entry);
    const Vec3 normal = skin < 0 ? Vec3(Vec3::Zero()) : evaluator.entries().normals[static_cast<size_t>(skin)];

    const Vec3 d = path / length;
    const Vec3 u = d.unitOrthogonal();
    const Vec3 v = d.cross(u);
    std::vector<Vec3> tips{target};
    const double angle = angleDegrees * std::numbers::pi / 180;
    for (int n = 0; n < 8; ++n) {
        const double phi = n * std::numbers::pi / 4;
        tips.push_back(entry +
                       length * (std::cos(angle) * d + std::sin(angle) * (std::cos(phi) * u + std::sin(phi) * v)));
    }
    std::vector<Vec3> shifts{Vec3::Zero()};
    for (int a = 0; a < 3; ++a)
        for (const double sign : {-1.0, 1.0})
            shifts.push_back(sign * jitter * Vec3::Unit(a));
    for (int corner = 0; corner < 8; ++corner)
        shifts.push_back(jitter / std::numbers::sqrt3 *
                         Vec3(corner & 1 ? 1 : -1, corner & 2 ? 1 : -1, corner & 4 ? 1 : -1));

    int violating = 0, touching = 0;
    for (const Vec3& tip : tips)
        for (const Vec3& shift : shifts) {
            const PathScore s = evaluator.evaluate(tip + shift, entry, normal);
            ++out.samples;
            violating += !s.feasible();
            double distance = kFar;
            for (size_t kind = 0; kind < 3; ++kind)
                distance = std::min(distance, s.measures.distance[kind]);
            touching += distance <= 0;
            out.worstDistance = std::min(out.worstDistance, distance);
            if (s.clearance < out.worstClearance) {
                out.worstClearance = s.clearance;
                out.worstObstacle = s.clearanceObstacle;
            }
            out.worstScore = std::max(out.worstScore, s.score);
        }
    out.violating = double(violating) / out.samples;
    out.touching = double(touching) / out.samples;
    return out;
}

} // namespace pollux::liver
