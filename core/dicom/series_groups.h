#pragma once

#include "core/dicom/scan_detail.h"

#include <vector>

namespace pollux {

/// A found series with what loads it; the two are put into one order later.
struct FoundWithDetail
{
    SeriesFound found;
    SeriesDetail detail;
};

/// Makes series of the files that were read: groups images, builds their stacks, names the rest. `files` without those
/// that are no DICOM; the numbers in the result refer to it.
std::vector<FoundWithDetail> groupSeries(const Source& source, const std::vector<FileHeader>& files, const Job& job);

} // namespace pollux
