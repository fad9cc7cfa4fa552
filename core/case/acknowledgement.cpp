#include "core/case/acknowledgement.h"

#include "core/case/hidden_plans.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace pollux {

namespace {

const Findings* listOf(const Case& c, const Id& owner)
{
    if (const auto it = c.studies.find(owner); it != c.studies.end())
        return &it->second->gate;
    if (const auto it = c.volumes.find(owner); it != c.volumes.end())
        return &it->second->gate;
    if (const auto it = c.plans.find(owner); it != c.plans.end() && !isHidden(c, owner))
        return &it->second->findings;
    return nullptr;
}

/// What may follow an owner's '/': a plugin's code need not look like part of an id.
std::string word(const Finding& finding)
{
    return isValidId(finding.code) && finding.code.find('/') == std::string::npos ? finding.code
                                                                                  : slug(finding.code).text();
}

} // namespace

std::vector<HeldFinding> findingsHeldBy(const Case& c, const Id& owner)
{
    std::vector<HeldFinding> held;
    const Findings* list = listOf(c, owner);
    if (!list)
        return held;
    // Room for both within the length of an id, whatever they are called.
    std::string prefix = owner.text();
    if (prefix.size() > 50)
        prefix = prefix.substr(0, 17) + Hasher().add(prefix).key().hex();
    std::set<std::string> taken;
    for (size_t n = 0; n < list->size(); ++n) {
        const std::string base = word((*list)[n]).substr(0, 60);
        std::string name = base;
        for (int again = 2; !taken.insert(name).second; ++again)
            name = base + "-" + std::to_string(again);
        held.push_back({Id(prefix + "/" + name), owner, n, (*list)[n]});
    }
    return held;
}

std::vector<HeldFinding> heldFindings(const Case& c)
{
    std::vector<HeldFinding> all;
    const auto add = [&](const auto& map) {
        for (const auto& [id, object] : map)
            for (HeldFinding& held : findingsHeldBy(c, id))
                all.push_back(std::move(held));
    };
    add(c.studies);
    add(c.volumes);
    add(c.plans);
    return all;
}

std::optional<HeldFinding> heldFinding(const Case& c, const Id& id)
{
    for (HeldFinding& held : heldFindings(c))
        if (held.id == id)
            return std::move(held);
    return std::nullopt;
}

std::optional<Acknowledgement> acknowledgementOf(const Case& c, const HeldFinding& held)
{
    const auto it = c.lineage.find(held.id);
    if (held.finding.acknowledged.empty() || it == c.lineage.end())
        return std::nullopt;
    const Lineage& l = *it->second;
    const auto parameters = nlohmann::json::parse(l.parameters, nullptr, false);
    std::string by;
    if (parameters.is_object() && parameters.contains("by") && parameters["by"].is_string())
        by = parameters["by"].get<std::string>();
    return Acknowledgement{by.empty() ? l.author : by, l.when};
}

std::string byWhomAndWhen(const Case& c, const HeldFinding& held)
{
    const auto who = acknowledgementOf(c, held);
    if (!who || (who->by.empty() && who->when.empty()))
        return {};
    return " (" + (who->by.empty() ? std::string() : "by " + who->by) +
           (who->by.empty() || who->when.empty() ? "" : ", ") + who->when + ")";
}

std::vector<Id> newlyAcknowledged(const Case& before, const Case& after, const Id& owner)
{
    const std::vector<HeldFinding> was = findingsHeldBy(before, owner), is = findingsHeldBy(after, owner);
    if (is.empty() || was.size() != is.size() || before.kindOf(owner) != after.kindOf(owner) ||
        before.keyOf(owner) != after.keyOf(owner))
        return {};
    std::vector<Id> answered;
    for (size_t n = 0; n < is.size(); ++n) {
        Finding same = was[n].finding;
        same.acknowledged = is[n].finding.acknowledged;
        if (same != is[n].finding)
            return {};
        if (was[n].finding.acknowledged == is[n].finding.acknowledged)
            continue;
        // A run that makes the object again takes reasons away; that is no answer.
        if (is[n].finding.acknowledged.empty())
            return {};
        answered.push_back(is[n].id);
    }
    return answered;
}

} // namespace pollux
