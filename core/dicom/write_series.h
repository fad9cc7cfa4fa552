#pragma once

#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <filesystem>
#include <string>

namespace pollux {

struct SeriesFacts
{
    std::string patientName = "Phantom^Torso";
    std::string patientId = "POLLUX-DEMO";
    std::string birthDate = "19700101";
    std::string sex = "O";
    std::string studyDescription = "Digital torso phantom";
    std::string seriesDescription = "Portal venous";
    std::string studyUid;  ///< made from `seed` if empty
    std::string seriesUid;
    std::string frameOfReferenceUid;
    std::string studyDate = "20260101";
    std::string studyTime = "120000";
    int seriesNumber = 1;
    std::uint64_t seed = 1; ///< UIDs derive from it, so the same phantom is the same study
};

/// Writes `volume` (Int16 HU, orthonormal grid) as a CT Image Storage series, one file a slice, explicit VR little endian.
/// Files pass dciodvfy without an Error. Throws Error (Io) naming what to do (disk full, no permission).
void writeCtSeries(const Volume& volume, const SeriesFacts& facts, const std::filesystem::path& folder, const Job& job);

} // namespace pollux
