#include "core/dicom/dataset.h"

#include "core/base/error.h"

#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dcrledrg.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmjpeg/djdecode.h>
#include <dcmtk/dcmjpls/djdecode.h>
#include <dcmtk/oflog/oflog.h>

#include <array>
#include <cstring>
#include <mutex>

namespace pollux {

namespace {

constexpr std::uint64_t kFirstRead = 128 * 1024; // headers with vendor data (Siemens CSA) take 70 to 100 KB
constexpr std::uint64_t kSecondRead = 4 * 1024 * 1024;
constexpr std::uint64_t kLongHeader = 64 * 1024 * 1024; ///< from here on one file at a time

Error broken()
{
    return Error(ErrorCode::BadInput, "A DICOM file is damaged.", "Copy or export the study again.");
}

bool hasPreamble(std::span<const std::byte> head)
{
    return head.size() >= 132 && std::memcmp(head.data() + 128, "DICM", 4) == 0;
}

/// A file without the preamble (old or stripped) starts with a group 0002 or 0008 element, in either byte order.
bool maybeBare(std::span<const std::byte> head)
{
    if (head.size() < 16)
        return false;
    const auto at = [&](std::size_t i) { return std::to_integer<unsigned>(head[i]); };
    const unsigned little = at(0) | (at(1) << 8);
    const unsigned big = (at(0) << 8) | at(1);
    const unsigned element = (little == 2 || little == 8) ? (at(2) | (at(3) << 8)) : ((at(2) << 8) | at(3));
    return (little == 2 || little == 8 || big == 2 || big == 8) && element <= 0x0070;
}

enum class Outcome { Done, NeedsMore, Bad };

/// Element (7FE0,0008..0010) in explicit or implicit little endian at `at`? Then where its value starts, and its
/// length.
bool pixelElement(std::span<const std::byte> b, std::size_t at, bool isExplicit, std::size_t& value,
                  std::uint32_t& length)
{
    const std::size_t head = isExplicit ? 12 : 8;
    if (at + head > b.size())
        return false;
    const std::array<unsigned char, 4> tag{0xe0, 0x7f, 0x10, 0x00};
    if (std::memcmp(b.data() + at, tag.data(), 4) != 0)
        return false;
    if (isExplicit && std::memcmp(b.data() + at + 4, "OW", 2) != 0 && std::memcmp(b.data() + at + 4, "OB", 2) != 0)
        return false;
    std::memcpy(&length, b.data() + at + head - 4, 4);
    value = at + head;
    return true;
}

Outcome parse(ParsedFile& out, bool whole)
{
    out.file = std::make_unique<DcmFileFormat>();
    DcmInputBufferStream stream;
    stream.setBuffer(out.bytes.data(), static_cast<offile_off_t>(out.bytes.size()));
    if (whole)
        stream.setEos();
    out.file->transferInit();
    const OFCondition result =
        out.file->readUntilTag(stream, EXS_Unknown, EGL_noChange, DCM_MaxReadLength, DcmTagKey(0x7fe0, 0x0008));
    if (result == EC_StreamNotifyClient && !whole)
        return Outcome::NeedsMore;
    DcmDataset* data = out.file->getDataset();
    if (!data || (result.bad() && result != EC_EndOfStream))
        return whole ? Outcome::Bad : Outcome::NeedsMore;
    OFString uid;
    if (DcmMetaInfo* meta = out.file->getMetaInfo())
        meta->findAndGetOFString(DCM_TransferSyntaxUID, uid);
    const E_TransferSyntax syntax = data->getOriginalXfer();
    if (uid.empty() && syntax != EXS_Unknown)
        uid = DcmXfer(syntax).getXferID();
    out.transferSyntax = uid.c_str();
    out.file->transferEnd();

    // Where did the parser stop? The element is looked for at the few places that DCMTK may leave the stream at.
    const bool little = syntax == EXS_LittleEndianExplicit || syntax == EXS_LittleEndianImplicit;
    if (little) {
        const auto position = static_cast<std::size_t>(stream.tell());
        for (const std::size_t back : {std::size_t(0), std::size_t(12), std::size_t(8)}) {
            std::size_t value = 0;
            if (position >= back &&
                pixelElement(out.bytes, position - back, syntax == EXS_LittleEndianExplicit, value, out.pixelLength) &&
                out.pixelLength != 0xffffffffu) {
                out.pixelOffset = value;
                out.pixels = ParsedFile::Pixels::Integer;
                return Outcome::Done;
            }
        }
    }
    return Outcome::Done;
}

/// Whether there are pixels at all, where the quick way could not see it: by the attributes that only images have.
void guessPixels(ParsedFile& p)
{
    DcmDataset& data = *p.file->getDataset();
    if (p.pixels != ParsedFile::Pixels::None || !data.tagExists(DCM_Rows) || !data.tagExists(DCM_Columns))
        return;
    Uint16 bits = 0;
    data.findAndGetUint16(DCM_BitsAllocated, bits);
    OFString sop;
    data.findAndGetOFString(DCM_SOPClassUID, sop);
    const bool map = sop == UID_ParametricMapStorage;
    p.pixels = map && bits == 32   ? ParsedFile::Pixels::Float
               : map && bits == 64 ? ParsedFile::Pixels::Double
                                   : ParsedFile::Pixels::Integer;
}

} // namespace

void prepareToolkit()
{
    static std::once_flag once;
    std::call_once(once, [] {
        OFLog::configure(OFLogger::OFF_LOG_LEVEL);
        dcmEnableUnknownVRConversion.set(OFTrue);
        DJDecoderRegistration::registerCodecs(EDC_photometricInterpretation, EUC_default, EPC_default);
        DJLSDecoderRegistration::registerCodecs();
        DcmRLEDecoderRegistration::registerCodecs();
    });
}

std::optional<ParsedFile> parseToPixels(const Source& source, const Source::Member& member)
{
    prepareToolkit();
    static std::mutex longHeaders;
    ParsedFile p;
    p.bytes = source.head(member, kFirstRead);
    const bool preamble = hasPreamble(p.bytes);
    if (!preamble && !maybeBare(p.bytes))
        return std::nullopt;
    try {
        Outcome outcome = parse(p, p.bytes.size() >= member.size);
        for (const std::uint64_t most : {kSecondRead, member.size}) {
            if (outcome != Outcome::NeedsMore)
                break;
            if (most > kLongHeader)
                p.alone = std::unique_lock(longHeaders);
            p.bytes = source.head(member, most);
            outcome = parse(p, p.bytes.size() >= member.size);
        }
        DcmDataset* data = p.file->getDataset();
        const bool something = outcome == Outcome::Done && data && data->card() > 0;
        if (!something || (!preamble && !data->tagExists(DCM_SOPClassUID) && !data->tagExists(DCM_Modality))) {
            if (preamble)
                throw broken();
            return std::nullopt;
        }
        guessPixels(p);
    } catch (const std::bad_alloc&) {
        throw broken();
    }
    return p;
}

std::unique_ptr<DcmFileFormat> parseAll(const Source& source, const Source::Member& member)
{
    prepareToolkit();
    const std::vector<std::byte> bytes = source.read(member);
    auto file = std::make_unique<DcmFileFormat>();
    try {
        DcmInputBufferStream stream;
        stream.setBuffer(bytes.data(), static_cast<offile_off_t>(bytes.size()));
        stream.setEos();
        file->transferInit();
        const OFCondition result = file->read(stream, EXS_Unknown, EGL_noChange, DCM_MaxReadLength);
        file->transferEnd();
        if (result.bad() && result != EC_EndOfStream)
            throw broken();
        file->loadAllDataIntoMemory(); // nothing may point into the stream any more
    } catch (const std::bad_alloc&) {
        throw broken();
    }
    return file;
}

namespace {

struct Syntax
{
    const char* uid;
    const char* name;
    bool decoded;
};

constexpr std::array<Syntax, 27> kSyntaxes{{
    {"1.2.840.10008.1.2", "implicit VR little endian", true},
    {"1.2.840.10008.1.2.1", "explicit VR little endian", true},
    {"1.2.840.10008.1.2.1.99", "deflated", true},
    {"1.2.840.10008.1.2.2", "explicit VR big endian", true},
    {"1.2.840.10008.1.2.4.50", "JPEG baseline", true},
    {"1.2.840.10008.1.2.4.51", "JPEG extended", true},
    {"1.2.840.10008.1.2.4.57", "JPEG lossless", true},
    {"1.2.840.10008.1.2.4.70", "JPEG lossless (first-order)", true},
    {"1.2.840.10008.1.2.4.80", "JPEG-LS lossless", true},
    {"1.2.840.10008.1.2.4.81", "JPEG-LS near-lossless", true},
    {"1.2.840.10008.1.2.4.90", "JPEG 2000 lossless", true},
    {"1.2.840.10008.1.2.4.91", "JPEG 2000", true},
    {"1.2.840.10008.1.2.5", "RLE lossless", true},
    {"1.2.840.10008.1.2.4.92", "JPEG 2000 multi-component", false},
    {"1.2.840.10008.1.2.4.93", "JPEG 2000 multi-component", false},
    {"1.2.840.10008.1.2.4.94", "JPIP", false},
    {"1.2.840.10008.1.2.4.100", "MPEG-2", false},
    {"1.2.840.10008.1.2.4.101", "MPEG-2", false},
    {"1.2.840.10008.1.2.4.102", "MPEG-4", false},
    {"1.2.840.10008.1.2.4.103", "MPEG-4", false},
    {"1.2.840.10008.1.2.4.107", "HEVC", false},
    {"1.2.840.10008.1.2.4.110", "JPEG XL lossless", false},
    {"1.2.840.10008.1.2.4.112", "JPEG XL", false},
    {"1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 lossless", false},
    {"1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000 lossless RPCL", false},
    {"1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000", false},
    {"1.2.840.10008.1.2.8.1", "deflated image frames", false},
}};

} // namespace

std::string transferSyntaxName(const std::string& uid)
{
    for (const Syntax& s : kSyntaxes)
        if (uid == s.uid)
            return s.name;
    return uid.empty() ? "not stated" : uid;
}

bool canDecode(const std::string& uid)
{
    for (const Syntax& s : kSyntaxes)
        if (uid == s.uid)
            return s.decoded;
    return uid.empty();
}

bool isJpeg2000(const std::string& uid)
{
    return uid == "1.2.840.10008.1.2.4.90" || uid == "1.2.840.10008.1.2.4.91";
}

} // namespace pollux
