#pragma once

#include "core/case/case.h"
#include "core/operation/registry.h"

#include <QString>

#include <string_view>

namespace pollux {

/// What a figure of a registration means, by its key ("jacobian_least"): for a tooltip. Empty if it is not known.
QString registrationFigureHelp(std::string_view key);

/// How a registration was made: the operation's name, the two images, and the parameters that matter with their units.
QString registrationMethod(const Case& c, const Id& registration, const Registry& registry);

} // namespace pollux
