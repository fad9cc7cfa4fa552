#include "core/storage/codec/shapes.h"

namespace pollux {

EncodedObject encode(const Measurement& m)
{
    Json points = Json::array();
    for (const Vec3& p : m.points)
        points.push_back(toJson(p));
    const Json json = {{"name", jsonText(m.name)},
                       {"kind", name(m.kind)},
                       {"points", std::move(points)},
                       {"values", toJson(m.values)},
                       {"note", jsonText(m.note)}};
    return {std::string(name(Kind::Measurement)), schemaOf(Kind::Measurement), dumped(json), {}};
}

Measurement decodeMeasurement(const Json& json)
{
    Measurement m;
    m.name = textField(json, "name");
    m.kind = enumField(json, "kind", MeasurementKind::Diameter);
    for (const Json& p : listField(json, "points"))
        m.points.push_back(vec3Of(p));
    m.values = namedQuantities(json, "values");
    m.note = textField(json, "note");
    return m;
}

} // namespace pollux
