#include "core/storage/codec/codec.h"

namespace pollux {

namespace {

ElementType elementType(VoxelType type)
{
    switch (type) {
    case VoxelType::UInt8:
        return ElementType::UInt8;
    case VoxelType::Int16:
        return ElementType::Int16;
    case VoxelType::UInt16:
        return ElementType::UInt16;
    case VoxelType::Float32:
        break;
    }
    return ElementType::Float32;
}

Volume readVoxels(const Grid& grid, VoxelType type, const StoredArrays& arrays)
{
    if (grid.voxels() == 0)
        return Volume();
    switch (type) {
    case VoxelType::UInt8:
        return Volume(grid, arrays.list<std::uint8_t>("voxels", grid.voxels()));
    case VoxelType::Int16:
        return Volume(grid, arrays.list<std::int16_t>("voxels", grid.voxels()));
    case VoxelType::UInt16:
        return Volume(grid, arrays.list<std::uint16_t>("voxels", grid.voxels()));
    case VoxelType::Float32:
        break;
    }
    return Volume(grid, arrays.list<float>("voxels", grid.voxels()));
}

} // namespace

EncodedObject encode(const VolumeObject& v)
{
    const Json json = {{"name", jsonText(v.name)},
                       {"study", v.study.text()},
                       {"modality", jsonText(v.modality)},
                       {"unit", jsonText(v.unit)},
                       {"seriesUid", jsonText(v.seriesUid)},
                       {"frameOfReference", jsonText(v.frameOfReference)},
                       {"phase", jsonText(v.phase)},
                       {"paddingValue", jsonOptional(v.paddingValue, jsonNumber)},
                       {"windowCentre", jsonNumber(v.windowCentre)},
                       {"windowWidth", jsonNumber(v.windowWidth)},
                       {"grid", toJson(v.volume.grid())},
                       {"type", name(v.volume.type())},
                       {"gate", toJson(v.gate)}};
    EncodedObject out{std::string(name(Kind::Volume)), schemaOf(Kind::Volume), dumped(json), {}};
    if (!v.volume.empty())
        out.arrays.push_back(
            {"voxels", imageArray(elementType(v.volume.type()), v.volume.grid().size), v.volume.bytes(), nullptr});
    return out;
}

VolumeObject decodeVolume(const Json& json, const StoredArrays& arrays)
{
    VolumeObject v;
    v.name = textField(json, "name");
    v.study = idField(json, "study");
    v.modality = textField(json, "modality");
    v.unit = textField(json, "unit");
    v.seriesUid = textField(json, "seriesUid");
    v.frameOfReference = textField(json, "frameOfReference");
    v.phase = textField(json, "phase");
    v.paddingValue = optionalNumber(json, "paddingValue");
    v.windowCentre = numberField(json, "windowCentre");
    v.windowWidth = numberField(json, "windowWidth");
    v.gate = findingsField(json, "gate");
    v.volume = readVoxels(gridField(json, "grid"), enumField(json, "type", VoxelType::Float32), arrays);
    return v;
}

} // namespace pollux
