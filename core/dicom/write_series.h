#pragma once

#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace pollux {

/// The header of a series that Pollux writes itself. Text is UTF-8.
struct SeriesFacts
{
    std::string patientName = "Phantom^Torso";
    std::string patientId = "POLLUX-DEMO";
    std::string birthDate = "19700101";
    std::string sex = "O";
    std::string studyDescription = "Digital torso phantom";
    std::string seriesDescription = "Portal venous";
    std::string studyUid;            ///< made from `seed` if empty
    std::string seriesUid;           ///< made from `seed`, series number, description and voxels if empty
    std::string frameOfReferenceUid; ///< made from `seed` if empty
    std::string studyDate = "20260101";
    std::string studyTime = "120000";
    int seriesNumber = 1;
    int windowCentre = 40; ///< what viewers start with
    int windowWidth = 400;
    std::uint64_t seed = 1; ///< UIDs derive from it, so the same phantom is the same study
};

/// A valid UID below 2.25 (a UUID as a decimal number) that only `seed` and `role` decide.
std::string derivedUid(std::uint64_t seed, const std::string& role);

/// Writes `volume` (Int16 HU, orthonormal grid) as a CT Image Storage series, one file a slice (IM0001.dcm ... in the
/// order of k), explicit VR little endian, zero preamble, rescale slope 1 and intercept 0. Makes the folder.
/// A file appears under its name only when it is complete. Files pass dciodvfy without an Error.
/// Throws Error: BadInput (other voxel type, fact that DICOM cannot hold, folder that already holds IM0001.dcm),
/// Io naming what to do (disk full, no permission), Cancelled.
void writeCtSeries(const Volume& volume, const SeriesFacts& facts, const std::filesystem::path& folder, const Job& job);

} // namespace pollux
