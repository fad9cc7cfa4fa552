#include "app/cli/context.h"
#include "core/base/text.h"
#include "core/case/device.h"
#include "core/operation/recipe.h"
#include "ui/extension/site_devices.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace pollux::cli {

namespace {

void listOperations(const Context& context)
{
    std::vector<std::vector<std::string>> rows;
    nlohmann::json all = nlohmann::json::array();
    for (const Operation* operation : context.registry.all()) {
        const OperationInfo info = operation->info();
        rows.push_back({info.id, info.category, info.summary});
        all.push_back({{"id", info.id},
                       {"version", info.version},
                       {"category", info.category},
                       {"name", info.name},
                       {"summary", info.summary}});
    }
    context.console.line(table(rows));
    context.console.result(all);
}

void listRecipes(const Context& context)
{
    std::vector<std::vector<std::string>> rows;
    nlohmann::json all = nlohmann::json::array();
    for (const std::string& id : builtInRecipeIds()) {
        const Recipe recipe = builtInRecipe(id, context.registry);
        rows.push_back({recipe.id, std::to_string(recipe.steps.size()) + " steps", recipe.summary});
        all.push_back(
            {{"id", recipe.id}, {"name", recipe.name}, {"summary", recipe.summary}, {"steps", recipe.steps.size()}});
    }
    context.console.line(table(rows));
    context.console.result(all);
}

void listLimits(const Context& context)
{
    std::vector<std::vector<std::string>> rows;
    nlohmann::json all = nlohmann::json::array();
    for (const auto& [id, limit] : context.registry.limits().all()) {
        rows.push_back(
            {id, std::string(name(limit.kind)) + " " + toText(limit.value) + " " + std::string(symbol(limit.unit)),
             std::string(name(limit.evidence)), limit.label, limit.source});
        all.push_back({{"id", id},
                       {"label", limit.label},
                       {"definition", limit.definition},
                       {"kind", name(limit.kind)},
                       {"value", limit.value},
                       {"unit", unitName(limit.unit)},
                       {"source", limit.source},
                       {"evidence", name(limit.evidence)}});
    }
    context.console.line(table(rows));
    context.console.result(all);
}

void listDevices(const Context& context)
{
    std::vector<std::vector<std::string>> rows;
    nlohmann::json all = nlohmann::json::array();
    for (const auto& [id, d] : context.registry.devices()->table()->all()) {
        std::string figures;
        nlohmann::json values = nlohmann::json::object();
        for (const auto& [key, figure] : d.figures) {
            figures += (figures.empty() ? "" : ", ") + key + " " + toText(figure.value) +
                       (figure.unit == Unit::None ? "" : " " + std::string(symbol(figure.unit)));
            values[key] = {{"value", figure.value}, {"unit", unitName(figure.unit)}};
        }
        rows.push_back({id, d.kind, title(d), figures, d.measured, std::string(name(d.evidence)),
                        d.own ? "your own" : "built in", d.source});
        all.push_back({{"id", id},
                       {"kind", d.kind},
                       {"name", d.name},
                       {"setting", d.setting},
                       {"measured", d.measured},
                       {"figures", values},
                       {"source", d.source},
                       {"evidence", name(d.evidence)},
                       {"own", d.own}});
    }
    context.console.line(table(rows));
    context.console.line("Your own are kept in " + ownDevicesFile().toStdString());
    context.console.result(all);
}

void listAnatomy(const Context& context)
{
    std::vector<std::vector<std::string>> rows;
    nlohmann::json all = nlohmann::json::array();
    for (const Anatomy& a : anatomyTable()) {
        rows.push_back({a.key, a.category, a.label, a.snomed.empty() ? "" : "SNOMED CT " + a.snomed});
        all.push_back({{"key", a.key}, {"label", a.label}, {"category", a.category}, {"snomed", a.snomed}});
    }
    context.console.line(table(rows));
    context.console.result(all);
}

void listPlugins(const Context& context)
{
    std::vector<std::vector<std::string>> rows;
    nlohmann::json all = nlohmann::json::array();
    for (const SitePluginReport& p : context.sitePlugins) {
        rows.push_back(
            {p.file.toStdString(), p.loaded ? "loaded" : "not loaded", p.name.toStdString(), p.reason.toStdString()});
        all.push_back({{"file", p.file.toStdString()},
                       {"id", p.id.toStdString()},
                       {"loaded", p.loaded},
                       {"reason", p.reason.toStdString()}});
    }
    context.console.line(rows.empty() ? "No site plugins found." : table(rows));
    context.console.result(all);
}

} // namespace

void addList(CLI::App& app, Context& context)
{
    auto what = std::make_shared<std::string>("operations");
    CLI::App* sub = app.add_subcommand("list", "What there is: operations, recipes, limits, devices, anatomy, plugins");
    sub->add_option("what", *what, "operations, recipes, limits, devices, anatomy or plugins")
        ->check(CLI::IsMember({"operations", "recipes", "limits", "devices", "anatomy", "plugins"}));
    sub->callback([what, &context] {
        if (*what == "operations")
            listOperations(context);
        else if (*what == "recipes")
            listRecipes(context);
        else if (*what == "limits")
            listLimits(context);
        else if (*what == "devices")
            listDevices(context);
        else if (*what == "anatomy")
            listAnatomy(context);
        else
            listPlugins(context);
    });
}

void addDescribe(CLI::App& app, Context& context)
{
    auto id = std::make_shared<std::string>();
    CLI::App* sub =
        app.add_subcommand("describe", "Help page of one operation: what it does, its parameters, its sources");
    sub->add_option("operation", *id, "Id, as 'pollux list' shows it")->required();
    sub->callback([id, &context] {
        const Operation& operation = context.registry.at(*id);
        const OperationInfo info = operation.info();
        const ParamList list = operation.declare();
        const Console& console = context.console;
        console.line(info.name + "  (" + info.id + ", version " + std::to_string(info.version) + ")\n\n" +
                     info.summary + "\n\n" + info.help + "\n\nParameters:");
        for (const Param& p : list.all()) {
            std::string range;
            if (p.min && p.max)
                range = ", " + toText(*p.min) + " to " + toText(*p.max);
            std::string choices;
            for (const std::string& c : p.choices)
                choices += (choices.empty() ? ": " : ", ") + c;
            const std::string unit = symbol(p.unit).empty() ? "" : " " + std::string(symbol(p.unit));
            const std::string fallback = toText(p.defaultValue);
            console.line("  " + p.key + " (" + std::string(name(p.type)) + choices + range + unit +
                         (p.accepts.empty() ? "" : ", " + p.accepts) +
                         (fallback.empty() || p.type == ParamType::Point ? (p.optional ? ", optional" : "")
                                                                         : ", default " + fallback) +
                         ")\n      " + p.label + ". " + p.help +
                         (p.source.empty() ? "" : "\n      Source: " + p.source));
            for (const Preset& preset : p.presets)
                console.line("      " + preset.value + ": " + preset.label + ", " + preset.detail + ". " +
                             preset.source);
        }
        console.result({{"id", info.id},
                        {"version", info.version},
                        {"name", info.name},
                        {"summary", info.summary},
                        {"help", info.help},
                        {"category", info.category},
                        {"parameters", toJson(list)}});
    });
}

} // namespace pollux::cli
