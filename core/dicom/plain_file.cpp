#include "core/dicom/plain_file.h"

#include "core/base/error.h"
#include "core/base/text.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace pollux {

namespace fs = std::filesystem;

namespace {

/// More than the headers that core/image/io/file_header.cpp reads, packed or not.
constexpr std::uint64_t kHeaderBytes = std::uint64_t(8) << 20;

Error noRoom()
{
    return Error(ErrorCode::Io, "A file in the zip archive cannot be unpacked into the folder for temporary files.",
                 "Make room there, or unpack the archive yourself and open the folder.");
}

/// The readers choose by it: ".nii.gz" of "DIR/NAME.NII.GZ".
std::string endingOf(const std::string& key)
{
    const std::string name = lowered(fs::path(key).filename().string());
    return name.ends_with(".nii.gz") ? ".nii.gz" : fs::path(name).extension().string();
}

class OutFile
{
public:
    explicit OutFile(const fs::path& path)
        : m_fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600))
    {
        if (m_fd < 0)
            throw noRoom();
    }
    ~OutFile()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    OutFile(const OutFile&) = delete;
    OutFile& operator=(const OutFile&) = delete;

    void write(std::span<const std::byte> bytes)
    {
        while (!bytes.empty()) {
            const ssize_t put = ::write(m_fd, bytes.data(), bytes.size());
            if (put < 0 && errno != EINTR)
                throw noRoom();
            if (put > 0)
                bytes = bytes.subspan(static_cast<std::size_t>(put));
        }
    }

    void finish(std::uint64_t size)
    {
        if (::ftruncate(m_fd, static_cast<off_t>(size)) != 0 || ::close(std::exchange(m_fd, -1)) != 0)
            throw noRoom();
    }

private:
    int m_fd;
};

} // namespace

PlainFile::PlainFile(const Source& source, const Source::Member& member, Part part, const Job& job)
    : m_path(source.filePath(member))
{
    if (member.archive < 0)
        return;
    std::error_code ec;
    const fs::path temporary = fs::temp_directory_path(ec);
    std::string folder = (temporary / "pollux-XXXXXX").string();
    if (ec || !::mkdtemp(folder.data())) // mkdtemp makes it 0700
        throw noRoom();
    m_folder = folder;
    m_path = m_folder / ("image" + endingOf(member.key));
    try {
        unpack(source, member, part, job);
    } catch (...) {
        remove();
        throw;
    }
}

PlainFile::~PlainFile()
{
    remove();
}

void PlainFile::unpack(const Source& source, const Source::Member& member, Part part, const Job& job)
{
    OutFile out(m_path);
    source.stream(member, part == Part::Header ? std::min(kHeaderBytes, member.size) : member.size,
                  [&](std::span<const std::byte> piece) {
                      job.checkStop();
                      out.write(piece);
                  });
    out.finish(member.size);
}

void PlainFile::remove() noexcept
{
    if (m_folder.empty())
        return;
    ::unlink(m_path.c_str());
    ::rmdir(m_folder.c_str());
}

} // namespace pollux
