#pragma once

#include "core/case/case.h"
#include "core/jobs/job.h"
#include "core/params/param.h"

namespace pollux {

// What the operations that make structures from masks share.

Finding stopFinding(std::string code, std::string text, std::string advice);

/// The parameters "name" and "anatomy" of a result.
void addResultParams(ParamList& list);
/// Stop for an unknown anatomy, a name of nothing, or an id that another kind or a confirmed structure holds.
Findings checkResult(const Case& c, const ParamValues& values, const std::string& fallbackName);
/// Name given, else the label of the anatomy given, else `fallback`.
std::string resultName(const ParamValues& values, const std::string& fallback);
/// Puts a proposed structure under slug(resultName). Throws Error (BadInput) with `emptyAdvice` if the mask is empty.
void putResult(Edit& edit, const ParamValues& values, const std::string& fallback, Mask mask,
               const std::string& emptyAdvice);

/// The structure's mask on a grid, resampled if it lies on another one. Throws Error (BadInput) if it has none.
Mask maskOn(const Structure& structure, const Grid& grid, const Job& job);

} // namespace pollux
