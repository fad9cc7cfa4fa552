#pragma once

#include "core/base/content_key.h"
#include "core/storage/codec/array_info.h"

#include <span>
#include <vector>

namespace pollux {

/// How the bytes of a chunk are packed; the number stands in the file.
enum class ChunkCodec { ShuffledZstd = 1 };

/// Bytes of brick `index` before packing (bricks count along the first axis first).
std::int64_t brickBytes(const ArrayInfo& info, std::int64_t index);

/// The elements of one brick as byte planes: all lowest bytes, then all next ones, ... Neighbouring voxels differ
/// little, so the planes compress far better than the numbers. `array` holds the whole array; `planes` is resized.
void shuffleBrick(const ArrayInfo& info, std::int64_t index, std::span<const std::byte> array,
                  std::vector<std::byte>& planes);
/// The inverse: writes the brick to its place in `array`. Different bricks may be written by several threads at once.
void unshuffleBrick(const ArrayInfo& info, std::int64_t index, std::span<const std::byte> planes,
                    std::span<std::byte> array);

/// zstd, level 1, with checksum. `packed` is resized.
void packBrick(std::span<const std::byte> planes, std::vector<std::byte>& packed);
/// Fills `planes`, whose size is what the brick must have. Throws Error (BadInput) unless `packed` is exactly one frame
/// that declares this size and whose checksum fits.
void unpackBrick(std::span<const std::byte> packed, std::span<std::byte> planes);

/// Names an array by its content: hash of type, shapes and the keys of its bricks (each the contentKey of its planes).
ContentKey arrayKey(const ArrayInfo& info, std::span<const ContentKey> bricks);

} // namespace pollux
