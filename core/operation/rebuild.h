#pragma once

#include "core/operation/run.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace pollux {

/// Results of earlier runs by (operation, version, parameters, keys of inputs). Thread-safe.
class StageCache
{
public:
    std::shared_ptr<const Edit> find(const ContentKey& key) const;
    void put(const ContentKey& key, std::shared_ptr<const Edit> edit);
    size_t size() const;

private:
    mutable std::mutex m_mutex;
    std::map<ContentKey, std::shared_ptr<const Edit>> m_edits;
};

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
