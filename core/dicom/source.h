#pragma once

#include "core/case/finding.h"
#include "core/jobs/job.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pollux {

class ZipArchive;

/// What an import reads from: a folder (with zips in it opened, one level deep), a zip (with zips in it, one level), or
/// one file. Nothing is extracted to disk, but by PlainFile (plain_file.h). Const use is thread-safe.
class Source
{
public:
    struct Member
    {
        std::string key;         ///< path below the source, '/' between parts, "!" after an archive: "a.zip!/dir/file"
        std::uint64_t size = 0;  ///< in bytes, uncompressed
        int archive = -1;        ///< which archive, -1 for a plain file
        std::uint64_t entry = 0; ///< place in the archive
    };

    /// Lists what is there. Throws Error: NotFound, Io (no permission, damaged archive), BadInput (archive over the
    /// bounds).
    static std::shared_ptr<const Source> open(const std::filesystem::path& path, const Job& job);
    ~Source();

    const std::string& kind() const { return m_kind; } ///< "folder", "zip", "file"
    const std::filesystem::path& path() const { return m_path; }
    /// Sorted by key.
    const std::vector<Member>& members() const { return m_members; }
    /// About archives and folders that could not be opened.
    const Findings& findings() const { return m_findings; }
    /// Null if there is none of this key.
    const Member* find(std::string_view key) const;

    /// The first `most` bytes (fewer if the member is shorter). Throws Error (Io).
    std::vector<std::byte> head(const Member& member, std::uint64_t most) const;
    /// All bytes; throws Error (BadInput) beyond 4 GiB, (Io) if it cannot be read.
    std::vector<std::byte> read(const Member& member) const;
    std::vector<std::byte> read(std::string_view key) const; ///< also throws Error (NotFound)
    /// Exactly out.size() bytes from `offset`. Quick for plain files; an archive's member is decompressed from its
    /// start.
    void readAt(const Member& member, std::uint64_t offset, std::span<std::byte> out) const;
    /// The first `most` bytes of an archive's member, piece by piece. Throws Error (Io).
    void stream(const Member& member, std::uint64_t most,
                const std::function<void(std::span<const std::byte>)>& take) const;
    /// Where a plain file lies; empty for a member of an archive.
    std::filesystem::path filePath(const Member& member) const;
    /// Folder part of a member's key with "!" taken out: "a.zip!/MASKS/liver/x" gives "a.zip/MASKS/liver".
    static std::string folderOf(const Member& member);

private:
    Source() = default;
    void addFolder(const Job& job);
    void addArchive(std::shared_ptr<ZipArchive> archive, const std::string& prefix, int depth, const Job& job);

    std::string m_kind;
    std::filesystem::path m_path;
    std::filesystem::path m_root; ///< folder that plain keys are relative to
    std::vector<Member> m_members;
    std::vector<std::shared_ptr<ZipArchive>> m_archives;
    Findings m_findings;
};

} // namespace pollux
