#include "core/dicom/source.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/dicom/zip_archive.h"

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace pollux {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t(4) << 30;
constexpr std::size_t kMostFiles = 500'000;
constexpr int kDeepest = 32;
/// Archives inside an archive are kept in memory: this much together.
constexpr std::uint64_t kMostNestedBytes = std::uint64_t(2) << 30;

Error unreadable()
{
    return Error(ErrorCode::Io, "A file of the study cannot be read.",
                 "Check that the disk or network drive is connected and that you may read the folder.");
}

bool junk(std::string_view key)
{
    const std::size_t slash = key.rfind('/');
    const std::string name = lowered(slash == std::string_view::npos ? key : key.substr(slash + 1));
    return key.find("__MACOSX/") != std::string_view::npos || name == ".ds_store" || name == "thumbs.db" ||
           name == "desktop.ini" || name.starts_with("._");
}

bool looksLikeZip(std::span<const std::byte> head)
{
    return head.size() >= 4 &&
           (std::memcmp(head.data(), "PK\x03\x04", 4) == 0 || std::memcmp(head.data(), "PK\x05\x06", 4) == 0);
}

class File
{
public:
    explicit File(const fs::path& path) : m_fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK))
    {
        if (m_fd < 0)
            throw unreadable();
    }
    ~File() { ::close(m_fd); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    std::size_t read(std::uint64_t offset, std::span<std::byte> out) const
    {
        std::size_t done = 0;
        while (done < out.size()) {
            const ssize_t got = ::pread(m_fd, out.data() + done, out.size() - done, static_cast<off_t>(offset + done));
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                throw unreadable();
            if (got == 0)
                break;
            done += static_cast<std::size_t>(got);
        }
        return done;
    }

private:
    int m_fd;
};

Finding finding(Severity severity, std::string code, std::string text, std::string advice)
{
    return {severity, std::move(code), std::move(text), std::move(advice), {}, {}, {}};
}

Finding archiveFinding(const Error& e)
{
    return finding(Severity::Warning, "archive.unreadable",
                   "A zip archive inside the source was left out: " + e.message(), e.advice());
}

} // namespace

Source::~Source() = default;

std::shared_ptr<const Source> Source::open(const fs::path& path, const Job& job)
{
    std::error_code ec;
    const fs::file_status status = fs::status(path, ec);
    if (status.type() == fs::file_type::not_found)
        throw Error(ErrorCode::NotFound, "There is nothing at the chosen place.",
                    "Choose a folder, a zip archive or a file.");
    if (ec)
        throw unreadable();
    std::shared_ptr<Source> source(new Source);
    source->m_path = path;
    if (fs::is_directory(status)) {
        source->m_kind = "folder";
        source->m_root = path;
        source->addFolder(job);
    } else if (fs::is_regular_file(status)) {
        source->m_root = path.parent_path();
        Member self{path.filename().string(), fs::file_size(path, ec), -1, 0};
        if (ec)
            throw unreadable();
        if (self.size == 0)
            throw Error(ErrorCode::BadInput, "The chosen file is empty (0 bytes).", "Copy or export it again.");
        if (lowered(self.key) == "dicomdir") {
            // The directory record may be stale; the files beside it are the truth.
            source->m_kind = "folder";
            source->m_path = source->m_root.empty() ? fs::path(".") : source->m_root;
            source->m_root = source->m_path;
            source->addFolder(job);
        } else if (looksLikeZip(source->head(self, 4))) {
            source->m_kind = "zip";
            source->addArchive(std::make_shared<ZipArchive>(path), {}, 0, job);
        } else {
            source->m_kind = "file";
            source->m_members.push_back(self);
        }
    } else {
        throw Error(ErrorCode::BadInput, "The chosen place is neither a folder nor a file.",
                    "Choose a folder, a zip archive or a file.");
    }
    std::sort(source->m_members.begin(), source->m_members.end(),
              [](const Member& a, const Member& b) { return a.key < b.key; });
    return source;
}

void Source::addFolder(const Job& job)
{
    std::error_code ec;
    fs::recursive_directory_iterator it(m_path, fs::directory_options::none, ec);
    if (ec)
        throw Error(ErrorCode::Io, "The folder cannot be opened.", "Check that you may read it.");
    std::int64_t denied = 0;
    std::int64_t empty = 0;
    std::int64_t links = 0;
    for (const fs::recursive_directory_iterator end; it != end; it.increment(ec)) {
        if (ec) {
            ++denied;
            ec.clear();
            if (it == end)
                break;
            continue;
        }
        job.checkStop();
        if (it.depth() >= kDeepest)
            it.disable_recursion_pending();
        if (it->is_directory(ec)) {
            links += it->is_symlink(ec); // not followed: it may lead back to here
            // Opened here once so that one folder without permission does not end the walk.
            if (::access(it->path().c_str(), R_OK | X_OK) != 0) {
                it.disable_recursion_pending();
                ++denied;
            }
            continue;
        }
        if (!it->is_regular_file(ec)) {
            denied += ec == std::errc::permission_denied;
            continue;
        }
        const std::uint64_t size = it->file_size(ec);
        std::string key = it->path().lexically_relative(m_root).generic_string();
        if (junk(key))
            continue;
        if (ec || size == 0) {
            ++(ec ? denied : empty);
            continue;
        }
        if (m_members.size() >= kMostFiles)
            throw Error(ErrorCode::BadInput, "The folder holds more than 500,000 files.",
                        "Open the folder of one study.");
        const std::string extension = lowered(it->path().extension().string());
        if (extension == ".zip") {
            try {
                addArchive(std::make_shared<ZipArchive>(it->path()), key + "!/", 1, job);
            } catch (const Error& e) {
                if (e.code() == ErrorCode::Cancelled)
                    throw;
                m_findings.push_back(archiveFinding(e));
            }
            continue;
        }
        m_members.push_back({std::move(key), size, -1, 0});
    }
    if (denied > 0)
        m_findings.push_back(finding(
            Severity::Warning, "source.permission",
            counted(denied, "%1 folder or file could not be opened.", "%1 folders or files could not be opened."),
            "Check that you may read everything below the chosen folder."));
    if (empty > 0)
        m_findings.push_back(finding(
            Severity::Note, "file.empty",
            counted(empty, "%1 file is empty (0 bytes) and left out.", "%1 files are empty (0 bytes) and left out."),
            "Copy or export the study again if images are missing."));
    if (links > 0)
        m_findings.push_back(
            finding(Severity::Note, "source.links",
                    counted(links, "%1 link to a folder was not followed.", "%1 links to folders were not followed."),
                    "Open the folder that it leads to, if the study is there."));
}

void Source::addArchive(std::shared_ptr<ZipArchive> archive, const std::string& prefix, int depth, const Job& job)
{
    const int number = static_cast<int>(m_archives.size());
    m_archives.push_back(archive);
    bool encrypted = false;
    for (const ZipArchive::Entry& entry : archive->entries()) {
        job.checkStop();
        if (junk(entry.name))
            continue;
        if (entry.encrypted) {
            encrypted = true;
            continue;
        }
        if (lowered(entry.name).ends_with(".zip") && depth == 0) {
            try {
                std::uint64_t held = entry.size;
                for (const auto& other : m_archives)
                    held += other->heldBytes();
                if (held > kMostNestedBytes)
                    throw Error(ErrorCode::BadInput, "The archives inside the archive are too large.",
                                "Unpack the outer archive and open the folder.");
                addArchive(std::make_shared<ZipArchive>(archive->read(entry.index, 0, entry.size)),
                           prefix + entry.name + "!/", depth + 1, job);
            } catch (const Error& e) {
                if (e.code() == ErrorCode::Cancelled)
                    throw;
                m_findings.push_back(archiveFinding(e));
            }
            continue;
        }
        if (m_members.size() >= kMostFiles)
            throw Error(ErrorCode::BadInput, "The source holds more than 500,000 files.",
                        "Open the folder of one study.");
        m_members.push_back({prefix + entry.name, entry.size, number, entry.index});
    }
    if (encrypted)
        m_findings.push_back(finding(Severity::Warning, "archive.encrypted",
                                     "Some files in the zip archive need a password.",
                                     "Unpack the archive with its password and open the folder."));
    if (archive->unsafeNames() > 0)
        m_findings.push_back(finding(Severity::Warning, "archive.unsafe",
                                     counted(archive->unsafeNames(),
                                             "%1 entry of the zip archive points outside of it and was left out.",
                                             "%1 entries of the zip archive point outside of it and were left out."),
                                     "Do not trust this archive; ask for a new one."));
}

const Source::Member* Source::find(std::string_view key) const
{
    const auto it = std::lower_bound(m_members.begin(), m_members.end(), key,
                                     [](const Member& m, std::string_view k) { return m.key < k; });
    return it != m_members.end() && it->key == key ? &*it : nullptr;
}

std::vector<std::byte> Source::head(const Member& member, std::uint64_t most) const
{
    if (member.archive >= 0)
        return m_archives[static_cast<std::size_t>(member.archive)]->read(member.entry, 0, most);
    std::vector<std::byte> out(std::min(most, member.size));
    out.resize(File(filePath(member)).read(0, out));
    return out;
}

std::vector<std::byte> Source::read(const Member& member) const
{
    if (member.size > kMostBytes)
        throw Error(ErrorCode::BadInput, "A file of the study is larger than 4 GiB.",
                    "Export the study as one file a slice.");
    return head(member, member.size);
}

std::vector<std::byte> Source::read(std::string_view key) const
{
    const Member* member = find(key);
    if (!member)
        throw Error(ErrorCode::NotFound, "A file of the study is no longer there.", "Open the study again.");
    return read(*member);
}

void Source::readAt(const Member& member, std::uint64_t offset, std::span<std::byte> out) const
{
    if (member.archive >= 0) {
        const auto bytes = m_archives[static_cast<std::size_t>(member.archive)]->read(member.entry, offset, out.size());
        if (bytes.size() != out.size())
            throw unreadable();
        std::memcpy(out.data(), bytes.data(), bytes.size());
        return;
    }
    if (File(filePath(member)).read(offset, out) != out.size())
        throw unreadable();
}

void Source::stream(const Member& member, std::uint64_t most,
                    const std::function<void(std::span<const std::byte>)>& take) const
{
    if (member.archive < 0)
        throw Error(ErrorCode::Internal, "A plain file is no member of an archive.");
    m_archives[static_cast<std::size_t>(member.archive)]->stream(member.entry, most, take);
}

fs::path Source::filePath(const Member& member) const
{
    return member.archive >= 0 ? fs::path() : m_root / fs::path(member.key);
}

std::string Source::folderOf(const Member& member)
{
    std::string folder = member.key;
    const std::size_t slash = folder.rfind('/');
    folder.resize(slash == std::string::npos ? 0 : slash);
    std::erase(folder, '!');
    return folder;
}

} // namespace pollux
