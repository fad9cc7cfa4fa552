#pragma once

#include "core/operation/registry.h"
#include "core/operation/run.h"
#include "plugins/implant/implant_plugin.h"

#include <stdexcept>

namespace pollux::verification {

/// The operations of implants, with the limits that are built in.
class ImplantOperations
{
public:
    ImplantOperations()
    {
        m_registry.limits() = LimitTable::builtIn();
        implant::install(m_registry);
    }
    Case run(const char* operation, const Case& c, const ParamValues& v) const
    {
        Job job;
        return runOperation(m_registry.at(operation), c, v, {"verify"}, job).after;
    }
    const LimitTable& limits() const { return m_registry.limits(); }

private:
    mutable Registry m_registry;
};

/// A number of a plan. Throws where there is none.
inline const PlanNumber& numberOf(const Plan& plan, const std::string& key)
{
    for (const PlanNumber& n : plan.numbers)
        if (n.key == key)
            return n;
    throw std::runtime_error("no number " + key);
}

} // namespace pollux::verification
