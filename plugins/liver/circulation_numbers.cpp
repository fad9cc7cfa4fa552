#include "plugins/liver/circulation_numbers.h"

#include "core/base/text.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace pollux::liver {

namespace {

constexpr double kLitresPerMinute = 0.06; // of one mL/s

using nlohmann::json;

PlanNumber number(std::string key, std::string label, Unit unit, std::optional<double> before,
                  std::optional<double> after)
{
    PlanNumber n;
    n.key = std::move(key);
    n.label = std::move(label);
    n.unit = unit;
    n.before = before;
    n.after = after;
    return n;
}

std::string range(const Interval& interval)
{
    return toText(interval.low, 1) + " to " + toText(interval.high, 1) + " mmHg";
}

std::string bandNote(const Interval& bySplit, const Interval& all)
{
    return range(bySplit) + " by the split of the gradient alone; " + range(all) +
           " in 95 of 100 draws of split and inputs";
}

void judge(PlanNumber& n, const CirculationLimits& limits)
{
    if (!n.after)
        return;
    const PortalVerdict v = verdictOf(*n.after, limits);
    n.verdict = v.verdict;
    n.limit = v.limit;
    n.limitValue = v.value;
    n.limitKind = LimitKind::AtMost;
}

PlanNumber portalNumber(double before, double after, const CirculationLimits& limits)
{
    PlanNumber n = number("portal_pressure", "Portal pressure", Unit::MillimetreOfMercury, before, after);
    judge(n, limits);
    return n;
}

PlanNumber gradientNumber(double before, double after)
{
    return number("portal_gradient", "Portal gradient (portal less caval pressure)", Unit::MillimetreOfMercury, before,
                  after);
}

/// Portal flow for each 100 g of liver; nothing if its weight is not known.
PlanNumber flowPerMass(const CirculationResult& r, const CirculationLimits& limits)
{
    PlanNumber n = number("portal_flow_mass", "Portal flow for each 100 g of liver", Unit::FlowPerMass, {}, {});
    if (!r.liverGrams) {
        n.note = "not computed: no liver was chosen";
        return n;
    }
    const double hundreds = *r.liverGrams / 100;
    n.before = r.before.flows.portalFlow * 60 / hundreds;
    n.after = r.after.flows.portalFlow * 60 / (hundreds * r.remaining);
    n.limit = "liver.circulation.portal_flow";
    n.limitValue = limits.portalFlow;
    n.limitKind = LimitKind::AtMost;
    n.verdict = *n.after > limits.portalFlow ? "warning" : "ok";
    n.note = "liver of " + toText(*r.liverGrams, 0) + " g before, " + toText(*r.liverGrams * r.remaining, 0) +
             " g after, from its volume";
    return n;
}

std::string lobeNote(const CirculationResult& r)
{
    std::string text;
    for (const ResectedLobe& lobe : r.lobes)
        text += (text.empty() ? "" : ", ") + lobe.name + " " + toText(lobe.removedMl, 0) + " of " +
                toText(lobe.volumeMl, 0) + " mL";
    return text.empty() ? std::string("as entered") : text;
}

std::vector<PlanNumber> loopNumbers(const LoopComparison& loop, const CirculationLimits& limits)
{
    const LoopMeans &a = loop.before.means, &b = loop.after;
    std::vector<PlanNumber> out;
    out.push_back(number("loop_portal", "Portal pressure, closed loop", Unit::MillimetreOfMercury, a.portal, b.portal));
    judge(out.back(), limits);
    out.back().note = "heart, lungs and vessels beat; caval pressure and cardiac output follow; generic heart, " +
                      toText(loop.before.heartSize, 2) + " times its size";
    out.push_back(number("loop_gradient", "Portal gradient, closed loop", Unit::MillimetreOfMercury, a.portal - a.caval,
                         b.portal - b.caval));
    out.push_back(
        number("loop_caval", "Central venous pressure, closed loop", Unit::MillimetreOfMercury, a.caval, b.caval));
    out.push_back(number("loop_arterial", "Mean arterial pressure, closed loop", Unit::MillimetreOfMercury, a.arterial,
                         b.arterial));
    out.push_back(number("loop_output", "Cardiac output, closed loop", Unit::LitrePerMinute,
                         a.cardiacOutput * kLitresPerMinute, b.cardiacOutput * kLitresPerMinute));
    return out;
}

std::optional<double> percent(const std::optional<double>& share)
{
    return share ? std::optional(100 * *share) : std::nullopt;
}

Finding finding(Severity severity, std::string code, std::string text, std::string advice, std::string limit = {})
{
    Finding f;
    f.severity = severity;
    f.code = std::move(code);
    f.text = std::move(text);
    f.advice = std::move(advice);
    f.limit = std::move(limit);
    return f;
}

json pointJson(const PortalPrediction& p)
{
    return {{"removed_percent", 100 * p.removed},
            {"portal_mmhg", p.flows.portal},
            {"portal_by_split_mmhg", {p.portalBySplit.low, p.portalBySplit.high}},
            {"portal_95_mmhg", {p.portal.low, p.portal.high}},
            {"gradient_mmhg", p.flows.gradient},
            {"gradient_by_split_mmhg", {p.gradientBySplit.low, p.gradientBySplit.high}},
            {"gradient_95_mmhg", {p.gradient.low, p.gradient.high}}};
}

json meansJson(const LoopMeans& m)
{
    return {{"arterial_mmhg", m.arterial},
            {"systolic_mmhg", m.systolic},
            {"diastolic_mmhg", m.diastolic},
            {"portal_mmhg", m.portal},
            {"sinusoids_mmhg", m.sinusoids},
            {"caval_mmhg", m.caval},
            {"cardiac_output_l_min", m.cardiacOutput * kLitresPerMinute},
            {"artery_flow_l_min", m.hepaticArtery * kLitresPerMinute},
            {"portal_flow_l_min", m.portalVein * kLitresPerMinute},
            {"blood_ml", m.blood},
            {"beats", m.beats},
            {"settled", m.settled}};
}

} // namespace

PortalVerdict verdictOf(double portal, const CirculationLimits& limits)
{
    if (portal > limits.portalHigh)
        return {"stop", "liver.circulation.portal_high", limits.portalHigh};
    return {portal > limits.portalWatch ? "warning" : "ok", "liver.circulation.portal_watch", limits.portalWatch};
}

std::vector<PlanNumber> circulationNumbers(const CirculationResult& r, const CirculationLimits& limits)
{
    const LiverFlows &a = r.before.flows, &b = r.after.flows;
    std::vector<PlanNumber> out;
    out.push_back(number("removed", "Liver removed", Unit::Percent, 0, 100 * (1 - r.remaining)));
    out.back().note = lobeNote(r);
    out.push_back(portalNumber(a.portal, b.portal, limits));
    out.back().note = bandNote(r.after.portalBySplit, r.after.portal);
    out.push_back(number("portal_low", "Portal pressure, lower end of the band", Unit::MillimetreOfMercury,
                         r.before.portal.low, r.after.portal.low));
    out.push_back(number("portal_high", "Portal pressure, upper end of the band", Unit::MillimetreOfMercury,
                         r.before.portal.high, r.after.portal.high));
    out.push_back(number("split_low", "Portal pressure, lowest by the split alone", Unit::MillimetreOfMercury,
                         r.before.portalBySplit.low, r.after.portalBySplit.low));
    out.push_back(number("split_high", "Portal pressure, highest by the split alone", Unit::MillimetreOfMercury,
                         r.before.portalBySplit.high, r.after.portalBySplit.high));
    out.push_back(number("above_high", "Draws above the upper limit", Unit::Percent, {}, 100 * r.aboveHigh));
    out.back().note = "of split and inputs, above " + toText(limits.portalHigh, 1) + " mmHg; no probability of harm";
    out.push_back(gradientNumber(a.gradient, b.gradient));
    out.back().note =
        bandNote(r.after.gradientBySplit, r.after.gradient) + "; stands in for the hepatic venous pressure gradient";
    out.push_back(number("portal_flow", "Flow of the portal vein", Unit::LitrePerMinute,
                         a.portalFlow * kLitresPerMinute, b.portalFlow * kLitresPerMinute));
    out.push_back(flowPerMass(r, limits));
    out.push_back(number("artery_flow", "Flow of the hepatic artery", Unit::LitrePerMinute,
                         a.arteryFlow * kLitresPerMinute, b.arteryFlow * kLitresPerMinute));
    out.push_back(
        number("arterial_pressure", "Mean arterial pressure", Unit::MillimetreOfMercury, a.arterial, b.arterial));
    out.push_back(number("cardiac_output", "Cardiac output", Unit::LitrePerMinute, a.cardiacOutput * kLitresPerMinute,
                         b.cardiacOutput * kLitresPerMinute));
    out.push_back(number("removed_watch", "Removed share that reaches the lower limit", Unit::Percent, {},
                         percent(r.removedAtWatch)));
    out.push_back(number("removed_high", "Removed share that reaches the upper limit", Unit::Percent, {},
                         percent(r.removedAtHigh)));
    for (size_t n = out.size() - 2; n < out.size(); ++n)
        if (!out[n].after)
            out[n].note = "not reached";
    if (r.loop)
        for (PlanNumber& n : loopNumbers(*r.loop, limits))
            out.push_back(std::move(n));
    return out;
}

Findings circulationFindings(const CirculationResult& r, const CirculationLimits& limits)
{
    Findings out;
    const double portal = r.after.flows.portal;
    if (const PortalVerdict v = verdictOf(portal, limits); v.verdict != "ok")
        out.push_back(finding(Severity::Warning, "liver.circulation.portal",
                              "The predicted portal pressure of " + toText(portal, 1) + " mmHg is above " +
                                  toText(v.value, 1) + " mmHg.",
                              "Remove less, or measure the portal pressure after a trial clamping.", v.limit));
    else if (r.after.portal.high > limits.portalHigh)
        out.push_back(
            finding(Severity::Note, "liver.circulation.portal-band",
                    "The band of the predicted portal pressure reaches " + toText(r.after.portal.high, 1) + " mmHg.",
                    "Measure the inputs more exactly to narrow it.", "liver.circulation.portal_high"));
    if (r.before.flows.gradient >= limits.gradientBefore)
        out.push_back(finding(Severity::Warning, "liver.circulation.hypertension",
                              "Before any resection the portal gradient is " + toText(r.before.flows.gradient, 1) +
                                  " mmHg, as in clinically significant portal hypertension.",
                              "The limits for the pressure after a resection were found in livers without cirrhosis: "
                              "they do not apply here.",
                              "liver.circulation.gradient_before"));
    if (r.loop && !r.loop->after.settled)
        out.push_back(finding(Severity::Note, "liver.circulation.unsettled",
                              "The closed loop still drifts a little after " +
                                  toText(std::int64_t(r.loop->after.beats)) + " beats.",
                              "Take its numbers as near."));
    if (r.rejected > 0.05)
        out.push_back(
            finding(Severity::Note, "liver.circulation.draws",
                    toText(100 * r.rejected, 0) + " of 100 draws of the inputs were no circulation and were left out.",
                    "The uncertainty of the pressures is large beside their difference; measure them better."));
    return out;
}

std::vector<PlanNumber> circulationPreview(const PortalModel& model, double removed, const CirculationLimits& limits)
{
    const LiverFlows a = model.flows(1), b = model.flows(1 - removed);
    std::vector<PlanNumber> out;
    out.push_back(number("removed", "Liver removed", Unit::Percent, 0, 100 * removed));
    out.push_back(portalNumber(a.portal, b.portal, limits));
    out.push_back(gradientNumber(a.gradient, b.gradient));
    for (PlanNumber& n : out)
        n.approximate = true;
    return out;
}

std::string circulationDetail(const CirculationResult& r, const LiverFlowInputs& in, const PortalModel& model)
{
    const LiverCircuit& c = model.circuit();
    const PredictionOptions& o = model.options();
    json j;
    j["inputs"] = {{"cardiac_output_l_min", in.cardiacOutput * kLitresPerMinute},
                   {"arterial_mmhg", in.arterial},
                   {"caval_mmhg", in.caval},
                   {"portal_mmhg", in.portal},
                   {"portal_flow_l_min", in.portalFlow * kLitresPerMinute},
                   {"artery_flow_l_min", in.arteryFlow * kLitresPerMinute}};
    j["split"] = {{"value", o.split}, {"low", o.splitLow}, {"high", o.splitHigh}};
    j["draws"] = {{"count", o.samples}, {"seed", o.seed}, {"rejected_share", r.rejected}};
    j["resistances_mmhg_s_ml"] = {{"hepatic_artery", c.hepaticArtery},
                                  {"digestive_organs", c.digestive},
                                  {"portal_vein", c.portal},
                                  {"liver", c.liver},
                                  {"other_organs", c.otherOrgans}};
    j["held"] = o.held == HeldConstant::CardiacOutput ? "cardiac output" : "arterial pressure";
    j["after"] = pointJson(r.after);
    j["curve"] = json::array();
    for (const PortalPrediction& p : r.sweep)
        j["curve"].push_back(pointJson(p));
    j["lobes"] = json::array();
    for (const ResectedLobe& lobe : r.lobes)
        j["lobes"].push_back({{"id", lobe.id.text()}, {"volume_ml", lobe.volumeMl}, {"removed_ml", lobe.removedMl}});
    if (r.loop)
        j["closed_loop"] = {{"heart_size", r.loop->before.heartSize},
                            {"runs", r.loop->before.runs},
                            {"before", meansJson(r.loop->before.means)},
                            {"after", meansJson(r.loop->after)}};
    return j.dump();
}

} // namespace pollux::liver
