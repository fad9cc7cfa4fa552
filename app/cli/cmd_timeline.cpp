#include "app/cli/context.h"
#include "app/cli/open_case.h"
#include "core/report/timeline_section.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace pollux::cli {

namespace {

std::string tableText(const ReportTable& made)
{
    std::vector<std::vector<std::string>> rows{made.head};
    for (const auto& row : made.rows) {
        rows.emplace_back();
        for (const ReportCell& cell : row)
            rows.back().push_back(cell.text);
    }
    return table(rows);
}

} // namespace

void addTimeline(CLI::App& app, Context& context)
{
    auto file = std::make_shared<std::string>();
    CLI::App* sub = app.add_subcommand("timeline", "The studies of a case in order of time, and what changed");
    sub->add_option("case", *file, "Case file")->required();
    sub->callback([file, &context] {
        const Job job = context.console.job();
        const Case c = openSeenCase(*file, job);
        const Timeline timeline = makeTimeline(c, job);
        context.console.line(tableText(timePointsTable(timeline)));
        if (timeline.times.all.size() < 2)
            context.console.line("There is nothing to compare with yet. A further study of the patient joins the case "
                                 "by\n  pollux run " +
                                 *file + " import.study --set path=STUDY");
        else if (timeline.growths.empty())
            context.console.line("No structure is known in two of the studies. Carry them over by\n  pollux run " +
                                 *file + " case.follow-up --set fixed=NEW --set moving=EARLIER");
        else
            context.console.line(tableText(changesTable(timeline)));
        context.console.result(timelineJson(c, timeline));
    });
}

} // namespace pollux::cli
