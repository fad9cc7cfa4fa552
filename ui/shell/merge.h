#pragma once

#include "core/case/case.h"

#include <optional>

namespace pollux {

/// What a job changed (`base` to `after`) made to the case as it is now. For results that arrive after the user has
/// gone on working. nullopt if both changed the same object: then the job has to run again.
std::optional<Case> mergeChange(const Case& base, const Case& after, const Case& current);

} // namespace pollux
