#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace pollux {

/// What the toolkit found in a header. Plain numbers: ITK brings an Eigen of its own that does not mix with the
/// system's, and it goes from one process of a build to another as it is.
struct RawImage
{
    enum class Type : std::int32_t { Int8, UInt8, Int16, UInt16, Int32, UInt32, Int64, UInt64, Float32, Float64 };
    Type type = Type::Float32;
    std::int32_t dimensions = 3;
    std::array<std::int64_t, 4> size{1, 1, 1, 1};
    std::array<double, 3> spacing{1, 1, 1};
    std::array<double, 3> origin{0, 0, 0};                      ///< LPS
    std::array<double, 9> direction{1, 0, 0, 0, 1, 0, 0, 0, 1}; ///< row-major; columns are the axes
};
static_assert(std::is_trivially_copyable_v<RawImage>);

/// 0 for a number that is no type.
constexpr std::int64_t bytesPerVoxel(RawImage::Type type)
{
    switch (type) {
    case RawImage::Type::Int8:
    case RawImage::Type::UInt8:
        return 1;
    case RawImage::Type::Int16:
    case RawImage::Type::UInt16:
        return 2;
    case RawImage::Type::Int32:
    case RawImage::Type::UInt32:
    case RawImage::Type::Float32:
        return 4;
    case RawImage::Type::Int64:
    case RawImage::Type::UInt64:
    case RawImage::Type::Float64:
        return 8;
    }
    return 0;
}

} // namespace pollux
