#pragma once

#include "core/operation/registry.h"
#include "core/storage/history.h"

#include <QString>

namespace pollux {

/// "Threshold", in the language of the window.
QString stepName(const HistoryStep& step, const Registry& registry);
/// Who, when (the clock on the wall) and how long after the step before; what changed, by the names in `state`.
QString stepDetail(const HistoryStep& step, const Case& state);
/// What of a state is not as it was, and why; empty if all of it is. `step`: the last one done; null before the first.
QString stateDoubt(const HistoryState& state, const HistoryStep* step);

} // namespace pollux
