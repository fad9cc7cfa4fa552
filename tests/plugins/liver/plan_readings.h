#pragma once

// What tests look up in plans and findings.

#include "core/case/objects.h"

#include <cmath>
#include <optional>
#include <string>
#include <string_view>

namespace synthetic {

inline bool has(const pollux::Findings& findings, std::string_view code, std::optional<pollux::Severity> severity = {})
{
    for (const pollux::Finding& f : findings)
        if (f.code == code && (!severity || f.severity == *severity))
            return true;
    return false;
}

inline const pollux::PlanNumber* find(const pollux::Plan& plan, std::string_view key)
{
    for (const pollux::PlanNumber& n : plan.numbers)
        if (n.key == key)
            return &n;
    return nullptr;
}

/// NaN if there is none: equal to nothing.
inline double after(const pollux::Plan& plan, std::string_view key)
{
    const pollux::PlanNumber* n = find(plan, key);
    return n && n->after ? *n->after : std::nan("");
}

inline std::string verdict(const pollux::Plan& plan, std::string_view key)
{
    const pollux::PlanNumber* n = find(plan, key);
    return n ? n->verdict : "none";
}

} // namespace synthetic
