#pragma once

#include "core/report/report.h"

#include <string>

namespace pollux {

/// Comma-separated text (RFC 4180, UTF-8, decimal points), head first: for a spreadsheet.
std::string toCsv(const ReportTable& table);

} // namespace pollux
