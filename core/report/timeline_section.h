#pragma once

#include "core/case/growth.h"
#include "core/report/report.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

namespace pollux {

/// What changed between the studies of a case: computed once, shown by the report, `pollux timeline`, the window, CSV.
struct Timeline
{
    TimePoints times;
    std::vector<Growth> growths;
    std::vector<Track> alone; ///< at one time point only: nothing to compare with
};

/// Reads voxels: for a job. Throws Error (Cancelled).
Timeline makeTimeline(const Case& c, const Job& job);

/// One row a change: structure, dates, volumes, change, days, doubling time, largest diameters, remarks.
ReportTable changesTable(const Timeline& timeline);
/// The studies in order, with what lies in each.
ReportTable timePointsTable(const Timeline& timeline);
/// "2026-05-01", with the study's place in the order where the date alone would not tell it from another.
std::string timeText(const TimePoints& times, size_t n);
/// Everything, as numbers with their units.
nlohmann::json timelineJson(const Case& c, const Timeline& timeline);

/// "Changes over time"; nullopt for a case with fewer than two studies.
std::optional<ReportSection> timelineSection(const Case& c, const Job& job);

} // namespace pollux
