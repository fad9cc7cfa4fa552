#include "ui/viewer/movie_writer.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/storage/durable_file.h"
#include "ui/viewer/png.h"

#include <QFile>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkOggTheoraWriter.h>
#include <vtkSmartPointer.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <random>
#include <unistd.h>
#include <vector>

namespace pollux {

namespace fs = std::filesystem;

namespace {

Error full()
{
    return Error(ErrorCode::Io, "There is no room for the film (disk, quota or file size limit).",
                 "Free some space, choose another folder, or make it smaller or shorter. Nothing is left of it.");
}

fs::path folderOf(const fs::path& target)
{
    return target.has_parent_path() ? target.parent_path() : fs::path(".");
}

/// A name beside the target that nobody else has.
fs::path siblingOf(const fs::path& target)
{
    std::random_device random;
    return folderOf(target) / ("." + target.filename().string() + ".new-" + toText(std::int64_t(random() & 0xffffff)));
}

class Sink
{
public:
    virtual ~Sink() = default;
    virtual void add(const QImage& frame, int number) = 0;
    virtual void finish() = 0;
    virtual fs::path result() const = 0;
};

/// VTK's writer counts no byte that the disk refused, so its file is looked through at the end.
class OggSink final : public Sink
{
public:
    OggSink(const fs::path& target, const MovieWriter::Options& options) : m_target(resolved(target))
    {
        checkWritable(m_target);
        m_sibling = siblingOf(m_target);
        const int handle = ::open(m_sibling.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (handle < 0)
            throw errno == ENOSPC || errno == EDQUOT
                ? full()
                : Error(ErrorCode::Io, "The film cannot be written here.", "Choose another folder.");
        ::close(handle);
        m_writer = vtkSmartPointer<vtkOggTheoraWriter>::New();
        m_writer->SetFileName(m_sibling.c_str());
        m_writer->SetRate(options.framesPerSecond);
        m_writer->SetQuality(options.quality);
        m_writer->SubsamplingOn(); // what every player reads
    }
    ~OggSink() override
    {
        m_writer = nullptr; // closes
        std::error_code gone;
        if (!m_sibling.empty())
            fs::remove(m_sibling, gone);
    }

    void add(const QImage& frame, int number) override
    {
        std::error_code unknown;
        const fs::space_info space = fs::space(m_sibling, unknown);
        constexpr std::uintmax_t kLeast = 1 << 16;
        if (!unknown && space.capacity > 0 && space.available < kLeast)
            throw full(); // now, not after the last frame
        const int width = (frame.width() + 1) & ~1, height = (frame.height() + 1) & ~1;
        const QImage rgb = frame.convertToFormat(QImage::Format_RGB888).copy(0, 0, width, height);
        if (number == 1) {
            m_image->SetDimensions(width, height, 1);
            m_image->AllocateScalars(VTK_UNSIGNED_CHAR, 3);
            m_writer->SetInputData(m_image);
            m_writer->Start();
        }
        auto* rows = static_cast<unsigned char*>(m_image->GetScalarPointer());
        const size_t row = static_cast<size_t>(width) * 3;
        for (int y = 0; y < height; ++y) // VTK's rows go upwards
            std::memcpy(rows + static_cast<size_t>(height - 1 - y) * row, rgb.constScanLine(y), row);
        m_image->Modified();
        m_writer->Write();
        if (m_writer->GetError() != 0)
            throw Error(ErrorCode::Io, "The film could not be encoded or written.",
                        "Choose another size or folder, or write numbered pictures (.png).");
    }

    void finish() override
    {
        m_writer->End();
        m_writer = nullptr;
        if (!isWholeOgg(m_sibling))
            throw full();
        syncFile(m_sibling);
        if (::rename(m_sibling.c_str(), m_target.c_str()) != 0)
            throw Error(ErrorCode::Io, "The film could not take its name.", "Choose another name or folder.");
        m_sibling.clear();
        syncFolder(folderOf(m_target));
    }

    fs::path result() const override { return m_target; }

private:
    fs::path m_target, m_sibling;
    vtkNew<vtkImageData> m_image;
    vtkSmartPointer<vtkOggTheoraWriter> m_writer;
};

/// Pictures in a folder of their own beside the target until all are there.
class PictureSink final : public Sink
{
public:
    PictureSink(const fs::path& folder, const std::string& stem) : m_folder(folder), m_stem(stem)
    {
        const fs::path first = finalName(1);
        checkWritable(first);
        if (fs::exists(first))
            throw Error(ErrorCode::BadInput, "There are pictures of this name already.",
                        "Choose another name or an empty folder: two films would mix.");
        m_sibling = siblingOf(first);
        std::error_code error;
        if (!fs::create_directory(m_sibling, error))
            throw error == std::errc::no_space_on_device
                ? full()
                : Error(ErrorCode::Io, "The pictures cannot be written here.", "Choose another folder.");
    }
    ~PictureSink() override
    {
        std::error_code gone;
        fs::remove_all(m_sibling, gone);
    }

    void add(const QImage& frame, int number) override
    {
        QFile file(QString::fromStdString((m_sibling / nameOf(number)).string()));
        if (!writePng(frame, file))
            throw full();
        m_count = number;
    }

    void finish() override
    {
        for (int n = 1; n <= m_count; ++n) {
            std::error_code error;
            if (fs::exists(finalName(n), error))
                throw Error(ErrorCode::BadInput, "There are pictures of this name already.",
                            "Choose another name or an empty folder: two films would mix.");
        }
        for (int n = 1; n <= m_count; ++n) {
            std::error_code error;
            fs::rename(m_sibling / nameOf(n), finalName(n), error);
            if (!error)
                continue;
            for (int k = 1; k < n; ++k)
                fs::remove(finalName(k), error);
            throw Error(ErrorCode::Io, "The pictures could not take their names.", "Choose another folder.");
        }
        std::error_code gone;
        fs::remove(m_sibling, gone);
        syncFolder(m_folder);
    }

    fs::path result() const override { return finalName(1); }

private:
    std::string nameOf(int number) const
    {
        const std::string digits = toText(std::int64_t(number));
        return m_stem + "-" + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits + ".png";
    }
    fs::path finalName(int number) const { return m_folder / nameOf(number); }

    fs::path m_folder, m_sibling;
    std::string m_stem;
    int m_count = 0;
};

std::unique_ptr<Sink> sinkFor(const fs::path& target, const MovieWriter::Options& options)
{
    std::error_code unknown;
    if (fs::is_directory(target, unknown))
        return std::make_unique<PictureSink>(target, "frame");
    const std::string ending = lowered(target.extension().string());
    if (ending == ".ogv")
        return std::make_unique<OggSink>(target, options);
    if (ending == ".png")
        return std::make_unique<PictureSink>(folderOf(target), target.stem().string());
    throw Error(ErrorCode::BadInput, "A film has a name that ends in .ogv or .png.",
                "Name it .ogv for one film (Ogg Theora), .png for numbered lossless pictures, or name a folder.");
}

} // namespace

struct MovieWriter::Private
{
    std::unique_ptr<Sink> sink;
    QSize size;
    int frames = 0;
    bool finished = false;
};

MovieWriter::MovieWriter(const fs::path& target, const Options& options) : d(std::make_unique<Private>())
{
    if (options.framesPerSecond < 1 || options.framesPerSecond > 100 || options.quality < 0 || options.quality > 2)
        throw Error(ErrorCode::BadInput, "The film's rate or quality is out of bounds.",
                    "Ask for 1 to 100 pictures a second and a quality of 0, 1 or 2.");
    d->sink = sinkFor(target, options);
}

MovieWriter::~MovieWriter() = default;

void MovieWriter::add(const QImage& frame)
{
    if (d->finished || frame.isNull())
        throw Error(ErrorCode::BadInput, d->finished ? "The film is finished." : "A picture of the film is empty.",
                    "Start another film.");
    if (d->frames > 0 && frame.size() != d->size)
        throw Error(ErrorCode::BadInput, "A picture of the film has another size than the first.",
                    "Make all pictures of a film in one size.");
    d->size = frame.size();
    d->sink->add(frame, ++d->frames);
}

void MovieWriter::finish()
{
    if (d->finished || d->frames == 0)
        throw Error(ErrorCode::BadInput, d->finished ? "The film is finished." : "The film has no picture.",
                    "Start another film.");
    d->finished = true;
    d->sink->finish();
}

int MovieWriter::frames() const
{
    return d->frames;
}

fs::path MovieWriter::result() const
{
    return d->sink->result();
}

bool isWholeOgg(const fs::path& file)
{
    // RFC 3533, section 6: 27 bytes of header, a table of segments, the segments.
    std::ifstream in(file, std::ios::binary);
    in.seekg(0, std::ios::end);
    const std::streamoff length = in.tellg();
    std::streamoff at = 0;
    bool last = false;
    for (std::uint32_t expected = 0; in && at < length; ++expected) {
        std::array<unsigned char, 27> header{};
        in.seekg(at);
        if (last || !in.read(reinterpret_cast<char*>(header.data()), header.size()))
            return false;
        if (!std::equal(header.begin(), header.begin() + 4, "OggS"))
            return false;
        const std::uint32_t sequence = header[18] | std::uint32_t(header[19]) << 8 | std::uint32_t(header[20]) << 16 |
                                       std::uint32_t(header[21]) << 24;
        if (sequence != expected)
            return false;
        std::vector<unsigned char> segments(header[26]);
        if (!in.read(reinterpret_cast<char*>(segments.data()), static_cast<std::streamsize>(segments.size())))
            return false;
        at += 27 + static_cast<std::streamoff>(segments.size());
        for (const unsigned char s : segments)
            at += s;
        last = (header[5] & 0x04) != 0;
    }
    return last && at == length;
}

} // namespace pollux
