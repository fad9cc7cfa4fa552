#include "core/storage/codec/array_info.h"

#include "core/base/text.h"

#include <algorithm>
#include <vector>

namespace pollux {

namespace {

constexpr std::int64_t kMaxElements = std::int64_t(1) << 33; // as checkGrid()
constexpr std::int64_t kMaxBrickBytes = std::int64_t(4) << 20;
constexpr std::int64_t kMaxBricks = std::int64_t(1) << 20;
constexpr int kBrickSide = 64;
constexpr std::int64_t kListPiece = 65536;

struct TypeRow
{
    ElementType type;
    std::string_view name;
    int bytes;
};
constexpr TypeRow kTypes[] = {{ElementType::UInt8, "uint8", 1},    {ElementType::Int16, "int16", 2},
                              {ElementType::UInt16, "uint16", 2},  {ElementType::Int32, "int32", 4},
                              {ElementType::UInt32, "uint32", 4},  {ElementType::Float32, "float32", 4},
                              {ElementType::Float64, "float64", 8}};

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos)
            return parts;
        text.remove_prefix(at + 1);
    }
}

std::optional<std::array<std::int64_t, 3>> sizesFromText(std::string_view text)
{
    const auto parts = split(text, 'x');
    if (parts.size() != 3)
        return std::nullopt;
    std::array<std::int64_t, 3> sizes{};
    for (size_t a = 0; a < 3; ++a) {
        const auto value = parseInt(parts[a]);
        if (!value)
            return std::nullopt;
        sizes[a] = *value;
    }
    return sizes;
}

std::string sizesText(const std::array<std::int64_t, 3>& s)
{
    return toText(s[0]) + "x" + toText(s[1]) + "x" + toText(s[2]);
}

} // namespace

std::string_view name(ElementType type)
{
    return kTypes[static_cast<size_t>(type)].name;
}

std::optional<ElementType> elementTypeFromName(std::string_view name)
{
    for (const TypeRow& row : kTypes)
        if (row.name == name)
            return row.type;
    return std::nullopt;
}

int bytesPerElement(ElementType type)
{
    return kTypes[static_cast<size_t>(type)].bytes;
}

std::array<std::int64_t, 3> ArrayInfo::brickCounts() const
{
    std::array<std::int64_t, 3> counts{};
    for (size_t a = 0; a < 3; ++a)
        counts[a] = (shape[a] + brick[a] - 1) / brick[a];
    return counts;
}

std::int64_t ArrayInfo::bricks() const
{
    const auto c = brickCounts();
    return c[0] * c[1] * c[2];
}

std::string ArrayInfo::shapeText() const
{
    return sizesText(shape);
}

std::string ArrayInfo::brickText() const
{
    return sizesText(brick);
}

std::string ArrayInfo::text() const
{
    return std::string(name(type)) + " " + shapeText() + " " + brickText();
}

std::optional<ArrayInfo> ArrayInfo::fromText(std::string_view text)
{
    const auto parts = split(text, ' ');
    if (parts.size() != 3)
        return std::nullopt;
    const auto type = elementTypeFromName(parts[0]);
    const auto shape = sizesFromText(parts[1]);
    const auto brick = sizesFromText(parts[2]);
    if (!type || !shape || !brick)
        return std::nullopt;
    const ArrayInfo info{*type, *shape, *brick};
    return isValid(info) ? std::optional(info) : std::nullopt;
}

ArrayInfo imageArray(ElementType type, const std::array<int, 3>& size)
{
    return {type, {size[0], size[1], size[2]}, {kBrickSide, kBrickSide, kBrickSide}};
}

ArrayInfo listArray(ElementType type, std::int64_t elements)
{
    return {type, {elements, 1, 1}, {kListPiece, 1, 1}};
}

bool isValid(const ArrayInfo& info)
{
    std::int64_t elements = 1;
    std::int64_t brick = bytesPerElement(info.type);
    for (size_t a = 0; a < 3; ++a) {
        if (info.shape[a] < 0 || info.shape[a] > kMaxElements || info.brick[a] < 1 || info.brick[a] > kMaxBrickBytes)
            return false;
        if (info.shape[a] > 0 && elements > kMaxElements / info.shape[a])
            return false;
        elements *= info.shape[a];
        brick *= info.brick[a];
        if (brick > kMaxBrickBytes)
            return false;
    }
    return info.bricks() <= kMaxBricks;
}

} // namespace pollux
