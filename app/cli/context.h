#pragma once

#include "app/cli/console.h"
#include "core/case/case.h"
#include "core/operation/run.h"
#include "ui/extension/site_plugins.h"

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace pollux::cli {

/// What every command is handed: the console, the operations, who is working.
struct Context
{
    Console& console;
    Registry& registry;
    const std::vector<SitePluginReport>& sitePlugins;
    std::string author;

    RunContext run() const { return {author}; }
};

// Each adds its subcommand(s); the callback does the work and throws Error.
void addImport(CLI::App& app, Context& context);
void addList(CLI::App& app, Context& context);
void addDescribe(CLI::App& app, Context& context);
void addRun(CLI::App& app, Context& context);
void addRebuild(CLI::App& app, Context& context);
void addShow(CLI::App& app, Context& context);
void addCompare(CLI::App& app, Context& context);
void addEvaluateRegistration(CLI::App& app, Context& context);
void addSensitivity(CLI::App& app, Context& context);
void addTimeline(CLI::App& app, Context& context);
void addHistory(CLI::App& app, Context& context);
void addRecover(CLI::App& app, Context& context);
void addReport(CLI::App& app, Context& context);
void addRender(CLI::App& app, Context& context);
void addFilm(CLI::App& app, Context& context);
void addDemoStudy(CLI::App& app, Context& context);
void addDemo(CLI::App& app, Context& context);

/// Text rows of a case: studies, volumes, structures, plans, what is stale.
std::string describeCase(const Case& c);
nlohmann::json caseJson(const Case& c);

/// Writes the demo study (one folder of DICOM files) from the torso phantom.
void writeDemoStudy(const std::filesystem::path& folder, std::uint64_t seed, int size, bool exhale, const Job& job);

} // namespace pollux::cli
