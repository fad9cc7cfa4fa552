#pragma once

#include "core/operation/sensitivity.h"

namespace pollux::detail {

struct Scope
{
    LineageChain chain;
    SensitivityScope told;
    std::vector<size_t> stageOf; ///< of told.params: index into chain.stages
    Id record;                   ///< that the number came from
};

/// sensitivityScope() with the runs behind it; `held` as for lineageChain().
Scope makeScope(const Case& c, const Registry& registry, const Id& object, std::string_view number,
                const SensitivityOptions& options, const std::map<Id, std::string>& held);

} // namespace pollux::detail
