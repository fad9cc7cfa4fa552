#include "core/storage/codec/shapes.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace pollux {

EncodedObject encode(const Field& f)
{
    // One that does not change is written as before there were times, for programs of then.
    EncodedObject out{std::string(name(Kind::Field)), f.times.empty() ? 1 : schemaOf(Kind::Field), {}, {}};
    Json categories = Json::array();
    for (const std::string& c : f.categories)
        categories.push_back(jsonText(c));
    const Json json = {{"name", jsonText(f.name)},
                       {"unit", unitName(f.unit)},
                       {"surface", encodeSurface(f.surface, "surface", out.arrays)},
                       {"categories", std::move(categories)},
                       {"lowMeans", jsonText(f.lowMeans)},
                       {"highMeans", jsonText(f.highMeans)},
                       {"low", jsonNumber(f.low)},
                       {"high", jsonNumber(f.high)}};
    out.json = dumped(json);
    out.arrays.push_back(listOf("values", f.values));
    out.arrays.push_back(listOf("category", f.category));
    if (!f.times.empty())
        out.arrays.push_back(listOf("times", f.times));
    return out;
}

Field decodeField(const Json& json, const StoredArrays& arrays)
{
    Field f;
    f.name = textField(json, "name");
    f.unit = unitField(json, "unit");
    f.surface = decodeSurface(field(json, "surface"), "surface", arrays);
    f.values = arrays.list<float>("values");
    f.category = arrays.list<std::uint8_t>("category");
    const std::vector<std::string> names = arrays.names();
    if (std::find(names.begin(), names.end(), "times") != names.end()) {
        f.times = arrays.list<double>("times");
        const bool finite = std::all_of(f.times.begin(), f.times.end(), [](double t) { return std::isfinite(t); });
        if (!finite || std::adjacent_find(f.times.begin(), f.times.end(), std::greater_equal<>()) != f.times.end())
            badField("times");
    }
    for (const Json& c : listField(json, "categories"))
        f.categories.push_back(textOf(c));
    f.lowMeans = textField(json, "lowMeans");
    f.highMeans = textField(json, "highMeans");
    f.low = numberField(json, "low");
    f.high = numberField(json, "high");
    return f;
}

EncodedObject encode(const Landmark& l)
{
    const Json json = {{"name", jsonText(l.name)}, {"position", toJson(l.position)}};
    return {std::string(name(Kind::Landmark)), schemaOf(Kind::Landmark), dumped(json), {}};
}

Landmark decodeLandmark(const Json& json)
{
    return {textField(json, "name"), vec3Of(field(json, "position"))};
}

} // namespace pollux
