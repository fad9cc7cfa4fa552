#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pollux {

/// What one element of a stored array is. Little-endian in the file.
enum class ElementType { UInt8, Int16, UInt16, Int32, UInt32, Float32, Float64 };
std::string_view name(ElementType type); ///< "uint8", "int16", ...
std::optional<ElementType> elementTypeFromName(std::string_view name);
int bytesPerElement(ElementType type);

template <class T>
constexpr ElementType elementTypeOf();
template <>
constexpr ElementType elementTypeOf<std::uint8_t>()
{
    return ElementType::UInt8;
}
template <>
constexpr ElementType elementTypeOf<std::int16_t>()
{
    return ElementType::Int16;
}
template <>
constexpr ElementType elementTypeOf<std::uint16_t>()
{
    return ElementType::UInt16;
}
template <>
constexpr ElementType elementTypeOf<std::int32_t>()
{
    return ElementType::Int32;
}
template <>
constexpr ElementType elementTypeOf<std::uint32_t>()
{
    return ElementType::UInt32;
}
template <>
constexpr ElementType elementTypeOf<float>()
{
    return ElementType::Float32;
}
template <>
constexpr ElementType elementTypeOf<double>()
{
    return ElementType::Float64;
}

/// A stored array: up to three axes, the first one fastest, cut into bricks of equal shape (smaller at the far ends).
struct ArrayInfo
{
    ElementType type = ElementType::UInt8;
    std::array<std::int64_t, 3> shape{0, 1, 1};
    std::array<std::int64_t, 3> brick{1, 1, 1};

    bool operator==(const ArrayInfo&) const = default;
    std::int64_t elements() const { return shape[0] * shape[1] * shape[2]; }
    std::int64_t bytes() const { return elements() * bytesPerElement(type); }
    std::array<std::int64_t, 3> brickCounts() const;
    std::int64_t bricks() const;

    std::string shapeText() const; ///< "512x512x300"
    std::string brickText() const;
    /// "int16 512x512x300 64x64x64": for UnknownObject::arrayShapes.
    std::string text() const;
    /// nullopt if malformed or out of bounds.
    static std::optional<ArrayInfo> fromText(std::string_view text);
};

/// Bricks of 64^3.
ArrayInfo imageArray(ElementType type, const std::array<int, 3>& size);
/// A row of numbers, in pieces of 65536.
ArrayInfo listArray(ElementType type, std::int64_t elements);

/// True if sizes are not negative and no larger than a case may hold: 2^33 elements, bricks of at most 4 MiB.
bool isValid(const ArrayInfo& info);

} // namespace pollux
