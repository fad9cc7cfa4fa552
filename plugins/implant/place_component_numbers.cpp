// What a component's measures are told as: the lines of its plan and its findings.

#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/operation/plan_parts.h"
#include "plugins/implant/component_kinds.h"
#include "plugins/implant/image_findings.h"
#include "plugins/implant/place_component.h"

#include <cmath>

namespace pollux::implant {

namespace {

const char* zoneName(Zone zone)
{
    switch (zone) {
    case Zone::AnteroMedial:
        return term("Overhang, anteromedial");
    case Zone::AnteroLateral:
        return term("Overhang, anterolateral");
    case Zone::PosteroMedial:
        return term("Overhang, posteromedial");
    case Zone::PosteroLateral:
        break;
    }
    return term("Overhang, posterolateral");
}

} // namespace

std::vector<PlanNumber> PlaceComponent::numbers(const ComponentMeasures& m, const FlatComponent& c,
                                                const ParamValues& values, const std::string& why) const
{
    std::vector<PlanNumber> out;
    const KindFacts& facts = factsOf(kind(values));
    const auto add = [&](const char* key, const char* label, Unit unit, double after) -> PlanNumber& {
        out.push_back(number(key, label, unit, after));
        return out.back();
    };
    const auto judge = [](PlanNumber& n, const char* limit, double value, LimitKind which, double judged) {
        n.limit = limit;
        n.limitValue = value;
        n.limitKind = which;
        n.verdict = (which == LimitKind::AtLeast ? judged < value : judged > value) ? "warning" : "ok";
    };
    PlanNumber& covered = add("coverage", "Coverage of the cut", Unit::Percent, 100 * m.coverage);
    if (ofKnee(facts.kind)) // of an ankle the malleolus stays uncovered: no limit is known
        judge(covered, "component.coverage", values.real("coverage"), LimitKind::AtLeast, 100 * m.coverage);
    PlanNumber& over = add("overhang", "Overhang, worst place", Unit::Millimetre, m.worstOverhang);
    over.place = m.worstPlace;
    over.note = "below 0: within the bone";
    judge(over, "component.overhang", values.real("overhang"), LimitKind::AtMost, m.worstOverhang);
    for (const Zone z : kZones)
        add((std::string("overhang_") + std::to_string(static_cast<int>(z))).c_str(), zoneName(z), Unit::Millimetre,
            m.overhang[static_cast<size_t>(z)]);
    add("beyond", "Base beyond the bone", Unit::Percent, 100 * m.beyond);
    PlanNumber& varus = add("varus", "Varus, coronal plane", Unit::Degree, m.varus);
    varus.before = m.nativeVarus;
    varus.note = "below 0: valgus";
    judge(varus, "component.alignment", values.real("alignment"), LimitKind::AtMost, std::fabs(m.varus));
    PlanNumber& angle = add("coronal", facts.angle, Unit::Degree, 90 + facts.sign * m.varus);
    if (m.nativeVarus)
        angle.before = 90 + facts.sign * *m.nativeVarus;
    add("slope", "Slope, sagittal plane", Unit::Degree, m.slope).before = m.nativeSlope;
    add("rotation", "External rotation, transverse plane", Unit::Degree, m.rotation);
    add("depth_medial", "Resection, medial", Unit::Millimetre, m.depthMedial);
    add("depth_lateral", "Resection, lateral", Unit::Millimetre, m.depthLateral);
    if (m.malleolus)
        judge(add("malleolus", "Bone left medially", Unit::Millimetre, *m.malleolus), "component.malleolus",
              values.real("malleolus"), LimitKind::AtLeast, *m.malleolus);
    const bool leaves = m.malleolus && *m.malleolus >= values.real("malleolus");
    add("width", "Width of the base", Unit::Millimetre, c.width).note =
        values.real("width") > 0 ? ""
        : m.worstOverhang > values.real("overhang_wanted")
            ? term("proposed: the smallest there is, and it overhangs more than wanted")
        : leaves ? term("proposed: the largest that does not overhang and leaves the malleolus")
                 : term("proposed: the largest that does not overhang");
    add("depth", "Depth of the base", Unit::Millimetre, c.depth);
    if (m.densitySamples > 0) {
        const Unit unit = why.empty() ? Unit::Hounsfield : Unit::GreyValue;
        add("density", "Values under the base, mean", unit, m.densityMean);
        add("density_sd", "Values under the base, spread", unit, m.densitySd);
    }
    const auto meets = [&](const std::optional<Approach>& a, const char* key, const char* label) {
        if (!a)
            return;
        PlanNumber& n = add(key, label, Unit::Millimetre, a->mm);
        n.note = filled("nearest: %1", {a->name});
        n.place = a->onImplant;
        judge(n, "component.clearance", values.real("clearance"), LimitKind::AtLeast, a->mm);
        if (a->mm < 0)
            n.verdict = "stop";
    };
    meets(m.otherBone, "other_bone", "Distance to other bones");
    meets(m.otherImplant, "other_implant", "Distance to other implants");
    const ComponentError e = error(values);
    if (e.varus > 0) {
        const double most = values.real("alignment");
        add("chance_varus", "Chance of varus beyond its limit", Unit::Percent,
            100 * chanceOutside(m.varus, -most, most, e.varus))
            .note = filled("error of the cut: %1 degrees, standard deviation", {toText(e.varus, 1)});
    }
    if (e.slope > 0 && facts.kind == ComponentKind::AnkleTibia)
        add("chance_slope", "Chance of slope beyond its limits", Unit::Percent,
            100 * chanceOutside(m.slope, values.real("slope_least"), values.real("slope_most"), e.slope))
            .note =
            filled("outside %1 to %2 degrees (unverified); error of the cut: %3 degrees, standard deviation",
                   {toText(values.real("slope_least"), 1), toText(values.real("slope_most"), 1), toText(e.slope, 1)});
    if (e.shift > 0 && !m.border.empty())
        add("chance_overhang", "Chance of overhang beyond its limit", Unit::Percent,
            100 * chanceOfOverhang(m.border, values.real("overhang"), e.shift))
            .note = filled("error of the position: %1 mm, standard deviation, each way", {toText(e.shift, 1)});
    return out;
}

Findings PlaceComponent::judged(const ComponentMeasures& m, const ParamValues& values) const
{
    Findings out;
    const auto add = [&](Severity severity, const char* code, std::string text, const char* advice, const char* limit) {
        out.push_back(finding(severity, code, std::move(text), advice));
        out.back().limit = limit;
    };
    if (const auto beyond = beyondImage(m.outside))
        out.push_back(*beyond);
    if (m.cutArea <= 0 || m.coverage <= 0)
        add(Severity::Stop, "component.off", "The component does not stand on the bone.", "Move it back.", "");
    else if (m.worstOverhang > values.real("overhang")) {
        add(Severity::Warning, "component.overhang",
            filled("The base reaches %1 mm beyond the bone.", {toText(m.worstOverhang, 1)}),
            "Take a smaller size, or move it.", "component.overhang");
        out.back().place = m.worstPlace;
    }
    if (ofKnee(kind(values)) && m.coverage > 0 && 100 * m.coverage < values.real("coverage"))
        add(Severity::Warning, "component.coverage",
            filled("The base covers %1 % of the cut bone.", {toText(100 * m.coverage, 0)}),
            "Take a larger size, or move it.", "component.coverage");
    if (std::fabs(m.varus) > values.real("alignment"))
        add(Severity::Warning, "component.alignment",
            filled("The cut stands %1 degrees off in the coronal plane.", {toText(std::fabs(m.varus), 1)}),
            "Set varus nearer to 0, or give your own limit.", "component.alignment");
    if (m.malleolus && *m.malleolus < values.real("malleolus"))
        add(*m.malleolus < 0 ? Severity::Stop : Severity::Warning, "component.malleolus",
            filled("Only %1 mm of bone are left medially.", {toText(*m.malleolus, 1)}),
            "Move it outwards, or take a smaller size.", "component.malleolus");
    const auto meets = [&](const std::optional<Approach>& a, const char* code, const char* advice) {
        if (!a || a->mm >= values.real("clearance"))
            return;
        add(a->mm < 0 ? Severity::Stop : Severity::Warning, code,
            a->mm < 0 ? filled("The component meets '%1' by %2 mm.", {a->name, toText(-a->mm, 1)})
                      : filled("The component comes as near as %1 mm to '%2'.", {toText(a->mm, 1), a->name}),
            advice, "component.clearance");
        out.back().place = a->onImplant;
    };
    meets(m.otherBone, "component.meets-bone",
          "Move it away, take a smaller size, or plan the cut of that bone first.");
    meets(m.otherImplant, "component.meets-implant", "Move one of them, or take a smaller one.");
    return out;
}

} // namespace pollux::implant
