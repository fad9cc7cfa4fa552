#pragma once

#include "core/storage/history.h"

#include <vector>

namespace pollux {

/// Steps that no journal tells of, from where the objects of a case came from: one a run, in order of time, and of
/// those of one second in the order in which one uses what the other made. Only runs before the first step of
/// `journal`.
std::vector<HistoryStep> lineageSteps(const Case& c, const std::vector<JournalStep>& journal);

} // namespace pollux
