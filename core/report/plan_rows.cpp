#include "core/report/plan_rows.h"

#include "core/base/text.h"

#include <algorithm>

namespace pollux {

namespace {

std::string valueText(const std::optional<double>& value, Unit unit)
{
    return value ? toText(Quantity{*value, unit, {}, {}}) : std::string("-");
}

} // namespace

std::vector<ReportTable> planTables(const Plan& plan, const LimitTable& limits, bool stale)
{
    ReportTable table;
    table.head = {"", "Before", "After", "Verdict", "Limit", "Source", "Remark"};
    ReportTable sources;
    sources.head = {"Source", "Where the limit comes from", "Evidence"};
    std::vector<std::string> cited; // several limits share a source: say it once
    for (const PlanNumber& n : plan.numbers) {
        std::string mark;
        if (const Limit* limit = limits.find(n.limit)) {
            const std::string entry = limit->source + "|" + std::string(name(limit->evidence));
            const auto known = std::find(cited.begin(), cited.end(), entry);
            mark = "[" + std::to_string(known - cited.begin() + 1) + "]";
            if (known == cited.end()) {
                cited.push_back(entry);
                const bool unverified = limit->evidence == Evidence::Unverified;
                sources.rows.push_back({{mark, {}},
                                        {limit->source, "muted"},
                                        {std::string(name(limit->evidence)), unverified ? "warning" : "ok"}});
            }
        }
        std::string after = valueText(n.after, n.unit);
        if (n.approximate)
            after = "≈ " + after;
        if (stale)
            after += " STALE";
        table.rows.push_back({{n.label, {}},
                              {valueText(n.before, n.unit), "muted"},
                              {after, stale ? "stale" : n.verdict},
                              {n.verdict.empty() ? "-" : n.verdict, n.verdict},
                              {n.limitValue ? limitText(n, limits) : "-", {}},
                              {mark, "muted"},
                              {n.note, "muted"}});
    }
    std::vector<ReportTable> tables{std::move(table)};
    if (!sources.rows.empty())
        tables.push_back(std::move(sources));
    return tables;
}

} // namespace pollux
