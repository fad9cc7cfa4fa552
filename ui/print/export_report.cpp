#include "ui/print/export_report.h"

#include "core/base/error.h"
#include "core/case/hidden_plans.h"
#include "core/report/report.h"
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

} // namespace

ReportFiles exportReport(const Case& whole, const Registry& registry, const fs::path& folder, const Job& job,
                         const ReportLook& look)
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
    job.progress(1);
    return files;
}

} // namespace pollux
