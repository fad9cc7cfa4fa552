#include "core/dicom/write_series.h"

#include "core/base/content_key.h"
#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcostrmb.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <vector>

namespace pollux {

namespace {

[[noreturn]] void throwIo(int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
        throw Error(ErrorCode::Io, "The disk is full.",
                    "Free some space or choose a folder on another disk, then write again.");
    case EACCES:
    case EPERM:
    case EROFS:
        throw Error(ErrorCode::Io, "The folder cannot be written to.", "Choose a folder you may write to.");
    case EFBIG:
        throw Error(ErrorCode::Io, "An image is larger than this disk or account allows.",
                    "Choose a folder on another disk.");
    case ENOTDIR:
    case EEXIST:
    case ENAMETOOLONG:
        throw Error(ErrorCode::Io, "The folder cannot be made: something else is in its place.",
                    "Choose another folder.");
    default:
        throw Error(ErrorCode::Io, "An image could not be written.",
                    "Check that the disk is still connected, or choose another folder.");
    }
}

void check(const OFCondition& condition)
{
    if (condition.bad())
        throw Error(ErrorCode::Internal, "A DICOM header could not be composed.", "Please report this.");
}

void put(DcmItem& item, const DcmTagKey& tag, const std::string& value)
{
    check(item.putAndInsertString(tag, value.c_str()));
}

/// Decimal string: at most 16 characters (PS3.5, 6.2), as many digits as fit.
std::string decimal(double value)
{
    if (value == 0)
        return "0";
    std::string text = toText(value);
    for (int digits = 14; text.size() > 16 && digits > 0; --digits)
        text = toText(value, digits);
    return text;
}

std::string decimals(std::initializer_list<double> values)
{
    std::string text;
    for (double v : values)
        text += (text.empty() ? "" : "\\") + decimal(v);
    return text;
}

void checkText(const std::string& text, const char* what)
{
    const bool odd = std::any_of(text.begin(), text.end(), [](unsigned char c) { return c < 32 || c == '\\'; });
    if (text.size() > 64 || odd)
        throw Error(ErrorCode::BadInput, filled("The %1 does not fit a DICOM header.", {what}),
                    "Use at most 64 characters, no backslash and no line break.");
}

void checkDigits(const std::string& text, std::size_t length, const char* what)
{
    const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!text.empty() && (text.size() != length || !digits))
        throw Error(ErrorCode::BadInput, filled("The %1 is not a DICOM date or time.", {what}),
                    "Write dates as YYYYMMDD and times as HHMMSS.");
}

void checkFacts(const SeriesFacts& facts)
{
    checkText(facts.patientName, term("patient's name"));
    checkText(facts.patientId, term("patient's id"));
    checkText(facts.studyDescription, term("study description"));
    checkText(facts.seriesDescription, term("series description"));
    checkDigits(facts.birthDate, 8, term("birth date"));
    checkDigits(facts.studyDate, 8, term("study date"));
    checkDigits(facts.studyTime, 6, term("study time"));
    if (!facts.sex.empty() && facts.sex != "M" && facts.sex != "F" && facts.sex != "O")
        throw Error(ErrorCode::BadInput, "The sex is none that DICOM knows.", "Use M, F, O or nothing.");
    for (const std::string* uid : {&facts.studyUid, &facts.seriesUid, &facts.frameOfReferenceUid})
        if (!uid->empty() && DcmUniqueIdentifier::checkStringValue(OFString(uid->c_str()), "1").bad())
            throw Error(ErrorCode::BadInput, "A UID is not valid.",
                        "Use digits and dots, at most 64 characters, or leave it empty.");
}

struct Uids
{
    std::string study, series, frame;

    Uids(const SeriesFacts& facts, const Volume& volume)
    {
        study = facts.studyUid.empty() ? derivedUid(facts.seed, "study") : facts.studyUid;
        frame = facts.frameOfReferenceUid.empty() ? derivedUid(facts.seed, "frame of reference")
                                                  : facts.frameOfReferenceUid;
        // The voxels too: one UID must never name two different images.
        series = facts.seriesUid.empty()
                     ? derivedUid(facts.seed, "series " + toText(std::int64_t(facts.seriesNumber)) + " " +
                                                  facts.seriesDescription + " " + volume.key().hex())
                     : facts.seriesUid;
    }
};

/// All but what differs from slice to slice.
void putSeries(DcmItem& d, const Volume& volume, const SeriesFacts& facts, const Uids& uids)
{
    const Grid& grid = volume.grid();
    put(d, DCM_SpecificCharacterSet, "ISO_IR 192");
    put(d, DCM_ImageType, "ORIGINAL\\PRIMARY\\AXIAL");
    put(d, DCM_SOPClassUID, UID_CTImageStorage);
    for (const DcmTagKey& tag : {DCM_StudyDate, DCM_SeriesDate, DCM_AcquisitionDate, DCM_ContentDate})
        put(d, tag, facts.studyDate);
    for (const DcmTagKey& tag : {DCM_StudyTime, DCM_SeriesTime, DCM_AcquisitionTime, DCM_ContentTime})
        put(d, tag, facts.studyTime);
    put(d, DCM_AccessionNumber, "");
    put(d, DCM_Modality, "CT");
    put(d, DCM_Manufacturer, "Pollux");
    put(d, DCM_ManufacturerModelName, "Digital phantom");
    put(d, DCM_ReferringPhysicianName, "");
    put(d, DCM_StudyDescription, facts.studyDescription);
    put(d, DCM_SeriesDescription, facts.seriesDescription);
    put(d, DCM_PatientName, facts.patientName);
    put(d, DCM_PatientID, facts.patientId);
    put(d, DCM_PatientBirthDate, facts.birthDate);
    put(d, DCM_PatientSex, facts.sex);
    put(d, DCM_BodyPartExamined, "ABDOMEN");
    put(d, DCM_SliceThickness, decimal(grid.spacing.z()));
    put(d, DCM_KVP, "120");
    put(d, DCM_PatientPosition, "HFS");
    put(d, DCM_StudyInstanceUID, uids.study);
    put(d, DCM_SeriesInstanceUID, uids.series);
    put(d, DCM_FrameOfReferenceUID, uids.frame);
    put(d, DCM_PositionReferenceIndicator, "");
    put(d, DCM_StudyID, "1");
    put(d, DCM_SeriesNumber, toText(std::int64_t(facts.seriesNumber)));
    put(d, DCM_AcquisitionNumber, "1");
    const Vec3 i = grid.direction.col(0), j = grid.direction.col(1);
    put(d, DCM_ImageOrientationPatient, decimals({i.x(), i.y(), i.z(), j.x(), j.y(), j.z()}));
    // Row spacing (between rows, along j) comes first.
    put(d, DCM_PixelSpacing, decimals({grid.spacing.y(), grid.spacing.x()}));
    check(d.putAndInsertUint16(DCM_SamplesPerPixel, 1));
    put(d, DCM_PhotometricInterpretation, "MONOCHROME2");
    check(d.putAndInsertUint16(DCM_Rows, static_cast<Uint16>(grid.size[1])));
    check(d.putAndInsertUint16(DCM_Columns, static_cast<Uint16>(grid.size[0])));
    check(d.putAndInsertUint16(DCM_BitsAllocated, 16));
    check(d.putAndInsertUint16(DCM_BitsStored, 16));
    check(d.putAndInsertUint16(DCM_HighBit, 15));
    check(d.putAndInsertUint16(DCM_PixelRepresentation, 1));
    put(d, DCM_WindowCenter, std::to_string(facts.windowCentre));
    put(d, DCM_WindowWidth, std::to_string(facts.windowWidth));
    put(d, DCM_RescaleIntercept, "0");
    put(d, DCM_RescaleSlope, "1");
    put(d, DCM_RescaleType, "HU");
}

std::vector<char> encoded(DcmFileFormat& file)
{
    check(file.validateMetaInfo(EXS_LittleEndianExplicit));
    const std::size_t room = file.calcElementLength(EXS_LittleEndianExplicit, EET_ExplicitLength) + 4096;
    std::vector<char> bytes(room);
    DcmOutputBufferStream stream(bytes.data(), static_cast<offile_off_t>(room));
    file.transferInit();
    check(file.write(stream, EXS_LittleEndianExplicit, EET_ExplicitLength, nullptr));
    file.transferEnd();
    void* data = nullptr;
    offile_off_t length = 0;
    stream.flushBuffer(data, length);
    bytes.resize(static_cast<std::size_t>(length));
    return bytes;
}

// DCMTK's own file output does not report what fails in fclose, so a full disk could pass for success.
void writeWhole(const std::vector<char>& bytes, const std::filesystem::path& path)
{
    std::filesystem::path part = path;
    part += ".part";
    errno = 0;
    std::FILE* f = std::fopen(part.c_str(), "wb");
    if (!f)
        throwIo(errno);
    const bool wrote = std::fwrite(bytes.data(), 1, bytes.size(), f) == bytes.size() && std::fflush(f) == 0;
    int error = wrote ? 0 : errno;
    if (std::fclose(f) != 0 && error == 0)
        error = errno;
    std::error_code ignored, renamed;
    if (wrote && error == 0)
        std::filesystem::rename(part, path, renamed);
    if (!wrote || error != 0 || renamed) {
        std::filesystem::remove(part, ignored);
        throwIo(renamed ? renamed.value() : error);
    }
}

std::string fileName(int slice)
{
    std::string number = toText(std::int64_t(slice + 1));
    if (number.size() < 4)
        number.insert(0, 4 - number.size(), '0');
    return "IM" + number + ".dcm";
}

} // namespace

std::string derivedUid(std::uint64_t seed, const std::string& role)
{
    const ContentKey key = Hasher().add("pollux uid").add(static_cast<std::int64_t>(seed)).add(role).key();
    // A UUID of version 8, "custom" (RFC 9562, 5.8), variant 10.
    const std::uint64_t high = (key.high & ~0xf000ULL) | 0x8000ULL;
    const std::uint64_t low = (key.low & ~(3ULL << 62)) | (1ULL << 63);
    // Long division of the 128 bits by ten, in pieces of 32.
    std::uint32_t pieces[4] = {static_cast<std::uint32_t>(high >> 32), static_cast<std::uint32_t>(high),
                               static_cast<std::uint32_t>(low >> 32), static_cast<std::uint32_t>(low)};
    std::string digits;
    while (pieces[0] || pieces[1] || pieces[2] || pieces[3]) {
        std::uint64_t rest = 0;
        for (std::uint32_t& piece : pieces) {
            const std::uint64_t value = rest << 32 | piece;
            piece = static_cast<std::uint32_t>(value / 10);
            rest = value % 10;
        }
        digits.insert(digits.begin(), static_cast<char>('0' + rest));
    }
    return "2.25." + digits;
}

void writeCtSeries(const Volume& volume, const SeriesFacts& facts, const std::filesystem::path& folder, const Job& job)
{
    if (volume.empty() || volume.type() != VoxelType::Int16)
        throw Error(ErrorCode::BadInput, "Only a CT with 16-bit signed voxels can be written.",
                    "Convert the volume to Int16 HU first.");
    const Grid& grid = volume.grid();
    checkGrid(grid);
    if (grid.size[0] > 65535 || grid.size[1] > 65535)
        throw Error(ErrorCode::BadInput, "A slice is wider than DICOM allows.", "Use at most 65535 pixels a side.");
    checkFacts(facts);

    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        throwIo(error.value());
    if (std::filesystem::exists(folder / fileName(0), error))
        throw Error(ErrorCode::BadInput, "The folder already holds a series.", "Choose an empty folder.");

    const Uids uids(facts, volume);
    const std::span<const std::int16_t> voxels = volume.as<std::int16_t>();
    const std::int64_t perSlice = std::int64_t(grid.size[0]) * grid.size[1];
    for (int k = 0; k < grid.size[2]; ++k) {
        job.progress(static_cast<double>(k) / grid.size[2], "Writing DICOM");
        DcmFileFormat file;
        DcmDataset& d = *file.getDataset();
        putSeries(d, volume, facts, uids);
        put(d, DCM_SOPInstanceUID,
            derivedUid(facts.seed, "image " + toText(std::int64_t(k)) + " " + uids.series + " " + volume.key().hex()));
        put(d, DCM_InstanceNumber, toText(std::int64_t(k + 1)));
        const Vec3 p = grid.toPatient(0, 0, k);
        put(d, DCM_ImagePositionPatient, decimals({p.x(), p.y(), p.z()}));
        const std::int16_t* slice = voxels.data() + k * perSlice;
        check(d.putAndInsertUint16Array(DCM_PixelData, reinterpret_cast<const Uint16*>(slice),
                                        static_cast<unsigned long>(perSlice)));
        writeWhole(encoded(file), folder / fileName(k));
    }
    job.progress(1, "Writing DICOM");
}

} // namespace pollux
