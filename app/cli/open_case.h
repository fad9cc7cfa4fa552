#pragma once

#include "core/case/case.h"
#include "core/jobs/job.h"

#include <filesystem>

namespace pollux::cli {

/// loadCase(), but the Error about a damaged file names what of the case is still there: the copy of the last save, an
/// unsaved working copy.
Case openCase(const std::filesystem::path& file, const Job& job);

/// Throws Error (Io) if a case read from `in` could not be written to `out`: said before the work, not after it.
/// Says nothing where `in` is missing; opening it will.
void checkPlaces(const std::filesystem::path& in, const std::filesystem::path& out);

} // namespace pollux::cli
