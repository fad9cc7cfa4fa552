#include "plugins/liver/predict_circulation.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/case/plan_state.h"
#include "core/operation/plan_parts.h"

#include <algorithm>

namespace pollux::liver {

namespace {

constexpr double kPerSecond = 1000.0 / 60; // mL/s of one L/min
constexpr const char* kKind = "liver.circulation";
constexpr const char* kMeasured = "measured";
constexpr const char* kEstimated = "estimated";
constexpr const char* kOutput = "cardiac output";
constexpr const char* kArterial = "arterial pressure";

/// A real parameter whose label, default, range, unit and source are a limit's.
struct LimitParam
{
    const char* key;
    const char* limit;
    bool advanced;
    bool input; ///< of the patient: the table holds an example only
};

constexpr LimitParam kLimitParams[] = {
    {"cardiac_output", "liver.circulation.cardiac_output", false, true},
    {"arterial_pressure", "liver.circulation.arterial_pressure", false, true},
    {"caval_pressure", "liver.circulation.caval_pressure", false, true},
    {"portal_pressure", "liver.circulation.portal_pressure", false, true},
    {"portal_vein_flow", "liver.circulation.portal_vein_flow", false, true},
    {"artery_flow", "liver.circulation.artery_flow", false, true},
    {"liver_share", "liver.circulation.liver_share", true, false},
    {"portal_share", "liver.circulation.portal_share", true, false},
    {"flow_sd", "liver.circulation.flow_sd", false, false},
    {"pressure_sd", "liver.circulation.pressure_sd", false, false},
    {"arterial_sd", "liver.circulation.arterial_sd", false, false},
    {"split", "liver.circulation.split", true, false},
    {"split_low", "liver.circulation.split_low", true, false},
    {"split_high", "liver.circulation.split_high", true, false},
    {"density", "liver.circulation.density", true, false},
    {"portal_watch", "liver.circulation.portal_watch", true, false},
    {"portal_high", "liver.circulation.portal_high", true, false},
    {"gradient_before", "liver.circulation.gradient_before", true, false},
    {"portal_flow_limit", "liver.circulation.portal_flow", true, false},
};

std::optional<Id> idOf(const ParamValues& values, std::string_view key)
{
    const std::string& text = values.text(key);
    return text.empty() || !isValidId(text) ? std::nullopt : std::optional(Id(text));
}

std::vector<Id> idsOf(const ParamValues& values, std::string_view key)
{
    std::vector<Id> out;
    for (const std::string& text : values.list(key))
        if (isValidId(text))
            out.emplace_back(text);
    return out;
}

/// Structures that the share of the liver is taken from.
std::vector<Id> relied(const ParamValues& values)
{
    std::vector<Id> out;
    const auto drawn = idOf(values, "resected");
    if (drawn) {
        out = idsOf(values, "lobes");
        out.push_back(*drawn);
    }
    if (const auto liver = idOf(values, "liver"); liver && (!drawn || out.size() == 1))
        out.push_back(*liver);
    return out;
}

} // namespace

PredictCirculation::PredictCirculation(const LimitTable& limits) : m_limits(limits)
{
    for (const LimitParam& l : kLimitParams)
        m_limits.at(l.limit);
}

OperationInfo PredictCirculation::info() const
{
    OperationInfo i;
    i.id = "liver.circulation";
    i.name = "Predict the portal pressure after a resection";
    i.summary = "Portal pressure and gradient when a part of the liver is removed, with the band of what is not known.";
    i.help =
        "The circulation in lumped parts: arteries, digestive organs, portal vein, hepatic artery, liver lobes in "
        "parallel, other organs, caval veins. Its resistances follow in closed form from cardiac output, mean "
        "arterial, central venous and portal pressure and the two flows of the liver. Removing a share of the liver "
        "raises every resistance of the liver by one over the remaining share. How much of the gradient is lost before "
        "and behind the sinusoids cannot be measured, so the answer is given for a whole range of it, and for draws of "
        "the inputs within their uncertainty (the same draws each time).\n\n"
        "What is removed is drawn (a structure, taken from the liver or its lobes) or entered. The closed loop adds "
        "heart and lungs, beat by beat, with a generic heart made to give this cardiac output and central venous "
        "pressure.\n\n"
        "Method: standard lumped equations in the arrangement of Audebert et al. 2017 (J Biomech 50:202) and Golse et "
        "al. 2021 (J Hepatol 74:661); none of their parameters. The solver reproduces tables made with svZeroDSolver; "
        "nothing was compared with patients. Limits: Allard 2013 (Ann Surg 258:822), livers without cirrhosis.\n\n"
        "Limits of the method: equal flow for each gram of liver, no response of the arteries, no growth of the rest, "
        "no collaterals, no clamping. Research and teaching only, not for clinical use.";
    i.category = "Plan";
    return i;
}

ParamList PredictCirculation::declare() const
{
    ParamList list;
    Param resected = objectParam("resected", "Resection", "structure:mask", "",
                                 "The drawn part that is removed; empty: the share entered below.");
    resected.optional = true;
    list.add(resected);
    list.add(realParam("removed", "Liver removed", Unit::Percent, 50, 0, 95,
                       "Share of the liver that is removed, where no resection is drawn."));
    Param liver = objectParam("liver", "Liver", "structure:mask", "liver",
                              "What the resection is taken from; its volume gives the flow for each 100 g.");
    liver.optional = true;
    list.add(liver);
    Param lobes = objectsParam("lobes", "Lobes", "structure:mask",
                               "Lobes or territories that make up the liver, for the share removed of each; empty: the "
                               "liver as one.");
    lobes.optional = true;
    list.add(lobes);
    list.add(choiceParam("flows", "Flows of the liver", {kMeasured, kEstimated},
                         "Whether the flows of portal vein and hepatic artery are those entered, or shares of the "
                         "cardiac output."));
    for (const LimitParam& l : kLimitParams) {
        const Limit& limit = m_limits.at(l.limit);
        Param p = realParam(l.key, limit.label, limit.unit, limit.value, limit.min, limit.max, limit.definition);
        p.source = sourceText(limit);
        p.advanced = l.advanced;
        list.add(p);
    }
    list.add(choiceParam("held", "What stays as it is", {kOutput, kArterial},
                         "What the body keeps constant in the steady prediction."));
    list.add(boolParam("closed_loop", "Close the loop", true,
                       "Also let heart, lungs and vessels beat until they settle, where neither is held constant."));
    Param given = realParam("given", "Blood given", Unit::Millilitre, 0, -2000, 3000,
                            "Infused less lost, beside the blood in the removed liver; for the closed loop.");
    given.advanced = true;
    list.add(given);
    Param draws = intParam("draws", "Draws", 2000, 100, 20000, "How many draws of split and inputs make the band.");
    draws.advanced = true;
    list.add(draws);
    Param seed = intParam("seed", "Seed of the draws", 1, 0, 1000000, "The same seed gives the same draws.");
    seed.advanced = true;
    list.add(seed);
    list.add(textParam("name", "Name", "Circulation after resection", "Name of the plan."));
    list.add(textParam("plan_id", "Plan", "circulation", "Id of the plan to make or replace."));
    return list;
}

LiverFlowInputs PredictCirculation::inputs(const ParamValues& values)
{
    LiverFlowInputs in;
    in.cardiacOutput = values.real("cardiac_output") * kPerSecond;
    in.arterial = values.real("arterial_pressure");
    in.caval = values.real("caval_pressure");
    in.portal = values.real("portal_pressure");
    if (values.text("flows") == kEstimated) {
        const double liver = in.cardiacOutput * values.real("liver_share") / 100;
        in.portalFlow = liver * values.real("portal_share") / 100;
        in.arteryFlow = liver - in.portalFlow;
    } else {
        in.portalFlow = values.real("portal_vein_flow") * kPerSecond;
        in.arteryFlow = values.real("artery_flow") * kPerSecond;
    }
    return in;
}

PredictionOptions PredictCirculation::options(const ParamValues& values)
{
    PredictionOptions o;
    o.held = values.text("held") == kArterial ? HeldConstant::ArterialPressure : HeldConstant::CardiacOutput;
    o.split = values.real("split");
    o.splitLow = values.real("split_low");
    o.splitHigh = values.real("split_high");
    o.spread.flowShare = values.real("flow_sd") / 100;
    o.spread.pressure = values.real("pressure_sd");
    o.spread.arterial = values.real("arterial_sd");
    o.samples = static_cast<int>(values.integer("draws"));
    o.seed = static_cast<std::uint64_t>(values.integer("seed"));
    return o;
}

CirculationLimits PredictCirculation::limits(const ParamValues& values)
{
    CirculationLimits l;
    l.portalWatch = values.real("portal_watch");
    l.portalHigh = values.real("portal_high");
    l.gradientBefore = values.real("gradient_before");
    l.portalFlow = values.real("portal_flow_limit");
    return l;
}

std::vector<ResectedLobe> PredictCirculation::lobes(const Case& c, const ParamValues& values)
{
    const auto drawn = idOf(values, "resected");
    return drawn ? resectedLobes(c, *drawn, idsOf(values, "lobes"), idOf(values, "liver"))
                 : std::vector<ResectedLobe>();
}

double PredictCirculation::remaining(const std::vector<ResectedLobe>& lobes, const ParamValues& values)
{
    if (lobes.empty())
        return remainingShare({{1, values.real("removed") / 100}});
    std::vector<LiverLobe> shares;
    for (const ResectedLobe& lobe : lobes)
        shares.push_back({lobe.volumeMl, lobe.volumeMl > 0 ? lobe.removedMl / lobe.volumeMl : 0});
    return remainingShare(shares);
}

Findings PredictCirculation::check(const Case& c, const ParamValues& values) const
{
    Findings out;
    const auto stop = [&](std::string code, std::string text, std::string advice) {
        out.push_back(finding(Severity::Stop, std::move(code), std::move(text), std::move(advice)));
    };
    const PredictionOptions o = options(values);
    if (const auto problem = problemWith(inputs(values), o.split))
        stop("liver.circulation.inputs", problem->text, problem->advice);
    if (!(o.splitLow <= o.split && o.split <= o.splitHigh))
        stop("liver.circulation.split", "The split of the gradient does not lie in its own range.",
             "Set the lowest below and the highest above it.");
    if (values.real("portal_watch") > values.real("portal_high"))
        stop("liver.circulation.limits", "The lower limit of the portal pressure is above the upper one.",
             "Exchange the two.");
    const std::string& plan = values.text("plan_id");
    const Findings taken = checkPlanId(c, plan, kKind, "circulation");
    out.insert(out.end(), taken.begin(), taken.end());
    if (idOf(values, "resected") && !idOf(values, "liver") && idsOf(values, "lobes").empty())
        stop("liver.circulation.no-liver", "There is a resection, but neither a liver nor lobes to take it from.",
             "Choose the liver or its lobes.");
    if (!idOf(values, "resected") && !idsOf(values, "lobes").empty())
        out.push_back(finding(Severity::Note, "liver.circulation.lobes", "The lobes are not used without a resection.",
                              "Choose the structure that is removed."));
    const bool estimated = values.text("flows") == kEstimated;
    std::string examples;
    for (const LimitParam& l : kLimitParams) {
        const std::string_view key = l.key;
        if (!l.input || (estimated && (key == "portal_vein_flow" || key == "artery_flow")))
            continue;
        const Limit& limit = m_limits.at(l.limit);
        if (values.real(key) == limit.value)
            examples += (examples.empty() ? "" : ", ") + limit.label;
    }
    if (!examples.empty())
        out.push_back(finding(Severity::Warning, "liver.circulation.example",
                              "These inputs are as in the example, which is nobody's: " + examples + ".",
                              "Enter what was measured in this patient."));
    if (estimated)
        out.push_back(finding(Severity::Warning, "liver.circulation.estimated",
                              "The flows of the liver are textbook shares of the cardiac output.",
                              "Measure them by Doppler or flow MRI if you can."));
    return out;
}

Edit PredictCirculation::run(const Case& c, const ParamValues& values, Job& job) const
{
    const LiverFlowInputs in = inputs(values);
    const CirculationLimits bounds = limits(values);
    const PortalModel model(in, options(values), job);
    CirculationResult r;
    r.lobes = lobes(c, values);
    double volume = 0;
    for (const ResectedLobe& lobe : r.lobes)
        volume += lobe.volumeMl;
    if (const auto liver = idOf(values, "liver"); r.lobes.empty() && liver && c.structure(*liver).mask)
        volume = c.structure(*liver).mask->volumeMl();
    r.remaining = remaining(r.lobes, values);
    if (volume > 0)
        r.liverGrams = volume * values.real("density");
    r.before = model.predict(1);
    r.after = model.predict(r.remaining);
    r.removedAtWatch = model.removedAt(bounds.portalWatch);
    r.removedAtHigh = model.removedAt(bounds.portalHigh);
    r.aboveHigh = model.shareAbove(r.remaining, bounds.portalHigh);
    r.rejected = model.rejected();
    r.sweep = model.sweep(kSweepFrom / 100, kSweepTo / 100, kSweepPoints, job);
    Findings extra;
    if (values.boolean("closed_loop"))
        try {
            LoopComparison loop;
            loop.before = fitClosedLoop(model.circuit(), job.part(0.1, 0.8));
            loop.after = resected(loop.before, r.remaining, values.real("given"), job.part(0.8, 1)).means;
            r.loop = std::move(loop);
        } catch (const Error& e) {
            // The steady numbers stand without it.
            if (e.code() != ErrorCode::BadInput && e.code() != ErrorCode::Internal)
                throw;
            extra.push_back(finding(Severity::Warning, "liver.circulation.loop", e.message(), e.advice()));
        }

    const Id wanted(values.text("plan_id"));
    const Id id = versionToWrite(c, wanted);
    Plan p;
    p.name = versionName(wanted, id, values.text("name").empty() ? wanted.text() : values.text("name"));
    p.kind = kKind;
    p.numbers = circulationNumbers(r, bounds);
    p.findings = check(c, values);
    for (Finding& f : circulationFindings(r, bounds))
        p.findings.push_back(std::move(f));
    p.findings.insert(p.findings.end(), extra.begin(), extra.end());
    for (const Id& used : relied(values))
        if (std::none_of(p.used.begin(), p.used.end(), [&](const UsedStructure& u) { return u.id == used; }))
            p.used.push_back({used, c.structure(used).name, c.structure(used).state});
    p.detail = circulationDetail(r, in, model);

    Edit edit;
    edit.findings = p.findings;
    edit.put(id, std::move(p));
    return edit;
}

} // namespace pollux::liver
