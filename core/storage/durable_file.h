#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace pollux {

/// A file that comes into being whole or not at all: `write` fills a sibling, which is then synced and renamed onto
/// `target`; then the folder is synced. What was there before is kept as "target~" (a second name, no copy).
/// Throws Error (Io) with what to do; then `target` is what it was and the sibling is gone.
/// Siblings that a killed process left behind are removed.
void replaceDurably(const std::filesystem::path& target,
                    const std::function<void(const std::filesystem::path& sibling)>& write);

/// Throws the Error (Io) that replaceDurably() would, as far as permissions tell: to be asked before long work.
void checkWritable(const std::filesystem::path& target);

/// The file that `target` names, links followed: a rename onto a link would replace the link.
std::filesystem::path resolved(const std::filesystem::path& target);
/// Where replaceDurably keeps what was there before.
std::filesystem::path backupOf(const std::filesystem::path& target);

/// Both throw Error (Io).
void syncFile(const std::filesystem::path& file);
void syncFolder(const std::filesystem::path& folder);

/// A lock that ends with the process that holds it, however that ends. The file's text is for whoever finds it.
class LockFile
{
public:
    LockFile() = default;
    ~LockFile();
    LockFile(LockFile&& other) noexcept;
    LockFile& operator=(LockFile&& other) noexcept;

    /// Makes the file if `create`. False if somebody else holds the lock or there is no such file.
    bool lock(const std::filesystem::path& path, bool create);
    bool locked() const { return m_handle >= 0; }
    /// Throws Error (Io).
    void setText(const std::string& text);
    std::string text() const;

private:
    void close();
    int m_handle = -1;
};

} // namespace pollux
