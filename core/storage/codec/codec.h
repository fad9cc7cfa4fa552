#pragma once

#include "core/case/case.h"
#include "core/storage/codec/array_info.h"
#include "core/storage/codec/json_value.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace pollux {

/// An array of an object on its way to the file. `bytes` lie in the object itself or in `owner`.
struct EncodedArray
{
    std::string name; ///< unique in its object: "voxels", "mask", ...
    ArrayInfo info;
    std::span<const std::byte> bytes;
    std::shared_ptr<const void> owner;
};

/// One row of the object table and the arrays it uses. Valid as long as the object it was made from.
struct EncodedObject
{
    std::string kind;
    int schema = 1;
    std::string json;
    std::vector<EncodedArray> arrays;
};

/// The arrays of one stored object, read when asked for.
class StoredArrays
{
public:
    virtual ~StoredArrays() = default;
    virtual std::vector<std::string> names() const = 0;
    /// Throws Error (BadInput) if there is no such array, (OutOfMemory) if this machine cannot hold it.
    virtual ArrayInfo info(const std::string& name) const = 0;
    virtual void read(const std::string& name, std::span<std::byte> to) const = 0;

    /// The whole array; throws Error (BadInput) unless its elements are T and as many as `elements`.
    template <class T>
    std::vector<T> list(const std::string& name, std::int64_t elements) const
    {
        const ArrayInfo found = info(name);
        if (found.type != elementTypeOf<T>() || found.elements() != elements)
            badField(name.c_str());
        std::vector<T> values(static_cast<size_t>(elements));
        read(name, std::as_writable_bytes(std::span(values)));
        return values;
    }
    /// As many elements as there are.
    template <class T>
    std::vector<T> list(const std::string& name) const
    {
        return list<T>(name, info(name).elements());
    }
};

/// Version of how a kind is written. A stored object of a higher one is kept as UnknownObject.
int schemaOf(Kind kind);

EncodedObject encode(const Study&);
EncodedObject encode(const VolumeObject&);
EncodedObject encode(const Structure&);
EncodedObject encode(const Landmark&);
EncodedObject encode(const Measurement&);
EncodedObject encode(const Registration&);
EncodedObject encode(const Field&);
EncodedObject encode(const Plan&);
EncodedObject encode(const UnknownObject&);
std::string encode(const Lineage&);

// All throw Error (BadInput) naming the field that is damaged.
Study decodeStudy(const Json&);
VolumeObject decodeVolume(const Json&, const StoredArrays&);
Structure decodeStructure(const Json&, const StoredArrays&);
Landmark decodeLandmark(const Json&);
Measurement decodeMeasurement(const Json&);
Registration decodeRegistration(const Json&, const StoredArrays&);
Field decodeField(const Json&, const StoredArrays&);
Plan decodePlan(const Json&);
UnknownObject decodeUnknown(std::string kind, int schema, std::string json, const StoredArrays&);
Lineage decodeLineage(std::string_view json);

} // namespace pollux
