#pragma once

#include "core/case/limit.h"
#include "core/report/report.h"

namespace pollux {

/// The numbers of a plan with before, after and limit; then the sources of the limits, numbered.
std::vector<ReportTable> planTables(const Plan& plan, const LimitTable& limits, bool stale);

} // namespace pollux
