#include "core/operation/operation.h"

namespace pollux {

Findings Operation::check(const Case&, const ParamValues&) const
{
    return {};
}

std::optional<Edit> Operation::preview(const Case&, const ParamValues&) const
{
    return std::nullopt;
}

} // namespace pollux
