#include "plugins/liver/resection_numbers.h"

#include "core/base/sentence.h"
#include "core/base/text.h"
#include "plugins/liver/operation_parts.h"

namespace pollux::liver {

namespace {

/// nullopt where the body's size is not known or the formula gives no volume for it.
std::optional<double> expectedMl(const RemnantRule& rule)
{
    if (!rule.bodySurface)
        return std::nullopt;
    const double ml = estimatedLiverMl(rule.formula, *rule.bodySurface);
    return ml > 0 ? std::optional(ml) : std::nullopt;
}

std::optional<double> standardised(const Resection& cut, const RemnantRule& rule)
{
    const auto ml = expectedMl(rule);
    return ml ? std::optional(100 * cut.remnantMl / *ml) : std::nullopt;
}

void hold(PlanNumber& n, const RemnantRule& rule)
{
    n.limit = rule.limit;
    n.limitValue = rule.least;
    n.limitKind = LimitKind::AtLeast;
    n.verdict = *n.after < rule.least ? "stop" : "ok";
}

PlanNumber marginNumber(const NamedLesion& lesion)
{
    const LesionResult& r = lesion.result;
    PlanNumber n = number("margin." + lesion.id.text(), "Margin to " + lesion.name, Unit::Millimetre,
                          r.margin ? std::optional(r.margin->mm) : std::nullopt);
    if (r.margin)
        n.place = r.margin->place;
    switch (r.side) {
    case LesionSide::Removed:
        n.verdict = r.margin && r.margin->mm <= 0 ? "stop" : "ok";
        n.note = r.margin ? (r.margin->mm <= 0 ? "removed; it touches the cut" : "removed; to what remains")
                          : "removed; farther than " + toText(kFarthestMargin, 0) + " mm from the cut";
        break;
    case LesionSide::Cut:
        n.verdict = "stop";
        n.note = "the cut goes through it";
        break;
    case LesionSide::Remains:
        n.verdict = "warning";
        n.note = r.margin ? "it remains; to what is removed" : "it remains, far from the cut";
        break;
    case LesionSide::Outside:
        n.verdict = "warning";
        n.note = "not computed: it does not touch the liver";
        break;
    }
    return n;
}

} // namespace

std::vector<PlanNumber> resectionNumbers(const Resection& cut, const std::vector<NamedLesion>& lesions,
                                         const RemnantRule& rule)
{
    std::vector<PlanNumber> out;
    out.push_back(number("liver_volume", "Liver volume with lesions", Unit::Millilitre, cut.liverMl));
    out.push_back(number("lesion_volume", "Volume of the lesions in it", Unit::Millilitre, cut.lesionsMl));
    out.push_back(number("removed_volume", "Removed volume", Unit::Millilitre, cut.removedMl));
    out.push_back(number("remnant_volume", "Future liver remnant", Unit::Millilitre, cut.remnantMl));
    out.back().note = "without lesions that remain";
    const auto expected = expectedMl(rule), share = standardised(cut, rule);
    out.push_back(number("remnant_share", "Remnant of the liver on the images", Unit::Percent, cut.remnantShare()));
    out.back().note = "of the liver without lesions";
    if (!share)
        hold(out.back(), rule);
    out.push_back(number("expected_volume", "Expected liver volume", Unit::Millilitre, expected));
    const std::string unknown = rule.bodySurface ? "not computed: the formula gives no volume for so small a body"
                                                 : "not computed: height and weight are not given";
    out.back().note = expected ? rule.formulaName + ", body surface " + toText(*rule.bodySurface, 2) +
                                     " m²; the formula is from memory (unverified)"
                               : unknown;
    out.push_back(number("standardised_remnant", "Remnant of the expected liver volume", Unit::Percent, share));
    if (share)
        hold(out.back(), rule);
    out.back().note = share ? "standardised remnant, by the formula of " + rule.formulaName : unknown;
    for (const NamedLesion& lesion : lesions)
        out.push_back(marginNumber(lesion));
    return out;
}

Findings resectionFindings(const Resection& cut, const std::vector<NamedLesion>& lesions, const RemnantRule& rule)
{
    Findings out;
    const auto add = [&](Severity severity, std::string code, std::string text, std::string advice) -> Finding& {
        Finding f;
        f.severity = severity;
        f.code = std::move(code);
        f.text = std::move(text);
        f.advice = std::move(advice);
        out.push_back(std::move(f));
        return out.back();
    };
    const auto share = standardised(cut, rule);
    const double held = share.value_or(cut.remnantShare());
    if (held < rule.least)
        add(Severity::Stop, "liver.remnant-small",
            toText(held, 1) + " % of the " + (share ? term("expected liver volume") : term("liver on the images")) +
                " would remain, less than " + toText(rule.least, 1) + " %.",
            "Remove less, or say why it is enough.")
            .limit = rule.limit;
    if (!share)
        add(Severity::Note, "liver.body-size",
            "The remnant is held against the liver on the images, for the expected liver volume is not known.",
            "Give height and weight for the standardised remnant.");
    for (const NamedLesion& lesion : lesions) {
        const LesionResult& r = lesion.result;
        const std::string& name = lesion.name;
        if (r.side == LesionSide::Outside)
            add(Severity::Warning, "liver.lesion-outside", "'" + name + "' does not touch the liver and was left out.",
                "Look whether it is a lesion of the liver.");
        else if (r.side == LesionSide::Remains)
            add(Severity::Warning, "liver.lesion-remains", "'" + name + "' would remain in the liver.",
                "Move the cut if it is to be removed.");
        else if (r.side == LesionSide::Cut)
            add(Severity::Stop, "liver.lesion-cut", "The cut goes through '" + name + "'.", "Move the cut off it.");
        else if (r.margin && r.margin->mm <= 0)
            add(Severity::Stop, "liver.lesion-touched", "'" + name + "' touches the cut: there is no margin.",
                "Move the cut off it.");
        else
            continue;
        if (r.margin)
            out.back().place = r.margin->place;
    }
    return out;
}

} // namespace pollux::liver
