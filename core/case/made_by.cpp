#include "core/case/made_by.h"

namespace pollux {

bool sameRun(const Lineage& a, const Lineage& b)
{
    return a.operation == b.operation && a.when == b.when && a.parameters == b.parameters;
}

std::optional<MadeBy> madeByPlan(const Case& c, const Id& object)
{
    const auto made = c.lineage.find(object);
    if (made == c.lineage.end() || c.plans.contains(object))
        return {};
    for (const auto& [id, plan] : c.plans)
        if (const auto by = c.lineage.find(id); by != c.lineage.end() && sameRun(*by->second, *made->second))
            return MadeBy{id, true};
    for (const LineageInput& input : made->second->inputs)
        if (c.plans.contains(input.id))
            return MadeBy{input.id, false};
    return {};
}

} // namespace pollux
