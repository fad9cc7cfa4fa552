#include "core/case/hidden_plans.h"

#include "core/case/made_by.h"

#include <algorithm>

namespace pollux {

namespace {

constexpr std::string_view kMark = "/hidden";

Id ownerOf(const Id& id)
{
    const auto slash = id.text().find('/');
    return slash == std::string::npos || slash == 0 ? id : Id(id.text().substr(0, slash));
}

} // namespace

Id hiddenId(const Id& plan)
{
    return Id(plan.text() + std::string(kMark));
}

bool isHidden(const Case& c, const Id& plan)
{
    return c.plans.contains(plan) && isValidId(plan.text() + std::string(kMark)) && c.lineage.contains(hiddenId(plan));
}

std::vector<Id> hiddenPlans(const Case& c)
{
    std::vector<Id> out;
    for (const auto& [id, plan] : c.plans)
        if (isHidden(c, id))
            out.push_back(id);
    return out;
}

std::set<Id> hiddenObjects(const Case& c)
{
    std::set<Id> out;
    for (const Id& plan : hiddenPlans(c)) {
        out.insert(plan);
        const auto made = c.lineage.find(plan);
        if (made == c.lineage.end())
            continue;
        for (const auto& [id, record] : c.lineage)
            if (!c.plans.contains(id) && c.kindOf(id) && sameRun(*record, *made->second))
                out.insert(id);
    }
    return out;
}

Case withoutHidden(const Case& c)
{
    const std::set<Id> hidden = hiddenObjects(c);
    if (hidden.empty())
        return c;
    const std::set<Id> stale = staleIds(c);
    Edit edit;
    for (const Id& id : hidden)
        edit.remove(id);
    Case out = apply(c, edit);
    for (auto& [id, record] : out.lineage) {
        const auto ofHidden = [&](const LineageInput& in) { return hidden.contains(ownerOf(in.id)); };
        // An input that is out of sight only must not make it stale; one that has changed still does.
        if (stale.contains(id) || std::none_of(record->inputs.begin(), record->inputs.end(), ofHidden))
            continue;
        Lineage own = *record;
        std::erase_if(own.inputs, ofHidden);
        record = std::make_shared<const Lineage>(std::move(own));
    }
    return out;
}

std::shared_ptr<const Case> withoutHidden(std::shared_ptr<const Case> c)
{
    if (!c || hiddenPlans(*c).empty())
        return c;
    return std::make_shared<const Case>(withoutHidden(*c));
}

std::optional<Finding> hiddenTouched(const Case& before, const Edit& edit)
{
    const std::set<Id> hidden = hiddenObjects(before);
    for (const Id& id : edit.touched())
        if (hidden.contains(id))
            return hiddenFinding(id);
    return std::nullopt;
}

Finding hiddenFinding(const Id& id)
{
    return {Severity::Stop,
            "plan.hidden",
            "'" + id.text() + "' is hidden for teaching.",
            "Work under another id, or reveal it first (plan.reveal).",
            {},
            {},
            {}};
}

} // namespace pollux
