#include "plugins/liver/breathing_numbers.h"

#include "core/base/text.h"
#include "core/operation/plan_parts.h"

#include <array>
#include <cmath>

namespace pollux::liver {

namespace {

/// A line of the table for each class of obstacles, by ObstacleClass.
struct ClassLine
{
    const char* key;
    const char* label;
    double PathLimits::*margin;
    const char* limit;
};
constexpr std::array<ClassLine, 3> kWhole{
    {{"distance.bone", "Distance to bone", &PathLimits::boneMargin, "liver.h1.bone_margin"},
     {"distance.organ", "Distance to organs", &PathLimits::organMargin, "liver.h1.margin"},
     {"distance.vessel", "Distance to major vessels", &PathLimits::vesselMargin, "liver.h2.vessel_margin"}}};
constexpr std::array<ClassLine, 3> kGate{
    {{"gate_distance.bone", "Distance to bone in the gate", &PathLimits::boneMargin, "liver.h1.bone_margin"},
     {"gate_distance.organ", "Distance to organs in the gate", &PathLimits::organMargin, "liver.h1.margin"},
     {"gate_distance.vessel", "Distance to major vessels in the gate", &PathLimits::vesselMargin,
      "liver.h2.vessel_margin"}}};

void hold(PlanNumber& n, const char* limit, double value, LimitKind kind)
{
    n.limit = limit;
    n.limitValue = value;
    n.limitKind = kind;
    n.verdict = (kind == LimitKind::AtLeast ? *n.after < value : *n.after > value) ? "stop" : "ok";
}

std::string seconds(const BreathingQuestion& q, size_t step)
{
    return toText(q.trace.period * double(step) / q.steps, 1) + " s after the end of breathing out";
}

} // namespace

std::vector<PlanNumber> breathingNumbers(const PathEvaluator& evaluator, const PathOverBreath& path,
                                         const BreathingQuestion& q)
{
    const TargetOverBreath& t = path.target;
    std::vector<PlanNumber> out;
    out.push_back(number("target_range_si", "Motion of the target, head to feet", Unit::Millimetre, t.range.z()));
    out.push_back(number("target_range_ap", "Motion of the target, front to back", Unit::Millimetre, t.range.y()));
    out.push_back(number("target_range_lr", "Motion of the target, left to right", Unit::Millimetre, t.range.x()));
    out.push_back(number("target_farthest", "Target from where the tip stands, at most", Unit::Millimetre, t.farthest));
    hold(out.back(), "breathing.miss", q.miss, LimitKind::AtMost);
    out.back().before = 0;
    out.push_back(number("missed", "Time in which the target is missed", Unit::Percent, 100 * t.missed));
    out.back().note = "farther off than " + toText(q.miss, 1) + " mm";
    out.push_back(number("gate_duty", "Time in the gate", Unit::Percent, 100 * t.duty));
    out.push_back(
        number("gate_offset", "Target in the gate from where the tip stands", Unit::Millimetre, t.gateOffset.norm()));
    hold(out.back(), "breathing.miss", q.miss, LimitKind::AtMost);
    out.push_back(number("gate_residual", "Motion that is left in the gate", Unit::Millimetre, t.gateResidual));
    hold(out.back(), "breathing.miss", q.miss, LimitKind::AtMost);
    out.back().note = "largest distance from the mean place";
    out.push_back(number("gate_missed", "Time in the gate in which it is missed", Unit::Percent, 100 * t.gateMissed));

    for (size_t c = 0; c < kWhole.size(); ++c) {
        const DistanceOverBreath& d = path.distances[c];
        if (d.obstacle < 0)
            continue; // none is near at any time
        const std::string& name = evaluator.scene().obstacles[static_cast<size_t>(d.obstacle)].name;
        const auto add = [&](const ClassLine& line, double distance) -> PlanNumber& {
            out.push_back(number(line.key, line.label, Unit::Millimetre, distance));
            hold(out.back(), line.limit, evaluator.limits().*line.margin, LimitKind::AtLeast);
            out.back().approximate = true;
            return out.back();
        };
        PlanNumber& n = add(kWhole[c], d.least);
        if (d.planned < kFar)
            n.before = d.planned;
        n.note = "nearest: " + name + ", " + seconds(q, d.step);
        n.place = d.place;
        if (d.leastInGate < kFar)
            add(kGate[c], d.leastInGate);
    }
    out.push_back(number("score", "Score of the path, at its worst (0 best)", Unit::None, path.worstScore));
    out.back().before = path.plannedScore;
    out.back().note = "equal weights, without the heated zone";
    out.back().approximate = true;
    out.push_back(number("blocked", "Time in which the path breaks a limit", Unit::Percent, 100 * path.blocked));
    out.back().verdict = path.blocked > 0 ? "stop" : "ok";
    out.back().note = path.worstReason;
    out.back().approximate = true;
    return out;
}

Findings breathingFindings(const PathEvaluator& evaluator, const PathOverBreath& path, const BreathingQuestion& q)
{
    Findings out;
    const auto warn = [&](std::string code, std::string text, std::string advice, std::optional<Vec3> place = {}) {
        Finding f;
        f.severity = Severity::Warning;
        f.code = std::move(code);
        f.text = std::move(text);
        f.advice = std::move(advice);
        f.place = place;
        out.push_back(std::move(f));
    };
    const TargetOverBreath& t = path.target;
    if (t.gateOffset.norm() > q.miss)
        warn("breathing.gate-off",
             "In the gate the target lies " + toText(t.gateOffset.norm(), 1) + " mm from where the plan has it.",
             "Put the gate at the end of the breath at which the images of the plan were taken, or plan on the others.",
             q.target);
    else if (t.gateResidual > q.miss)
        warn("breathing.gate-wide", "In the gate the target still moves by " + toText(t.gateResidual, 1) + " mm.",
             "Make the gate narrower, or let the patient hold the breath.", q.target);
    for (size_t c = 0; c < kWhole.size(); ++c) {
        const DistanceOverBreath& d = path.distances[c];
        const double margin = evaluator.limits().*kWhole[c].margin;
        if (d.obstacle < 0 || d.least >= margin || d.planned < margin)
            continue;
        warn(std::string("breathing.") + kWhole[c].key,
             "Over the breath " + evaluator.scene().obstacles[static_cast<size_t>(d.obstacle)].name + " comes within " +
                 toText(d.least, 1) + " mm of the needle, on the images nothing of its kind is nearer than " +
                 (d.planned < kFar ? toText(d.planned, 1) : "far") + (d.planned < kFar ? " mm." : "."),
             d.leastInGate >= margin ? "Move the needle in the gate only." : "Choose another path.", d.place);
    }
    return out;
}

} // namespace pollux::liver
