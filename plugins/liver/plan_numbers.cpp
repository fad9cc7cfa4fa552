#include "plugins/liver/plan_numbers.h"

#include "core/base/sentence.h"
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
    LimitKind kind;
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
        n.limitKind = bound->kind;
        if (value)
            n.verdict =
                (bound->kind == LimitKind::AtLeast ? *value < bound->value : *value > bound->value) ? "stop" : "ok";
        else
            n.note = "not checked: " + unchecked;
    }
    return n;
}

Bound boundOf(const Obstacle& o, const PathLimits& l)
{
    switch (o.kind) {
    case ObstacleClass::Bone:
        return {"liver.h1.bone_margin", l.boneMargin, LimitKind::AtLeast};
    case ObstacleClass::Organ:
        return {"liver.h1.margin", l.organMargin, LimitKind::AtLeast};
    case ObstacleClass::Vessel:
        break;
    }
    return {"liver.h2.vessel_margin", l.vesselMargin, LimitKind::AtLeast};
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
                         Bound{"liver.h3.shaft_length", l.shaftLength - l.tipOvershoot, LimitKind::AtMost}));
    if (l.tipOvershoot > 0)
        out.back().note = "limit: shaft of " + toText(l.shaftLength, 0) + " mm less " + toText(l.tipOvershoot, 1) +
                          " mm beyond the target";
    out.push_back(number("skin_angle", "Angle to the skin", Unit::Degree, known(m.skinAngle),
                         Bound{"liver.h8.skin_angle", l.skinAngle, LimitKind::AtLeast}, "no skin"));
    out.push_back(number("capsule_angle", "Angle to the liver capsule", Unit::Degree, known(m.capsuleAngle),
                         Bound{"liver.h4.capsule_angle", l.capsuleAngle, LimitKind::AtLeast}, "no capsule on the way"));
    if (m.capsulePoint.allFinite())
        out.back().place = m.capsulePoint;
    out.push_back(
        number("tilt", "Cranio-caudal tilt", Unit::Degree, m.tilt, Bound{"liver.h7.tilt", l.tilt, LimitKind::AtMost}));
    out.push_back(number("table_angle", "Angle below the horizontal", Unit::Degree, m.belowTable,
                         Bound{"liver.h7.table_angle", l.tableAngle, LimitKind::AtMost}));
    out.push_back(number("parenchyma", "Liver tissue before the target", Unit::Millimetre, known(m.parenchyma),
                         Bound{"liver.h5.parenchyma", l.parenchyma, LimitKind::AtLeast}, "no liver"));
    out.push_back(number("capsule_crossings", "Capsule crossings", Unit::Count,
                         m.crossings < 0 ? std::nullopt : std::optional<double>(m.crossings),
                         Bound{"liver.h6.capsule_crossings", double(l.capsuleCrossings), LimitKind::AtMost},
                         "no liver"));
    if (m.crossings == 0) {
        out.back().verdict = "warning";
        out.back().note = "the path never enters the liver";
    }
    out.push_back(number("minor_vessels", "Way through small vessels", Unit::Millimetre, m.minorVessels));
    out.push_back(number("double_oblique", "Angle to the nearest cardinal plane", Unit::Degree, m.oblique));
    return out;
}

std::vector<PlanNumber> zoneNumbers(const Burn& burn, const PathLimits& l)
{
    const double along = l.zoneAlong * l.zoneDerating * burn.scale, across = l.zoneAcross * l.zoneDerating * burn.scale;
    const AblationZone zone{Vec3::Zero(), Vec3::UnitZ(), along, across};
    const std::optional<double> scale = known(burn.scale);
    const std::string noLesion = "not computed: no lesion to cover", noLiver = "not computed: no liver";
    std::vector<PlanNumber> out;

    PlanNumber n = number("zone_scale", "Heated zone that covers the lesion, times the device's", Unit::None, scale);
    if (scale) {
        n.verdict = *scale > 1 ? "warning" : "ok";
        n.note = "lesion and " + toText(l.zoneMargin, 1) + " mm of liver around it; half axes " + toText(along, 1) +
                 " mm along and " + toText(across, 1) + " mm across the needle";
        if (*scale > 1)
            n.note += "; one zone of the device as entered is too small";
        if (const double off = l.tipOvershoot - l.zoneOffset; std::abs(off) > 0.05)
            n.note += "; centred " + toText(std::abs(off), 1) + " mm " + (off > 0 ? "beyond" : "before") +
                      " the target: tip overshoot and offset of the zone differ";
    } else {
        n.note = noLesion;
    }
    out.push_back(n);
    const auto volume = [&](std::string key, std::string label, std::optional<double> value, Unit unit) {
        out.push_back(number(std::move(key), std::move(label), unit, value));
        if (!value)
            out.back().note = scale ? noLiver : noLesion;
    };
    volume("zone_volume", "Volume of that zone", scale ? std::optional(zone.volumeMl()) : std::nullopt,
           Unit::Millilitre);
    volume("burnt_healthy", "Healthy liver in that zone", known(burn.healthyMl), Unit::Millilitre);
    volume("burnt_share", "Share of its liver beyond lesion and margin",
           scale && known(burn.share) ? std::optional(100 * burn.share) : std::nullopt, Unit::Percent);
    volume("burnt_outside", "Part of that zone outside the liver",
           known(burn.liverMl) ? std::optional(std::max(0.0, zone.volumeMl() - burn.liverMl)) : std::nullopt,
           Unit::Millilitre);
    return out;
}

/// What of the structures to keep away from lies in the zone, all together; their names in the note.
PlanNumber riskNumber(const PathEvaluator& evaluator, const ExactPath& path)
{
    double sum = 0;
    std::string names;
    for (size_t n = 0; n < path.burntMl.size(); ++n) {
        if (path.burntMl[n] <= 0)
            continue;
        sum += path.burntMl[n];
        names += (names.empty() ? "" : ", ") + evaluator.scene().obstacles[n].name + " " + toText(path.burntMl[n], 2) +
                 " mL";
    }
    const bool zone = path.zone.along > 0;
    PlanNumber n = number("burnt_risk", "Structures to keep away from in that zone", Unit::Millilitre,
                          zone ? std::optional(sum) : std::nullopt);
    n.note = zone ? names : "not computed: no lesion to cover";
    if (zone)
        n.verdict = sum > 0 ? "warning" : "ok";
    return n;
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
    for (PlanNumber& n : zoneNumbers(result.path.measures.burn, l))
        out.push_back(std::move(n));
    out.push_back(riskNumber(evaluator, result.path));
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
        worst.limitKind = LimitKind::Setting;
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
    for (PlanNumber& n : zoneNumbers(score.measures.burn, evaluator.limits()))
        out.push_back(std::move(n));
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
        f.text = filled("The path breaks a limit: %1.", {name(constraint)});
        f.advice = "Choose another entry, or change the limit and say why.";
        const PathMeasures& m = result.path.measures;
        const std::optional<size_t> kind = constraint == Constraint::Bone     ? std::optional<size_t>(0)
                                           : constraint == Constraint::Organ  ? std::optional<size_t>(1)
                                           : constraint == Constraint::Vessel ? std::optional<size_t>(2)
                                                                              : std::nullopt;
        if (kind) {
            const Obstacle& o = evaluator.scene().obstacles[static_cast<size_t>(m.obstacle[*kind])];
            f.text = filled("The path breaks a limit: %1, %2 mm from %3.",
                            {name(constraint), toText(m.distance[*kind], 1), o.name});
            f.limit = boundOf(o, evaluator.limits()).id;
            for (const ObstacleDistance& d : result.path.distances)
                if (d.obstacle == m.obstacle[*kind])
                    f.place = d.nearest.onMask;
        }
        out.push_back(std::move(f));
    }
    return out;
}

} // namespace pollux::liver
