#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace pollux {

/// Decodes one grey JPEG 2000 code stream to rows x columns little-endian values of `bytesPerPixel` (1 or 2).
/// The stream's own size is checked against rows and columns before anything is decoded. Throws Error (BadInput).
std::vector<std::byte> decodeJpeg2000(std::span<const std::byte> stream, int rows, int columns, int bytesPerPixel);

} // namespace pollux
