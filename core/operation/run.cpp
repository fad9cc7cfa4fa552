#include "core/operation/run.h"

#include "core/base/error.h"
#include "core/base/resource.h"
#include "core/base/text.h"
#include "core/case/acknowledgement.h"
#include "core/case/hidden_plans.h"
#include "core/case/plan_state.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <ranges>
#include <set>

namespace pollux {

namespace {

bool suits(const Case& c, const Id& id, std::string_view accepts)
{
    const auto kind = c.kindOf(id);
    if (!kind)
        return false;
    const auto colon = accepts.find(':');
    const std::string_view kindName = accepts.substr(0, colon);
    if (!kindName.empty() && name(*kind) != kindName)
        return false;
    if (colon == std::string_view::npos)
        return true;
    const std::string_view shape = accepts.substr(colon + 1);
    if (*kind == Kind::Plan)
        return c.plan(id).kind == shape;
    const Structure& s = c.structure(id);
    return (shape == "mask" && s.mask) || (shape == "surface" && s.surface) || (shape == "tree" && s.tree);
}

std::string wording(std::string_view accepts)
{
    const auto colon = accepts.find(':');
    if (colon == std::string_view::npos)
        return std::string(accepts);
    if (accepts.substr(0, colon) == name(Kind::Plan))
        return "plan of the kind " + std::string(accepts.substr(colon + 1));
    return std::string(accepts.substr(0, colon)) + " with a " + std::string(accepts.substr(colon + 1));
}

/// Structures and plans that a parameter takes.
std::vector<Id> suitable(const Param& p, const Case& c)
{
    std::vector<Id> out;
    for (const auto& [id, s] : c.structures)
        if (suits(c, id, p.accepts))
            out.push_back(id);
    if (p.accepts.starts_with("plan:"))
        for (const auto& [id, plan] : c.plans)
            if (suits(c, id, p.accepts))
                out.push_back(id);
    return out;
}

std::string defaultObject(const Param& p, const Case& c)
{
    if (!p.anatomy.empty()) {
        for (const auto& key : std::views::split(std::string_view(p.anatomy), '|'))
            if (const auto id = c.findAnatomy(std::string_view(key.begin(), key.end())); id && suits(c, *id, p.accepts))
                return id->text();
        return {};
    }
    if (p.optional)
        return {};
    if (p.accepts == "volume") {
        // CT first: it is what planning is done on.
        for (const auto& [id, v] : c.volumes)
            if (v->modality == "CT")
                return id.text();
        return c.volumes.empty() ? std::string() : c.volumes.begin()->first.text();
    }
    const std::vector<Id> fits = suitable(p, c);
    return fits.size() == 1 ? fits.front().text() : std::string();
}

/// A parameter that needs an object and has none: which ones it could be, as far as a learner sees them.
Finding notChosen(const Param& p, const Case& c)
{
    constexpr size_t kMost = 8;
    const std::set<Id> hidden = hiddenObjects(c);
    std::vector<Id> fits = suitable(p, c);
    std::erase_if(fits, [&](const Id& id) { return hidden.contains(id); });
    if (fits.empty())
        return {Severity::Stop,
                "param.missing",
                p.label + " (" + p.key + ") is not chosen, and the case has no " + wording(p.accepts) +
                    " that it could be.",
                "Load or make one, or name it.",
                {},
                {},
                {}};
    std::string names;
    for (size_t n = 0; n < std::min(fits.size(), kMost); ++n)
        names += (n == 0 ? "" : ", ") + fits[n].text();
    if (fits.size() > kMost)
        names += ", …";
    if (!p.anatomy.empty()) // by what it is called it would have been found
        return {Severity::Stop,
                "param.missing",
                p.label + " (" + p.key + ") is not chosen, and no " + wording(p.accepts) +
                    " is known to be it. There are: " + names + ".",
                "Name the one that is.",
                {},
                {},
                {}};
    return {Severity::Stop,
            "param.missing",
            p.label + " (" + p.key + ") is not chosen. It could be: " + names + ".",
            "Name one of these.",
            {},
            {},
            {}};
}

/// Says who answered which finding; what was answered before a new run made the object is gone with it.
bool stampAnswers(Case& after, const Case& before, const Id& id, const Lineage& lineage)
{
    const std::vector<Id> answered = newlyAcknowledged(before, after, id);
    for (const Id& finding : answered)
        after.lineage[finding] = std::make_shared<Lineage>(lineage);
    if (answered.empty() && !after.structures.count(id))
        std::erase_if(after.lineage,
                      [&](const auto& entry) { return entry.first.text().starts_with(id.text() + "/"); });
    return !answered.empty();
}

/// Records a person's word for a plan beside where the plan came from, which stays; draft takes the words back.
void stampSignature(Case& after, const Id& id, Lineage lineage)
{
    const PlanState state = after.plan(id).state;
    for (const PlanState other : {PlanState::Draft, PlanState::Reviewed, PlanState::Approved})
        if (state == PlanState::Draft || other > state)
            after.lineage.erase(signatureId(id, other));
    if (state != PlanState::Draft)
        after.lineage[signatureId(id, state)] = std::make_shared<Lineage>(std::move(lineage));
}

/// Hiding is a mark beside the plan, made from nothing: no edit of what the plan stands on takes it away.
void stampHidden(Case& after, const Id& id, Lineage lineage)
{
    const bool hides = lineage.operation == kHidePlan;
    lineage.inputs.clear();
    after.lineage.erase(hiddenId(id));
    if (hides)
        after.lineage[hiddenId(id)] = std::make_shared<Lineage>(std::move(lineage));
}

bool hidesOrReveals(std::string_view operation)
{
    return operation == kHidePlan || operation == kRevealPlan;
}

/// Shapes that came with the structure, made by nobody known, and stay while its mask is edited: from now on they count
/// as made of the mask that was, so that they are stale and can be made again.
void ownShapes(Case& after, const Case& before, const Id& id, const Structure& was, const Structure& is,
               const Lineage& edit)
{
    const auto key = before.keyOf(id);
    const auto own = [&](const char* shape, const char* operation, std::string parameters) {
        const Id shapeId(id.text() + shape);
        if (!key || after.lineage.contains(shapeId))
            return;
        Lineage l;
        l.operation = operation;
        l.parameters = std::move(parameters);
        l.inputs = {{id, *key}};
        l.when = edit.when;
        l.software = edit.software;
        after.lineage[shapeId] = std::make_shared<Lineage>(std::move(l));
    };
    if (is.surface && is.surface == was.surface)
        own("/surface", "mesh.surface", "{}");
    if (is.tree && is.tree == was.tree)
        own("/tree", "mesh.centrelines", nlohmann::json{{"structure", id.text()}}.dump());
}

void stamp(Case& after, const Case& before, const Edit& edit, Lineage lineage, const std::vector<Id>& read)
{
    const auto inputs = [&](const std::vector<Id>& ids) {
        std::vector<LineageInput> out;
        for (const Id& id : ids)
            if (const auto key = before.keyOf(id))
                out.push_back({id, *key});
        return out;
    };
    lineage.inputs = inputs(read);
    const auto put = [&](const Id& id) {
        auto own = std::make_shared<Lineage>(lineage);
        const auto from = edit.madeFrom.find(Id(id.text().substr(0, id.text().find('/'))));
        if (from != edit.madeFrom.end())
            own->inputs = inputs(from->second);
        // An operation that changes a thing in place cannot be stale against its own earlier state.
        std::erase_if(own->inputs, [&](const LineageInput& in) { return in.id == id && after.keyOf(id) != in.key; });
        after.lineage[id] = std::move(own);
    };
    if (lineage.operation == kSignPlan) {
        for (const auto& [id, plan] : edit.puts().plans)
            stampSignature(after, id, lineage);
        return;
    }
    if (hidesOrReveals(lineage.operation)) {
        for (const auto& [id, plan] : edit.puts().plans)
            stampHidden(after, id, lineage);
        return;
    }
    for (const Id& id : edit.touched()) {
        if (!after.kindOf(id) || stampAnswers(after, before, id, lineage))
            continue;
        const auto was = before.structures.find(id);
        const auto is = after.structures.find(id);
        const bool sameMask = was != before.structures.end() && is != after.structures.end() && was->second->mask &&
                              was->second->mask == is->second->mask;
        if (!sameMask) {
            put(id);
            if (was != before.structures.end() && is != after.structures.end())
                ownShapes(after, before, id, *was->second, *is->second, lineage);
            // What was made from the mask before is gone with it, and so is where it came from.
            if (is != after.structures.end()) {
                if (!is->second->surface)
                    after.lineage.erase(Id(id.text() + "/surface"));
                if (!is->second->tree)
                    after.lineage.erase(Id(id.text() + "/tree"));
                if (is->second->measures.empty())
                    after.lineage.erase(Id(id.text() + "/measures"));
            }
            continue;
        }
        if (was->second->surface != is->second->surface)
            put(Id(id.text() + "/surface"));
        if (was->second->tree != is->second->tree)
            put(Id(id.text() + "/tree"));
        if (was->second->measures != is->second->measures)
            put(Id(id.text() + "/measures"));
    }
}

} // namespace

std::vector<Id> referencedObjects(const ParamList& list, const ParamValues& values)
{
    std::vector<Id> ids;
    const auto add = [&](const std::string& text) {
        if (isValidId(text) && std::find(ids.begin(), ids.end(), Id(text)) == ids.end())
            ids.emplace_back(text);
    };
    for (const Param& p : list.all()) {
        if (!values.has(p.key))
            continue;
        const ParamValue& v = values.all().find(p.key)->second;
        if (p.type == ParamType::Object && std::holds_alternative<std::string>(v))
            add(std::get<std::string>(v));
        else if (p.type == ParamType::Objects && std::holds_alternative<std::vector<std::string>>(v))
            for (const std::string& text : std::get<std::vector<std::string>>(v))
                add(text);
    }
    return ids;
}

ParamValues fillDefaults(const ParamList& list, const Case& c, const ParamValues& given)
{
    ParamValues values = completed(list, given);
    for (const Param& p : list.all()) {
        if (p.type != ParamType::Object || given.has(p.key))
            continue;
        const std::string id = defaultObject(p, c);
        if (!id.empty())
            values.set(p.key, id);
    }
    return values;
}

Findings checkOperation(const Operation& operation, const Case& c, const ParamValues& given)
{
    Findings findings;
    const ParamList list = operation.declare();
    const ParamValues values = fillDefaults(list, c, given);
    for (const ParamProblem& problem : checkPresets(list, given))
        findings.push_back({Severity::Stop, "param", problem.text, "Change this parameter.", {}, {}, {}});
    for (const ParamProblem& problem : check(list, values)) {
        const Param* p = list.find(problem.key);
        const bool missingObject = p && p->type == ParamType::Object && values.has(p->key) &&
                                   std::holds_alternative<std::string>(values.all().find(p->key)->second) &&
                                   values.text(p->key).empty();
        if (missingObject)
            findings.push_back(notChosen(*p, c));
        else
            findings.push_back({Severity::Stop, "param", problem.text, "Change this parameter.", {}, {}, {}});
    }
    if (!findings.empty())
        return findings;
    const std::set<Id> hidden = hiddenObjects(c);
    const bool reveals = operation.info().id == kRevealPlan;
    for (const Param& p : list.all()) {
        if (p.type != ParamType::Object && p.type != ParamType::Objects)
            continue;
        ParamList one;
        one.add(p);
        ParamValues v;
        v.set(p.key, values.all().find(p.key)->second);
        const std::string text = toText(v.all().begin()->second);
        for (const Id& id : referencedObjects(one, v))
            if (!suits(c, id, p.accepts))
                findings.push_back({Severity::Stop,
                                    "param.object",
                                    p.label + " (" + p.key + "): '" + id.text() + "' is not a " + wording(p.accepts) +
                                        " of this case.",
                                    "Choose one that exists.",
                                    {},
                                    {},
                                    {}});
        for (const Id& id : referencedObjects(one, v))
            if (!reveals && hidden.contains(id))
                findings.push_back(hiddenFinding(id));
        if (p.type == ParamType::Object && !text.empty() && !isValidId(text))
            findings.push_back({Severity::Stop,
                                "param.object",
                                p.label + " (" + p.key + "): '" + text + "' is not an id.",
                                "Ids are lower case, as 'pollux show' lists them.",
                                {},
                                {},
                                {}});
    }
    if (!findings.empty())
        return findings;
    return operation.check(c, values);
}

RunResult runOperation(const Operation& operation, const Case& c, const ParamValues& given, const RunContext& context,
                       Job& job)
{
    const auto start = std::chrono::steady_clock::now();
    const OperationInfo info = operation.info();
    RunResult result;
    result.findings = checkOperation(operation, c, given);
    if (blocks(result.findings)) {
        std::string text, advice;
        for (const Finding& f : result.findings)
            if (f.severity == Severity::Stop && f.acknowledged.empty()) {
                text += (text.empty() ? "" : " ") + f.text;
                advice += (advice.empty() ? "" : " ") + f.advice;
            }
        throw Error(ErrorCode::BadInput, info.name + " cannot run: " + text, advice);
    }
    const ParamList list = operation.declare();
    const ParamValues values = fillDefaults(list, c, given);
    const Edit edit = operation.run(c, values, job);
    job.checkStop();
    if (const auto locked = info.id == kSignPlan ? std::nullopt : lockedPlanTouched(c, edit))
        throw Error(ErrorCode::BadInput, locked->text, locked->advice);
    if (const auto unseen = hidesOrReveals(info.id) ? std::nullopt : hiddenTouched(c, edit))
        throw Error(ErrorCode::BadInput, unseen->text, unseen->advice);
    result.after = apply(c, edit);
    for (const auto& [id, plan] : edit.puts().plans) { // an operation does not know who runs it
        const auto was = c.plans.find(id);
        const bool made = was == c.plans.end() || contentKey(*was->second) != contentKey(*plan);
        if (!made || !plan->author.empty() || context.author.empty())
            continue;
        Plan named = *plan;
        named.author = context.author;
        result.after.plans[id] = std::make_shared<const Plan>(std::move(named));
    }
    for (const Finding& f : edit.findings) // a run may come to the same remark as the check before it
        if (std::find(result.findings.begin(), result.findings.end(), f) == result.findings.end())
            result.findings.push_back(f);
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();

    Lineage lineage;
    lineage.operation = info.id;
    lineage.operationVersion = info.version;
    // The name of a file need not be UTF-8.
    lineage.parameters = toJson(values).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    lineage.author = context.author;
    lineage.when = utcNow();
    lineage.software = version();
    lineage.seconds = result.seconds;
    std::vector<Id> read = referencedObjects(list, values);
    for (const Id& id : edit.alsoRead)
        if (std::find(read.begin(), read.end(), id) == read.end())
            read.push_back(id);
    stamp(result.after, c, edit, std::move(lineage), read);
    result.changed = edit.touched();
    return result;
}

} // namespace pollux
