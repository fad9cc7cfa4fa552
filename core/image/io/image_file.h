#pragma once

#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <filesystem>
#include <string>
#include <vector>

namespace pollux {

/// What the header of a NIfTI, NRRD or MetaImage file says.
struct ImageFileInfo
{
    std::string format;                  ///< "NIfTI", "NRRD", "MetaImage"
    Grid grid;                           ///< of one time point, LPS
    VoxelType type = VoxelType::Float32; ///< as it will be loaded
    int timePoints = 1;
    bool integral = true; ///< stored as integers, without a fractional scale
    bool placed = true;   ///< the file states an orientation; otherwise the axes were assumed
    bool skewed = false;  ///< the axes were not at right angles and were straightened
};

/// True by file name: .nii, .nii.gz, .hdr (with .img), .nrrd, .nhdr, .mha, .mhd.
bool isImageFileName(const std::filesystem::path& path);

/// Reads and checks the header: sizes, type, and that the voxels can be in the file. The toolkit's part of it runs in
/// a worker process (pollux-reader), so that no file can end this one. Throws Error: BadInput (damaged, or not a scalar
/// image), Unsupported, Io, Internal (the installation is incomplete), Cancelled.
ImageFileInfo probeImageFile(const std::filesystem::path& path, const Job& job);

/// Reads the voxels of one time point, by a worker as above. Scale and offset of the header are applied; what is no
/// finite float is NaN: whoever keeps the volume says what becomes of it. Throws Error as above, and OutOfMemory beyond
/// 4 GiB.
Volume readImageFile(const std::filesystem::path& path, int timePoint, const Job& job);

} // namespace pollux
