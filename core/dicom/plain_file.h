#pragma once

#include "core/dicom/source.h"
#include "core/jobs/job.h"

#include <filesystem>
#include <string>

namespace pollux {

/// A member of a source as a file on disk, for readers that need one. A plain file is itself; a member of an archive is
/// unpacked into a file that only this user can read (0600, in a folder of its own with 0700, below the system's folder
/// for temporary files), under a name that says nothing but the kind of file; both are deleted with this.
class PlainFile
{
public:
    enum class Part { Header, Whole };

    /// Header: of an archive's member only the first 8 MiB are unpacked; the rest of the file is a hole of the right
    /// length. Throws Error: Io (damaged, no room on the disk), Cancelled.
    PlainFile(const Source& source, const Source::Member& member, Part part, const Job& job);
    ~PlainFile();
    PlainFile(const PlainFile&) = delete;
    PlainFile& operator=(const PlainFile&) = delete;

    const std::filesystem::path& path() const { return m_path; }

private:
    void unpack(const Source& source, const Source::Member& member, Part part, const Job& job);
    void remove() noexcept;

    std::filesystem::path m_path;
    std::filesystem::path m_folder; ///< empty for a plain file
};

} // namespace pollux
