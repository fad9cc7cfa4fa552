#pragma once

#include "core/dicom/header.h"
#include "core/dicom/import.h"
#include "core/dicom/source.h"
#include "core/dicom/stack.h"

#include <memory>
#include <string>
#include <vector>

namespace pollux {

/// One image of a stack: which file, which frame.
struct ImageRef
{
    int file = 0; ///< in ScanDetail::files
    int frame = 0;
};

/// How one found series is loaded.
struct SeriesDetail
{
    std::vector<ImageRef> images; ///< in slice order; parallel to stack.distances
    Stack stack;
    std::string imageFile; ///< key of a NIfTI, NRRD or MetaImage file; empty for DICOM
    int timePoint = 0;     ///< of such a file
};

/// What a scan keeps for loading: shared by the copies of a ScanResult, never changed.
struct ScanDetail
{
    std::shared_ptr<const Source> source;
    std::vector<FileHeader> files;
    std::vector<SeriesDetail> series; ///< by SeriesFound::index
};

/// First 12 hexadecimal digits of the content key of identity; empty if there is none. Case and outer blanks do not
/// count.
std::string patientKeyOf(const std::string& patientId, const std::string& patientName);

/// Name and phase of a series as the tree shows them; no patient data.
std::string shownName(const SeriesFound& series);

} // namespace pollux
