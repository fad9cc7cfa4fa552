#include "core/storage/codec/shapes.h"

namespace pollux {

EncodedObject encode(const Field& f)
{
    EncodedObject out{std::string(name(Kind::Field)), schemaOf(Kind::Field), {}, {}};
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
