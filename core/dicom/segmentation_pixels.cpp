#include "core/dicom/segmentation_pixels.h"

#include "core/base/error.h"
#include "core/dicom/dataset.h"
#include "core/dicom/jpeg2000.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpxitem.h>

#include <algorithm>
#include <string>

namespace pollux {

namespace {

constexpr const char* kRle = "1.2.840.10008.1.2.5";

Error cut()
{
    return Error(ErrorCode::BadInput, "The segmentation is cut short: frames are missing.", "Copy or export it again.");
}

/// One segment of DICOM RLE (PackBits, PS3.5 annex G). The toolkit refuses one bit a pixel.
std::vector<std::uint8_t> decodeRle(std::span<const std::uint8_t> in, std::size_t wanted)
{
    constexpr std::size_t kHead = 64;
    const auto word = [&](std::size_t at) {
        return std::uint32_t(in[at]) | std::uint32_t(in[at + 1]) << 8 | std::uint32_t(in[at + 2]) << 16 |
               std::uint32_t(in[at + 3]) << 24;
    };
    if (in.size() < kHead || word(0) != 1 || word(4) < kHead || word(4) > in.size())
        throw cut();
    std::vector<std::uint8_t> out;
    out.reserve(wanted);
    for (std::size_t at = word(4); at < in.size() && out.size() < wanted;) {
        const int control = static_cast<std::int8_t>(in[at++]);
        if (control == -128)
            continue;
        const std::size_t count = control >= 0 ? std::size_t(control) + 1 : std::size_t(1 - control);
        if (control >= 0) {
            const std::size_t there = std::min(count, in.size() - at);
            out.insert(out.end(), in.begin() + static_cast<std::ptrdiff_t>(at),
                       in.begin() + static_cast<std::ptrdiff_t>(at + there));
            at += there;
        } else if (at < in.size()) {
            out.insert(out.end(), count, in[at++]);
        }
    }
    if (out.size() < wanted)
        throw cut();
    return out;
}

} // namespace

SegmentationPixels::SegmentationPixels(const Source& source, const FileHeader& header, DcmDataset& dataset)
    : m_header(header), m_pixels(std::uint64_t(header.rows) * std::uint64_t(header.columns))
{
    if (header.samples != 1 || (header.bitsAllocated != 1 && header.bitsAllocated != 8))
        throw Error(ErrorCode::Unsupported,
                    "The segmentation has " + std::to_string(header.bitsAllocated) + " bits a pixel.",
                    "Binary and 8-bit fractional ones can be read.");
    if (header.bitsAllocated == 8) {
        OFString type;
        Uint16 most = 0;
        dataset.findAndGetOFString(DCM_SegmentationType, type);
        dataset.findAndGetUint16(DCM_MaximumFractionalValue, most);
        if (type == "FRACTIONAL")
            m_half = most > 0 ? most / 2.0 : 127.5;
        m_reader = std::make_unique<FrameReader>(source, header);
        return;
    }
    DcmElement* element = nullptr;
    if (dataset.findAndGetElement(DCM_PixelData, element).bad() || !element)
        throw Error(ErrorCode::BadInput, "The segmentation has no pixels.", "Export it again.");
    const E_TransferSyntax syntax = dataset.getOriginalXfer();
    if (DcmXfer(syntax).isEncapsulated()) {
        auto* pixels = dynamic_cast<DcmPixelData*>(element);
        if (header.transferSyntax != kRle && !isJpeg2000(header.transferSyntax))
            throw Error(ErrorCode::Unsupported,
                        "The segmentation is compressed as " + transferSyntaxName(header.transferSyntax) +
                            " with one bit a pixel, which cannot be read here.",
                        "Export it uncompressed.");
        if (!pixels || pixels->getEncapsulatedRepresentation(syntax, nullptr, m_fragments).bad() || !m_fragments ||
            static_cast<std::int64_t>(m_fragments->card()) != header.frames + 1)
            throw cut();
        return;
    }
    Uint8* data = nullptr;
    if (element->getUint8Array(data).bad() || !data)
        throw Error(ErrorCode::BadInput, "The segmentation has no pixels.", "Export it again.");
    m_bits = std::span(data, element->getLength());
    if (m_bits.size() < (m_pixels * std::uint64_t(header.frames) + 7) / 8)
        throw cut();
}

void SegmentationPixels::addFrame(int number, std::span<std::uint8_t> slice)
{
    if (number < 0 || number >= m_header.frames || slice.size() != m_pixels)
        throw Error(ErrorCode::Internal, "A frame of a segmentation does not fit.", "Please report this.");
    if (m_reader) {
        const std::span<const std::byte> bytes = m_reader->frame(number);
        for (std::size_t p = 0; p < slice.size(); ++p)
            slice[p] |= std::to_integer<int>(bytes[p]) >= m_half;
    } else if (!m_fragments) {
        // Bits run on from frame to frame without padding (PS3.5 8.1.1).
        addBits(m_bits, m_pixels * std::uint64_t(number), slice);
    } else if (m_header.transferSyntax == kRle) {
        addBits(decodeRle(fragment(number), (m_pixels + 7) / 8), 0, slice);
    } else {
        const auto bytes = decodeJpeg2000(std::as_bytes(fragment(number)), m_header.rows, m_header.columns, 1);
        for (std::size_t p = 0; p < slice.size(); ++p)
            slice[p] |= bytes[p] != std::byte{0};
    }
}

void SegmentationPixels::addBits(std::span<const std::uint8_t> bytes, std::uint64_t firstBit,
                                 std::span<std::uint8_t> slice) const
{
    for (std::size_t p = 0; p < slice.size(); ++p) {
        const std::uint64_t n = firstBit + p; // lowest bit first
        slice[p] |= (bytes[n >> 3] >> (n & 7)) & 1;
    }
}

std::span<const std::uint8_t> SegmentationPixels::fragment(int number) const
{
    DcmPixelItem* item = nullptr;
    Uint8* bytes = nullptr;
    if (m_fragments->getItem(item, static_cast<unsigned long>(number) + 1).bad() || !item ||
        item->getUint8Array(bytes).bad() || !bytes)
        throw cut();
    return std::span(bytes, item->getLength());
}

} // namespace pollux
