#pragma once

#include <string_view>
#include <vector>

namespace pollux {

/// Text of a file below resources/ that is built into the program, e.g. resource("limits/liver.json").
/// Throws Error (NotFound) for a name that does not exist.
std::string_view resource(std::string_view name);

/// Names below a folder, sorted: resources("recipes") -> {"recipes/abdomen_ct.json", ...}.
std::vector<std::string_view> resources(std::string_view folder);

/// Version of the program, "0.1.0".
std::string_view version();

} // namespace pollux
