#pragma once

#include "core/case/case.h"

#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace pollux {

/// Hiding is for teaching: a learner plans the same case without seeing the teacher's plan, which is revealed
/// afterwards and compared. It protects nothing: the case file still holds the plan.
inline constexpr std::string_view kHidePlan = "plan.hide";
inline constexpr std::string_view kRevealPlan = "plan.reveal";

/// Id of the lineage record that says a plan is hidden ("plan-1/hidden"). It stands beside the plan, so that numbers,
/// content key and signatures do not know of it.
Id hiddenId(const Id& plan);
/// False for a plan that is not there.
bool isHidden(const Case& c, const Id& plan);
std::vector<Id> hiddenPlans(const Case& c);
/// The hidden plans, and what the same runs made beside them: a map of entries shows where the best one is.
std::set<Id> hiddenObjects(const Case& c);

/// What a learner sees: the case without hiddenObjects() and their lineage. What was not stale does not become so. The
/// same case if nothing is hidden.
Case withoutHidden(const Case& c);
/// The same, and the same pointer if nothing is hidden.
std::shared_ptr<const Case> withoutHidden(std::shared_ptr<const Case> c);

/// Why `edit` may not be applied: it changes or removes something hidden. nullopt if it does not.
std::optional<Finding> hiddenTouched(const Case& before, const Edit& edit);
/// Why something hidden may not be used; a stop.
Finding hiddenFinding(const Id& id);

} // namespace pollux
