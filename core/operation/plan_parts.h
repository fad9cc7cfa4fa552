#pragma once

#include "core/case/case.h"
#include "core/case/limit.h"
#include "core/jobs/job.h"
#include "core/params/param.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
/// `example`: one that is well-formed. `parts`: ends of the ids of structures that are put beside it ("-body"), which
/// must be free, too: see checkFree().
Findings checkPlanId(const Case& c, const std::string& id, std::string_view kind, const std::string& example,
                     const std::vector<std::string>& parts = {});

/// How the user chooses the id of a result.
enum class IdFrom { Plan, Name };
/// Stop findings where something may not be put under this id: an object of another kind than `kind` has it, a person
/// has confirmed the structure that is there, or it is one of `madeFrom`, what the result is made from.
Findings checkFree(const Case& c, const Id& id, Kind kind, IdFrom from, const std::vector<Id>& madeFrom = {});

} // namespace pollux
