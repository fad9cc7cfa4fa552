#pragma once

// Segmentations, structure sets, mask slices and NIfTI label maps made by the tests.

#include "core/base/text.h"
#include "core/case/objects.h"
#include "core/geometry/grid.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

namespace synthetic {

using pollux::Grid;
using pollux::Vec3;

inline std::string triple(const Vec3& v)
{
    return pollux::toText(v.x(), 4) + "\\" + pollux::toText(v.y(), 4) + "\\" + pollux::toText(v.z(), 4);
}

/// An image of nothing: labels only need its grid.
inline pollux::VolumeObject blank(const Grid& grid)
{
    pollux::VolumeObject v;
    v.name = "Reference";
    v.modality = "CT";
    v.frameOfReference = "1.2.826.0.1.3680043.2.1143.3";
    v.volume = pollux::Volume(grid, std::vector<std::uint8_t>(static_cast<std::size_t>(grid.voxels())));
    return v;
}

inline void putIdentity(DcmDataset& d, const char* sopClass, const char* modality)
{
    d.putAndInsertString(DCM_SOPClassUID, sopClass);
    d.putAndInsertString(DCM_SOPInstanceUID, "1.2.826.0.1.3680043.2.1143.77.1");
    d.putAndInsertString(DCM_Modality, modality);
    d.putAndInsertString(DCM_PatientID, "T1");
    d.putAndInsertString(DCM_PatientName, "Test^One");
    d.putAndInsertString(DCM_StudyInstanceUID, "1.2.826.0.1.3680043.2.1143.1");
    d.putAndInsertString(DCM_SeriesInstanceUID, "1.2.826.0.1.3680043.2.1143.78");
    d.putAndInsertString(DCM_FrameOfReferenceUID, "1.2.826.0.1.3680043.2.1143.3");
}

struct SegmentSpec
{
    std::string label;
    std::function<int(int i, int j, int k)> value; ///< 0 or 1; fractional: 0..200
    std::string snomed;
};

/// One frame for each segment and each slice where it has something; the frames of all segments are mixed.
inline void writeSegmentation(const std::filesystem::path& path, const Grid& grid,
                              const std::vector<SegmentSpec>& segments, bool fractional = false,
                              const std::function<void(DcmDataset&)>& edit = {})
{
    DcmFileFormat file;
    DcmDataset& d = *file.getDataset();
    putIdentity(d, UID_SegmentationStorage, "SEG");
    d.putAndInsertString(DCM_PhotometricInterpretation, "MONOCHROME2");
    d.putAndInsertString(DCM_SegmentationType, fractional ? "FRACTIONAL" : "BINARY");
    if (fractional) {
        d.putAndInsertString(DCM_SegmentationFractionalType, "PROBABILITY");
        d.putAndInsertUint16(DCM_MaximumFractionalValue, 200);
    }
    const int bits = fractional ? 8 : 1;
    d.putAndInsertUint16(DCM_SamplesPerPixel, 1);
    d.putAndInsertUint16(DCM_Rows, static_cast<Uint16>(grid.size[1]));
    d.putAndInsertUint16(DCM_Columns, static_cast<Uint16>(grid.size[0]));
    d.putAndInsertUint16(DCM_BitsAllocated, static_cast<Uint16>(bits));
    d.putAndInsertUint16(DCM_BitsStored, static_cast<Uint16>(bits));
    d.putAndInsertUint16(DCM_HighBit, static_cast<Uint16>(bits - 1));
    d.putAndInsertUint16(DCM_PixelRepresentation, 0);
    DcmItem *shared = nullptr, *item = nullptr;
    d.findOrCreateSequenceItem(DCM_SharedFunctionalGroupsSequence, shared, 0);
    shared->findOrCreateSequenceItem(DCM_PlaneOrientationSequence, item, 0);
    item->putAndInsertString(DCM_ImageOrientationPatient,
                             (triple(grid.direction.col(0)) + "\\" + triple(grid.direction.col(1))).c_str());
    shared->findOrCreateSequenceItem(DCM_PixelMeasuresSequence, item, 0);
    item->putAndInsertString(
        DCM_PixelSpacing, (pollux::toText(grid.spacing.y(), 4) + "\\" + pollux::toText(grid.spacing.x(), 4)).c_str());
    item->putAndInsertString(DCM_SliceThickness, pollux::toText(grid.spacing.z(), 4).c_str());
    std::vector<int> pixels;
    int frames = 0;
    for (std::size_t s = 0; s < segments.size(); ++s) {
        d.findOrCreateSequenceItem(DCM_SegmentSequence, item, static_cast<long>(s));
        item->putAndInsertUint16(DCM_SegmentNumber, static_cast<Uint16>(s + 1));
        item->putAndInsertString(DCM_SegmentLabel, segments[s].label.c_str());
        if (!segments[s].snomed.empty()) {
            DcmItem* code = nullptr;
            item->findOrCreateSequenceItem(DCM_SegmentedPropertyTypeCodeSequence, code, 0);
            code->putAndInsertString(DCM_CodingSchemeDesignator, "SCT");
            code->putAndInsertString(DCM_CodeValue, segments[s].snomed.c_str());
        }
    }
    for (int k = grid.size[2] - 1; k >= 0; --k) // the wrong way round on purpose: the position counts
        for (std::size_t s = 0; s < segments.size(); ++s) {
            std::vector<int> plane;
            bool any = false;
            for (int j = 0; j < grid.size[1]; ++j)
                for (int i = 0; i < grid.size[0]; ++i) {
                    plane.push_back(segments[s].value(i, j, k));
                    any = any || plane.back() != 0;
                }
            if (!any)
                continue;
            pixels.insert(pixels.end(), plane.begin(), plane.end());
            DcmItem *frame = nullptr, *group = nullptr;
            d.findOrCreateSequenceItem(DCM_PerFrameFunctionalGroupsSequence, frame, frames++);
            frame->findOrCreateSequenceItem(DCM_PlanePositionSequence, group, 0);
            group->putAndInsertString(DCM_ImagePositionPatient, triple(grid.toPatient(0, 0, k)).c_str());
            frame->findOrCreateSequenceItem(DCM_SegmentIdentificationSequence, group, 0);
            group->putAndInsertUint16(DCM_ReferencedSegmentNumber, static_cast<Uint16>(s + 1));
        }
    d.putAndInsertString(DCM_NumberOfFrames, std::to_string(frames).c_str());
    std::vector<Uint8> bytes;
    if (fractional)
        for (const int v : pixels)
            bytes.push_back(static_cast<Uint8>(v));
    else {
        bytes.resize((pixels.size() + 7) / 8);
        for (std::size_t n = 0; n < pixels.size(); ++n)
            if (pixels[n])
                bytes[n / 8] = static_cast<Uint8>(bytes[n / 8] | (1 << (n % 8)));
    }
    if (bytes.size() % 2)
        bytes.push_back(0);
    d.putAndInsertUint8Array(DCM_PixelData, bytes.data(), static_cast<unsigned long>(bytes.size()));
    if (edit)
        edit(d);
    file.saveFile(path.c_str(), EXS_LittleEndianExplicit);
}

struct ContourSpec
{
    std::vector<Vec3> points;
    std::string type = "CLOSED_PLANAR";
    std::string raw = {}; ///< in place of the points
};

struct RoiSpec
{
    std::string name;
    std::vector<ContourSpec> contours;
};

inline void writeStructureSet(const std::filesystem::path& path, const std::vector<RoiSpec>& rois,
                              const std::string& frameOfReference = "1.2.826.0.1.3680043.2.1143.3")
{
    DcmFileFormat file;
    DcmDataset& d = *file.getDataset();
    putIdentity(d, UID_RTStructureSetStorage, "RTSTRUCT");
    for (std::size_t r = 0; r < rois.size(); ++r) {
        DcmItem* item = nullptr;
        const std::string number = std::to_string(r + 1);
        d.findOrCreateSequenceItem(DCM_StructureSetROISequence, item, static_cast<long>(r));
        item->putAndInsertString(DCM_ROINumber, number.c_str());
        item->putAndInsertString(DCM_ReferencedFrameOfReferenceUID, frameOfReference.c_str());
        item->putAndInsertString(DCM_ROIName, rois[r].name.c_str());
        d.findOrCreateSequenceItem(DCM_ROIContourSequence, item, static_cast<long>(r));
        item->putAndInsertString(DCM_ReferencedROINumber, number.c_str());
        for (std::size_t c = 0; c < rois[r].contours.size(); ++c) {
            const ContourSpec& spec = rois[r].contours[c];
            std::string text = spec.raw;
            for (const Vec3& p : spec.points)
                text += (text.empty() ? "" : "\\") + triple(p);
            DcmItem* contour = nullptr;
            item->findOrCreateSequenceItem(DCM_ContourSequence, contour, static_cast<long>(c));
            contour->putAndInsertString(DCM_ContourGeometricType, spec.type.c_str());
            contour->putAndInsertString(DCM_NumberOfContourPoints, std::to_string(spec.points.size()).c_str());
            contour->putAndInsertString(DCM_ContourData, text.c_str());
        }
    }
    file.saveFile(path.c_str(), EXS_LittleEndianExplicit);
}

/// Slices of an 8-bit "CT" of 0 and 255, as 3D-IRCADb stores masks.
inline void writeMaskSeries(const std::filesystem::path& folder, const Grid& grid,
                            const std::function<bool(int i, int j, int k)>& inside)
{
    std::filesystem::create_directories(folder);
    for (int k = 0; k < grid.size[2]; ++k) {
        DcmFileFormat file;
        DcmDataset& d = *file.getDataset();
        putIdentity(d, UID_CTImageStorage, "CT");
        d.putAndInsertString(DCM_SOPInstanceUID, ("1.2.826.0.1.3680043.2.1143.79." + std::to_string(k + 1)).c_str());
        d.putAndInsertString(DCM_PhotometricInterpretation, "MONOCHROME2");
        d.putAndInsertString(DCM_ImagePositionPatient, triple(grid.toPatient(0, 0, k)).c_str());
        d.putAndInsertString(DCM_ImageOrientationPatient, "1\\0\\0\\0\\1\\0");
        d.putAndInsertString(
            DCM_PixelSpacing,
            (pollux::toText(grid.spacing.y(), 4) + "\\" + pollux::toText(grid.spacing.x(), 4)).c_str());
        d.putAndInsertUint16(DCM_SamplesPerPixel, 1);
        d.putAndInsertUint16(DCM_Rows, static_cast<Uint16>(grid.size[1]));
        d.putAndInsertUint16(DCM_Columns, static_cast<Uint16>(grid.size[0]));
        d.putAndInsertUint16(DCM_BitsAllocated, 8);
        d.putAndInsertUint16(DCM_BitsStored, 8);
        d.putAndInsertUint16(DCM_HighBit, 7);
        d.putAndInsertUint16(DCM_PixelRepresentation, 0);
        std::vector<Uint8> pixels;
        for (int j = 0; j < grid.size[1]; ++j)
            for (int i = 0; i < grid.size[0]; ++i)
                pixels.push_back(inside(i, j, k) ? 255 : 0);
        if (pixels.size() % 2)
            pixels.push_back(0);
        d.putAndInsertUint8Array(DCM_PixelData, pixels.data(), static_cast<unsigned long>(pixels.size()));
        file.saveFile((folder / ("image_" + std::to_string(k))).c_str(), EXS_LittleEndianExplicit);
    }
}

/// NIfTI-1 of bytes, written by hand (348 bytes of header): axes of `grid` must be those of LPS.
inline void writeNifti(const std::filesystem::path& path, const Grid& grid,
                       const std::function<int(int i, int j, int k)>& value)
{
    std::vector<char> head(352, 0);
    const auto put = [&](std::size_t at, auto v) { std::memcpy(head.data() + at, &v, sizeof v); };
    put(0, std::int32_t(348));
    put(40, std::int16_t(3));
    for (int a = 0; a < 3; ++a) {
        put(42 + 2 * static_cast<std::size_t>(a), static_cast<std::int16_t>(grid.size[static_cast<std::size_t>(a)]));
        put(80 + 4 * static_cast<std::size_t>(a), static_cast<float>(grid.spacing[a]));
    }
    for (std::size_t a = 3; a < 7; ++a)
        put(42 + 2 * a, std::int16_t(1));
    put(70, std::int16_t(2)); // unsigned bytes
    put(72, std::int16_t(8));
    put(76, 1.0f);
    put(108, 352.0f);
    put(112, 1.0f);
    put(123, char(2));         // mm
    put(254, std::int16_t(1)); // sform: scanner coordinates, RAS
    for (int a = 0; a < 3; ++a) {
        const float sign = a < 2 ? -1.0f : 1.0f;
        put(280 + 16 * static_cast<std::size_t>(a) + 4 * static_cast<std::size_t>(a),
            sign * static_cast<float>(grid.spacing[a]));
        put(280 + 16 * static_cast<std::size_t>(a) + 12, sign * static_cast<float>(grid.origin[a]));
    }
    std::memcpy(head.data() + 344, "n+1", 4);
    std::ofstream out(path, std::ios::binary);
    out.write(head.data(), static_cast<std::streamsize>(head.size()));
    for (int k = 0; k < grid.size[2]; ++k)
        for (int j = 0; j < grid.size[1]; ++j)
            for (int i = 0; i < grid.size[0]; ++i)
                out.put(static_cast<char>(value(i, j, k)));
}

} // namespace synthetic
