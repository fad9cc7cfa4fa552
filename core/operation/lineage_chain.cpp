#include "core/operation/lineage_chain.h"

#include "core/base/error.h"
#include "core/base/sentence.h"

#include <algorithm>

namespace pollux {

namespace {

/// The key of the record that says where `id` came from: a shape without one came with its object.
Id recordOf(const Case& c, const Id& id)
{
    const auto slash = id.text().find('/');
    if (c.lineage.contains(id) || slash == std::string::npos || slash == 0)
        return id;
    return Id(id.text().substr(0, slash));
}

bool readsFile(const ParamList& list, const ParamValues& values)
{
    return std::any_of(list.all().begin(), list.all().end(), [&](const Param& p) {
        return p.type == ParamType::Path && values.has(p.key) && !values.text(p.key).empty();
    });
}

/// Why the run behind a record cannot be repeated; empty if it can.
std::string whyFixed(const Registry& registry, const Id& id, const Lineage& lineage)
{
    const Operation* operation = registry.find(lineage.operation);
    if (lineage.operation == "edit")
        return term("edited by hand: what it was before is not kept");
    if (!operation)
        return filled("its operation '%1' is not here", {lineage.operation});
    const OperationInfo info = operation->info();
    if (info.category == "Edit")
        return filled("edited by hand (%1): what it was before is not kept", {info.name});
    const ParamList list = operation->declare();
    ParamValues values;
    try {
        values = recordedValues(lineage, list);
    } catch (const Error& e) {
        return filled("its record does not fit this version of '%1': %2", {info.name, e.message()});
    }
    if (info.category == "Import" || readsFile(list, values))
        return term("imported: it stays as it was read");
    const std::vector<Id> named = referencedObjects(list, values);
    if (std::find(named.begin(), named.end(), id) != named.end())
        return filled("changed in place (%1): what it was before is not kept", {info.name});
    return {};
}

} // namespace

bool LineageChain::follows(const Stage& stage) const
{
    return std::all_of(stage.outputs.begin(), stage.outputs.end(),
                       [&](const Id& id) { return followers.contains(id); });
}

LineageChain lineageChain(const Case& c, const Registry& registry, const Id& record,
                          const std::map<Id, std::string>& held)
{
    LineageChain chain;
    std::set<Id> seen, wanted;
    std::vector<Id> open{recordOf(c, record)};
    const auto fixed = [&](const Id& id) -> std::optional<FixedSource> {
        const auto it = c.lineage.find(id);
        if (it == c.lineage.end())
            return FixedSource{
                id, {}, c.kindOf(id) ? term("no record: it came with the case") : term("no longer in the case")};
        const auto hold = held.find(id);
        const std::string reason = hold != held.end() ? hold->second : whyFixed(registry, id, *it->second);
        return reason.empty() ? std::nullopt : std::optional(FixedSource{id, it->second->operation, reason});
    };
    while (!open.empty()) {
        const Id id = open.back();
        open.pop_back();
        if (!seen.insert(id).second)
            continue;
        if (auto source = fixed(id)) {
            chain.fixed.push_back(*std::move(source));
            continue;
        }
        wanted.insert(id);
        for (const LineageInput& input : c.lineage.at(id)->inputs)
            open.push_back(recordOf(c, input.id));
    }
    for (const Id& id : std::set<Id>(wanted))
        if (c.structures.contains(id) && c.structures.at(id)->mask)
            for (const char* shape : {"/surface", "/tree"})
                if (const Id made(id.text() + shape); !wanted.contains(made) && !fixed(made)) {
                    chain.followers.insert(made);
                    wanted.insert(made);
                }
    std::sort(chain.fixed.begin(), chain.fixed.end(),
              [](const FixedSource& a, const FixedSource& b) { return a.object < b.object; });
    chain.stages = stagesOf(c, wanted);
    return chain;
}

} // namespace pollux
