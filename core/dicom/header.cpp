#include "core/dicom/header.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/dicom/dataset.h"

#include <dcmtk/dcmdata/dcspchrs.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

constexpr std::int64_t kMostFrames = 1'000'000;
constexpr const char* kBigEndian = "1.2.840.10008.1.2.2";

/// Text as UTF-8; marks the header where the character set is missing or wrong.
class Text
{
public:
    Text(DcmItem& item, FileHeader& header) : m_item(item), m_header(header)
    {
        OFString charset;
        item.findAndGetOFStringArray(DCM_SpecificCharacterSet, charset);
        m_charset = charset.c_str();
    }

    std::string operator()(const DcmTagKey& tag)
    {
        OFString raw;
        if (m_item.findAndGetOFStringArray(tag, raw).bad())
            return {};
        raw = OFString(raw.c_str()); // some writers pad text with NUL
        if (raw.size() > 1024)
            raw.resize(1024);
        const bool plain = std::all_of(raw.begin(), raw.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
        if (!plain)
            raw = convert(raw);
        return std::string(trimmed(std::string_view(raw.c_str(), raw.size())));
    }

private:
    OFString convert(const OFString& raw)
    {
        if (m_charset == "ISO_IR 192")
            return checked(raw);
        if (!m_selected) {
            m_selected = true;
            m_good = m_converter.selectCharacterSet(m_charset.c_str(), "ISO_IR 192").good();
        }
        OFString out;
        if (m_good && m_converter.convertString(raw, out, "\\^=").good() && !m_charset.empty())
            return checked(out);
        m_header.badText = true;
        return masked(raw);
    }

    OFString checked(const OFString& text)
    {
        // A lone byte above 0x7f or a control character would upset every table and file it later lands in.
        for (std::size_t i = 0; i < text.size();) {
            const auto c = static_cast<unsigned char>(text[i]);
            const int more = c < 0x80 ? 0 : (c >> 5) == 6 ? 1 : (c >> 4) == 14 ? 2 : (c >> 3) == 30 ? 3 : -1;
            bool good = more >= 0 && c >= 0x20 && i + static_cast<std::size_t>(more) < text.size() + 0;
            for (int k = 1; good && k <= more; ++k)
                good = (static_cast<unsigned char>(text[i + static_cast<std::size_t>(k)]) >> 6) == 2;
            if (!good) {
                m_header.badText = true;
                return masked(text);
            }
            i += static_cast<std::size_t>(more) + 1;
        }
        return text;
    }

    static OFString masked(const OFString& raw)
    {
        OFString out = raw;
        for (char& c : out)
            if (c < 0x20 || c >= 0x7f)
                c = '?';
        return out;
    }

    DcmItem& m_item;
    FileHeader& m_header;
    std::string m_charset;
    DcmSpecificCharacterSet m_converter;
    bool m_selected = false;
    bool m_good = false;
};

std::string code(DcmItem& item, const DcmTagKey& tag)
{
    OFString raw;
    item.findAndGetOFStringArray(tag, raw);
    raw = OFString(raw.c_str()); // some writers pad text with NUL
    if (raw.size() > 256)
        raw.resize(256);
    for (char& c : raw)
        if (c < 0x20 || c >= 0x7f)
            c = ' ';
    return std::string(trimmed(std::string_view(raw.c_str(), raw.size())));
}

std::optional<double> number(DcmItem& item, const DcmTagKey& tag, unsigned long at = 0)
{
    Float64 value = 0;
    if (item.findAndGetFloat64(tag, value, at).good() && std::isfinite(value))
        return value;
    OFString raw; // IS, SH and wrongly coded values
    if (item.findAndGetOFString(tag, raw, at).good())
        return parseDouble(raw.c_str());
    return std::nullopt;
}

std::optional<Vec3> triple(DcmItem& item, const DcmTagKey& tag, unsigned long from = 0)
{
    Vec3 v;
    for (unsigned long k = 0; k < 3; ++k) {
        const auto x = number(item, tag, from + k);
        // Beyond ten kilometres it is a broken number, not a place in a patient.
        if (!x || std::abs(*x) > 1e7)
            return std::nullopt;
        v[static_cast<Eigen::Index>(k)] = *x;
    }
    return v;
}

int integer(DcmItem& item, const DcmTagKey& tag, int otherwise)
{
    const auto value = number(item, tag);
    return value && std::abs(*value) < 2e9 ? static_cast<int>(*value) : otherwise;
}

void readPosition(DcmItem& item, FrameHeader& f)
{
    if (const auto p = triple(item, DCM_ImagePositionPatient)) {
        f.position = *p;
        f.placed = true;
    }
}

/// False if there is an orientation and it is none.
bool readOrientation(DcmItem& item, FrameHeader& f)
{
    const auto row = triple(item, DCM_ImageOrientationPatient, 0);
    const auto column = triple(item, DCM_ImageOrientationPatient, 3);
    if (!row || !column || std::abs(row->norm() - 1) > 0.01 || std::abs(column->norm() - 1) > 0.01 ||
        std::abs(row->dot(*column)) > 0.01)
        return false;
    f.row = row->normalized();
    f.column = (*column - f.row * f.row.dot(*column)).normalized();
    return true;
}

void readSpacing(DcmItem& item, const DcmTagKey& tag, FrameHeader& f)
{
    const auto y = number(item, tag, 0);
    const auto x = number(item, tag, 1);
    if (x && y && *x > 1e-6 && *y > 1e-6 && *x < 1e4 && *y < 1e4) {
        f.spacingX = *x;
        f.spacingY = *y;
        f.spaced = true;
    }
    if (const auto thickness = number(item, DCM_SliceThickness); thickness && *thickness > 0 && *thickness < 1e3)
        f.thickness = *thickness;
}

void readRescale(DcmItem& item, FrameHeader& f)
{
    f.slope = number(item, DCM_RescaleSlope).value_or(f.slope);
    f.intercept = number(item, DCM_RescaleIntercept).value_or(f.intercept);
    if (f.slope == 0) // forbidden by PS3.3 C.11.1.1.2; 1 is what was meant
        f.slope = 1;
}

void readKeys(DcmItem& item, FrameHeader& f)
{
    const auto set = [&](SplitKey key, const DcmTagKey& tag) {
        std::string value = code(item, tag);
        if (!value.empty())
            f.keys[static_cast<std::size_t>(key)] = std::move(value);
    };
    set(SplitKey::TemporalPosition, DCM_TemporalPositionIdentifier);
    set(SplitKey::CardiacPhase, DCM_NominalPercentageOfCardiacPhase);
    set(SplitKey::TriggerTime, DCM_TriggerTime);
    set(SplitKey::AcquisitionNumber, DCM_AcquisitionNumber);
    set(SplitKey::DiffusionBValue, DCM_DiffusionBValue);
    set(SplitKey::ContentTime, DCM_ContentTime);
    set(SplitKey::AcquisitionTime, DCM_AcquisitionTime);
    set(SplitKey::EchoTime, DCM_EchoTime);
    set(SplitKey::InversionTime, DCM_InversionTime);
    set(SplitKey::ImageType, DCM_ImageType);
}

DcmItem* group(DcmItem& frame, const DcmTagKey& sequence)
{
    DcmItem* item = nullptr;
    return frame.findAndGetSequenceItem(sequence, item, 0).good() ? item : nullptr;
}

/// Functional groups of an enhanced object (PS3.3 C.7.6.16): shared ones first, then those of the frame.
void readGroups(DcmItem& groups, FrameHeader& f, bool& oriented, FileHeader& h)
{
    if (DcmItem* item = group(groups, DCM_PlanePositionSequence))
        readPosition(*item, f);
    if (DcmItem* item = group(groups, DCM_PlaneOrientationSequence))
        oriented = readOrientation(*item, f);
    if (DcmItem* item = group(groups, DCM_PixelMeasuresSequence))
        readSpacing(*item, DCM_PixelSpacing, f);
    if (DcmItem* item = group(groups, DCM_PixelValueTransformationSequence)) {
        readRescale(*item, f);
        if (h.rescaleType.empty())
            h.rescaleType = code(*item, DCM_RescaleType);
    }
    if (DcmItem* item = group(groups, DCM_FrameVOILUTSequence); item && !h.windowCentre) {
        h.windowCentre = number(*item, DCM_WindowCenter);
        h.windowWidth = number(*item, DCM_WindowWidth);
    }
    const auto set = [&](SplitKey key, DcmItem* item, const DcmTagKey& tag) {
        if (!item)
            return;
        std::string value = code(*item, tag);
        if (!value.empty())
            f.keys[static_cast<std::size_t>(key)] = std::move(value);
    };
    DcmItem* content = group(groups, DCM_FrameContentSequence);
    set(SplitKey::StackId, content, DCM_StackID);
    set(SplitKey::TemporalPosition, content, DCM_TemporalPositionIndex);
    set(SplitKey::AcquisitionNumber, content, DCM_FrameAcquisitionNumber);
    set(SplitKey::CardiacPhase, group(groups, DCM_CardiacSynchronizationSequence), DCM_NominalPercentageOfCardiacPhase);
    set(SplitKey::EchoTime, group(groups, DCM_MREchoSequence), DCM_EffectiveEchoTime);
    set(SplitKey::DiffusionBValue, group(groups, DCM_MRDiffusionSequence), DCM_DiffusionBValue);
    for (const DcmTagKey& tag : {DCM_MRImageFrameTypeSequence, DCM_CTImageFrameTypeSequence})
        set(SplitKey::ImageType, group(groups, tag), DCM_FrameType);
}

void readModalityLut(DcmItem& item, FileHeader& h)
{
    DcmItem* lut = group(item, DCM_ModalityLUTSequence);
    if (!lut)
        return;
    Uint16 count = 0;
    Uint16 first = 0;
    Sint16 firstSigned = 0;
    const Uint16* data = nullptr;
    unsigned long words = 0;
    if (lut->findAndGetUint16(DCM_LUTDescriptor, count, 0).bad())
        return;
    if (lut->findAndGetUint16(DCM_LUTDescriptor, first, 1).good())
        h.modalityLutFirst = h.isSigned ? static_cast<std::int16_t>(first) : first;
    else if (lut->findAndGetSint16(DCM_LUTDescriptor, firstSigned, 1).good())
        h.modalityLutFirst = firstSigned;
    const unsigned long wanted = count == 0 ? 65536 : count;
    if (lut->findAndGetUint16Array(DCM_LUTData, data, &words).good() && data && words >= wanted)
        h.modalityLut.assign(data, data + wanted);
}

void readImages(DcmDataset& data, FileHeader& h)
{
    FrameHeader common;
    readPosition(data, common);
    bool oriented = readOrientation(data, common);
    readSpacing(data, DCM_PixelSpacing, common);
    if (!common.spaced) {
        readSpacing(data, DCM_ImagerPixelSpacing, common);
        h.imagerSpacing = common.spaced;
    }
    readRescale(data, common);
    readKeys(data, common);
    common.instance = integer(data, DCM_InstanceNumber, 0);
    DcmItem* shared = nullptr;
    if (data.findAndGetSequenceItem(DCM_SharedFunctionalGroupsSequence, shared, 0).good() && shared)
        readGroups(*shared, common, oriented, h);
    DcmSequenceOfItems* perFrame = nullptr;
    if (data.findAndGetSequence(DCM_PerFrameFunctionalGroupsSequence, perFrame).bad())
        perFrame = nullptr;
    h.enhanced = perFrame != nullptr;
    if (perFrame && static_cast<std::int64_t>(perFrame->card()) < h.frames)
        throw Error(ErrorCode::BadInput, "An enhanced image says more frames than it describes.",
                    "Export the study again.");
    // The number of frames is a claim of the file; what it describes one by one, and holds, is not.
    const std::int64_t told = perFrame && !h.truncated ? h.frames : 1;
    h.images.reserve(static_cast<std::size_t>(told));
    DcmObject* next = nullptr;
    for (std::int64_t i = 0; i < told; ++i) {
        FrameHeader f = common;
        f.frame = static_cast<int>(i);
        bool frameOriented = oriented;
        if (perFrame) {
            next = perFrame->nextInContainer(next); // getItem(i) walks the list from its start each time
            if (auto* item = dynamic_cast<DcmItem*>(next))
                readGroups(*item, f, frameOriented, h);
            f.instance = static_cast<int>(i);
        } else if (h.frames > 1) {
            f.placed = false; // one position cannot place many frames
        }
        f.placed = f.placed && frameOriented;
        h.images.push_back(std::move(f));
    }
}

void readPixelFacts(DcmDataset& data, FileHeader& h)
{
    h.rows = integer(data, DCM_Rows, 0);
    h.columns = integer(data, DCM_Columns, 0);
    h.samples = integer(data, DCM_SamplesPerPixel, 1);
    h.bitsAllocated = integer(data, DCM_BitsAllocated, 0);
    h.bitsStored = integer(data, DCM_BitsStored, h.bitsAllocated);
    h.highBit = integer(data, DCM_HighBit, h.bitsStored - 1);
    h.isSigned = integer(data, DCM_PixelRepresentation, 0) == 1;
    h.frames = static_cast<std::int64_t>(integer(data, DCM_NumberOfFrames, 1));
    if (h.frames == 0)
        h.frames = 1;
    if (h.frames < 0 || h.frames > kMostFrames)
        throw Error(ErrorCode::BadInput, "A file says an impossible number of frames.", "Export the study again.");
    h.photometric = code(data, DCM_PhotometricInterpretation);
    h.imageType = code(data, DCM_ImageType);
    h.rescaleType = code(data, DCM_RescaleType);
    h.windowCentre = number(data, DCM_WindowCenter);
    h.windowWidth = number(data, DCM_WindowWidth);
    h.lossy = code(data, DCM_LossyImageCompression) == "01";
    Uint16 padding = 0;
    Sint16 paddingSigned = 0;
    if (data.findAndGetUint16(DCM_PixelPaddingValue, padding).good())
        h.padding = h.isSigned ? static_cast<std::int16_t>(padding) : padding;
    else if (data.findAndGetSint16(DCM_PixelPaddingValue, paddingSigned).good())
        h.padding = h.isSigned ? paddingSigned : static_cast<std::uint16_t>(paddingSigned);
    readModalityLut(data, h);
    // Siemens says MOSAIC in the image type; United Imaging counts the tiles in a private element (0065,1050).
    h.mosaic = h.imageType.find("MOSAIC") != std::string::npos || data.tagExists(DcmTagKey(0x0065, 0x1050));
}

} // namespace

std::uint64_t frameBytes(const FileHeader& h)
{
    if (h.rows < 1 || h.columns < 1 || h.rows > 65535 || h.columns > 65535 || h.samples < 1 || h.samples > 4)
        return 0;
    if (h.bitsAllocated != 1 && h.bitsAllocated != 8 && h.bitsAllocated != 16 && h.bitsAllocated != 32 &&
        h.bitsAllocated != 64)
        return 0;
    const std::uint64_t pixels = std::uint64_t(h.rows) * std::uint64_t(h.columns) * std::uint64_t(h.samples);
    return (pixels * std::uint64_t(h.bitsAllocated) + 7) / 8;
}

std::optional<FileHeader> readHeader(const Source& source, std::size_t member)
{
    const Source::Member& m = source.members()[member];
    const auto parsed = parseToPixels(source, m);
    if (!parsed)
        return std::nullopt;
    DcmDataset& data = *parsed->file->getDataset();
    FileHeader h;
    h.member = member;
    h.transferSyntax = parsed->transferSyntax;
    h.sopClass = code(data, DCM_SOPClassUID);
    h.sopInstance = code(data, DCM_SOPInstanceUID);
    h.studyUid = code(data, DCM_StudyInstanceUID);
    h.seriesUid = code(data, DCM_SeriesInstanceUID);
    h.frameOfReference = code(data, DCM_FrameOfReferenceUID);
    h.modality = code(data, DCM_Modality);
    Text text(data, h);
    h.patientName = text(DCM_PatientName);
    h.patientId = text(DCM_PatientID);
    h.birthDate = code(data, DCM_PatientBirthDate);
    h.sex = code(data, DCM_PatientSex);
    h.studyDate = code(data, DCM_StudyDate);
    h.studyDescription = text(DCM_StudyDescription);
    h.seriesDescription = text(DCM_SeriesDescription);
    if (parsed->pixels == ParsedFile::Pixels::None)
        return h;
    h.coding = parsed->pixels == ParsedFile::Pixels::Float    ? PixelCoding::Float
               : parsed->pixels == ParsedFile::Pixels::Double ? PixelCoding::Double
                                                              : PixelCoding::Integer;
    readPixelFacts(data, h);
    const std::uint64_t bytes = frameBytes(h);
    if (bytes == 0)
        throw Error(ErrorCode::BadInput, "A file's rows, columns or bits make no sense.", "Export the study again.");
    h.pixelOffset = parsed->pixelOffset;
    if (h.transferSyntax == kBigEndian)
        h.truncated = bytes * std::uint64_t(h.frames) > m.size;
    if (h.pixelOffset > 0) {
        // 2^32 * 10^6 * 8 fits in 64 bits.
        const std::uint64_t needed =
            h.bitsAllocated == 1 ? (std::uint64_t(h.rows) * std::uint64_t(h.columns) * std::uint64_t(h.frames) + 7) / 8
                                 : bytes * std::uint64_t(h.frames);
        const std::uint64_t there = m.size > h.pixelOffset ? m.size - h.pixelOffset : 0;
        h.truncated = needed > there || (parsed->pixelLength != 0xffffffffu && needed > parsed->pixelLength);
    }
    readImages(data, h);
    return h;
}

} // namespace pollux
