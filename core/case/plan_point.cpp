#include "core/case/plan_point.h"

namespace pollux {

std::optional<Vec3> pointNamed(const Plan& plan, std::string_view key)
{
    for (const NamedPoint& p : plan.points)
        if (p.key == key)
            return p.position;
    return std::nullopt;
}

} // namespace pollux
