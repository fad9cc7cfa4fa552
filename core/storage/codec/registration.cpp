#include "core/image/registration/displacement_field.h"
#include "core/storage/codec/shapes.h"

namespace pollux {

namespace {

constexpr std::array<const char*, 3> kComponents{"ux", "uy", "uz"};

} // namespace

EncodedObject encode(const Registration& r)
{
    EncodedObject out{std::string(name(Kind::Registration)), schemaOf(Kind::Registration), {}, {}};
    Json linear = Json::array();
    for (Eigen::Index row = 0; row < 3; ++row)
        linear.push_back(toJson(Vec3(r.map.linear.row(row))));
    const Json json = {{"name", jsonText(r.name)},       {"fixed", r.fixed.text()},
                       {"moving", r.moving.text()},      {"linear", std::move(linear)},
                       {"offset", toJson(r.map.offset)}, {"grid", r.field ? toJson(r.field->grid) : Json(nullptr)},
                       {"values", toJson(r.values)},     {"findings", toJson(r.findings)}};
    out.json = dumped(json);
    if (r.field)
        for (size_t a = 0; a < 3; ++a) {
            const auto& s = r.field->grid.size;
            out.arrays.push_back({kComponents[a], imageArray(ElementType::Float32, {s[0], s[1], s[2]}),
                                  std::as_bytes(std::span(r.field->u[a])), r.field});
        }
    return out;
}

Registration decodeRegistration(const Json& json, const StoredArrays& arrays)
{
    Registration r;
    r.name = textField(json, "name");
    r.fixed = idField(json, "fixed");
    r.moving = idField(json, "moving");
    const Json& linear = listField(json, "linear");
    if (linear.size() != 3)
        badField("linear");
    for (size_t row = 0; row < 3; ++row)
        r.map.linear.row(Eigen::Index(row)) = vec3Of(linear[row]).transpose();
    r.map.offset = vec3Of(field(json, "offset"));
    if (!field(json, "grid").is_null()) {
        DisplacementField f;
        f.grid = gridField(json, "grid");
        for (size_t a = 0; a < 3; ++a)
            f.u[a] = arrays.list<float>(kComponents[a], f.grid.voxels());
        r.field = std::make_shared<const DisplacementField>(std::move(f));
    }
    r.values = namedQuantities(json, "values");
    r.findings = findingsField(json, "findings");
    return r;
}

} // namespace pollux
