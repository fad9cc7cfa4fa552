#include "app/cli/context.h"
#include "app/cli/open_case.h"
#include "core/case/hidden_plans.h"
#include "core/dicom/import.h"
#include "core/storage/durable_file.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace pollux::cli {

namespace {

std::string sizeText(const Grid& g)
{
    if (g.voxels() == 0)
        return "-";
    return std::to_string(g.size[0]) + "x" + std::to_string(g.size[1]) + "x" + std::to_string(g.size[2]);
}

std::string kindText(SeriesFound::Kind kind)
{
    switch (kind) {
    case SeriesFound::Kind::Image:
        return "image";
    case SeriesFound::Kind::Segmentation:
        return "segmentation";
    case SeriesFound::Kind::StructureSet:
        return "structure set";
    case SeriesFound::Kind::MaskSeries:
        return "masks";
    case SeriesFound::Kind::Other:
        break;
    }
    return "other";
}

void printScan(const ScanResult& scan, const Console& console)
{
    std::vector<std::vector<std::string>> rows{
        {"no", "kind", "modality", "files", "voxels", "loadable", "description"}};
    nlohmann::json all = nlohmann::json::array();
    for (const SeriesFound& s : scan.series) {
        rows.push_back({std::to_string(s.index), kindText(s.kind), s.modality, std::to_string(s.files),
                        sizeText(s.grid), s.loadable ? "yes" : "no", s.group.empty() ? s.description : s.group});
        all.push_back({{"index", s.index},
                       {"kind", kindText(s.kind)},
                       {"modality", s.modality},
                       {"description", s.description},
                       {"phase", s.phase},
                       {"group", s.group},
                       {"files", s.files},
                       {"size", {s.grid.size[0], s.grid.size[1], s.grid.size[2]}},
                       {"spacing_mm", {s.grid.spacing.x(), s.grid.spacing.y(), s.grid.spacing.z()}},
                       {"origin_mm", {s.grid.origin.x(), s.grid.origin.y(), s.grid.origin.z()}},
                       {"transfer_syntax", s.transferSyntax},
                       {"loadable", s.loadable},
                       {"gate", toJson(s.gate)}});
    }
    console.line(table(rows));
    for (const SeriesFound& s : scan.series)
        if (!s.gate.empty()) {
            console.line("series " + std::to_string(s.index) + ":");
            console.findings(s.gate);
        }
    console.findings(scan.findings);
    console.result({{"files_seen", scan.filesSeen},
                    {"files_unreadable", scan.filesUnreadable},
                    {"series", all},
                    {"findings", toJson(scan.findings)}});
}

} // namespace

void addImport(CLI::App& app, Context& context)
{
    struct Options
    {
        std::string source, out, into, labels;
        int series = -1;
        bool list = false;
    };
    auto o = std::make_shared<Options>();
    CLI::App* sub = app.add_subcommand("import", "Open a study and make a case of it");
    sub->add_option("source", o->source, "Folder, zip, DICOMDIR, DICOM, NIfTI, NRRD or MetaImage file")->required();
    sub->add_option("-o,--out", o->out, "Case file to write (default: case.pollux)");
    sub->add_option("--into", o->into, "Add to this case instead of beginning a new one");
    sub->add_option("--series", o->series, "Which series (see --list); default: the best candidate");
    sub->add_option("--labels", o->labels, "Also read structures from here (SEG, RTSTRUCT, mask series, label NIfTI)");
    sub->add_flag("--list", o->list, "Only say what is there, and what the input gate thinks of it");
    sub->callback([o, &context] {
        const Console& console = context.console;
        std::error_code error;
        if (!std::filesystem::exists(o->source, error))
            throw error ? Error(ErrorCode::Io, "'" + o->source + "' cannot be reached (" + error.message() + ").",
                                "Check the name, and that you may open every folder on the way to it.")
                        : Error(ErrorCode::NotFound, "There is nothing at '" + o->source + "'.",
                                "Check the name of the study.");
        Job job = console.job();
        if (o->list) {
            printScan(scanSource(o->source, job), console);
            return;
        }
        const std::string out = !o->out.empty() ? o->out : !o->into.empty() ? o->into : "case.pollux";
        checkWritable(out);
        Case c;
        if (!o->into.empty())
            c = openCase(o->into, job);
        const Operation& importStudy = context.registry.at("import.study");
        ParamValues values;
        values.set("path", o->source);
        values.set("series", std::int64_t(o->series));
        RunResult result = runOperation(importStudy, c, values, context.run(), job);
        Findings findings = result.findings;
        if (!o->labels.empty()) {
            ParamValues labels;
            labels.set("path", o->labels);
            result = runOperation(context.registry.at("import.labels"), result.after, labels, context.run(), job);
            findings.insert(findings.end(), result.findings.begin(), result.findings.end());
        }
        saveStep(o->into, c, importStudy.info().name, result.after, out, job);
        console.findings(findings);
        console.line(describeCase(withoutHidden(result.after)));
        console.line("Written: " + out);
        console.result(
            {{"case", out}, {"contents", caseJson(withoutHidden(result.after))}, {"findings", toJson(findings)}});
    });
}

} // namespace pollux::cli
