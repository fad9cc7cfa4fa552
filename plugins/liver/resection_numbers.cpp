#include "plugins/liver/resection_numbers.h"

#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/operation/plan_parts.h"

namespace pollux::liver {

namespace {

constexpr const char* kSteatosis = "liver.steatosis";
constexpr double kKnownEnough = 0.5; // of the liver

PlanNumber fatNumber(const RemnantRule& rule)
{
    const bool known = knowsTheFat(rule);
    PlanNumber n = number("fat_fraction", "Fat fraction of the liver", Unit::Percent,
                          known ? std::optional(rule.fat->percent) : std::nullopt);
    const std::string share = toText(100 * rule.fat->known, 0);
    if (!known) {
        n.note = filled("not used: '%1' has values for %2 % of the liver only", {rule.fatMap, share});
        return n;
    }
    n.note = filled("mean of '%1' without lesions, spread %2 %, known in %3 % of the liver",
                    {rule.fatMap, toText(rule.fat->deviation, 1), share});
    n.limit = kSteatosis;
    n.limitValue = rule.steatosis;
    n.limitKind = LimitKind::AtMost;
    n.verdict = rule.fat->percent >= rule.steatosis ? "warning" : "ok";
    return n;
}

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

bool knowsTheFat(const RemnantRule& rule)
{
    return rule.fat && rule.fat->known >= kKnownEnough;
}

void applyFat(RemnantRule& rule)
{
    if (!knowsTheFat(rule) || rule.fat->percent < rule.steatosis || rule.least >= rule.leastSteatosis)
        return;
    rule.limit = "liver.remnant.steatosis";
    rule.least = rule.leastSteatosis;
}

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
    if (rule.fat)
        out.push_back(fatNumber(rule));
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
    if (rule.fat && !knowsTheFat(rule))
        add(Severity::Warning, "liver.fat-unknown",
            filled("The fat fraction map '%1' has values for %2 % of the liver only and was not used.",
                   {rule.fatMap, toText(100 * rule.fat->known, 0)}),
            "Check that it shows this liver in the same place.");
    else if (rule.fat && rule.fat->percent >= rule.steatosis)
        add(Severity::Warning, "liver.steatosis",
            filled("The liver holds %1 % fat, as in moderate or severe steatosis: at least %2 % are held to be needed.",
                   {toText(rule.fat->percent, 1), toText(rule.least, 1)}),
            "Look at the map: iron and artefacts change it too. A biopsy decides.")
            .limit = kSteatosis;
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
