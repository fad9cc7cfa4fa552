#pragma once

// A disk that is really full: a small tmpfs that only this process and its children see.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sched.h>
#include <string>
#include <sys/mount.h>
#include <unistd.h>

namespace pollux::test {

/// Mounts of this process are its own from here on. Call it first in main(): a process with threads may not. False
/// where the system does not allow it (a container without user namespaces).
inline bool ownMounts()
{
    const auto uid = ::getuid();
    const auto gid = ::getgid();
    if (::unshare(CLONE_NEWNS) != 0) {
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
            return false;
        const auto write = [](const char* file, const std::string& text) { std::ofstream(file) << text; };
        write("/proc/self/setgroups", "deny");
        write("/proc/self/uid_map", "0 " + std::to_string(uid) + " 1");
        write("/proc/self/gid_map", "0 " + std::to_string(gid) + " 1");
    }
    return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

/// A disk of `bytes` at `folder` for as long as it lives; usable() is false where it could not be mounted.
class SmallDisk
{
public:
    SmallDisk(std::filesystem::path folder, long bytes) : m_folder(std::move(folder))
    {
        std::filesystem::create_directories(m_folder);
        const std::string size = "mode=0777,size=" + std::to_string(bytes);
        m_usable = ::mount("small", m_folder.c_str(), "tmpfs", 0, size.c_str()) == 0;
    }
    ~SmallDisk()
    {
        if (m_usable)
            ::umount2(m_folder.c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool usable() const { return m_usable; }
    const std::filesystem::path& path() const { return m_folder; }
    /// The same disk with another size: room is made, or taken.
    bool resize(long bytes) const
    {
        const std::string size = "size=" + std::to_string(bytes);
        return ::mount("small", m_folder.c_str(), "tmpfs", MS_REMOUNT, size.c_str()) == 0;
    }

    /// From here on nobody writes to it, root neither. False where the system does not allow that.
    bool makeReadOnly() const
    {
        return ::mount("small", m_folder.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

private:
    std::filesystem::path m_folder;
    bool m_usable = false;
};

} // namespace pollux::test
