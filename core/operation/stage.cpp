#include "core/operation/stage.h"

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

std::string_view ownerOf(const Id& id)
{
    const std::string& text = id.text();
    return std::string_view(text).substr(0, text.find('/'));
}

bool isShape(const Id& id)
{
    return id.text().ends_with("/surface") || id.text().ends_with("/tree");
}

/// Shapes: an operation that names a structure may look at its surface and tree too, so these come first.
enum class Reading { Recorded, Shapes };

bool readsFrom(const Stage& stage, const Stage& other, Reading reading)
{
    for (const LineageInput& input : stage.inputs)
        for (const Id& output : other.outputs) {
            if (output == input.id || output.text() == ownerOf(input.id))
                return true;
            const bool ownShape = std::any_of(stage.outputs.begin(), stage.outputs.end(),
                                              [&](const Id& id) { return ownerOf(id) == input.id.text(); });
            if (reading == Reading::Shapes && !ownShape && isShape(output) && ownerOf(output) == input.id.text())
                return true;
        }
    return false;
}

/// True if nothing that `stage` reads is made by another stage still to run.
bool ready(const Stage& stage, const std::vector<Stage>& waiting, Reading reading)
{
    return std::none_of(waiting.begin(), waiting.end(), [&](const Stage& other) {
        return other.lineage != stage.lineage && readsFrom(stage, other, reading);
    });
}

std::vector<Stage> inOrder(std::vector<Stage> waiting)
{
    std::vector<Stage> ordered;
    while (!waiting.empty()) {
        auto next = waiting.end();
        for (const Reading reading : {Reading::Shapes, Reading::Recorded})
            if (next == waiting.end())
                next = std::find_if(waiting.begin(), waiting.end(),
                                    [&](const Stage& s) { return ready(s, waiting, reading); });
        if (next == waiting.end())
            next = waiting.begin(); // a loop in the records: run it anyway, once
        ordered.push_back(*next);
        waiting.erase(next);
    }
    return ordered;
}

} // namespace

std::vector<Stage> stagesOf(const Case& c, const std::set<Id>& ids)
{
    std::vector<Stage> stages;
    for (const Id& id : ids) {
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
    return inOrder(std::move(stages));
}

bool reads(const Stage& stage, const std::set<Id>& ids)
{
    return std::any_of(stage.inputs.begin(), stage.inputs.end(), [&](const LineageInput& input) {
        return ids.contains(input.id) || ids.contains(Id(std::string(ownerOf(input.id))));
    });
}

ParamValues recordedValues(const Lineage& lineage, const ParamList& list)
{
    const nlohmann::json json = nlohmann::json::parse(lineage.parameters, nullptr, false);
    if (json.is_discarded())
        throw Error(ErrorCode::BadInput, "its recorded parameters cannot be read.");
    return fromJson(list, json);
}

StageRun runStage(const Case& c, const Stage& stage, const Registry& registry, const RunContext& context,
                  StageCache* cache, Keep keep, Job& job)
{
    const Lineage& lineage = *stage.lineage;
    const Operation* operation = registry.find(lineage.operation);
    if (!operation)
        throw Error(ErrorCode::NotFound, "its operation '" + lineage.operation + "' cannot be repeated here.");
    const OperationInfo info = operation->info();
    job.progress(0, info.name);
    const ParamValues values = operation->narrowed(recordedValues(lineage, operation->declare()),
                                                   std::vector<Id>(stage.outputs.begin(), stage.outputs.end()));
    Hasher h;
    h.add(lineage.operation).add(std::int64_t(info.version)).add(toJson(values).dump());
    for (const LineageInput& input : stage.inputs)
        h.add(input.id.text()).add(c.keyOf(input.id).value_or(ContentKey{}));
    const ContentKey key = h.key();
    StageRun out;
    if (const auto known = cache ? cache->find(key) : nullptr) {
        out.result = runOperation(Cached(*operation, known, stage.outputs), c, values, context, job);
        out.fromCache = true;
        return out;
    }
    std::shared_ptr<const Edit> made;
    out.result = runOperation(Recording(*operation, made), c, values, context, job);
    if (cache && made && keep == Keep::Yes)
        cache->put(key, made);
    return out;
}

} // namespace pollux
