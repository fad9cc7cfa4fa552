#pragma once

#include "core/dicom/source.h"
#include "core/geometry/vec.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pollux {

/// What tells images of one place apart (phases, echoes, b-values), in the order they are tried.
enum class SplitKey {
    TemporalPosition,
    CardiacPhase,
    TriggerTime,
    StackId,
    AcquisitionNumber,
    DiffusionBValue,
    ContentTime,
    AcquisitionTime,
    EchoTime,
    InversionTime,
    ImageType,
};
constexpr int kSplitKeys = 11;

/// One image of a file, as its header places it. Lengths in mm, LPS.
struct FrameHeader
{
    int frame = 0;       ///< number within the file, from 0
    bool placed = false; ///< position and orientation are there and finite
    Vec3 position = Vec3::Zero();
    Vec3 row = Vec3::UnitX();    ///< direction of growing column index
    Vec3 column = Vec3::UnitY(); ///< direction of growing row index
    bool spaced = false;         ///< pixel spacing is there and positive
    double spacingX = 1;         ///< between columns
    double spacingY = 1;         ///< between rows
    double thickness = 0;        ///< 0 if not stated; never used as slice distance of a stack
    double slope = 1;
    double intercept = 0;
    int instance = 0;
    std::array<std::string, kSplitKeys> keys;
};

/// How pixels are stored.
enum class PixelCoding { None, Integer, Float, Double };

/// What the scan keeps of one DICOM file. Text is UTF-8.
struct FileHeader
{
    std::size_t member = 0; ///< in Source::members()
    std::string sopClass;
    std::string sopInstance;
    std::string transferSyntax; ///< UID
    std::string studyUid;
    std::string seriesUid;
    std::string frameOfReference;
    std::string modality;
    std::string patientName;
    std::string patientId;
    std::string birthDate;
    std::string sex;
    std::string studyDate;
    std::string studyDescription;
    std::string seriesDescription;
    std::string photometric;
    std::string imageType;
    std::string rescaleType;
    int rows = 0;
    int columns = 0;
    std::int64_t frames = 1; ///< as declared
    int samples = 1;
    int bitsAllocated = 0;
    int bitsStored = 0;
    int highBit = 0;
    bool isSigned = false;
    PixelCoding coding = PixelCoding::None;
    std::optional<int> padding; ///< stored value, signed if the pixels are
    std::optional<double> windowCentre;
    std::optional<double> windowWidth;
    std::vector<std::uint16_t> modalityLut; ///< empty if there is none
    int modalityLutFirst = 0;
    bool lossy = false;
    bool mosaic = false;        ///< many slices tiled in one image
    bool badText = false;       ///< character set missing or wrong
    bool enhanced = false;      ///< geometry came from functional groups
    bool imagerSpacing = false; ///< spacing is that of the detector, not of the patient
    /// Where native little-endian pixels start in the file; 0 if they must be decoded by the toolkit.
    std::uint64_t pixelOffset = 0;
    bool truncated = false; ///< native pixels end beyond the end of the file
    /// One a frame where the file describes its frames one by one and holds them; a single one for what it says of all
    /// (a film loop, a file cut off): `frames` is only a claim, and costs no memory. Empty if the object is no image.
    std::vector<FrameHeader> images;
};

/// Reads the header up to the pixels. Nullopt if it is no DICOM file. Throws Error (BadInput) for a broken one, (Io).
std::optional<FileHeader> readHeader(const Source& source, std::size_t member);

/// Bytes of one uncompressed image, checked; 0 if the header makes no sense.
std::uint64_t frameBytes(const FileHeader& header);

} // namespace pollux
