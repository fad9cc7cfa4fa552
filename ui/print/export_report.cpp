#include "ui/print/export_report.h"

#include "core/base/error.h"
#include "core/case/hidden_plans.h"
#include "core/mesh/stl.h"
#include "core/report/csv.h"
#include "core/report/implant_list.h"
#include "core/report/needle_list.h"
#include "core/report/report.h"
#include "core/report/surface_list.h"
#include "core/solid/step.h"
#include "ui/print/key_pictures.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace fs = std::filesystem;

namespace pollux {

namespace {

[[noreturn]] void failed(const fs::path& file)
{
    throw Error(ErrorCode::Io, "'" + file.filename().string() + "' could not be written.",
                "Check that the folder is writable and the disk is not full.");
}

void writeText(const fs::path& file, const std::string& text)
{
    const fs::path sibling = file.string() + ".part";
    {
        std::ofstream out(sibling, std::ios::binary);
        out << text;
        if (!out.flush())
            failed(file);
    }
    std::error_code error;
    fs::rename(sibling, file, error);
    if (error)
        failed(file);
}

std::string dumped(const nlohmann::json& json)
{
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

/// What plans used and what was made of them (a heated zone, a guide, cut bone), for other programs and for printing.
std::vector<fs::path> writeSurfaces(const Case& c, const std::vector<ListedSurface>& surfaces, const fs::path& folder,
                                    const Job& job)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (const ListedSurface& s : surfaces) {
        job.checkStop();
        const fs::path file = folder / s.file, sibling = file.string() + ".part";
        fs::create_directories(file.parent_path(), error);
        writeStl(*c.structure(s.id).surface, sibling);
        fs::rename(sibling, file, error);
        if (error)
            failed(file);
        files.push_back(file);
    }
    return files;
}

/// As CAD, with exact threads. A part that the modeller cannot make is written without its thread, and told.
void writeImplants(const std::vector<ListedImplant>& implants, const fs::path& file, Findings& findings, const Job& job)
{
    std::vector<StepPart> parts;
    for (const ListedImplant& i : implants)
        parts.push_back(
            {"generic implant " + i.plan.text() + (i.placed.part.empty() ? "" : "-" + i.placed.part) + ", DICOM LPS mm",
             i.placed.implant, i.placed.pose, true, i.placed.body});
    const fs::path sibling = file.string() + ".part";
    try {
        writeStep(sibling, parts, StepSchema::Ap214, job);
    } catch (const Error& e) {
        if (e.code() != ErrorCode::Internal)
            throw;
        findings.push_back({Severity::Warning,
                            "report.no-thread",
                            "The implants were written to STEP without threads: " + e.message(),
                            "Use the file for the pose and the envelope.",
                            {},
                            {},
                            {}});
        for (StepPart& p : parts)
            p.thread = false;
        writeStep(sibling, parts, StepSchema::Ap214, job);
    }
    std::error_code error;
    fs::rename(sibling, file, error);
    if (error)
        failed(file);
}

} // namespace

ReportFiles exportReport(const Case& whole, const Registry& registry, const fs::path& folder, const Job& job,
                         const ReportLook& look, bool stl)
{
    const Case c = withoutHidden(whole);
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        throw Error(ErrorCode::Io, "The folder for the report could not be made.", "Choose a folder you may write to.");
    ReportFiles files;
    const std::vector<ReportPicture> pictures = writeKeyPictures(c, folder, files.findings, job.part(0, 0.7), look);
    for (const ReportPicture& p : pictures)
        files.pictures.push_back(p.file);
    const Report report = makeReport(c, registry, pictures);
    const std::string html = toHtml(report);
    files.html = folder / "report.html";
    writeText(files.html, html);
    job.progress(0.8, "Writing the PDF");
    files.pdf = folder / "report.pdf";
    writePdf(html, report.notice, files.pdf);
    files.json = folder / "report.json";
    writeText(files.json, dumped(reportJson(c, report)));
    if (!c.plans.empty()) {
        nlohmann::json plans = {
            {"notice", report.notice}, {"software", report.software}, {"patient_key", report.patientKey}};
        const std::set<Id> stale = staleIds(c);
        for (const auto& [id, plan] : c.plans) {
            plans["plans"][id.text()] = planJson(*plan);
            plans["plans"][id.text()]["stale"] = stale.count(id) > 0;
        }
        files.plan = folder / "plan.json";
        writeText(files.plan, dumped(plans));
    }
    if (const std::vector<Needle> needles = needlesOf(c); !needles.empty()) {
        files.needles = folder / "needles.json";
        writeText(files.needles, dumped(needlesJson(needles)));
        writeText(folder / "needles.csv", toCsv(needleTable(needles)));
    }
    const std::vector<ListedSurface> surfaces = stl ? planSurfaces(c) : std::vector<ListedSurface>();
    files.surfaces = writeSurfaces(c, surfaces, folder, job.part(0.85, 0.9));
    if (const std::vector<ListedImplant> implants = implantsOf(c); !implants.empty()) {
        files.implants = folder / "implants.json";
        nlohmann::json json = implantsJson(implants);
        json["guides"] = guidesJson(c);
        json["surfaces"] = implantSurfacesJson(surfaces);
        writeText(files.implants, dumped(json));
        writeText(folder / "implants.csv", toCsv(implantTable(implants)));
        writeImplants(implants, folder / "implants.step", files.findings, job);
    }
    job.progress(1);
    return files;
}

} // namespace pollux
