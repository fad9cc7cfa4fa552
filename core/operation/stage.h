#pragma once

#include "core/operation/run.h"

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <vector>

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

/// One run to repeat: lineage records that share operation and parameters came from the same run.
struct Stage
{
    std::shared_ptr<const Lineage> lineage; ///< whose operation and parameters are run
    std::set<Id> outputs;                   ///< objects and shapes ("liver/surface") that are wanted of it
    std::vector<LineageInput> inputs;       ///< of all outputs
};

/// The runs that made these objects and shapes, in an order in which each finds its inputs made. Ids without a record
/// are left out.
std::vector<Stage> stagesOf(const Case& c, const std::set<Id>& ids);

/// True if the stage reads one of these objects, or a shape of one.
bool reads(const Stage& stage, const std::set<Id>& ids);

/// The parameters of a record, by the declaration of today. Throws Error (BadInput) if they do not fit it.
ParamValues recordedValues(const Lineage& lineage, const ParamList& list);

struct StageRun
{
    RunResult result;
    bool fromCache = false;
};

/// Whether a result goes into the cache: one of a trial is not needed again, and a mask takes much memory.
enum class Keep { Yes, No };

/// Runs a stage again on `c`, narrowed to its outputs, or takes the result from `cache` (may be null). Throws Error:
/// NotFound (no such operation here), BadInput (record unreadable, run blocked), what the operation throws.
StageRun runStage(const Case& c, const Stage& stage, const Registry& registry, const RunContext& context,
                  StageCache* cache, Keep keep, Job& job);

} // namespace pollux
