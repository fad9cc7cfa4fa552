#pragma once

#include "core/case/case.h"
#include "ui/viewer/path.h"

#include <optional>

namespace pollux {

/// The straight path of a plan that has the points "target" and "entry"; nullopt for another kind of plan.
std::optional<Path> pathOf(const Plan& plan);
/// Of the last plan that has one, by id: a resection or a prediction beside it has none.
std::optional<Path> lastPathOf(const Case& c);

} // namespace pollux
