#pragma once

#include <string>
#include <string_view>

namespace pollux {

/// The schema that the head of a STEP file names ("AUTOMOTIVE_DESIGN { 1 0 10303 214 1 1 1 1 }"), several joined by
/// commas; printable ASCII, at most 200 characters; empty if there is none. ISO 10303-21.
std::string stepSchemaIn(std::string_view head);

} // namespace pollux
