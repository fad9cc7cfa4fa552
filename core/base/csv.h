#pragma once

#include <string>
#include <vector>

namespace pollux {

/// One line of comma-separated text (RFC 4180: CRLF at its end, quotes where needed), for a spreadsheet. A text that a
/// spreadsheet would run as a formula gets an apostrophe in front; a number stays one.
std::string csvLine(const std::vector<std::string>& fields);

} // namespace pollux
