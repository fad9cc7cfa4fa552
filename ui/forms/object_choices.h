#pragma once

#include "core/case/case.h"

#include <string>
#include <string_view>
#include <vector>

namespace pollux {

struct ObjectChoice
{
    Id id;
    std::string name; ///< as shown
};

/// Objects of a case that a parameter with this `accepts` may name ("volume", "structure:mask", ...), in the order of
/// the case.
std::vector<ObjectChoice> objectChoices(const Case& c, std::string_view accepts);

} // namespace pollux
