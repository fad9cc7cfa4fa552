#pragma once

#include "core/case/limit.h"
#include "core/report/report.h"

namespace pollux {

/// The numbers of a plan with before, after, limit and the limit's source.
ReportTable planTable(const Plan& plan, const LimitTable& limits, bool stale);

} // namespace pollux
