#pragma once

#include "core/storage/database.h"

#include <filesystem>
#include <span>

namespace pollux {

inline constexpr std::int64_t kApplicationId = 0x504C5558; ///< "PLUX"

/// Settings, empty tables and version of a new case file. The database must be empty and outside a transaction.
void createSchema(Database& database);

/// One step from format `from` to `from` + 1. Steps stay forever; each has a stored file of its format in tests/data.
struct Migration
{
    int from = 0;
    void (*step)(Database& database) = nullptr;
};

/// All steps of this version.
std::span<const Migration> migrations();

/// Brings the database to format `target`, all steps in one transaction. Throws Error: Unsupported (newer than target,
/// or no step for it), BadInput.
void migrate(Database& database, std::span<const Migration> chain, int target);

/// True if the first bytes of the file say that it is a case, damaged or not.
bool saysItIsACase(const std::filesystem::path& path);

/// What a file's first bytes say. Throws Error: NotFound, Io, BadInput (not a case, or shorter than it says).
void checkHeader(const std::filesystem::path& path);

/// Whole check of an open database: identity, no foreign tables with code in them, pages sound, format not newer.
void checkDatabase(const Database& database);

} // namespace pollux
