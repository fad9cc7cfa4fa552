#pragma once

#include "core/image/io/file_header.h"

#include <array>
#include <cstddef>
#include <filesystem>
#include <vector>

namespace pollux {

/// What the toolkit read. Plain arrays only: ITK brings an Eigen of its own that does not mix with the system's.
struct RawImage
{
    enum class Type { Int8, UInt8, Int16, UInt16, Int32, UInt32, Int64, UInt64, Float32, Float64 };
    Type type = Type::Float32;
    int dimensions = 3;
    std::array<std::int64_t, 4> size{1, 1, 1, 1};
    std::array<double, 3> spacing{1, 1, 1};
    std::array<double, 3> origin{0, 0, 0};                      ///< LPS
    std::array<double, 9> direction{1, 0, 0, 0, 1, 0, 0, 0, 1}; ///< row-major; columns are the axes
    std::vector<std::byte> voxels;                              ///< empty unless asked for
};

/// Reads a file whose header was checked. Throws Error (BadInput, Unsupported, OutOfMemory).
RawImage readWithToolkit(const std::filesystem::path& path, const FileClaim& claim, bool voxels);

} // namespace pollux
