#include "core/storage/schema.h"

#include "core/base/error.h"
#include "core/base/resource.h"
#include "core/base/text.h"
#include "core/storage/case_file.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <string>

namespace pollux {

namespace {

// Measured with bench_storage from 4 to 64 KiB: processor time to read and write is the same within the noise, but with
// larger pages a small case and each step of the journal grow (a step dirties about eight pages).
constexpr int kPageBytes = 8192;

constexpr const char* kTables =
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE object (id TEXT PRIMARY KEY, kind TEXT NOT NULL, schema INTEGER NOT NULL, json TEXT NOT NULL);"
    "CREATE TABLE lineage (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE array (key TEXT PRIMARY KEY, dtype TEXT NOT NULL, shape TEXT NOT NULL, brick TEXT NOT NULL)"
    " WITHOUT ROWID;"
    "CREATE TABLE uses (object TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, array TEXT NOT NULL,"
    " PRIMARY KEY (object, position)) WITHOUT ROWID;"
    "CREATE TABLE chunk (array TEXT NOT NULL, idx INTEGER NOT NULL, codec INTEGER NOT NULL, raw_len INTEGER NOT NULL,"
    " data BLOB NOT NULL, PRIMARY KEY (array, idx));"
    "CREATE TABLE history (seq INTEGER PRIMARY KEY, text TEXT NOT NULL, \"when\" TEXT NOT NULL, changed TEXT NOT "
    "NULL);";

constexpr const char* kBackupAdvice = "Open the copy of the last save beside it (same name with '~' at the end) or an "
                                      "unsaved working copy, if one is offered.";

constexpr const char* kNotACaseAdvice = "Choose a file that Pollux has saved (name.pollux).";

struct Head
{
    bool isCase = false;
    bool isStump = false;    ///< too short to tell, but it begins like a case
    std::uint64_t bytes = 0; ///< what the whole file must have
};

/// The first 100 bytes: https://www.sqlite.org/fileformat2.html, section 1.3. nullopt if the file cannot be opened.
std::optional<Head> readHead(const std::filesystem::path& path)
{
    std::array<unsigned char, 100> head{};
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return std::nullopt;
    in.read(reinterpret_cast<char*>(head.data()), static_cast<std::streamsize>(head.size()));
    const auto number = [&](size_t at, size_t bytes) {
        std::uint64_t value = 0;
        for (size_t i = 0; i < bytes; ++i)
            value = value << 8 | head[at + i];
        return value;
    };
    constexpr std::string_view magic("SQLite format 3\0", 16);
    const std::string_view start(reinterpret_cast<const char*>(head.data()),
                                 static_cast<size_t>(std::min<std::streamsize>(in.gcount(), 16)));
    const bool isStump = in.gcount() < 100 && magic.starts_with(start);
    const bool isCase = in.gcount() == 100 &&
                        std::string_view(reinterpret_cast<const char*>(head.data()), 16) == magic &&
                        number(68, 4) == static_cast<std::uint64_t>(kApplicationId);
    const std::uint64_t page = number(16, 2) == 1 ? 65536 : number(16, 2);
    return Head{isCase, isStump, page * number(28, 4)};
}

[[noreturn]] void newer(std::int64_t format)
{
    throw Error(ErrorCode::Unsupported,
                "The case file has format " + toText(format) + "; this version of Pollux (" + std::string(version()) +
                    ") reads up to format " + toText(std::int64_t(kCaseFormat)) + ".",
                "Open it with a version of Pollux that knows format " + toText(format) + ".");
}

} // namespace

void createSchema(Database& database)
{
    database.exec("PRAGMA page_size = " + toText(std::int64_t(kPageBytes)) +
                  ";PRAGMA encoding = 'UTF-8';PRAGMA application_id = " + toText(kApplicationId) +
                  ";PRAGMA user_version = " + toText(std::int64_t(kCaseFormat)));
    database.exec(kTables);
    const std::string made = utcNow();
    Statement meta = database.prepare("INSERT INTO meta (key, value) VALUES (?, ?)");
    meta.bind(0, std::string_view("created")).bind(1, made).run();
    meta.bind(0, std::string_view("software")).bind(1, version()).run();
}

std::span<const Migration> migrations()
{
    // Format 1 is the first. The step from it will stand here as {1, &fromFormat1}.
    return {};
}

void migrate(Database& database, std::span<const Migration> chain, int target)
{
    const std::int64_t start = database.number("PRAGMA user_version");
    if (start > target)
        newer(start);
    if (start == target)
        return;
    database.transaction([&] {
        for (std::int64_t format = start; format < target; ++format) {
            const Migration* found = nullptr;
            for (const Migration& m : chain)
                if (m.from == format)
                    found = &m;
            if (!found)
                throw Error(ErrorCode::Unsupported,
                            "The case file has format " + toText(start) +
                                ", which this version cannot bring up to date.",
                            "Open and save it with the version of Pollux that made it, or a somewhat newer one.");
            found->step(database);
            database.exec("PRAGMA user_version = " + toText(format + 1));
        }
    });
}

bool saysItIsACase(const std::filesystem::path& path)
{
    const auto head = readHead(path);
    return head && head->isCase;
}

void checkHeader(const std::filesystem::path& path)
{
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found)
        throw Error(ErrorCode::NotFound, "There is no such case file.", "Check the name and the folder.");
    if (status.type() != std::filesystem::file_type::regular && !error)
        throw Error(ErrorCode::BadInput, "This is not a file.", kNotACaseAdvice);
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    const auto head = readHead(path);
    if (error || !head)
        throw Error(ErrorCode::Io, "The case file cannot be read.",
                    "Check that you may read it and that its disk is there.");
    if (head->isStump)
        throw Error(ErrorCode::BadInput,
                    size == 0 ? "The case file is empty (0 bytes)."
                              : "The case file is cut off: only " + toText(static_cast<std::int64_t>(size)) +
                                    " bytes are there.",
                    kBackupAdvice);
    if (!head->isCase)
        throw Error(ErrorCode::BadInput, "This is not a Pollux case.", kNotACaseAdvice);
    if (size < head->bytes)
        throw Error(ErrorCode::BadInput,
                    "The case file is cut off: " + toText(static_cast<std::int64_t>(size)) + " of " +
                        toText(static_cast<std::int64_t>(head->bytes)) + " bytes are there.",
                    kBackupAdvice);
}

void checkDatabase(const Database& database)
{
    if (database.number("PRAGMA application_id") != kApplicationId)
        throw Error(ErrorCode::BadInput, "This is not a Pollux case.", kNotACaseAdvice);
    // Nothing of ours is a view, a trigger or a virtual table: such a file was made to run code in the reader.
    if (database.number("SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')"
                        " OR (type = 'table' AND sql LIKE 'CREATE VIRTUAL%')") != 0)
        throw Error(ErrorCode::BadInput, "The case file holds things that no case holds.", "Do not use this file.");
    if (const std::int64_t format = database.number("PRAGMA user_version"); format > kCaseFormat)
        newer(format);
    Statement check = database.prepare("PRAGMA quick_check(1)");
    if (!check.step() || check.text(0) != "ok")
        throw Error(ErrorCode::BadInput, "The case file is damaged (its pages do not fit together).", kBackupAdvice);
}

} // namespace pollux
