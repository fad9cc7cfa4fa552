#include "core/report/plan_rows.h"

#include "core/base/text.h"

namespace pollux {

namespace {

std::string valueText(const std::optional<double>& value, Unit unit)
{
    return value ? toText(Quantity{*value, unit, {}, {}}) : std::string("-");
}

} // namespace

ReportTable planTable(const Plan& plan, const LimitTable& limits, bool stale)
{
    ReportTable table;
    table.head = {"", "Before", "After", "Verdict", "Limit", "Source of the limit", "Remark"};
    for (const PlanNumber& n : plan.numbers) {
        const Limit* limit = limits.find(n.limit);
        std::string source = limit ? limit->source : std::string();
        if (limit && limit->evidence == Evidence::Unverified)
            source += source.empty() ? "unverified" : " (unverified)";
        std::string after = valueText(n.after, n.unit);
        if (n.approximate)
            after = "≈ " + after;
        if (stale)
            after += " STALE";
        table.rows.push_back({{n.label, {}},
                              {valueText(n.before, n.unit), "muted"},
                              {after, stale ? "stale" : n.verdict},
                              {n.verdict.empty() ? "-" : n.verdict, n.verdict},
                              {valueText(n.limitValue, n.unit), {}},
                              {source, "muted"},
                              {n.note, "muted"}});
    }
    return table;
}

} // namespace pollux
