#include "ui/print/plan_path.h"

#include <algorithm>

namespace pollux {

std::optional<Path> pathOf(const Plan& plan)
{
    const auto point = [&](const char* key) -> const NamedPoint* {
        const auto it =
            std::find_if(plan.points.begin(), plan.points.end(), [&](const NamedPoint& p) { return p.key == key; });
        return it == plan.points.end() ? nullptr : &*it;
    };
    const NamedPoint* target = point("target");
    const NamedPoint* entry = point("entry");
    if (!target || !entry)
        return std::nullopt;
    Path path;
    path.target = target->position;
    path.entry = entry->position;
    path.label = QString::fromStdString(plan.name);
    path.acceptable =
        std::none_of(plan.numbers.begin(), plan.numbers.end(), [](const PlanNumber& n) { return n.verdict == "stop"; });
    path.approximate =
        std::any_of(plan.numbers.begin(), plan.numbers.end(), [](const PlanNumber& n) { return n.approximate; });
    return path;
}

std::optional<Path> lastPathOf(const Case& c)
{
    for (auto it = c.plans.rbegin(); it != c.plans.rend(); ++it)
        if (auto path = pathOf(*it->second))
            return path;
    return std::nullopt;
}

} // namespace pollux
