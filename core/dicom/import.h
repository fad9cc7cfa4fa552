#pragma once

#include "core/case/objects.h"
#include "core/jobs/job.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace pollux {

/// One loadable thing found in a folder, zip, DICOMDIR or file: an image stack, a set of labels, or something refused.
struct SeriesFound
{
    enum class Kind { Image, Segmentation, StructureSet, MaskSeries, Other };

    int index = 0; ///< position in the list, stable for the same input
    Kind kind = Kind::Other;
    Study study;   ///< patient and study facts
    std::string seriesUid;
    std::string modality;
    std::string description;
    std::string phase;       ///< which part of a 4D series, "" if not split
    int files = 0;
    int frames = 0;
    Grid grid;               ///< as it will be loaded; size 0 if it cannot be
    std::string transferSyntax;
    std::string group;       ///< folder inside the source ("MASKS_DICOM/liver"), for mask series' names; never absolute
    Findings gate;           ///< what is wrong, doubtful or was done about it
    bool loadable = false;
    std::vector<std::string> members; ///< internal keys of the files, in slice order
};

/// Why a series cannot be loaded; null if nothing is said. It is the last thing that the gate came to.
const Finding* refusalOf(const SeriesFound& series);

struct ScanDetail; ///< core/dicom/scan_detail.h: the source and the headers, for loading

struct ScanResult
{
    std::filesystem::path source;
    std::vector<SeriesFound> series;   ///< best planning candidate first (CT/MR volume with most slices)
    int filesSeen = 0;
    int filesUnreadable = 0;           ///< not DICOM or broken; named in findings by kind, not by path
    Findings findings;
    std::shared_ptr<const ScanDetail> detail;
};

/// Looks at everything below `source` (folder, zip, DICOMDIR, DICOM file, NIfTI, NRRD, MetaImage).
/// Throws Error: NotFound, Io (no permission), BadInput (empty; nothing readable).
ScanResult scanSource(const std::filesystem::path& source, const Job& job);

/// Reads the voxels of one found image series. Throws Error with the reason of a series that is not loadable.
VolumeObject loadSeries(const ScanResult& scan, const SeriesFound& series, const Job& job);

/// Reads labels (SEG, RTSTRUCT, mask series, label NIfTI/NRRD) onto `reference`'s grid where it has none of its own.
struct LabelsFound
{
    std::vector<Structure> structures;
    Findings findings;
};
LabelsFound loadLabels(const ScanResult& scan, const SeriesFound& series, const VolumeObject& reference, const Job& job);

} // namespace pollux
