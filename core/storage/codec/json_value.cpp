#include "core/storage/codec/json_value.h"

#include "core/base/error.h"

#include <climits>

#include <charconv>
#include <cmath>
#include <limits>

namespace pollux {

namespace {

/// As the JSON library sees it: well-formed, shortest, no surrogates (RFC 3629).
bool isUtf8(std::string_view s)
{
    for (size_t i = 0; i < s.size();) {
        const auto c = static_cast<unsigned char>(s[i]);
        const size_t more = c < 0x80                ? 0
                            : c >= 0xc2 && c < 0xe0 ? 1
                            : c >= 0xe0 && c < 0xf0 ? 2
                            : c >= 0xf0 && c < 0xf5 ? 3
                                                    : 9;
        if (more == 9 || i + more >= s.size())
            return false;
        for (size_t n = 1; n <= more; ++n)
            if ((static_cast<unsigned char>(s[i + n]) & 0xc0) != 0x80)
                return false;
        const auto d = more > 0 ? static_cast<unsigned char>(s[i + 1]) : 0;
        if ((c == 0xe0 && d < 0xa0) || (c == 0xed && d > 0x9f) || (c == 0xf0 && d < 0x90) || (c == 0xf4 && d > 0x8f))
            return false;
        i += more + 1;
    }
    return true;
}

Json hexBytes(std::string_view text)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string hex;
    for (const char c : text) {
        hex += digits[static_cast<unsigned char>(c) >> 4];
        hex += digits[static_cast<unsigned char>(c) & 15];
    }
    return {{"bytes", hex}};
}

std::optional<std::string> fromHexBytes(const std::string& hex)
{
    std::string out;
    if (hex.size() % 2 != 0)
        return std::nullopt;
    for (size_t i = 0; i < hex.size(); i += 2) {
        unsigned value = 0;
        const auto r = std::from_chars(hex.data() + i, hex.data() + i + 2, value, 16);
        if (r.ec != std::errc{} || r.ptr != hex.data() + i + 2)
            return std::nullopt;
        out += static_cast<char>(value);
    }
    return out;
}

} // namespace

void badField(const char* key)
{
    throw Error(ErrorCode::BadInput, std::string("field '") + key + "' is missing or not what it should be");
}

Json jsonNumber(double value)
{
    if (std::isfinite(value))
        return value;
    const bool negative = std::signbit(value);
    if (std::isnan(value))
        return negative ? "-nan" : "nan";
    return negative ? "-inf" : "inf";
}

Json jsonText(std::string_view text)
{
    if (isUtf8(text))
        return std::string(text);
    return hexBytes(text);
}

Json toJson(const Vec3& v)
{
    return Json::array({jsonNumber(v.x()), jsonNumber(v.y()), jsonNumber(v.z())});
}

Json toJson(const Grid& grid)
{
    Json direction = Json::array();
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column)
            direction.push_back(jsonNumber(grid.direction(row, column)));
    return {{"size", grid.size},
            {"origin", toJson(grid.origin)},
            {"spacing", toJson(grid.spacing)},
            {"direction", std::move(direction)}};
}

Json toJson(const IndexBox& box)
{
    return {{"min", box.min}, {"max", box.max}};
}

Json toJson(const Findings& findings)
{
    Json list = Json::array();
    for (const Finding& f : findings)
        list.push_back({{"severity", name(f.severity)},
                        {"code", jsonText(f.code)},
                        {"text", jsonText(f.text)},
                        {"advice", jsonText(f.advice)},
                        {"place", jsonOptional(f.place, [](const Vec3& v) { return toJson(v); })},
                        {"limit", jsonText(f.limit)},
                        {"acknowledged", jsonText(f.acknowledged)}});
    return list;
}

Json toJson(const Quantity& q)
{
    return {{"value", jsonNumber(q.value)},
            {"unit", unitName(q.unit)},
            {"sd", jsonOptional(q.standardDeviation, jsonNumber)},
            {"covers", jsonText(q.covers)}};
}

const Json& field(const Json& object, const char* key)
{
    if (!object.is_object())
        badField(key);
    const auto it = object.find(key);
    if (it == object.end())
        badField(key);
    return *it;
}

const Json& listField(const Json& object, const char* key)
{
    const Json& value = field(object, key);
    if (!value.is_array())
        badField(key);
    return value;
}

double numberOf(const Json& value)
{
    if (value.is_number())
        return value.get<double>();
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double inf = std::numeric_limits<double>::infinity();
    if (value == "nan")
        return nan;
    if (value == "-nan")
        return -nan;
    if (value == "inf")
        return inf;
    if (value == "-inf")
        return -inf;
    badField("number");
}

std::string textOf(const Json& value)
{
    if (value.is_string())
        return value.get<std::string>();
    const Json& hex = field(value, "bytes");
    if (hex.is_string())
        if (auto text = fromHexBytes(hex.get<std::string>()))
            return *text;
    badField("bytes");
}

double numberField(const Json& object, const char* key)
{
    return numberOf(field(object, key));
}

std::int64_t integerField(const Json& object, const char* key, std::int64_t min, std::int64_t max)
{
    const Json& value = field(object, key);
    if (!value.is_number_integer() || (value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX))
        badField(key);
    const auto number = value.get<std::int64_t>();
    if (number < min || number > max)
        badField(key);
    return number;
}

bool boolField(const Json& object, const char* key)
{
    const Json& value = field(object, key);
    if (!value.is_boolean())
        badField(key);
    return value.get<bool>();
}

std::string textField(const Json& object, const char* key)
{
    return textOf(field(object, key));
}

Id idField(const Json& object, const char* key)
{
    const std::string text = textField(object, key);
    return text.empty() ? Id() : Id(text);
}

ContentKey keyField(const Json& object, const char* key)
{
    const auto value = ContentKey::fromHex(textField(object, key));
    if (!value)
        badField(key);
    return *value;
}

Vec3 vec3Of(const Json& value)
{
    if (!value.is_array() || value.size() != 3)
        badField("point");
    return {numberOf(value[0]), numberOf(value[1]), numberOf(value[2])};
}

std::optional<double> optionalNumber(const Json& object, const char* key)
{
    const Json& value = field(object, key);
    return value.is_null() ? std::nullopt : std::optional(numberOf(value));
}

std::optional<Vec3> optionalVec3(const Json& object, const char* key)
{
    const Json& value = field(object, key);
    return value.is_null() ? std::nullopt : std::optional(vec3Of(value));
}

namespace {

Index3 index3Field(const Json& object, const char* key)
{
    const Json& list = listField(object, key);
    if (list.size() != 3)
        badField(key);
    Index3 out{};
    for (size_t a = 0; a < 3; ++a)
        out[a] = static_cast<int>(integerField(Json{{key, list[a]}}, key, INT_MIN, INT_MAX));
    return out;
}

} // namespace

Grid gridField(const Json& object, const char* key)
{
    const Json& json = field(object, key);
    Grid grid;
    grid.size = index3Field(json, "size");
    grid.origin = vec3Of(field(json, "origin"));
    grid.spacing = vec3Of(field(json, "spacing"));
    const Json& direction = listField(json, "direction");
    if (direction.size() != 9)
        badField("direction");
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column)
            grid.direction(row, column) = numberOf(direction[static_cast<size_t>(row * 3 + column)]);
    // An empty image has no voxels and need not be a valid grid.
    if (grid.size != Index3{0, 0, 0})
        checkGrid(grid);
    return grid;
}

IndexBox boxField(const Json& object, const char* key)
{
    const Json& json = field(object, key);
    return {index3Field(json, "min"), index3Field(json, "max")};
}

Findings findingsField(const Json& object, const char* key)
{
    Findings findings;
    for (const Json& json : listField(object, key)) {
        Finding f;
        f.severity = enumField(json, "severity", Severity::Stop);
        f.code = textField(json, "code");
        f.text = textField(json, "text");
        f.advice = textField(json, "advice");
        f.place = optionalVec3(json, "place");
        f.limit = textField(json, "limit");
        f.acknowledged = textField(json, "acknowledged");
        findings.push_back(std::move(f));
    }
    return findings;
}

Unit unitField(const Json& object, const char* key)
{
    const auto unit = unitFromName(textField(object, key));
    if (!unit)
        badField(key);
    return *unit;
}

Quantity quantityOf(const Json& value)
{
    return {numberField(value, "value"), unitField(value, "unit"), optionalNumber(value, "sd"),
            textField(value, "covers")};
}

std::string dumped(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json parsedObject(std::string_view text)
{
    Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        throw Error(ErrorCode::BadInput, "its text is not well-formed");
    return json;
}

} // namespace pollux
