#pragma once

#include "core/image/io/file_header.h"

namespace pollux {

/// Throws Error (BadInput) if packed voxels are cut short or fail their checksum: the toolkit reads such NIfTI and
/// MetaImage files without a word, the rest of the volume zero. Does nothing for files that are not packed. One pass
/// over the file with zlib, 0.5 MiB of memory.
void checkPackedData(const FileClaim& claim);

} // namespace pollux
