#include "app/cli/context.h"
#include "app/cli/open_case.h"
#include "core/base/text.h"
#include "core/operation/rebuild.h"
#include "core/operation/recipe.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <fstream>

namespace pollux::cli {

namespace {

constexpr size_t kLongestRecipe = 1 << 20;

ParamValues parseSettings(const Operation& operation, const std::vector<std::string>& settings)
{
    const ParamList list = operation.declare();
    ParamValues values;
    for (const std::string& setting : settings) {
        const auto equals = setting.find('=');
        if (equals == std::string::npos)
            throw Error(ErrorCode::BadInput, "'" + setting + "' is not of the form key=value.",
                        "For example: --set radius=2.5");
        const std::string key = setting.substr(0, equals);
        const Param* p = list.find(key);
        if (!p) {
            ParamValues one;
            one.set(key, std::string());
            throw Error(ErrorCode::BadInput, check(list, one).front().text,
                        "'pollux describe " + operation.info().id + "' explains them.");
        }
        values.set(key, parseValue(*p, setting.substr(equals + 1)));
    }
    checkGiven(operation, values);
    return values;
}

std::string readText(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw Error(ErrorCode::NotFound, "The recipe file cannot be opened.", "Check its name and permissions.");
    std::string text(kLongestRecipe + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<size_t>(file.gcount()));
    if (text.size() > kLongestRecipe)
        throw Error(ErrorCode::BadInput, "The recipe file is longer than 1 MiB: it is no recipe.",
                    "Choose a recipe; resources/recipes has examples.");
    return text;
}

/// Tells of a run whose result is written.
void finish(const Console& console, const std::string& out, const Findings& findings, const std::vector<Id>& changed,
            double seconds)
{
    console.findings(findings);
    std::string ids;
    nlohmann::json list = nlohmann::json::array();
    for (const Id& id : changed) {
        if (ids.find(" " + id.text() + ",") == std::string::npos)
            ids += " " + id.text() + ",";
        list.push_back(id.text());
    }
    if (!ids.empty())
        ids.pop_back();
    console.line("Changed:" + (ids.empty() ? " nothing" : ids) + ". " + toText(seconds, 1) + " s. Written: " + out);
    console.result({{"case", out}, {"changed", list}, {"seconds", seconds}, {"findings", toJson(findings)}});
}

} // namespace

void addRun(CLI::App& app, Context& context)
{
    struct Options
    {
        std::string file, operation, recipe, out;
        std::vector<std::string> settings;
    };
    auto o = std::make_shared<Options>();
    CLI::App* sub = app.add_subcommand("run", "Run an operation or a recipe on a case");
    sub->add_option("case", o->file, "Case file")->required();
    auto* operation = sub->add_option("operation", o->operation, "Operation id ('pollux list')");
    sub->add_option("--set", o->settings, "Parameter as key=value; may be given several times")
        ->type_size(1)
        ->allow_extra_args(false);
    sub->add_option("--recipe", o->recipe, "Recipe id, or a .json file")->excludes(operation);
    sub->add_option("-o,--out", o->out, "Write here instead of back to the case");
    sub->callback([o, &context] {
        if (o->operation.empty() && o->recipe.empty())
            throw Error(ErrorCode::BadInput, "Nothing to run is named.", "Give an operation id or --recipe.");
        Job job = context.console.job();
        // What to run is checked before the case is read: a typing error should not cost a minute.
        const std::string out = o->out.empty() ? o->file : o->out;
        checkPlaces(o->file, out);
        if (!o->recipe.empty()) {
            const Recipe recipe = o->recipe.ends_with(".json") ? parseRecipe(readText(o->recipe), context.registry)
                                                               : builtInRecipe(o->recipe, context.registry);
            const Case before = openCase(o->file, job);
            const RunResult r = runRecipe(recipe, context.registry, before, context.run(), job);
            saveStep(o->file, before, recipe.name, r.after, out, job);
            finish(context.console, out, r.findings, r.changed, r.seconds);
            return;
        }
        const Operation& op = context.registry.at(o->operation);
        const ParamValues values = parseSettings(op, o->settings);
        const Case before = openCase(o->file, job);
        const RunResult r = runOperation(op, before, values, context.run(), job);
        saveStep(o->file, before, op.info().name, r.after, out, job);
        finish(context.console, out, r.findings, r.changed, r.seconds);
    });
}

void addRebuild(CLI::App& app, Context& context)
{
    struct Options
    {
        std::string file, out;
    };
    auto o = std::make_shared<Options>();
    CLI::App* sub = app.add_subcommand("rebuild", "Re-run what an upstream change has made stale");
    sub->add_option("case", o->file, "Case file")->required();
    sub->add_option("-o,--out", o->out, "Write here instead of back to the case");
    sub->callback([o, &context] {
        Job job = context.console.job();
        const std::string out = o->out.empty() ? o->file : o->out;
        checkPlaces(o->file, out);
        const Case before = openCase(o->file, job);
        const RebuildResult r = rebuild(before, context.registry, context.run(), nullptr, job);
        saveStep(o->file, before, "Re-run what is stale", r.after, out, job);
        context.console.findings(r.findings);
        context.console.line("Rebuilt " + std::to_string(r.ran) + " steps; " +
                             std::to_string(staleIds(r.after).size()) + " objects are still stale. Written: " + out);
        context.console.result(
            {{"case", out}, {"ran", r.ran}, {"stale", staleIds(r.after).size()}, {"findings", toJson(r.findings)}});
    });
}

} // namespace pollux::cli
