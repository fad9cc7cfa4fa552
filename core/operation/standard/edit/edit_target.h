#pragma once

#include "core/case/case.h"
#include "core/image/edit/apply.h"
#include "core/params/param.h"

namespace pollux {

// What the tools of the segmentation editor (edit.*) have in common. A structure that they change keeps its surface,
// tree and measures: these turn stale and follow by a rebuild. It is "edited" from then on, whatever it was before.

/// "structure", and "name" and "volume" for a new one.
void addTargetParams(ParamList& list);
/// "mode", the range of values, "within", "neighbours" and "meeting".
void addEffectParams(ParamList& list);
/// Stop: nothing named, an id that is taken; neighbours that are confirmed and would give way. Warning: it is
/// confirmed.
Findings checkTarget(const Case& c, const ParamValues& values);
/// Warning for each that is confirmed: it will have to be confirmed again.
Findings checkEdited(const Case& c, const std::vector<std::string>& structures);
/// checkTarget and the range.
Findings checkEffect(const Case& c, const ParamValues& values);

struct EditTarget
{
    Id id;
    Structure structure; ///< as it is, or new with an empty mask
};
EditTarget targetOf(const Case& c, const ParamValues& values);

/// Puts `mask` as the edited mask of a structure. Throws Error (BadInput) if it is empty, or the same as before.
void putEdited(Edit& edit, const Id& id, Structure structure, Mask mask);
/// The selection takes effect on the target and its neighbours.
void applySelection(Edit& edit, const Case& c, const ParamValues& values, const Mask& selection, const Job& job);

} // namespace pollux
