#pragma once

#include "core/case/case.h"
#include "core/jobs/job.h"
#include "core/storage/journal.h"

#include <filesystem>

namespace pollux {

inline constexpr int kCaseFormat = 1; ///< user_version of the file

/// Writes a whole case: to a sibling, fsync, rename, fsync of the folder. The old file stays whole until the new one
/// is. The steps that led to it go along; without them the file has no journal. Throws Error (Io) with what to do (disk
/// full, read-only).
void saveCase(const Case& c, const std::filesystem::path& path, const Job& job,
              const std::vector<JournalStep>& journal = {});

/// Throws Error: NotFound, BadInput (not a Pollux case, damaged: says what can be recovered), Unsupported (newer
/// format: says which).
Case loadCase(const std::filesystem::path& path, const Job& job);

/// True if the file's header says it is a Pollux case.
bool isCaseFile(const std::filesystem::path& path);

} // namespace pollux
