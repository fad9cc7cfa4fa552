#include "app/cli/context.h"
#include "app/cli/open_case.h"
#include "core/base/text.h"
#include "core/storage/history.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace pollux::cli {

namespace {

constexpr const char* kWhat[] = {"added", "removed", "changed"}; // in the order of Change::What

std::string nameOf(const HistoryStep& step, const Registry& registry)
{
    const Operation* operation = step.ofLineage ? registry.find(step.operation) : nullptr;
    return operation ? operation->info().name : step.text;
}

std::string changesText(const HistoryStep& step)
{
    std::string text;
    for (const Change& change : step.changed)
        text += (text.empty() ? "" : ", ") + std::string(kWhat[static_cast<int>(change.what)]) + " " + change.id.text();
    return text;
}

/// How much of the state after a step is as it was.
std::string keptText(const HistoryState& state)
{
    if (state.exact)
        return "kept";
    std::string text;
    if (!state.later.empty())
        text = std::to_string(state.later.size()) + " as it became later";
    if (!state.gone.empty())
        text += (text.empty() ? "" : ", ") + std::to_string(state.gone.size()) + " gone";
    return text.empty() ? "put together" : "put together: " + text;
}

nlohmann::json idsJson(const std::vector<Id>& ids)
{
    nlohmann::json out = nlohmann::json::array();
    for (const Id& id : ids)
        out.push_back(id.text());
    return out;
}

nlohmann::json stepJson(size_t number, const HistoryStep& step, const HistoryState& state, const Registry& registry)
{
    nlohmann::json changed = nlohmann::json::array();
    for (const Change& change : step.changed)
        changed.push_back(
            {{"what", kWhat[static_cast<int>(change.what)]}, {"kind", name(change.kind)}, {"id", change.id.text()}});
    nlohmann::json j = {{"number", number},
                        {"text", nameOf(step, registry)},
                        {"operation", step.operation},
                        {"author", step.author},
                        {"when", step.when},
                        {"gap_seconds", nullptr},
                        {"from", step.ofLineage ? "lineage" : "journal"},
                        {"changed", changed},
                        {"state_exact", state.exact},
                        {"state_later", idsJson(state.later)},
                        {"state_gone", idsJson(state.gone)}};
    if (step.gapSeconds)
        j["gap_seconds"] = *step.gapSeconds;
    return j;
}

} // namespace

void addHistory(CLI::App& app, Context& context)
{
    auto file = std::make_shared<std::string>();
    CLI::App* sub = app.add_subcommand("history", "How a case came about, step by step; the window replays it");
    sub->add_option("case", *file, "Case file")->required();
    sub->callback([file, &context] {
        const Job job = context.console.job();
        const auto now = std::make_shared<const Case>(openCase(*file, job));
        const History history(now, loadJournal(*file));
        std::vector<std::vector<std::string>> rows{
            {"no", "step", "by", "when (UTC)", "s after", "changed", "state after it"}};
        nlohmann::json steps = nlohmann::json::array();
        bool ofLineage = false;
        for (size_t n = 0; n < history.steps().size(); ++n) {
            const HistoryStep& step = history.steps()[n];
            const HistoryState state = history.state(n + 1);
            ofLineage = ofLineage || step.ofLineage;
            rows.push_back({std::to_string(n + 1) + (step.ofLineage ? "*" : ""), nameOf(step, context.registry),
                            step.author.empty() ? "-" : step.author, step.when,
                            step.gapSeconds ? toText(*step.gapSeconds, 0) : "-", changesText(step), keptText(state)});
            steps.push_back(stepJson(n + 1, step, state, context.registry));
        }
        context.console.line(steps.empty() ? "Nothing is known of how this case came about." : table(rows));
        if (ofLineage)
            context.console.line("* No journal tells of this step, only where the objects came from: what was undone, "
                                 "removed or made again in between is not listed.");
        context.console.result({{"case", *file}, {"steps", steps}});
    });
}

} // namespace pollux::cli
