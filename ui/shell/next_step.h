#pragma once

#include "core/case/case.h"

#include <QString>

#include <optional>
#include <string>

namespace pollux {

/// What a user most likely wants to do next with a case that has images but no structures.
struct NextStep
{
    QString text;
    QString button;
    std::string recipe;
};

/// nullopt if the panels lead on from here.
std::optional<NextStep> nextStep(const Case& c);

} // namespace pollux
