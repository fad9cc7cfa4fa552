#pragma once

// For .cpp files of this module only: how each kind of label file becomes structures.

#include "core/dicom/import.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pollux {

/// A structure from what a file calls it: name, anatomy (by SNOMED CT code first, then by name) and colour.
Structure namedStructure(const std::string& label, const std::string& snomedCode = {});

/// Most structures one file may hold: RTSTRUCTs and segmentations have tens, rarely hundreds.
inline constexpr std::size_t kMostLabels = 1000;

/// Text of a file fit to be shown: at most 128 characters, what is no valid UTF-8 or not printable as '?', no blanks
/// around.
std::string cleanLabel(std::string_view text);

/// Stops a small file from asking for masks beyond all memory (4 GiB together).
class MaskBudget
{
public:
    void take(const Mask& mask); ///< throws Error (OutOfMemory)

private:
    std::int64_t m_taken = 0;
};

Finding labelFinding(Severity severity, std::string code, std::string text, std::string advice);

/// DICOM Segmentation (binary and fractional; fractional is cut at one half).
LabelsFound readSegmentation(const ScanResult& scan, const SeriesFound& series, const VolumeObject& reference,
                             const Job& job);
/// RT Structure Set: closed planar contours, even-odd, voxel centres at whole indices.
LabelsFound readStructureSet(const ScanResult& scan, const SeriesFound& series, const VolumeObject& reference,
                             const Job& job);
/// Image whose values are labels: a mask series, or a NIfTI, NRRD or MetaImage file.
LabelsFound readLabelImage(const ScanResult& scan, const SeriesFound& series, const VolumeObject& reference,
                           const Job& job);

/// `mask` on the reference's grid; as it is if the geometry is the same. Adds a finding where it had to be resampled.
Mask onReference(const Mask& mask, const VolumeObject& reference, const std::string& name, Findings& findings,
                 const Job& job);

} // namespace pollux
