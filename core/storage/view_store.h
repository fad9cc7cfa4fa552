#pragma once

#include "core/storage/database.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace pollux {

/// How a case is looked at: a text that the window makes and understands (JSON), kept beside the objects of the case.
/// It is no edit: it enters no lineage, no undo step and no content key, and a case without it is whole. Older versions
/// of the program leave it alone.

/// What is longer is no view of ours.
inline constexpr std::size_t kLongestViews = std::size_t(1) << 20;

/// Empty if there is none, or none of a length that could be ours. Throws Error as Database.
std::string readViews(const Database& database);
/// An empty text removes it; a longer one than kLongestViews is not kept. Inside a transaction of the caller.
void writeViews(Database& database, std::string_view text);

/// Of a case file; empty if it has none or cannot be read: views are never a reason to fail.
std::string loadViews(const std::filesystem::path& caseFile);

} // namespace pollux
