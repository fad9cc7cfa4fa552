#pragma once

#include "core/case/case.h"
#include "core/case/limit.h"
#include "core/jobs/job.h"
#include "core/params/param.h"

#include <optional>
#include <string>
#include <string_view>

namespace pollux {

// What operations that make plans share.

Finding finding(Severity severity, std::string code, std::string text, std::string advice);

/// A line of a plan's table without a limit.
PlanNumber number(std::string key, std::string label, Unit unit, std::optional<double> after);

/// The mask itself, or resampled where it lies on another grid.
Mask onGrid(const Mask& mask, const Grid& grid, const Job& job);

/// Source of a limit and how sure it is: "A choice of this planner. (unverified)".
std::string sourceText(const Limit& limit);
/// A real parameter whose default, range, unit and source are a limit's.
Param limitParam(const Limit& limit, std::string key);

/// Stop findings for the id of a plan of `kind` that shall be made or replaced: malformed, or something else has it.
/// `example`: one that is well-formed.
Findings checkPlanId(const Case& c, const std::string& id, std::string_view kind, const std::string& example);

} // namespace pollux
