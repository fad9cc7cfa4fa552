#include "core/dicom/frame_reader.h"

#include "core/base/error.h"
#include "core/dicom/dataset.h"
#include "core/dicom/jpeg2000.h"

#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <cstring>
#include <set>

namespace pollux {

namespace {

Error damaged()
{
    return Error(ErrorCode::BadInput, "The pixels of an image are damaged or incomplete.",
                 "Copy or export the study again.");
}

/// What JPEG and RLE can make of a byte: 64 pixels of 16 bits from half of one. JPEG-LS counts runs, and can do more.
constexpr std::uint64_t kMostRatio = 2000;
const std::set<std::string> kRunLengths{"1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81"};

} // namespace

struct FrameReader::Decoder
{
    std::unique_ptr<DcmFileFormat> file;
    DcmPixelData* pixels = nullptr;
    DcmPixelSequence* fragments = nullptr; ///< null if native
    std::span<const std::byte> native;
    std::vector<DcmPixelItem*> items;       ///< the fragments without the offset table, JPEG 2000 only
    std::vector<std::size_t> firstFragment; ///< of each frame, JPEG 2000 only; ends with the number of fragments
    Uint32 nextFragment = 0;                ///< for the toolkit's own decoders
    int nextFrame = 0;

    Decoder(const Source& source, const FileHeader& h) : file(parseAll(source, source.members()[h.member]))
    {
        DcmDataset& data = *file->getDataset();
        if (h.coding != PixelCoding::Integer) {
            floats(data, h);
            return;
        }
        DcmElement* element = nullptr;
        if (data.findAndGetElement(DCM_PixelData, element).bad() || !(pixels = dynamic_cast<DcmPixelData*>(element)))
            throw damaged();
        const E_TransferSyntax syntax = data.getOriginalXfer();
        if (!DcmXfer(syntax).isEncapsulated()) {
            nativePixels(h);
            return;
        }
        if (pixels->getEncapsulatedRepresentation(syntax, nullptr, fragments).bad() || !fragments ||
            fragments->card() < 2)
            throw damaged();
        if (isJpeg2000(h.transferSyntax))
            findFragments(h);
    }

    void floats(DcmDataset& data, const FileHeader& h)
    {
        const std::uint64_t needed = frameBytes(h) * static_cast<std::uint64_t>(h.frames);
        unsigned long count = 0;
        if (h.coding == PixelCoding::Float) {
            const Float32* values = nullptr;
            if (data.findAndGetFloat32Array(DCM_FloatPixelData, values, &count).bad() || !values)
                throw damaged();
            native = std::as_bytes(std::span(values, count));
        } else {
            const Float64* values = nullptr;
            if (data.findAndGetFloat64Array(DCM_DoubleFloatPixelData, values, &count).bad() || !values)
                throw damaged();
            native = std::as_bytes(std::span(values, count));
        }
        if (native.size() < needed)
            throw damaged();
    }

    void nativePixels(const FileHeader& h)
    {
        // Explicit 8-bit data may be OB or OW; the toolkit hands both out in the machine's order.
        Uint8* bytes = nullptr;
        Uint16* words = nullptr;
        const std::uint64_t length = pixels->getLength();
        if (h.bitsAllocated == 32)
            throw Error(ErrorCode::Unsupported, "32-bit pixels in this byte order are not supported.",
                        "Export as little endian.");
        if (pixels->getVR() == EVR_OB && pixels->getUint8Array(bytes).good() && bytes)
            native = std::as_bytes(std::span(bytes, length));
        else if (pixels->getUint16Array(words).good() && words)
            native = std::as_bytes(std::span(words, length / 2));
        if (native.size() < frameBytes(h) * static_cast<std::uint64_t>(h.frames))
            throw damaged();
    }

    /// One fragment a frame, or one frame, or the offset table says (PS3.5 A.4).
    void findFragments(const FileHeader& h)
    {
        DcmObject* next = fragments->nextInContainer(nullptr); // getItem(i) walks the list from its start each time
        auto* table = dynamic_cast<DcmPixelItem*>(next);
        while (next && (next = fragments->nextInContainer(next)) != nullptr) {
            auto* item = dynamic_cast<DcmPixelItem*>(next);
            if (!item)
                throw damaged();
            items.push_back(item);
        }
        const std::size_t count = items.size();
        const auto frames = static_cast<std::size_t>(h.frames);
        if (frames == 1) {
            firstFragment = {0, count};
            return;
        }
        if (count == frames) {
            for (std::size_t i = 0; i <= frames; ++i)
                firstFragment.push_back(i);
            return;
        }
        Uint8* bytes = nullptr;
        if (!table || table->getLength() < 4 * frames || table->getUint8Array(bytes).bad() || !bytes)
            throw damaged();
        std::vector<std::uint32_t> offsets(frames);
        std::memcpy(offsets.data(), bytes, 4 * frames);
        std::uint64_t at = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (const std::size_t found = firstFragment.size(); found < frames && at == offsets[found])
                firstFragment.push_back(i);
            at += 8 + items[i]->getLength();
        }
        firstFragment.push_back(count);
        if (firstFragment.size() != frames + 1)
            throw damaged();
    }

    std::vector<std::byte> joined(int frame)
    {
        std::vector<std::byte> out;
        const auto f = static_cast<std::size_t>(frame);
        for (std::size_t i = firstFragment[f]; i < firstFragment[f + 1]; ++i) {
            Uint8* bytes = nullptr;
            if (items[i]->getLength() == 0)
                continue;
            if (items[i]->getUint8Array(bytes).bad() || !bytes)
                throw damaged();
            const auto* from = reinterpret_cast<const std::byte*>(bytes);
            out.insert(out.end(), from, from + items[i]->getLength());
        }
        return out;
    }
};

FrameReader::FrameReader(const Source& source, const FileHeader& header) : m_source(source), m_header(header)
{
    if (!canDecode(header.transferSyntax))
        throw Error(ErrorCode::Unsupported,
                    "The images are compressed as " + transferSyntaxName(header.transferSyntax) +
                        ", which cannot be read here.",
                    "Export the study uncompressed or as JPEG 2000.");
}

FrameReader::~FrameReader() = default;

std::span<const std::byte> FrameReader::frame(int number)
{
    const std::uint64_t bytes = frameBytes(m_header);
    if (number < 0 || number >= m_header.frames || bytes == 0)
        throw damaged();
    const std::uint64_t at = bytes * static_cast<std::uint64_t>(number);
    const Source::Member& member = m_source.members()[m_header.member];
    if (m_header.pixelOffset > 0) {
        if (m_header.truncated)
            throw damaged();
        if (member.archive >= 0 && m_header.frames > 1) {
            if (m_whole.empty())
                m_whole = m_source.read(member);
            if (m_header.pixelOffset + at + bytes > m_whole.size())
                throw damaged();
            return std::span<const std::byte>(m_whole).subspan(m_header.pixelOffset + at, bytes);
        }
        m_buffer.resize(bytes);
        m_source.readAt(member, m_header.pixelOffset + at, m_buffer);
        return m_buffer;
    }
    try {
        if (!m_decoder)
            m_decoder = std::make_unique<Decoder>(m_source, m_header);
        if (!m_decoder->fragments) {
            if (at + bytes > m_decoder->native.size())
                throw damaged();
            return m_decoder->native.subspan(at, bytes);
        }
        if (isJpeg2000(m_header.transferSyntax)) {
            const auto stream = m_decoder->joined(number);
            m_buffer = decodeJpeg2000(stream, m_header.rows, m_header.columns, m_header.bitsAllocated / 8);
            return m_buffer;
        }
        Uint32 size = 0;
        DcmDataset& data = *m_decoder->file->getDataset();
        if (m_decoder->pixels->getUncompressedFrameSize(&data, size).bad() || size < bytes || size > bytes + 16)
            throw damaged();
        // The toolkit looks at the image's own size only after the room for the claimed one is made.
        if (!kRunLengths.contains(m_header.transferSyntax) && bytes / kMostRatio > member.size)
            throw damaged();
        m_buffer.assign(size, std::byte{0});
        OFString colour;
        // The toolkit finds a frame's first fragment faster when it is told where the last one ended.
        Uint32 fragment = number == m_decoder->nextFrame ? m_decoder->nextFragment : 0;
        if (m_decoder->pixels
                ->getUncompressedFrame(&data, static_cast<Uint32>(number), fragment, m_buffer.data(), size, colour)
                .bad())
            throw damaged();
        m_decoder->nextFragment = fragment;
        m_decoder->nextFrame = number + 1;
        return std::span<const std::byte>(m_buffer).first(bytes);
    } catch (const std::bad_alloc&) {
        throw Error(ErrorCode::OutOfMemory, "There is not enough memory to decode the images.",
                    "Close other programs and try again.");
    }
}

} // namespace pollux
