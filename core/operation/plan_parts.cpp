#include "core/operation/plan_parts.h"

#include "core/image/filters.h"

#include <algorithm>
#include <utility>

namespace pollux {

Finding finding(Severity severity, std::string code, std::string text, std::string advice)
{
    return {severity, std::move(code), std::move(text), std::move(advice), {}, {}, {}};
}

PlanNumber number(std::string key, std::string label, Unit unit, std::optional<double> after)
{
    PlanNumber n;
    n.key = std::move(key);
    n.label = std::move(label);
    n.unit = unit;
    n.after = after;
    return n;
}

Mask onGrid(const Mask& mask, const Grid& grid, const Job& job)
{
    return sameGeometry(mask.grid(), grid) ? mask : resample(mask, grid, job);
}

std::string sourceText(const Limit& limit)
{
    return limit.source + " (" + std::string(name(limit.evidence)) + ")";
}

Param limitParam(const Limit& limit, std::string key)
{
    Param p = realParam(std::move(key), limit.label, limit.unit, limit.value, limit.min, limit.max, limit.definition);
    p.source = sourceText(limit);
    return p;
}

Findings checkPlanId(const Case& c, const std::string& id, std::string_view kind, const std::string& example,
                     const std::vector<std::string>& parts)
{
    const auto stop = [](std::string text, std::string advice) {
        return Findings{finding(Severity::Stop, "plan.id", std::move(text), std::move(advice))};
    };
    if (!isValidId(id) || id.find('/') != std::string::npos)
        return stop("The plan's id may hold lower-case letters, digits, '-', '_' and '.' only.",
                    "Use for example " + example + ".");
    const auto taken = c.kindOf(Id(id));
    if (taken && *taken != Kind::Plan)
        return stop("'" + id + "' is not a plan.", "Choose another id for the plan.");
    if (taken && c.plan(Id(id)).kind != kind)
        return stop("'" + id + "' is a plan of another kind.", "Choose another id for the plan.");
    Findings out;
    for (const std::string& part : parts)
        if (isValidId(id + part))
            for (Finding& f : checkFree(c, Id(id + part), Kind::Structure, IdFrom::Plan))
                out.push_back(std::move(f));
    return out;
}

Findings checkFree(const Case& c, const Id& id, Kind kind, IdFrom from, const std::vector<Id>& madeFrom)
{
    const char* advice = from == IdFrom::Plan ? "Choose another id for the plan." : "Choose another name.";
    const auto stop = [](const char* code, std::string text, std::string what) {
        return Findings{finding(Severity::Stop, code, std::move(text), std::move(what))};
    };
    if (std::find(madeFrom.begin(), madeFrom.end(), id) != madeFrom.end())
        return stop("result.taken", "The result would replace what it is made from.", advice);
    const auto taken = c.kindOf(id);
    if (taken && *taken != kind)
        return stop("result.taken", "Another object already has the id '" + id.text() + "'.", advice);
    const auto s = c.structures.find(id);
    if (s != c.structures.end() && s->second->state == ConfirmState::Confirmed)
        return stop("result.confirmed", "'" + id.text() + "' has been confirmed and would be overwritten.",
                    from == IdFrom::Plan ? "Choose another id for the plan, or take the confirmation back."
                                         : "Choose another name, or take the confirmation back.");
    return {};
}

} // namespace pollux
