#include "core/storage/codec/codec.h"

namespace pollux {

int schemaOf(Kind kind)
{
    switch (kind) {
    case Kind::Study:
    case Kind::Volume:
    case Kind::Structure:
    case Kind::Landmark:
    case Kind::Measurement:
    case Kind::Registration:
    case Kind::Plan:
        return 1;
    case Kind::Field:
        return 2; // since they have times
    case Kind::Unknown:
        break;
    }
    return 0;
}

EncodedObject encode(const UnknownObject& u)
{
    EncodedObject out{u.kind, u.schema, u.json, {}};
    for (size_t i = 0; i < u.arrays.size(); ++i) {
        const auto& [name, bytes] = u.arrays[i];
        std::optional<ArrayInfo> info;
        if (i < u.arrayShapes.size())
            info = ArrayInfo::fromText(u.arrayShapes[i]);
        if (!info || info->bytes() != static_cast<std::int64_t>(bytes.size()))
            info = listArray(ElementType::UInt8, static_cast<std::int64_t>(bytes.size()));
        out.arrays.push_back({name, *info, bytes, nullptr});
    }
    return out;
}

UnknownObject decodeUnknown(std::string kind, int schema, std::string json, const StoredArrays& arrays)
{
    UnknownObject u;
    u.kind = std::move(kind);
    u.schema = schema;
    u.json = std::move(json);
    for (const std::string& name : arrays.names()) {
        const ArrayInfo info = arrays.info(name);
        std::vector<std::byte> bytes(static_cast<size_t>(info.bytes()));
        arrays.read(name, bytes);
        u.arrays.emplace_back(name, std::move(bytes));
        u.arrayShapes.push_back(info.text());
    }
    return u;
}

} // namespace pollux
