#pragma once

#include "core/image/io/file_header.h"
#include "core/image/io/raw_image.h"

#include <cstddef>
#include <span>

namespace pollux {

/// Puts NaN into `voxels` (of `type`, all of the file's) where a NIfTI file holds NaN or infinity: the toolkit reads
/// those as 0, without a word. Does nothing for other formats and for whole numbers. One pass over the file with zlib.
/// Throws Error (BadInput) if the file ends before its last voxel, (Io).
void restoreMissingNumbers(const FileClaim& claim, RawImage::Type type, std::span<std::byte> voxels);

} // namespace pollux
