#pragma once

#include <array>
#include <cstdint>
#include <filesystem>

namespace pollux {

/// What a header claims, read and checked without any toolkit: the toolkits' own readers trust these numbers.
struct FileClaim
{
    enum class Format { Nifti, Nrrd, Meta };
    Format format = Format::Nifti;
    std::array<std::int64_t, 4> size{1, 1, 1, 1}; ///< i, j, k, time
    int bytesPerVoxel = 0;
    bool integral = true;
    bool placed = false;        ///< states an orientation
    std::filesystem::path data; ///< the file with the voxels
    std::int64_t dataAt = 0;    ///< where they start: in that file, or for NIfTI in what it unpacks to
    bool swapped = false;       ///< NIfTI: in the byte order that this machine has not
    bool packed = false;        ///< by gzip or zlib, from `dataAt` on (NIfTI: the whole file)
};

/// Throws Error: BadInput (damaged; says more voxels than the file can hold), Unsupported (vectors, colours), Io.
FileClaim checkFileHeader(const std::filesystem::path& path);

} // namespace pollux
