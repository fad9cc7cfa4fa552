#pragma once

#include "core/case/case.h"
#include "core/jobs/job.h"
#include "core/report/report.h"
#include "ui/print/report_look.h"

#include <filesystem>
#include <vector>

namespace pollux {

/// The pictures of a report: for each plan three planes through the path and the 3D view, which looks as asked for;
/// without a needle the three planes through the middle. PNG files in `folder`. What could not be drawn becomes a
/// finding. Needs a QGuiApplication; the 3D pictures need a display.
std::vector<ReportPicture> writeKeyPictures(const Case& c, const std::filesystem::path& folder, Findings& findings,
                                            const Job& job, const ReportLook& look = {});

} // namespace pollux
