#pragma once

#include "core/jobs/job.h"
#include "core/storage/database.h"
#include "core/storage/durable_file.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace pollux {

/// What a file was when it was last looked at: to notice that somebody else has changed it.
struct FileStamp
{
    std::int64_t size = 0;
    std::int64_t changed = 0; ///< ns
    std::int64_t number = 0;  ///< inode
    bool operator==(const FileStamp&) const = default;
};
std::optional<FileStamp> stampOf(const std::filesystem::path& path); ///< nullopt if it is not there

/// The files of one session: "session-<random>.pollux", its log, and a lock file that says where it belongs. What the
/// lock file says never gets into a case file, for the name of a file may name the patient.
class WorkingCopy
{
public:
    /// A new one in `folder` (made if need be, readable by the user alone), locked. Its database does not exist yet.
    static WorkingCopy create(const std::filesystem::path& folder);
    /// Throws Error: NotFound, Io (a live session has it).
    static WorkingCopy takeOver(const std::filesystem::path& path);
    /// nullopt if a live session has it.
    static std::optional<WorkingCopy> tryTakeOver(const std::filesystem::path& path);

    const std::filesystem::path& path() const { return m_path; }
    const std::optional<std::filesystem::path>& caseFile() const { return m_caseFile; }
    const std::optional<FileStamp>& stamp() const { return m_stamp; }
    int savedStep() const { return m_savedStep; } ///< last step that is in caseFile()
    /// Also takes the stamp of the file as it is now.
    void setSaved(std::optional<std::filesystem::path> caseFile, int step);
    void setSavedStep(int step);
    /// Marks the database, and so the file that is about to be saved from it, with a new random number.
    static void markSave(Database& database);
    /// True if `file` is what was opened or last saved here: looks as it did, or bears the mark of this working copy
    /// (the program was killed after the save and before the lock file said so).
    bool isOurs(const std::filesystem::path& file, const Database& database);

    /// Fills the database: a copy of `caseFile` (checked, of whatever format), or an empty case.
    void fill(const std::optional<std::filesystem::path>& caseFile);
    /// The connection that writes: log ahead, all of it synced.
    Database open() const;
    /// Removes all files.
    void remove();

private:
    WorkingCopy() = default;
    void writeLockText();

    std::filesystem::path m_path;
    LockFile m_lock;
    std::optional<std::filesystem::path> m_caseFile;
    std::optional<FileStamp> m_stamp;
    int m_savedStep = 0;
};

} // namespace pollux
