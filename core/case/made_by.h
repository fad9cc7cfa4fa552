#pragma once

#include "core/case/case.h"

#include <optional>

namespace pollux {

/// Both records are of one and the same run.
bool sameRun(const Lineage& a, const Lineage& b);

/// The plan that the run which made `object` made, too ("screw-1" of "screw-1-body"), else the first plan that it was
/// made from. Told by lineage alone, for ids begin alike by chance. nullopt for plans, and for what no plan made.
struct MadeBy
{
    Id plan;
    bool besideIt = false; ///< by the same run
};
std::optional<MadeBy> madeByPlan(const Case& c, const Id& object);

} // namespace pollux
