#include "app/cli/context.h"
#include "app/cli/open_case.h"
#include "app/cli/scene_arguments.h"
#include "app/cli/virtual_display.h"
#include "ui/print/export_report.h"
#include "ui/print/report_look.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace pollux::cli {

void addReport(CLI::App& app, Context& context)
{
    struct Options
    {
        std::string file, out = "report", centre;
        bool noStl = false;
        SceneArguments scene;
    };
    auto o = std::make_shared<Options>();
    CLI::App* sub = app.add_subcommand(
        "report", "Write report.html, report.pdf, report.json, plan.json, needles.csv, surfaces (STL) and pictures");
    sub->add_option("case", o->file, "Case file")->required();
    sub->add_option("-o,--out", o->out, "Folder (default: report)");
    sub->add_flag("--no-stl", o->noStl, "Write no surfaces (STL) of what plans used and of what was made of them");
    sub->add_option("--centre", o->centre,
                    "3d: x,y,z in mm (LPS) that the cuts go through; default: the target of each plan");
    addSceneOptions(*sub, o->scene);
    sub->callback([o, &context] {
        Job job = context.console.job();
        ReportLook look;
        look.scene = sceneLookOf(o->scene);
        if (!o->centre.empty())
            look.centre = pointOf(o->centre);
        const Case c = openSeenCase(o->file, job);
        std::unique_ptr<VirtualDisplay> display;
        Findings findings;
        try {
            display = std::make_unique<VirtualDisplay>();
        } catch (const Error& e) {
            findings.push_back({Severity::Warning, "display.none", e.message(), e.advice(), {}, {}, {}});
        }
        const ReportFiles files = exportReport(c, context.registry, o->out, job, look, !o->noStl);
        findings.insert(findings.end(), files.findings.begin(), files.findings.end());
        context.console.findings(findings);
        nlohmann::json pictures = nlohmann::json::array();
        for (const auto& p : files.pictures)
            pictures.push_back(p.string());
        nlohmann::json surfaces = nlohmann::json::array();
        for (const auto& p : files.surfaces)
            surfaces.push_back(p.string());
        context.console.line(
            "Written: " + files.html.string() + ", " + files.pdf.string() + ", " + files.json.string() + " and " +
            std::to_string(files.pictures.size()) + " pictures" +
            (files.needles.empty() ? "" : ", " + files.needles.string()) +
            (files.surfaces.empty() ? "" : ", " + std::to_string(files.surfaces.size()) + " surfaces (STL)"));
        context.console.result({{"html", files.html.string()},
                                {"pdf", files.pdf.string()},
                                {"json", files.json.string()},
                                {"plan", files.plan.string()},
                                {"pictures", pictures},
                                {"needles", files.needles.string()},
                                {"surfaces", surfaces},
                                {"findings", toJson(findings)}});
    });
}

} // namespace pollux::cli
