#pragma once

#include "core/case/case.h"
#include "core/jobs/job.h"
#include "core/operation/registry.h"
#include "ui/print/report_look.h"

#include <filesystem>
#include <vector>

namespace pollux {

/// What exportReport() wrote.
struct ReportFiles
{
    std::filesystem::path html;
    std::filesystem::path pdf;
    std::filesystem::path json;
    std::filesystem::path plan;    ///< plan.json: the plans alone; empty if the case has none
    std::filesystem::path needles; ///< needles.json, with needles.csv beside it; empty without a needle
    std::filesystem::path
        implants; ///< implants.json, with .csv and .step (AP214, LPS, mm) beside it; empty without one
    std::vector<std::filesystem::path> surfaces; ///< STL, mm, LPS: what plans used and what was made of them
    std::vector<std::filesystem::path> pictures;
    Findings findings; ///< e.g. "no display: the 3D picture was left out"
};

/// Writes report.html, report.pdf, report.json, plan.json, needles.json and .csv, implants.json, .csv and .step, stl/
/// and the pictures into `folder` (made if absent). Each file is written beside and renamed. Needs a QGuiApplication;
/// the 3D picture needs a display. The 3D pictures look as `look` says. Hidden plans are left out. stl/ is written
/// where `stl` is on; of implants, implants.json says what each file is. Throws Error (Io) naming what to do.
ReportFiles exportReport(const Case& c, const Registry& registry, const std::filesystem::path& folder, const Job& job,
                         const ReportLook& look = {}, bool stl = true);

/// HTML as PDF (A4, page numbers, the notice on every page).
void writePdf(const std::string& html, const std::string& notice, const std::filesystem::path& file);

} // namespace pollux
