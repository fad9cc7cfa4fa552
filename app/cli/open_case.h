#pragma once

#include "core/case/case.h"
#include "core/jobs/job.h"

#include <filesystem>
#include <string>

namespace pollux::cli {

/// loadCase(), but the Error about a damaged file names what of the case is still there: the copy of the last save, an
/// unsaved working copy.
Case openCase(const std::filesystem::path& file, const Job& job);

/// openCase() without what is hidden from a learner: for every command that shows a case.
Case openSeenCase(const std::filesystem::path& file, const Job& job);

/// Writes `after` with the journal of `in` (none if there is no such case) and one step more, as the window does; no
/// step if nothing changed.
void saveStep(const std::filesystem::path& in, const Case& before, const std::string& text, const Case& after,
              const std::filesystem::path& out, const Job& job);

/// Throws Error (Io) if a case read from `in` could not be written to `out`: said before the work, not after it.
/// Says nothing where `in` is missing; opening it will.
void checkPlaces(const std::filesystem::path& in, const std::filesystem::path& out);

} // namespace pollux::cli
