#include "core/storage/codec/shapes.h"

namespace pollux {

EncodedObject encode(const Structure& s)
{
    EncodedObject out{std::string(name(Kind::Structure)), schemaOf(Kind::Structure), {}, {}};
    const Json json = {{"name", jsonText(s.name)},
                       {"anatomy", jsonText(s.anatomy)},
                       {"colour", s.colour},
                       {"state", name(s.state)},
                       {"confirmedBy", jsonText(s.confirmedBy)},
                       {"confirmedAt", jsonText(s.confirmedAt)},
                       {"quality", jsonOptional(s.quality, jsonNumber)},
                       {"qualityText", jsonText(s.qualityText)},
                       {"mask", s.mask ? encodeMask(*s.mask, "mask", out.arrays) : Json(nullptr)},
                       {"surface", s.surface ? encodeSurface(*s.surface, "surface", out.arrays) : Json(nullptr)},
                       {"tree", s.tree ? encodeTree(*s.tree, "tree", out.arrays) : Json(nullptr)},
                       {"measures", toJson(s.measures)}};
    out.json = dumped(json);
    return out;
}

Structure decodeStructure(const Json& json, const StoredArrays& arrays)
{
    Structure s;
    s.name = textField(json, "name");
    s.anatomy = textField(json, "anatomy");
    const Json& colour = listField(json, "colour");
    if (colour.size() != s.colour.size())
        badField("colour");
    for (size_t i = 0; i < s.colour.size(); ++i)
        s.colour[i] = static_cast<std::uint8_t>(integerField(Json{{"colour", colour[i]}}, "colour", 0, 255));
    s.state = enumField(json, "state", ConfirmState::Confirmed);
    s.confirmedBy = textField(json, "confirmedBy");
    s.confirmedAt = textField(json, "confirmedAt");
    s.quality = optionalNumber(json, "quality");
    s.qualityText = textField(json, "qualityText");
    if (const Json& mask = field(json, "mask"); !mask.is_null())
        s.mask = std::make_shared<const Mask>(decodeMask(mask, "mask", arrays));
    if (const Json& surface = field(json, "surface"); !surface.is_null())
        s.surface = std::make_shared<const Surface>(decodeSurface(surface, "surface", arrays));
    if (const Json& tree = field(json, "tree"); !tree.is_null())
        s.tree = std::make_shared<const Tree>(decodeTree(tree, "tree", arrays));
    s.measures = namedQuantities(json, "measures");
    return s;
}

} // namespace pollux
