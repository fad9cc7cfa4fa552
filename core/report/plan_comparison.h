#pragma once

#include "core/case/case.h"
#include "core/case/limit.h"
#include "core/report/report.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

namespace pollux {

/// One number in several plans.
struct ComparedNumber
{
    std::string key;
    std::string label;
    Unit unit = Unit::None;
    std::vector<const PlanNumber*> values; ///< one a plan; nullptr where the plan has no such number
    /// After minus after of the first plan, one a plan; nullopt for the first, and where one of the two is unknown.
    std::vector<std::optional<double>> difference;
    /// Not the same in all: value, verdict or limit.
    bool differs = false;
};

/// Plans side by side, the first is what the others are compared with. Numbers in the order of the first plan, then
/// those that only others have. Pointers into `plans`, which must outlive the result.
std::vector<ComparedNumber> comparePlans(const std::vector<const Plan*>& plans);

/// The comparison with state, author and signatures of each plan on top: report, `pollux compare` and CSV.
/// Throws Error (NotFound) for an id that is no plan, (BadInput) for plans of different kinds, fewer than two or a
/// hidden one.
ReportTable comparisonTable(const Case& c, const std::vector<Id>& plans, const LimitTable& limits);
nlohmann::json comparisonJson(const Case& c, const std::vector<Id>& plans);

} // namespace pollux
