#pragma once

// Small DICOM files made by the tests: a value that is known at every place.

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace synthetic {

struct Slice
{
    double x = 0, y = 0, z = 0;
    std::string orientation = "1\\0\\0\\0\\1\\0";
    int rows = 12, columns = 16;
    std::string modality = "CT";
    std::string patientId = "T1", patientName = "Test^One";
    std::string study = "1.2.826.0.1.3680043.2.1143.1", series = "1.2.826.0.1.3680043.2.1143.2";
    std::string frameOfReference = "1.2.826.0.1.3680043.2.1143.3";
    int instance = 1;
    std::string slope = "1", intercept = "0";
    int bitsStored = 16;
    bool isSigned = true;
    int padding = 0;
    bool hasPadding = false;
    std::vector<std::pair<DcmTagKey, std::string>> more;
    std::function<int(int i, int j)> value; ///< stored value; default: 100 * i + j
    E_TransferSyntax syntax = EXS_LittleEndianExplicit;
    std::string uid; ///< SOP instance; made from `number` if empty
};

inline void write(const Slice& s, const std::filesystem::path& path, int number)
{
    DcmFileFormat file;
    DcmDataset& d = *file.getDataset();
    const auto put = [&](const DcmTagKey& tag, const std::string& text) { d.putAndInsertString(tag, text.c_str()); };
    put(DCM_SOPClassUID, s.modality == "MR"   ? UID_MRImageStorage
                         : s.modality == "PT" ? UID_PositronEmissionTomographyImageStorage
                                              : UID_CTImageStorage);
    put(DCM_SOPInstanceUID, s.uid.empty() ? "1.2.826.0.1.3680043.2.1143.9." + std::to_string(number + 1) : s.uid);
    put(DCM_Modality, s.modality);
    put(DCM_PatientID, s.patientId);
    put(DCM_PatientName, s.patientName);
    put(DCM_StudyInstanceUID, s.study);
    put(DCM_SeriesInstanceUID, s.series);
    put(DCM_FrameOfReferenceUID, s.frameOfReference);
    put(DCM_InstanceNumber, std::to_string(s.instance));
    put(DCM_ImagePositionPatient, std::to_string(s.x) + "\\" + std::to_string(s.y) + "\\" + std::to_string(s.z));
    put(DCM_ImageOrientationPatient, s.orientation);
    put(DCM_PixelSpacing, "2\\1.5");
    put(DCM_PhotometricInterpretation, "MONOCHROME2");
    put(DCM_RescaleSlope, s.slope);
    put(DCM_RescaleIntercept, s.intercept);
    d.putAndInsertUint16(DCM_SamplesPerPixel, 1);
    d.putAndInsertUint16(DCM_Rows, static_cast<Uint16>(s.rows));
    d.putAndInsertUint16(DCM_Columns, static_cast<Uint16>(s.columns));
    d.putAndInsertUint16(DCM_BitsAllocated, 16);
    d.putAndInsertUint16(DCM_BitsStored, static_cast<Uint16>(s.bitsStored));
    d.putAndInsertUint16(DCM_HighBit, static_cast<Uint16>(s.bitsStored - 1));
    d.putAndInsertUint16(DCM_PixelRepresentation, s.isSigned ? 1 : 0);
    for (const auto& [tag, text] : s.more)
        put(tag, text);
    if (s.hasPadding)
        d.putAndInsertUint16(DcmTag(DCM_PixelPaddingValue, s.isSigned ? EVR_SS : EVR_US),
                             static_cast<Uint16>(s.padding));
    std::vector<Uint16> pixels;
    const int mask = s.bitsStored == 16 ? 0xffff : (1 << s.bitsStored) - 1;
    for (int j = 0; j < s.rows; ++j)
        for (int i = 0; i < s.columns; ++i)
            pixels.push_back(static_cast<Uint16>((s.value ? s.value(i, j) : 100 * i + j) & mask));
    d.putAndInsertUint16Array(DCM_PixelData, pixels.data(), static_cast<unsigned long>(pixels.size()));
    file.saveFile(path.c_str(), s.syntax);
}

/// A stack along z; `edit` may change each slice.
inline void writeStack(const std::filesystem::path& folder, int count, double step,
                       const std::function<void(Slice&, int)>& edit = {})
{
    std::filesystem::create_directories(folder);
    for (int k = 0; k < count; ++k) {
        Slice s;
        s.z = k * step;
        s.instance = count - k; // the wrong way round on purpose: the position counts
        s.value = [k](int i, int j) { return 1000 * k + 10 * i + j; };
        if (edit)
            edit(s, k);
        write(s, folder / ("f" + std::to_string((k * 11) % count)), k);
    }
}

} // namespace synthetic
