#pragma once

#include "core/case/case.h"
#include "tests/golden/golden.h"
#include "tests/golden/study.h"

namespace pollux::golden {

/// Throws Error (BadInput) if there is no such quantity of that kind of object, its unit is another one, or it needs a
/// truth or a place that is not given. Looks at no case.
void checkQuantity(const Expectation& e);

/// The value in the case after the run, in the expectation's unit. Throws Error (NotFound) with what there is instead
/// if the object, its shape, its measure or its number is missing.
double measure(const Expectation& e, const Case& c, const GoldenStudy& study);

} // namespace pollux::golden
