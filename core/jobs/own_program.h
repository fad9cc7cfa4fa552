#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <string>

namespace pollux {

/// Where a program that comes with Pollux lies, found from where this library lies: in the build folder and installed.
/// Throws Error (Internal) if it is missing.
std::filesystem::path ownProgram(const std::string& name);

/// What is said where such a program is missing or does not start.
Error incompleteInstallation();

} // namespace pollux
