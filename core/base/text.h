#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pollux {

/// Numbers to and from text, always with a decimal point, whatever the locale says.

/// Shortest text that reads back to the same double.
std::string toText(double value);
/// Fixed number of decimals, "-0.0" printed as "0.0"; "not a number" for NaN.
std::string toText(double value, int decimals);
std::string toText(std::int64_t value);

/// The whole text must be one finite number; surrounding blanks are allowed.
std::optional<double> parseDouble(std::string_view text);
std::optional<std::int64_t> parseInt(std::string_view text);

std::string_view trimmed(std::string_view text);
std::string lowered(std::string_view text);

/// ISO 8601, UTC, seconds: "2026-05-01T12:00:00Z".
std::string utcNow();

} // namespace pollux
