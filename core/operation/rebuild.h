#pragma once

#include "core/operation/stage.h"

#include <functional>

namespace pollux {

struct RebuildResult
{
    Case after;
    Findings findings; ///< what could not be rebuilt, and why
    int ran = 0;
    int fromCache = 0;
};

/// Which stale things to re-run; empty: all.
using RebuildOnly = std::function<bool(const Id& stale)>;

/// Re-runs what is stale, in order, with the parameters of its lineage (narrowed to what is stale of a run that made
/// more). `cache` may be null.
RebuildResult rebuild(const Case& c, const Registry& registry, const RunContext& context, StageCache* cache, Job& job,
                      const RebuildOnly& only = {});

} // namespace pollux
