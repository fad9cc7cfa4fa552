#pragma once

#include "core/case/case.h"
#include "core/params/param.h"

namespace pollux {

/// The values that were recorded when the object was made, as far as `list` declares them: for a form that goes on from
/// a result. Empty where nothing is recorded, or something that `list` no longer takes.
ParamValues recordedValues(const Case& c, const Id& id, const ParamList& list);

} // namespace pollux
