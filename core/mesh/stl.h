#pragma once

#include "core/mesh/surface.h"

#include <filesystem>

namespace pollux {

/// Binary STL, mm, LPS (said so in the header text). Throws Error (Io).
void writeStl(const Surface& surface, const std::filesystem::path& path);
/// Binary or ASCII; bounded by the file's size; throws Error (BadInput) for a damaged file.
Surface readStl(const std::filesystem::path& path);

} // namespace pollux
