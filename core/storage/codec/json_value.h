#pragma once

#include "core/base/content_key.h"
#include "core/base/id.h"
#include "core/base/quantity.h"
#include "core/case/finding.h"
#include "core/geometry/grid.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace pollux {

using Json = nlohmann::json;

// Values to JSON so that they come back bit for bit: numbers that JSON does not know ("nan", "inf", "-inf") and text
// that is no UTF-8 ({"bytes": "hex"}) included.

Json jsonNumber(double value);
Json jsonText(std::string_view text);
Json toJson(const Vec3& v);
Json toJson(const Grid& grid);
Json toJson(const IndexBox& box);
Json toJson(const Findings& findings);
Json toJson(const Quantity& quantity);
template <class T, class F>
Json jsonOptional(const std::optional<T>& value, F&& convert)
{
    return value ? Json(convert(*value)) : Json(nullptr);
}

// And back. All throw Error (BadInput) naming the field if it is missing or of another kind.

const Json& field(const Json& object, const char* key);
const Json& listField(const Json& object, const char* key); ///< an array
double numberOf(const Json& value);
std::string textOf(const Json& value);
double numberField(const Json& object, const char* key);
std::int64_t integerField(const Json& object, const char* key, std::int64_t min, std::int64_t max);
bool boolField(const Json& object, const char* key);
std::string textField(const Json& object, const char* key);
Id idField(const Json& object, const char* key); ///< may be empty
ContentKey keyField(const Json& object, const char* key);
Vec3 vec3Of(const Json& value);
std::optional<double> optionalNumber(const Json& object, const char* key);
std::optional<Vec3> optionalVec3(const Json& object, const char* key);
Grid gridField(const Json& object, const char* key);
IndexBox boxField(const Json& object, const char* key);
Findings findingsField(const Json& object, const char* key);
Unit unitField(const Json& object, const char* key);
Quantity quantityOf(const Json& value);
[[noreturn]] void badField(const char* key);

/// Enumerations are stored by name(). `last` is the last enumerator.
template <class E>
E enumField(const Json& object, const char* key, E last)
{
    const std::string text = textField(object, key);
    for (int i = 0; i <= static_cast<int>(last); ++i)
        if (name(static_cast<E>(i)) == text)
            return static_cast<E>(i);
    badField(key);
}

/// One line of text; never throws for what jsonText() and jsonNumber() made.
std::string dumped(const Json& json);
/// Throws Error (BadInput) if it is no JSON object.
Json parsedObject(std::string_view text);

} // namespace pollux
