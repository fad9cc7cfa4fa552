#pragma once

#include "core/storage/codec/codec.h"

namespace pollux {

// Shapes as parts of an object: a JSON value, and arrays whose names begin with `name`.

Json encodeMask(const Mask& mask, const std::string& name, std::vector<EncodedArray>& arrays);
Mask decodeMask(const Json& json, const std::string& name, const StoredArrays& arrays);

Json encodeSurface(const Surface& surface, const std::string& name, std::vector<EncodedArray>& arrays);
Surface decodeSurface(const Json& json, const std::string& name, const StoredArrays& arrays);

Json encodeTree(const Tree& tree, const std::string& name, std::vector<EncodedArray>& arrays);
Tree decodeTree(const Json& json, const std::string& name, const StoredArrays& arrays);

Json toJson(const std::vector<NamedQuantity>& quantities);
std::vector<NamedQuantity> namedQuantities(const Json& object, const char* key);

/// A list kept by its owner for as long as the encoded object lives.
template <class T>
EncodedArray ownedArray(std::string name, std::vector<T> values)
{
    auto owner = std::make_shared<const std::vector<T>>(std::move(values));
    return {std::move(name), listArray(elementTypeOf<T>(), static_cast<std::int64_t>(owner->size())),
            std::as_bytes(std::span(*owner)), owner};
}

/// A list that lies in the object.
template <class T>
EncodedArray listOf(std::string name, const std::vector<T>& values)
{
    return {std::move(name), listArray(elementTypeOf<T>(), static_cast<std::int64_t>(values.size())),
            std::as_bytes(std::span(values)), nullptr};
}

} // namespace pollux
