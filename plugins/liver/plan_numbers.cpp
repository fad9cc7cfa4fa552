#include "plugins/liver/plan_numbers.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace pollux::liver {

namespace {

std::optional<double> known(double value)
{
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

struct Bound
{
    std::string id;
    double value;
    bool least; ///< the number must be at least (else at most) the limit
};

PlanNumber number(std::string key, std::string label, Unit unit, std::optional<double> value,
                  const std::optional<Bound>& bound = {}, std::string unchecked = {})
{
    PlanNumber n;
    n.key = std::move(key);
    n.label = std::move(label);
    n.unit = unit;
    n.after = value;
    if (bound) {
        n.limit = bound->id;
        n.limitValue = bound->value;
        if (value)
            n.verdict = (bound->least ? *value < bound->value : *value > bound->value) ? "stop" : "ok";
        else
            n.note = "not checked: " + unchecked;
    }
    return n;
}

Bound boundOf(const Obstacle& o, const PathLimits& l)
{
    switch (o.kind) {
    case ObstacleClass::Bone:
        return {"liver.h1.bone_margin", l.boneMargin, true};
    case ObstacleClass::Organ:
        return {"liver.h1.margin", l.organMargin, true};
    case ObstacleClass::Vessel:
        break;
    }
    return {"liver.h2.vessel_margin", l.vesselMargin, true};
}

PlanNumber distanceNumber(const Obstacle& o, double distance, const PathLimits& limits)
{
    PlanNumber n =
        number("distance." + o.id.text(), "Distance to " + o.name, Unit::Millimetre, distance, boundOf(o, limits));
    if (distance <= 0) {
        n.verdict = "stop"; // whatever the margin
        n.note = "the path touches it";
    }
    return n;
}

std::vector<PlanNumber> pathNumbers(const PathMeasures& m, const PathLimits& l)
{
    std::vector<PlanNumber> out;
    out.push_back(number("length", "Path length, skin to target", Unit::Millimetre, m.length,
                         Bound{"liver.h3.shaft_length", l.shaftLength - l.tipOvershoot, false}));
    if (l.tipOvershoot > 0)
        out.back().note = "limit: shaft of " + toText(l.shaftLength, 0) + " mm less " + toText(l.tipOvershoot, 1) +
                          " mm beyond the target";
    out.push_back(number("skin_angle", "Angle to the skin", Unit::Degree, known(m.skinAngle),
                         Bound{"liver.h8.skin_angle", l.skinAngle, true}, "no skin"));
    out.push_back(number("capsule_angle", "Angle to the liver capsule", Unit::Degree, known(m.capsuleAngle),
                         Bound{"liver.h4.capsule_angle", l.capsuleAngle, true}, "no capsule on the way"));
    if (m.capsulePoint.allFinite())
        out.back().place = m.capsulePoint;
    out.push_back(number("tilt", "Cranio-caudal tilt", Unit::Degree, m.tilt, Bound{"liver.h7.tilt", l.tilt, false}));
    out.push_back(number("table_angle", "Angle below the horizontal", Unit::Degree, m.belowTable,
                         Bound{"liver.h7.table_angle", l.tableAngle, false}));
    out.push_back(number("parenchyma", "Liver tissue before the target", Unit::Millimetre, known(m.parenchyma),
                         Bound{"liver.h5.parenchyma", l.parenchyma, true}, "no liver"));
    out.push_back(number("capsule_crossings", "Capsule crossings", Unit::Count,
                         m.crossings < 0 ? std::nullopt : std::optional<double>(m.crossings),
                         Bound{"liver.h6.capsule_crossings", double(l.capsuleCrossings), false}, "no liver"));
    if (m.crossings == 0) {
        out.back().verdict = "warning";
        out.back().note = "the path never enters the liver";
    }
    out.push_back(number("minor_vessels", "Way through small vessels", Unit::Millimetre, m.minorVessels));
    out.push_back(number("double_oblique", "Angle to the nearest cardinal plane", Unit::Degree, m.oblique));
    return out;
}

} // namespace

std::vector<PlanNumber> planNumbers(const PathEvaluator& evaluator, const PlanResult& result,
                                    const PlanRequest& request)
{
    const PathLimits& l = evaluator.limits();
    std::vector<PlanNumber> out = pathNumbers(result.path.measures, l);
    for (const ObstacleDistance& d : result.path.distances) {
        const Obstacle& o = evaluator.scene().obstacles[static_cast<size_t>(d.obstacle)];
        PlanNumber n = distanceNumber(o, d.nearest.distance, l);
        n.place = d.nearest.onMask;
        out.push_back(std::move(n));
    }
    out.push_back(number("score", "Weighted score (0 best, 1 worst)", Unit::None, result.exact.score));

    const Robustness& r = result.robust;
    const std::string trial = "target off by " + toText(request.jitter, 1) + " mm, direction by " +
                              toText(request.jitterAngle, 1) + " degrees, " + toText(std::int64_t(r.samples)) +
                              " trials on the map";
    if (r.worstObstacle >= 0) {
        PlanNumber worst =
            number("robustness.distance", "Worst-case distance to an obstacle", Unit::Millimetre, r.worstDistance);
        worst.limit = "liver.jitter";
        worst.limitValue = request.jitter;
        worst.verdict = r.worstDistance <= 0 ? "warning" : "ok";
        worst.note = trial + "; least room: " + evaluator.scene().obstacles[static_cast<size_t>(r.worstObstacle)].name;
        out.push_back(worst);
    }
    PlanNumber share = number("robustness.violating", "Trials that break a limit", Unit::Percent, 100 * r.violating);
    share.note = trial;
    share.verdict = r.violating > 0 ? "warning" : "ok";
    out.push_back(share);
    out.push_back(number("robustness.score", "Worst-case score", Unit::None, r.worstScore));

    if (!result.scan.scores.empty()) {
        out.push_back(number("accessible_area", "Usable skin", Unit::SquareMillimetre, result.scan.feasibleAreaMm2));
        out.back().note = "of the skin that faces the target, on the map";
        out.push_back(number(
            "feasible_fraction", "Usable share of the skin that faces the target", Unit::Percent,
            result.scan.candidateAreaMm2 > 0 ? 100 * result.scan.feasibleAreaMm2 / result.scan.candidateAreaMm2 : 0));
    }
    return out;
}

std::vector<PlanNumber> previewNumbers(const PathEvaluator& evaluator, const PathScore& score)
{
    std::vector<PlanNumber> out = pathNumbers(score.measures, evaluator.limits());
    for (size_t kind = 0; kind < 3; ++kind)
        if (const int n = score.measures.obstacle[kind]; n >= 0)
            out.push_back(distanceNumber(evaluator.scene().obstacles[static_cast<size_t>(n)],
                                         score.measures.distance[kind], evaluator.limits()));
    out.push_back(number("score", "Weighted score (0 best, 1 worst)", Unit::None, score.score));
    for (PlanNumber& n : out)
        n.approximate = true;
    return out;
}

void compareWith(std::vector<PlanNumber>& numbers, const Plan& earlier)
{
    for (PlanNumber& n : numbers)
        for (const PlanNumber& old : earlier.numbers)
            if (old.key == n.key && old.unit == n.unit)
                n.before = old.after;
}

Field skinMap(const PathEvaluator& evaluator, const SkinScan& scan, const std::string& planName)
{
    Field field;
    field.name = "Skin map: " + planName;
    field.surface = evaluator.entries().skin;
    field.lowMeans = "best entry";
    field.highMeans = "worst entry";
    field.values.resize(scan.scores.size());
    field.category.resize(scan.scores.size());
    for (size_t i = 0; i < scan.scores.size(); ++i) {
        field.values[i] = static_cast<float>(scan.scores[i].score);
        if (scan.feasible[i])
            continue;
        const std::string text = evaluator.reasonText(scan.scores[i]);
        auto it = std::find(field.categories.begin(), field.categories.end(), text);
        if (it == field.categories.end()) {
            // One byte a point: at most 250 obstacles and 13 reasons could be more; the last category then gathers
            // them.
            if (field.categories.size() < 254)
                it = field.categories.insert(field.categories.end(), text);
            else if (field.categories.size() == 254)
                it = field.categories.insert(field.categories.end(), "Blocked");
            else
                it = field.categories.end() - 1;
        }
        field.category[i] = static_cast<std::uint8_t>(it - field.categories.begin() + 1);
    }
    return field;
}

Findings violationFindings(const PathEvaluator& evaluator, const PlanResult& result)
{
    Findings out;
    for (int c = 0; c < kConstraintCount; ++c) {
        const auto constraint = static_cast<Constraint>(c);
        if (!result.exact.breaks(constraint))
            continue;
        Finding f;
        f.severity = Severity::Stop;
        f.code = "liver.breaks." + std::string(key(constraint));
        f.text = "The path breaks a limit: " + std::string(name(constraint));
        f.advice = "Choose another entry, or change the limit and say why.";
        const PathMeasures& m = result.path.measures;
        const std::optional<size_t> kind = constraint == Constraint::Bone     ? std::optional<size_t>(0)
                                           : constraint == Constraint::Organ  ? std::optional<size_t>(1)
                                           : constraint == Constraint::Vessel ? std::optional<size_t>(2)
                                                                              : std::nullopt;
        if (kind) {
            const Obstacle& o = evaluator.scene().obstacles[static_cast<size_t>(m.obstacle[*kind])];
            f.text += ": " + o.name + ", " + toText(m.distance[*kind], 1) + " mm";
            f.limit = boundOf(o, evaluator.limits()).id;
            for (const ObstacleDistance& d : result.path.distances)
                if (d.obstacle == m.obstacle[*kind])
                    f.place = d.nearest.onMask;
        }
        f.text += ".";
        out.push_back(std::move(f));
    }
    return out;
}

} // namespace pollux::liver
