#pragma once

#include "core/operation/registry.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace pollux {

/// One cell: text, and how it must look.
struct ReportCell
{
    std::string text;
    std::string tone; ///< "", "ok", "warning", "stop", "stale", "muted"
};

struct ReportTable
{
    std::vector<std::string> head;
    std::vector<std::vector<ReportCell>> rows;
};

struct ReportPicture
{
    std::string caption;
    std::filesystem::path file; ///< PNG beside the report
};

struct ReportSection
{
    std::string title;
    std::vector<std::string> paragraphs;
    std::vector<ReportTable> tables;
    std::vector<ReportPicture> pictures;
};

/// What is said about a case, before it takes a form.
struct Report
{
    std::string title;
    std::string patientKey;
    std::string notice; ///< "Not for clinical use ..."
    std::string software;
    std::string when;
    std::vector<ReportSection> sections;
};

/// Input gate, structures, changes between studies, plans (before/after, limits with sources), pictures, lineage. Stale
/// objects are marked; hidden plans are left out.
Report makeReport(const Case& c, const Registry& registry, const std::vector<ReportPicture>& pictures);

std::string toHtml(const Report& report); ///< self-contained: pictures embedded
/// One plan with points, numbers, limits and findings: plan.json, and `pollux show --json`.
nlohmann::json planJson(const Plan& plan);
/// Who reviewed and approved it, when, and the key of what they signed.
nlohmann::json signaturesJson(const Case& c, const Id& plan);
/// Everything but hidden plans, parameters of every step included. Holds the patient key, never the name.
nlohmann::json reportJson(const Case& c, const Report& report);

} // namespace pollux
