#pragma once

#include "core/case/case.h"

#include <string>
#include <vector>

namespace pollux::implant {

/// What a scene of these objects and of the implants beside them depends on, as text that is another once one of them
/// changes. `self`: a plan that is not beside itself.
std::string sceneSources(const Case& c, const std::vector<Id>& of, const Id& self);

} // namespace pollux::implant
