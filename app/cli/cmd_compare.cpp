#include "app/cli/context.h"
#include "app/cli/open_case.h"
#include "core/report/plan_comparison.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace pollux::cli {

void addCompare(CLI::App& app, Context& context)
{
    struct Options
    {
        std::string file;
        std::vector<std::string> plans;
    };
    auto o = std::make_shared<Options>();
    CLI::App* sub = app.add_subcommand("compare", "Plans of a case side by side, with their differences");
    sub->add_option("case", o->file, "Case file")->required();
    sub->add_option("plans", o->plans,
                    "Ids of plans, the first is what the others are compared with; all if none is "
                    "named");
    sub->callback([o, &context] {
        Job job = context.console.job();
        const Case c = openSeenCase(o->file, job);
        std::vector<Id> ids;
        for (const std::string& text : o->plans)
            ids.emplace_back(text);
        if (ids.empty())
            for (const auto& [id, plan] : c.plans)
                ids.push_back(id);
        const ReportTable made = comparisonTable(c, ids, context.registry.limits());
        std::vector<std::vector<std::string>> rows{made.head};
        for (const auto& row : made.rows) {
            rows.emplace_back();
            for (const ReportCell& cell : row)
                rows.back().push_back(cell.text);
        }
        context.console.line(table(rows));
        context.console.result(comparisonJson(c, ids));
    });
}

} // namespace pollux::cli
