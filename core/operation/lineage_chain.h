#pragma once

#include "core/operation/stage.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace pollux {

/// Something upstream that is not run again, and why.
struct FixedSource
{
    Id object;             ///< or shape
    std::string operation; ///< of its record; empty without one
    std::string reason;    ///< for the user: "imported: it stays as it was read"
};

/// What a thing was made from, step by step.
struct LineageChain
{
    std::vector<Stage> stages;      ///< that can be run again, in order
    std::vector<FixedSource> fixed; ///< where the chain ends
    /// Shapes that nobody recorded reading, but that go when the mask that they were made of is made again: their
    /// stages are run again, so that what reads them unrecorded finds them.
    std::set<Id> followers;

    bool follows(const Stage& stage) const; ///< all that is wanted of it are followers
};

/// Follows the recorded inputs from `record` (a key of Case::lineage, or an object) upwards. It ends at what was
/// imported, edited by hand or changed in place (its earlier state is not kept, so running it again would not give it
/// again), has no record, has an operation that is not here, or is in `held` with a reason.
LineageChain lineageChain(const Case& c, const Registry& registry, const Id& record,
                          const std::map<Id, std::string>& held = {});

} // namespace pollux
