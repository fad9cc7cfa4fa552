#pragma once

#include "core/case/case.h"
#include "core/jobs/job.h"
#include "core/storage/journal.h"

#include <filesystem>
#include <optional>
#include <string>

namespace pollux {

inline constexpr int kCaseFormat = 1; ///< user_version of the file

/// Writes a whole case: to a sibling, fsync, rename, fsync of the folder. The old file stays whole until the new one
/// is. Throws Error (Io) with what to do (disk full, read-only).
/// `views`: how the case is looked at (view_store.h); without it, what the old file says stays. `journal`: the steps
/// that led to it; without them the file has none.
void saveCase(const Case& c, const std::filesystem::path& path, const Job& job,
              const std::optional<std::string>& views = std::nullopt, const std::vector<JournalStep>& journal = {});

/// Throws Error: NotFound, BadInput (not a Pollux case, damaged: says what can be recovered), Unsupported (newer
/// format: says which).
Case loadCase(const std::filesystem::path& path, const Job& job);

/// True if the file's header says it is a Pollux case.
bool isCaseFile(const std::filesystem::path& path);

} // namespace pollux
