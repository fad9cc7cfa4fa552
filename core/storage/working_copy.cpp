#include "core/storage/working_copy.h"

#include "core/base/error.h"
#include "core/storage/case_file.h"
#include "core/storage/codec/json_value.h"
#include "core/storage/schema.h"

#include <climits>

#include <cstdio>
#include <random>
#include <sys/stat.h>

namespace pollux {

namespace fs = std::filesystem;

namespace {

fs::path lockPath(const fs::path& path)
{
    return path.string() + ".lock";
}

std::string randomName()
{
    std::random_device device;
    char buffer[17];
    std::snprintf(buffer, sizeof buffer, "%08x%08x", device(), device());
    return buffer;
}

/// Closes the sibling's connection before it is renamed.
void fillFile(const fs::path& file, const std::optional<fs::path>& caseFile)
{
    Database database(file, Database::Mode::Create);
    database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
    if (!caseFile) {
        createSchema(database);
        return;
    }
    checkHeader(*caseFile);
    const Database source(*caseFile, Database::Mode::ReadOnly);
    checkDatabase(source);
    source.copyTo(database);
}

} // namespace

std::optional<FileStamp> stampOf(const fs::path& path)
{
    struct stat s = {};
    if (::stat(path.c_str(), &s) != 0)
        return std::nullopt;
    return FileStamp{s.st_size, std::int64_t(s.st_mtim.tv_sec) * 1'000'000'000 + s.st_mtim.tv_nsec,
                     static_cast<std::int64_t>(s.st_ino)};
}

WorkingCopy WorkingCopy::create(const fs::path& folder)
{
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        fs::create_directories(folder, error);
        fs::permissions(folder, fs::perms::owner_all, error);
    }
    WorkingCopy copy;
    copy.m_path = folder / ("session-" + randomName() + ".pollux");
    if (!copy.m_lock.lock(lockPath(copy.m_path), true))
        throw Error(ErrorCode::Io, "A working copy cannot be made.", "Check the folder for working copies.");
    return copy;
}

std::optional<WorkingCopy> WorkingCopy::tryTakeOver(const fs::path& path)
{
    WorkingCopy copy;
    copy.m_path = path;
    if (!copy.m_lock.lock(lockPath(path), true))
        return std::nullopt;
    const Json json = Json::parse(copy.m_lock.text(), nullptr, false);
    if (!json.is_object())
        return copy; // killed while it was written: the steps are there all the same
    try {
        copy.m_savedStep = static_cast<int>(integerField(json, "savedStep", 0, INT_MAX));
        if (!field(json, "caseFile").is_null())
            copy.m_caseFile = textField(json, "caseFile");
        if (!field(json, "stamp").is_null()) {
            const Json& stamp = field(json, "stamp");
            copy.m_stamp =
                FileStamp{integerField(stamp, "size", 0, INT64_MAX), integerField(stamp, "changed", 0, INT64_MAX),
                          integerField(stamp, "number", 0, INT64_MAX)};
        }
    } catch (const Error&) {
        copy.m_savedStep = 0;
        copy.m_caseFile.reset();
        copy.m_stamp.reset();
    }
    return copy;
}

WorkingCopy WorkingCopy::takeOver(const fs::path& path)
{
    std::error_code error;
    if (!fs::exists(path, error))
        throw Error(ErrorCode::NotFound, "There is no such working copy.", "Open the case file instead.");
    auto copy = tryTakeOver(path);
    if (!copy)
        throw Error(ErrorCode::Io, "This working copy is in use by another window.", "Close the case there first.");
    return std::move(*copy);
}

void WorkingCopy::setSaved(std::optional<fs::path> caseFile, int step)
{
    m_caseFile = std::move(caseFile);
    m_savedStep = step;
    m_stamp = m_caseFile ? stampOf(*m_caseFile) : std::nullopt;
    writeLockText();
}

void WorkingCopy::setSavedStep(int step)
{
    m_savedStep = step;
    writeLockText();
}

void WorkingCopy::markSave(Database& database)
{
    const std::string mark = randomName();
    database.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('save', ?)").bind(0, mark).run();
}

bool WorkingCopy::isOurs(const fs::path& file, const Database& database)
{
    const auto now = stampOf(file);
    if (!now || now == m_stamp)
        return true;
    const auto markOf = [](const Database& d) {
        Statement row = d.prepare("SELECT value FROM meta WHERE key = 'save'");
        return row.step() ? row.text(0) : std::string();
    };
    try {
        const std::string mark = markOf(database);
        if (mark.empty() || mark != markOf(Database(file, Database::Mode::ReadOnly)))
            return false;
        // Remembered at once: the save that asks sets a new mark, and a kill before its rename would leave a file that
        // carries neither our stamp nor our mark.
        m_stamp = now;
        writeLockText();
        return true;
    } catch (const Error&) {
        return false;
    }
}

void WorkingCopy::writeLockText()
{
    Json json = {{"caseFile", nullptr}, {"savedStep", m_savedStep}, {"stamp", nullptr}};
    if (m_caseFile)
        json["caseFile"] = jsonText(m_caseFile->string());
    if (m_stamp)
        json["stamp"] = {{"size", m_stamp->size}, {"changed", m_stamp->changed}, {"number", m_stamp->number}};
    m_lock.setText(dumped(json));
}

void WorkingCopy::fill(const std::optional<fs::path>& caseFile)
{
    const fs::path fresh = m_path.string() + ".new";
    try {
        fillFile(fresh, caseFile);
        fs::permissions(fresh, fs::perms::owner_read | fs::perms::owner_write);
        fs::rename(fresh, m_path);
    } catch (const fs::filesystem_error&) {
        remove();
        throw Error(ErrorCode::Io, "A working copy cannot be made.",
                    "Check the folder for working copies and the space on its disk.");
    } catch (...) {
        remove();
        throw;
    }
}

Database WorkingCopy::open() const
{
    Database database(m_path, Database::Mode::ReadWrite);
    // Exclusive: the lock file keeps others out, and the log then needs no shared memory (works on network folders
    // too). FULL costs a few ms on a thread of its own, and keeps each step through a power cut, not only a crash.
    database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                  "PRAGMA wal_autocheckpoint = 1000; PRAGMA journal_size_limit = 67108864");
    return database;
}

void WorkingCopy::remove()
{
    std::error_code error;
    for (const char* end : {"", "-wal", "-shm", "-journal", ".new", ".new-journal", ".lock"})
        fs::remove(m_path.string() + end, error);
}

} // namespace pollux
