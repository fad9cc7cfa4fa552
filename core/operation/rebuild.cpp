#include "core/operation/rebuild.h"

#include "core/base/error.h"
#include "core/case/plan_state.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace pollux {

std::shared_ptr<const Edit> StageCache::find(const ContentKey& key) const
{
    std::lock_guard lock(m_mutex);
    const auto it = m_edits.find(key);
    return it == m_edits.end() ? nullptr : it->second;
}

void StageCache::put(const ContentKey& key, std::shared_ptr<const Edit> edit)
{
    std::lock_guard lock(m_mutex);
    m_edits[key] = std::move(edit);
}

size_t StageCache::size() const
{
    std::lock_guard lock(m_mutex);
    return m_edits.size();
}

namespace {

/// Gives the stored result of an earlier run.
struct Cached final : Operation
{
    const Operation& inner;
    std::shared_ptr<const Edit> edit;
    const std::set<Id>& outputs;
    Cached(const Operation& op, std::shared_ptr<const Edit> e, const std::set<Id>& wanted)
        : inner(op), edit(std::move(e)), outputs(wanted)
    {
    }
    OperationInfo info() const override { return inner.info(); }
    ParamList declare() const override { return inner.declare(); }
    Edit run(const Case& now, const ParamValues&, Job&) const override
    {
        // A shape was stored with the whole structure as it was then; all else is that of now.
        Edit out = *edit;
        for (const auto& [id, stored] : edit->puts().structures) {
            const auto it = now.structures.find(id);
            if (it == now.structures.end() || !stored->mask || !it->second->mask ||
                stored->mask->key() != it->second->mask->key())
                continue;
            Structure s = *it->second;
            if (outputs.contains(Id(id.text() + "/surface")))
                s.surface = stored->surface;
            if (outputs.contains(Id(id.text() + "/tree")))
                s.tree = stored->tree;
            if (outputs.contains(Id(id.text() + "/measures")))
                s.measures = stored->measures;
            out.put(id, std::move(s));
        }
        return out;
    }
};

/// Runs the operation and keeps its result for the cache.
struct Recording final : Operation
{
    const Operation& inner;
    std::shared_ptr<const Edit>& into;
    Recording(const Operation& op, std::shared_ptr<const Edit>& e) : inner(op), into(e) {}
    OperationInfo info() const override { return inner.info(); }
    ParamList declare() const override { return inner.declare(); }
    Findings check(const Case& k, const ParamValues& v) const override { return inner.check(k, v); }
    Edit run(const Case& k, const ParamValues& v, Job& j) const override
    {
        into = std::make_shared<const Edit>(inner.run(k, v, j));
        return *into;
    }
};

/// One run to repeat: lineage records that share operation and parameters came from the same run.
struct Stage
{
    std::shared_ptr<const Lineage> lineage;
    std::set<Id> outputs;
    std::vector<LineageInput> inputs; ///< of all outputs
};

std::vector<Stage> stagesOf(const Case& c, const std::set<Id>& stale)
{
    std::vector<Stage> stages;
    for (const Id& id : stale) {
        const auto it = c.lineage.find(id);
        if (it == c.lineage.end() || it->second->operation == kSignPlan)
            continue; // a person's word is not repeated by a program
        const auto same = std::find_if(stages.begin(), stages.end(), [&](const Stage& s) {
            return s.lineage->operation == it->second->operation && s.lineage->parameters == it->second->parameters;
        });
        Stage& stage = same != stages.end() ? *same : stages.emplace_back(Stage{it->second, {}, {}});
        stage.outputs.insert(id);
        for (const LineageInput& input : it->second->inputs)
            if (std::find(stage.inputs.begin(), stage.inputs.end(), input) == stage.inputs.end())
                stage.inputs.push_back(input);
    }
    return stages;
}

/// True if nothing that `stage` reads is made by another stage still to run.
bool ready(const Stage& stage, const std::vector<Stage>& waiting)
{
    for (const LineageInput& input : stage.inputs)
        for (const Stage& other : waiting)
            if (other.lineage != stage.lineage && other.outputs.count(input.id))
                return false;
    return true;
}

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
    std::vector<Stage> waiting = stagesOf(c, stale);
    const double total = static_cast<double>(std::max<size_t>(waiting.size(), 1));
    while (!waiting.empty()) {
        auto next = std::find_if(waiting.begin(), waiting.end(), [&](const Stage& s) { return ready(s, waiting); });
        if (next == waiting.end())
            next = waiting.begin(); // a loop in the records: run it anyway, once
        const Stage stage = *next;
        const double done = 1.0 - static_cast<double>(waiting.size()) / total;
        waiting.erase(next);
        const Lineage& lineage = *stage.lineage;
        const Operation* operation = registry.find(lineage.operation);
        if (!operation) {
            giveUp(stage, "its operation '" + lineage.operation + "' cannot be repeated here.", result.findings);
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
            Job part = job.part(done, done + 1.0 / total);
            part.progress(0, operation->info().name);
            const ParamList list = operation->declare();
            const ParamValues values = operation->narrowed(fromJson(list, nlohmann::json::parse(lineage.parameters)),
                                                           std::vector<Id>(stage.outputs.begin(), stage.outputs.end()));
            Hasher h;
            h.add(lineage.operation).add(std::int64_t(operation->info().version)).add(toJson(values).dump());
            for (const LineageInput& input : stage.inputs)
                h.add(input.id.text()).add(result.after.keyOf(input.id).value_or(ContentKey{}));
            const ContentKey key = h.key();
            const auto known = cache ? cache->find(key) : nullptr;
            RunResult one;
            if (known) {
                one = runOperation(Cached(*operation, known, stage.outputs), result.after, values, context, part);
                ++result.fromCache;
            } else {
                std::shared_ptr<const Edit> made;
                one = runOperation(Recording(*operation, made), result.after, values, context, part);
                if (cache && made)
                    cache->put(key, made);
                ++result.ran;
            }
            result.after = std::move(one.after);
            result.findings.insert(result.findings.end(), one.findings.begin(), one.findings.end());
        } catch (const Error& e) {
            if (e.code() == ErrorCode::Cancelled)
                throw;
            giveUp(stage, e.what(), result.findings);
        }
    }
    return result;
}

} // namespace pollux
