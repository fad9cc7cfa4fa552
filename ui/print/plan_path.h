#pragma once

#include "core/case/objects.h"
#include "ui/viewer/path.h"

#include <optional>

namespace pollux {

/// The straight path of a plan that has the points "target" and "entry"; nullopt for another kind of plan.
std::optional<Path> pathOf(const Plan& plan);

} // namespace pollux
