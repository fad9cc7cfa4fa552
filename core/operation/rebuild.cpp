#include "core/operation/rebuild.h"

#include "core/base/error.h"
#include "core/case/hidden_plans.h"
#include "core/case/plan_state.h"

#include <algorithm>

namespace pollux {

namespace {

void giveUp(const Stage& stage, const std::string& reason, Findings& findings)
{
    for (const Id& id : stage.outputs)
        findings.push_back({Severity::Warning,
                            "rebuild.failed",
                            "'" + id.text() + "' could not be rebuilt: " + reason,
                            "It stays marked as stale; make it again by hand.",
                            {},
                            {},
                            {}});
}

} // namespace

RebuildResult rebuild(const Case& c, const Registry& registry, const RunContext& context, StageCache* cache, Job& job,
                      const RebuildOnly& only)
{
    RebuildResult result;
    result.after = c;
    std::set<Id> stale = staleIds(c);
    if (only)
        std::erase_if(stale, [&](const Id& id) { return !only(id); });
    const std::vector<Stage> stages = stagesOf(c, stale);
    const double total = static_cast<double>(stages.size());
    const std::set<Id> hidden = hiddenObjects(c);
    double done = 0;
    for (const Stage& stage : stages) {
        Job part = job.part(done / total, (done + 1) / total);
        ++done;
        if (std::any_of(stage.outputs.begin(), stage.outputs.end(),
                        [&](const Id& id) { return hidden.contains(id); })) {
            result.findings.push_back({Severity::Warning,
                                       "rebuild.hidden",
                                       "What a hidden plan stands on has changed; the plan is left as it is.",
                                       "Reveal it (plan.reveal), then rebuild.",
                                       {},
                                       {},
                                       {}});
            continue;
        }
        const auto locked = std::find_if(stage.outputs.begin(), stage.outputs.end(),
                                         [&](const Id& id) { return isLocked(result.after, id); });
        if (locked != stage.outputs.end()) {
            result.findings.push_back({Severity::Warning,
                                       "rebuild.locked",
                                       "The plan '" + result.after.plan(*locked).name +
                                           "' is approved and locked, but what it stands on has changed.",
                                       "Plan again: that makes its next version. Or take the approval back first.",
                                       {},
                                       {},
                                       {}});
            continue;
        }
        try {
            StageRun one = runStage(result.after, stage, registry, context, cache, Keep::Yes, part);
            ++(one.fromCache ? result.fromCache : result.ran);
            result.after = std::move(one.result.after);
            result.findings.insert(result.findings.end(), one.result.findings.begin(), one.result.findings.end());
        } catch (const Error& e) {
            if (e.code() == ErrorCode::Cancelled)
                throw;
            giveUp(stage, e.what(), result.findings);
        }
    }
    return result;
}

} // namespace pollux
