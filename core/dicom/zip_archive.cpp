#include "core/dicom/zip_archive.h"

#include "core/base/error.h"

#include <algorithm>
#include <array>
#include <zip.h>

namespace pollux {

namespace {

// Bounds against archives made to fill memory. A CT of 2,000 slices is 1 GiB; masks compress 200 : 1 (measured on a
// public liver set), so the ratio only counts for large archives.
constexpr std::uint64_t kMostEntries = 500'000;
constexpr std::uint64_t kMostEntryBytes = std::uint64_t(4) << 30;
constexpr std::uint64_t kMostBytes = std::uint64_t(256) << 30;
constexpr std::uint64_t kRatioCountsFrom = std::uint64_t(4) << 30;
constexpr std::uint64_t kMostRatio = 400;
/// Deflate cannot pack tighter (zlib's technical note); an entry that says more lies.
constexpr std::uint64_t kBestDeflate = 1032;
/// What an entry says of its size is believed this far before its bytes are there.
constexpr std::uint64_t kFirstPiece = std::uint64_t(16) << 20;

Error damaged()
{
    return Error(ErrorCode::Io, "The zip archive cannot be read: it is damaged or incomplete.",
                 "Copy or download it again, or unpack it and open the folder.");
}

Error unopened()
{
    return Error(ErrorCode::Io, "A file in the zip archive cannot be opened: it is damaged or needs a password.",
                 "Unpack the archive and open the folder.");
}

bool safeName(const std::string& name)
{
    if (name.empty() || name.front() == '/' || name.find('\\') != std::string::npos ||
        name.find('\0') != std::string::npos)
        return false;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find('/', at), name.size());
        if (name.compare(at, end - at, "..") == 0)
            return false;
        at = end + 1;
    }
    return true;
}

} // namespace

class ZipArchive::Handle
{
public:
    explicit Handle(const ZipArchive& archive) : m_archive(archive), m_zip(static_cast<zip_t*>(archive.borrow())) {}
    ~Handle() { m_archive.giveBack(m_zip); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    zip_t* get() const { return m_zip; }

private:
    const ZipArchive& m_archive;
    zip_t* m_zip;
};

ZipArchive::ZipArchive(const std::filesystem::path& path) : m_path(path)
{
    list();
}

ZipArchive::ZipArchive(std::vector<std::byte> bytes) : m_bytes(std::move(bytes))
{
    list();
}

ZipArchive::~ZipArchive() = default;

void ZipArchive::Discard::operator()(void* zip) const
{
    zip_discard(static_cast<zip_t*>(zip));
}

void* ZipArchive::borrow() const
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_free.empty()) {
            void* zip = m_free.back().release();
            m_free.pop_back();
            return zip;
        }
    }
    if (m_bytes.empty()) {
        int error = 0;
        zip_t* zip = zip_open(m_path.c_str(), ZIP_RDONLY, &error);
        if (!zip && error == ZIP_ER_OPEN)
            throw Error(ErrorCode::Io, "The zip archive cannot be opened.", "Check that you may read it.");
        if (!zip)
            throw damaged();
        return zip;
    }
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(m_bytes.data(), m_bytes.size(), 0, &error);
    zip_t* zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (!zip && source)
        zip_source_free(source);
    zip_error_fini(&error);
    if (!zip)
        throw damaged();
    return zip;
}

void ZipArchive::giveBack(void* zip) const
{
    const std::lock_guard lock(m_mutex);
    m_free.emplace_back(zip);
}

void ZipArchive::list()
{
    const Handle handle(*this);
    const zip_int64_t count = zip_get_num_entries(handle.get(), 0);
    if (count < 0)
        throw damaged();
    const Error tooLarge(ErrorCode::BadInput, "The zip archive holds more than can be opened safely.",
                         "Unpack it yourself and open the folder of one study.");
    if (static_cast<std::uint64_t>(count) > kMostEntries)
        throw tooLarge;
    std::error_code ec;
    const std::uint64_t bytes = m_bytes.empty() ? std::filesystem::file_size(m_path, ec) : m_bytes.size();
    if (ec)
        throw damaged();
    std::uint64_t total = 0;
    std::uint64_t packed = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        if (zip_stat_index(handle.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS, &stat) != 0)
            continue;
        if (!(stat.valid & ZIP_STAT_NAME) || !(stat.valid & ZIP_STAT_SIZE))
            continue;
        std::string name = stat.name;
        if (!safeName(name)) {
            ++m_unsafeNames;
            continue;
        }
        if (name.back() == '/' || stat.size == 0)
            continue;
        if (stat.size > kMostEntryBytes)
            throw tooLarge;
        const bool known = (stat.valid & ZIP_STAT_COMP_SIZE) && (stat.valid & ZIP_STAT_COMP_METHOD);
        const bool simple = known && (stat.comp_method == ZIP_CM_STORE || stat.comp_method == ZIP_CM_DEFLATE);
        if (simple && stat.size > (stat.comp_method == ZIP_CM_STORE ? 1 : kBestDeflate) * stat.comp_size)
            throw tooLarge;
        total += stat.size;
        packed += known ? stat.comp_size : 0;
        // Entries that together are longer than the archive lie over one another: a bomb (Fifield 2019).
        if (total > kMostBytes || packed > bytes)
            throw tooLarge;
        const bool encrypted = (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE;
        m_entries.push_back({std::move(name), stat.size, static_cast<std::uint64_t>(i), encrypted});
    }
    if (total > kRatioCountsFrom && total / std::max<std::uint64_t>(packed, 1) > kMostRatio)
        throw tooLarge;
}

std::vector<std::byte> ZipArchive::read(std::uint64_t index, std::uint64_t offset, std::uint64_t most) const
{
    const Handle handle(*this);
    zip_stat_t stat;
    if (zip_stat_index(handle.get(), index, 0, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE))
        throw damaged();
    zip_file_t* file = zip_fopen_index(handle.get(), index, 0);
    if (!file)
        throw unopened();
    // The size in the directory may lie; no more than it says is ever read.
    const std::uint64_t end = std::min<std::uint64_t>(stat.size, most > stat.size ? stat.size : offset + most);
    const std::uint64_t wanted = end > offset ? end - offset : 0;
    std::vector<std::byte> out(std::min(wanted, kFirstPiece));
    std::array<std::byte, 65536> skipped;
    std::uint64_t at = 0;
    bool good = true;
    while (at < end) {
        const bool skip = at < offset;
        if (!skip && at - offset == out.size())
            out.resize(std::min(wanted, 2 * out.size()));
        std::byte* to = skip ? skipped.data() : out.data() + (at - offset);
        const std::uint64_t want =
            skip ? std::min<std::uint64_t>(offset - at, skipped.size()) : out.size() - (at - offset);
        const zip_int64_t got = zip_fread(file, to, want);
        if (got <= 0) {
            good = false;
            break;
        }
        at += static_cast<std::uint64_t>(got);
    }
    zip_fclose(file);
    if (!good)
        throw damaged();
    return out;
}

void ZipArchive::stream(std::uint64_t index, std::uint64_t most,
                        const std::function<void(std::span<const std::byte>)>& take) const
{
    const Handle handle(*this);
    zip_stat_t stat;
    if (zip_stat_index(handle.get(), index, 0, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE))
        throw damaged();
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen_index(handle.get(), index, 0), zip_fclose);
    if (!file)
        throw unopened();
    std::vector<std::byte> piece(std::size_t(1) << 18);
    for (std::uint64_t left = std::min<std::uint64_t>(most, stat.size); left > 0;) {
        const zip_int64_t got = zip_fread(file.get(), piece.data(), std::min<std::uint64_t>(left, piece.size()));
        if (got <= 0)
            throw damaged();
        take(std::span(piece).first(static_cast<std::size_t>(got)));
        left -= static_cast<std::uint64_t>(got);
    }
}

} // namespace pollux
