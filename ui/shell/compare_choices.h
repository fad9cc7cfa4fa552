#pragma once

#include "core/case/case.h"

#include <QString>

#include <vector>

namespace pollux {

/// Something of the open case that can stand beside it.
struct CompareChoice
{
    enum class What { Volume, Plan };
    What what = What::Volume;
    Id id;
    QString text;
    bool operator==(const CompareChoice&) const = default;
};

/// Images other than the one shown (time points, phases), then plans that have a path.
std::vector<CompareChoice> compareChoices(const Case& c, const Id& shownVolume);
/// "Portal venous · 2026-05-01"; without the date if the study states none.
QString volumeTitle(const Case& c, const Id& volume);

} // namespace pollux
