#include "plugins/liver/plan_puncture.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/case/device.h"
#include "core/case/hidden_plans.h"
#include "core/case/plan_state.h"
#include "core/operation/plan_parts.h"
#include "core/operation/registry.h"
#include "plugins/liver/ablation_operation.h"
#include "plugins/liver/breathing_operation.h"
#include "plugins/liver/cover_operation.h"
#include "plugins/liver/heat_operation.h"
#include "plugins/liver/liver_plugin.h"
#include "plugins/liver/plan_numbers.h"
#include "plugins/liver/predict_circulation.h"
#include "plugins/liver/resect.h"
#include "plugins/liver/segments.h"

#include <cmath>

namespace pollux::liver {

namespace {

/// A real parameter whose default, range, unit and source are a limit's.
struct LimitParam
{
    const char* key;
    const char* limit;
    double PathLimits::*member;
    bool advanced;
};

constexpr LimitParam kLimitParams[] = {
    {"needle_length", "liver.h3.shaft_length", &PathLimits::shaftLength, false},
    {"tip_overshoot", "liver.h3.tip_overshoot", &PathLimits::tipOvershoot, false},
    {"organ_margin", "liver.h1.margin", &PathLimits::organMargin, false},
    {"bone_margin", "liver.h1.bone_margin", &PathLimits::boneMargin, false},
    {"vessel_margin", "liver.h2.vessel_margin", &PathLimits::vesselMargin, false},
    {"major_diameter", "liver.h2.major_diameter", &PathLimits::majorDiameter, true},
    {"capsule_angle", "liver.h4.capsule_angle", &PathLimits::capsuleAngle, false},
    {"parenchyma", "liver.h5.parenchyma", &PathLimits::parenchyma, false},
    {"tilt", "liver.h7.tilt", &PathLimits::tilt, false},
    {"table_angle", "liver.h7.table_angle", &PathLimits::tableAngle, true},
    {"skin_angle", "liver.h8.skin_angle", &PathLimits::skinAngle, false},
    {"safe_distance", "liver.soft.safe_distance", &PathLimits::safeDistance, true},
    {"parenchyma_preferred", "liver.soft.parenchyma_preferred", &PathLimits::parenchymaPreferred, true},
    {"parenchyma_long", "liver.soft.parenchyma_long", &PathLimits::parenchymaLong, true},
    {"minor_vessel_length", "liver.soft.minor_vessels", &PathLimits::minorVessels, true},
    {"zone_along", "liver.zone.along", &PathLimits::zoneAlong, false},
    {"zone_across", "liver.zone.across", &PathLimits::zoneAcross, false},
    {"zone_offset", "liver.zone.offset", &PathLimits::zoneOffset, true},
    {"zone_derating", "liver.zone.derating", &PathLimits::zoneDerating, true},
    {"zone_margin", "liver.zone.margin", &PathLimits::zoneMargin, false},
};

struct WeightParam
{
    const char* key;
    const char* label;
    Criterion criterion;
    double value;
};

// Equal weights for want of published ones; double obliquity is told but does not weigh.
constexpr WeightParam kWeights[] = {
    {"w_length", "Weight: short path", Criterion::Length, 1},
    {"w_risk", "Weight: far from obstacles", Criterion::Risk, 1},
    {"w_capsule", "Weight: steep to the capsule", Criterion::Capsule, 1},
    {"w_inplane", "Weight: in the axial plane", Criterion::InPlane, 1},
    {"w_parenchyma", "Weight: liver tissue before the target", Criterion::Parenchyma, 1},
    {"w_vessels", "Weight: few small vessels", Criterion::MinorVessels, 1},
    {"w_burnt", "Weight: little healthy liver heated", Criterion::Burnt, 1},
    {"w_oblique", "Weight: near a cardinal plane", Criterion::Oblique, 0},
};

constexpr const char* kPositions[] = {"supine", "prone", "left side down", "right side down"};

Param deviceParam(const DeviceShelf* devices)
{
    Param p = textParam("device", "Device", "",
                        "Sets the heated zone to what was measured with this device; the fields below may be changed "
                        "afterwards.");
    p.optional = true;
    if (devices)
        p.presets = presets(*devices->table(), "ablation",
                            {{"along", "zone_along"},
                             {"across", "zone_across"},
                             {"offset", "zone_offset"},
                             {"derating", "zone_derating"}});
    return p;
}

/// What the table says of the heated zone whose device was named: nothing to say if its figures are the table's.
Findings deviceFindings(const ParamList& list, const ParamValues& values)
{
    const Param& device = *list.find("device");
    const std::string& named = values.text("device");
    if (named.empty() || device.presets.empty())
        return {};
    const Preset* preset = chosenPreset(device, values);
    if (!preset)
        return {finding(Severity::Note, "liver.device.unknown",
                        "The table of devices here does not have '" + named + "'; the zone's figures are kept.",
                        "Nothing to do, or enter the device with its source.")};
    for (const auto& [key, value] : preset->sets)
        if (values.all().find(key)->second != value)
            return {finding(Severity::Note, "liver.device.changed",
                            "The heated zone was changed by hand: its figures are not those of the device.",
                            "Choose the device again, or leave it empty.")};
    return {};
}

std::optional<Vec3> givenPoint(const ParamValues& values, std::string_view key)
{
    return values.has(key) ? std::optional(values.point(key)) : std::nullopt;
}

} // namespace

PlanPuncture::PlanPuncture(const LimitTable& limits, std::shared_ptr<const DeviceShelf> devices)
    : m_limits(limits), m_devices(std::move(devices))
{
    limitsFrom(m_limits);
}

OperationInfo PlanPuncture::info() const
{
    OperationInfo i;
    i.id = "liver.plan-puncture";
    i.version = 3;
    i.name = "Plan a liver puncture";
    i.summary = "Finds the straight needle path from skin to target that keeps all limits and scores best, or measures "
                "a given one.";
    i.help =
        "A path is marched from every point of the skin that faces the target through a map of labels and distances. "
        "Hard limits H1 to H8 block an entry, and the map names the limit and the structure. The entries left are "
        "scored by length, nearness to obstacles, angle to the capsule, tilt, liver tissue before the target, small "
        "vessels crossed and the healthy liver that a heated zone along the needle burns when it is just large enough "
        "for the lesion and its margin. The non-dominated entries are kept; from the best of every zone of skin a "
        "local "
        "search turns the needle about the target on the exact score, measured on the masks at full resolution, and "
        "the best path found is the plan. It is then tried with the target and the direction off.\n\n"
        "Method: Baegert, Villard, Soler and Gangi 2007 (Comput Aided Surg 12:82); Seitel 2011 (Med Phys 38:3246); "
        "Zhang 2019 (Math Biosci Eng 16:4846).\n\n"
        "Limits: straight rigid needle, no breathing, no bending, no pleural recess unless a structure covers it; the "
        "heated zone is an ellipsoid of one shape, without vessels that cool it. For a biopsy set the weight of the "
        "healthy liver heated to 0. Most thresholds are marked unverified: set your own. Research and teaching only, "
        "not for clinical use.";
    i.category = "Plan";
    return i;
}

ParamList PlanPuncture::declare() const
{
    ParamList list;
    Param target = objectParam("target", "Target", "structure:mask", "liver_lesion", "The lesion to reach.");
    target.optional = true;
    list.add(target);
    Param point = pointParam("target_point", "Target point", "Where the tip shall be; default: the lesion's centre.");
    point.optional = true;
    list.add(point);
    Param entry =
        pointParam("entry_point", "Entry point",
                   "If given, this path is measured instead of choosing one; it is moved along the path to the skin.");
    entry.optional = true;
    list.add(entry);
    for (const LimitParam& l : kLimitParams) {
        if (std::string_view(l.key) == "zone_along")
            list.add(deviceParam(m_devices.get()));
        Param p = limitParam(m_limits.at(l.limit), l.key);
        p.advanced = l.advanced;
        list.add(p);
    }
    const Limit& crossings = m_limits.at("liver.h6.capsule_crossings");
    Param c = intParam("capsule_crossings", crossings.label, std::lround(crossings.value), std::lround(crossings.min),
                       std::lround(crossings.max), crossings.definition);
    c.source = sourceText(crossings);
    c.advanced = true;
    list.add(c);
    list.add(choiceParam("position", "Position of the patient", {std::begin(kPositions), std::end(kPositions)},
                         "Which side lies on the table: the needle cannot come from there."));
    list.add(limitParam(m_limits.at("liver.jitter"), "jitter"));
    Param angle = limitParam(m_limits.at("liver.jitter_angle"), "jitter_angle");
    angle.advanced = true;
    list.add(angle);
    for (const WeightParam& w : kWeights) {
        Param p = realParam(w.key, w.label, Unit::None, w.value, 0, 10, "Share of this criterion in the score.");
        p.source = "No source: a choice of this planner (unverified)";
        list.add(p);
    }
    list.add(boolParam("confirmed_only", "Only confirmed structures", false,
                       "Leave out structures that nobody has confirmed; the path may then cross them."));
    Param spacing =
        realParam("map_spacing", "Spacing of the map", Unit::Millimetre, 1.25, 0.75, 3,
                  "Voxel size of the map that is searched; the chosen path is measured at full resolution.");
    spacing.advanced = true;
    list.add(spacing);
    list.add(textParam("name", "Name", "Liver puncture", "Name of the plan."));
    list.add(textParam("plan_id", "Plan", "plan-1",
                       "Id of the plan to make or replace; empty: the next free one (plan-1, plan-2, ...)."));
    return list;
}

Findings PlanPuncture::check(const Case& c, const ParamValues& values) const
{
    const std::string& plan = values.text("plan_id");
    Findings out = plan.empty() ? Findings() : checkPlanId(c, plan, "liver.puncture", "plan-2");
    if (values.text("target").empty() && !values.has("target_point"))
        out.push_back(finding(Severity::Stop, "liver.no-target", "There is neither a lesion nor a target point.",
                              "Choose a lesion or place a target point."));
    for (Finding& f : deviceFindings(declare(), values))
        out.push_back(std::move(f));
    const EvaluatorOptions options = evaluatorOptions(values);
    for (Finding& f : sceneFindings(c, options.scene)) {
        if (f.code == "liver.missing.skin" && !values.has("entry_point"))
            f.severity = Severity::Stop;
        out.push_back(std::move(f));
    }
    return out;
}

EvaluatorOptions PlanPuncture::evaluatorOptions(const ParamValues& values) const
{
    EvaluatorOptions o;
    o.limits = limitsFrom(m_limits);
    for (const LimitParam& l : kLimitParams)
        o.limits.*l.member = values.real(l.key);
    o.limits.capsuleCrossings = static_cast<int>(values.integer("capsule_crossings"));
    for (int n = 0; n < 4; ++n)
        if (values.text("position") == kPositions[n])
            o.limits.table = static_cast<TableSide>(n);
    for (const WeightParam& w : kWeights)
        o.weights[static_cast<size_t>(w.criterion)] = values.real(w.key);
    o.reach = m_limits.at("liver.h3.shaft_length").value;
    o.mapSpacing = values.real("map_spacing");
    if (const std::string& id = values.text("target"); !id.empty() && isValidId(id))
        o.scene.lesion = Id(id);
    o.scene.target = givenPoint(values, "target_point");
    o.scene.confirmedOnly = values.boolean("confirmed_only");
    o.scene.majorDiameter = o.limits.majorDiameter;
    o.scene.zoneMargin = o.limits.zoneMargin;
    return o;
}

PlanRequest PlanPuncture::request(const ParamValues& values) const
{
    PlanRequest r;
    r.entry = givenPoint(values, "entry_point");
    r.jitter = values.real("jitter");
    r.jitterAngle = values.real("jitter_angle");
    return r;
}

Plan puncturePlan(const PathEvaluator& evaluator, const PlanResult& result, const PlanRequest& request)
{
    Plan p;
    p.kind = "liver.puncture";
    p.points = {{"target", result.path.target}, {"entry", result.path.entry}};
    if (result.path.measures.capsulePoint.allFinite())
        p.points.push_back({"capsule", result.path.measures.capsulePoint});
    p.numbers = planNumbers(evaluator, result, request);
    p.used = evaluator.scene().used;
    p.findings = evaluator.scene().findings;
    p.findings.insert(p.findings.end(), result.findings.begin(), result.findings.end());
    for (Finding& f : violationFindings(evaluator, result))
        p.findings.push_back(std::move(f));
    p.detail = planDetail(evaluator, result, request);
    return p;
}

Edit PlanPuncture::run(const Case& c, const ParamValues& values, Job& job) const
{
    const EvaluatorOptions options = evaluatorOptions(values);
    const PlanRequest r = request(values);
    const PathEvaluator evaluator(c, options, job.part(0, 0.7));
    const Scene& scene = evaluator.scene();
    for (const Finding& f : scene.findings)
        if (f.code == "liver.target-outside-body")
            throw Error(ErrorCode::BadInput, f.text, f.advice);
    const PlanResult result = plan(evaluator, r, job.part(0.7, 1));

    Id id;
    if (const std::string& text = values.text("plan_id"); !text.empty()) {
        id = Id(text);
    } else {
        std::int64_t n = 1;
        while (c.kindOf(Id("plan-" + toText(n))))
            ++n;
        id = Id("plan-" + toText(n));
    }
    const Id wanted = id;
    id = versionToWrite(c, wanted);

    Plan p = puncturePlan(evaluator, result, r);
    for (Finding& f : deviceFindings(declare(), values))
        p.findings.push_back(std::move(f));
    if (const std::string& device = values.text("device"); !device.empty())
        for (PlanNumber& n : p.numbers)
            if (n.key == "zone_scale" && n.after)
                n.note += "; device: " + device;
    p.name = versionName(wanted, id, values.text("name").empty() ? wanted.text() : values.text("name"));
    if (const auto old = c.plans.find(wanted); old != c.plans.end() && !isHidden(c, wanted))
        compareWith(p.numbers, *old->second);

    Edit edit;
    edit.findings = p.findings;
    for (const UsedStructure& u : scene.used)
        if (u.id.text() != values.text("target"))
            edit.alsoRead.push_back(u.id);
    if (!result.scan.scores.empty())
        edit.put(Id("skin-map-" + id.text()), skinMap(evaluator, result.scan, p.name));
    edit.put(id, std::move(p));
    return edit;
}

void install(Registry& registry)
{
    registry.add(std::make_unique<PlanPuncture>(registry.limits(), registry.devices()));
    registry.add(std::make_unique<PredictCirculation>(registry.limits()));
    registry.add(makeSegments());
    registry.add(makeResect(registry.limits()));
    registry.add(makePredictHeat(registry.limits()));
    registry.add(makeBreathing(registry.limits()));
    registry.add(makeAblation(registry.limits()));
    registry.add(makeCover(registry.limits(), registry.devices()));
}

} // namespace pollux::liver
