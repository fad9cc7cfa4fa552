#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

namespace pollux {

/// A zip file, read in memory. Thread-safe: every reader borrows a handle of its own.
class ZipArchive
{
public:
    struct Entry
    {
        std::string name;
        std::uint64_t size = 0;
        std::uint64_t index = 0;
        bool encrypted = false;
    };

    /// Throws Error: Io (cannot be opened, damaged), BadInput (too many entries, too large, compressed beyond belief).
    explicit ZipArchive(const std::filesystem::path& path);
    explicit ZipArchive(std::vector<std::byte> bytes); ///< an archive inside an archive
    ~ZipArchive();
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;

    const std::vector<Entry>& entries() const { return m_entries; } ///< files only; unsafe names left out
    int unsafeNames() const { return m_unsafeNames; }               ///< how many point outside the archive
    std::uint64_t heldBytes() const { return m_bytes.size(); }      ///< memory that an archive inside an archive takes
    /// Bytes [offset, offset + most) of an entry, fewer if it ends before. Throws Error (Io) if damaged or encrypted.
    std::vector<std::byte> read(std::uint64_t index, std::uint64_t offset, std::uint64_t most) const;
    /// The first `most` bytes of an entry, piece by piece. Throws Error as above.
    void stream(std::uint64_t index, std::uint64_t most,
                const std::function<void(std::span<const std::byte>)>& take) const;

private:
    class Handle;
    void* borrow() const;
    void giveBack(void* zip) const;
    void list();

    std::filesystem::path m_path;
    std::vector<std::byte> m_bytes;
    std::vector<Entry> m_entries;
    int m_unsafeNames = 0;
    mutable std::mutex m_mutex;
    struct Discard
    {
        void operator()(void* zip) const;
    };
    /// After what they read from; each is closed even where the constructor throws.
    mutable std::vector<std::unique_ptr<void, Discard>> m_free;
};

} // namespace pollux
