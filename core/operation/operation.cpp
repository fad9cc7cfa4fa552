#include "core/operation/operation.h"

namespace pollux {

Findings Operation::check(const Case&, const ParamValues&) const
{
    return {};
}

ParamValues Operation::narrowed(const ParamValues& values, const std::vector<Id>&) const
{
    return values;
}

std::optional<Edit> Operation::preview(const Case&, const ParamValues&) const
{
    return std::nullopt;
}

} // namespace pollux
