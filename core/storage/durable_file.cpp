#include "core/storage/durable_file.h"

#include "core/base/error.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace pollux {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void failed(int code)
{
    switch (code) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        throw Error(ErrorCode::Io, "There is no room for the file (disk, quota or file size limit).",
                    "Free some space or choose another folder, then save again. The old file is as it was.");
    case EACCES:
    case EPERM:
        throw Error(ErrorCode::Io, "This folder may not be written to.",
                    "Save under a name in a folder that you may write to. The old file is as it was.");
    case EROFS:
        throw Error(ErrorCode::Io, "This disk is read-only.",
                    "Save under a name on a disk that you may write to. The old file is as it was.");
    case ENOENT:
    case ENOTDIR:
        throw Error(ErrorCode::Io, "The folder does not exist.", "Choose a folder that exists.");
    default:
        throw Error(ErrorCode::Io, std::string("The file cannot be written (") + std::strerror(code) + ").",
                    "Check the disk or choose another folder, then save again. The old file is as it was.");
    }
}

/// Ends by closing the file.
class Handle
{
public:
    explicit Handle(int handle) : m_handle(handle) {}
    ~Handle()
    {
        if (m_handle >= 0)
            ::close(m_handle);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    operator int() const { return m_handle; }

private:
    int m_handle;
};

fs::path folderOf(const fs::path& file)
{
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

std::string siblingPrefix(const fs::path& target)
{
    return "." + target.filename().string() + ".new-";
}

void removeAbandoned(const fs::path& target)
{
    std::error_code error;
    const std::string prefix = siblingPrefix(target);
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folderOf(target), error))
        if (entry.path().filename().string().starts_with(prefix))
            found.push_back(entry.path());
    for (const fs::path& path : found) {
        // Whoever is writing one holds its lock.
        const Handle handle(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
        if (handle >= 0 && ::flock(handle, LOCK_EX | LOCK_NB) == 0) {
            fs::remove(path, error);
            fs::remove(path.string() + "-journal", error);
        }
    }
}

/// Mode and owner of the old file, or what the user's umask gives.
void takeOverMode(int handle, const fs::path& target)
{
    struct stat old = {};
    if (::stat(target.c_str(), &old) == 0) {
        ::fchmod(handle, old.st_mode & 07777);
        if (::fchown(handle, old.st_uid, old.st_gid) != 0)
            return; // not ours to give away: the new file is the saver's
        return;
    }
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(handle, 0666 & ~mask);
}

/// Best effort: a file system without hard links has no backup.
void keepBackup(const fs::path& target)
{
    const fs::path backup = backupOf(target);
    const fs::path link = target.string() + "~new";
    ::unlink(link.c_str());
    if (::link(target.c_str(), link.c_str()) == 0 && ::rename(link.c_str(), backup.c_str()) != 0)
        ::unlink(link.c_str());
}

} // namespace

fs::path resolved(const fs::path& target)
{
    std::error_code error;
    const fs::path real = fs::weakly_canonical(target, error);
    return error ? target : real;
}

void checkWritable(const fs::path& name)
{
    const fs::path target = resolved(name);
    if (::access(target.c_str(), F_OK) == 0 && ::faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0)
        failed(errno); // a rename would get around the owner's write protection
    if (::faccessat(AT_FDCWD, folderOf(target).c_str(), W_OK | X_OK, AT_EACCESS) != 0)
        failed(errno);
}

fs::path backupOf(const fs::path& target)
{
    return target.string() + "~";
}

void syncFile(const fs::path& file)
{
    const Handle handle(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (handle < 0 || ::fsync(handle) != 0)
        failed(errno);
}

void syncFolder(const fs::path& folder)
{
    const Handle handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // Some network file systems cannot sync a folder (EINVAL): the rename itself has happened all the same.
    if (handle < 0 || (::fsync(handle) != 0 && errno != EINVAL))
        failed(errno);
}

void replaceDurably(const fs::path& name, const std::function<void(const fs::path& sibling)>& write)
{
    const fs::path target = resolved(name);
    checkWritable(target);
    removeAbandoned(target);
    std::string sibling = (folderOf(target) / (siblingPrefix(target) + "XXXXXX")).string();
    const Handle handle(::mkostemp(sibling.data(), O_CLOEXEC));
    if (handle < 0)
        failed(errno);
    try {
        ::flock(handle, LOCK_EX | LOCK_NB);
        write(sibling);
        takeOverMode(handle, target);
        if (::fsync(handle) != 0)
            failed(errno);
        keepBackup(target);
        if (::rename(sibling.c_str(), target.c_str()) != 0)
            failed(errno);
    } catch (...) {
        ::unlink(sibling.c_str());
        ::unlink((sibling + "-journal").c_str());
        throw;
    }
    try {
        syncFolder(folderOf(target));
    } catch (const Error&) {
        throw Error(ErrorCode::Io, "The file is written, but its disk does not confirm that it will last.",
                    "Check the disk, then save again, best to another one as well.");
    }
}

LockFile::~LockFile()
{
    close();
}

LockFile::LockFile(LockFile&& other) noexcept : m_handle(std::exchange(other.m_handle, -1)) {}

LockFile& LockFile::operator=(LockFile&& other) noexcept
{
    if (this != &other) {
        close();
        m_handle = std::exchange(other.m_handle, -1);
    }
    return *this;
}

void LockFile::close()
{
    if (m_handle >= 0)
        ::close(std::exchange(m_handle, -1));
}

bool LockFile::lock(const fs::path& path, bool create)
{
    close();
    m_handle = ::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | (create ? O_CREAT : 0), 0600);
    if (m_handle < 0) {
        if (create)
            failed(errno);
        return false;
    }
    if (::flock(m_handle, LOCK_EX | LOCK_NB) == 0)
        return true;
    close();
    return false;
}

void LockFile::setText(const std::string& text)
{
    if (::ftruncate(m_handle, 0) != 0 ||
        ::pwrite(m_handle, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size()))
        failed(errno);
}

std::string LockFile::text() const
{
    std::string text(65536, '\0');
    const ssize_t size = ::pread(m_handle, text.data(), text.size(), 0);
    text.resize(size > 0 ? static_cast<size_t>(size) : 0);
    return text;
}

} // namespace pollux
