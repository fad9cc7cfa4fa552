#include "core/storage/codec/shapes.h"

#include "core/base/error.h"

namespace pollux {

static_assert(sizeof(Vec3f) == 3 * sizeof(float) && sizeof(Triangle) == 3 * sizeof(std::uint32_t),
              "points and triangles are stored as they lie in memory");

Json encodeMask(const Mask& mask, const std::string& name, std::vector<EncodedArray>& arrays)
{
    if (!mask.empty()) {
        const IndexBox& box = mask.box();
        const BoxVoxels voxels = mask.boxVoxels(); // of an edited mask they live as long as their owner
        arrays.push_back({name, imageArray(ElementType::UInt8, {box.size(0), box.size(1), box.size(2)}),
                          std::as_bytes(std::span(voxels)), voxels.owner()});
    }
    return {{"grid", toJson(mask.grid())}, {"box", toJson(mask.box())}, {"empty", mask.empty()}};
}

Mask decodeMask(const Json& json, const std::string& name, const StoredArrays& arrays)
{
    const Grid grid = gridField(json, "grid");
    if (boolField(json, "empty"))
        return grid.voxels() == 0 ? Mask() : Mask(grid, IndexBox{}, {});
    const IndexBox box = boxField(json, "box");
    for (size_t a = 0; a < 3; ++a)
        if (box.min[a] < 0 || box.max[a] <= box.min[a] || box.max[a] > grid.size[a])
            badField("box");
    return Mask(grid, box, arrays.list<std::uint8_t>(name, box.voxels()));
}

Json encodeSurface(const Surface& surface, const std::string& name, std::vector<EncodedArray>& arrays)
{
    // A default surface has no points to refer to.
    const bool none = surface.empty() && surface.points().empty();
    if (!none) {
        const auto& points = surface.points();
        const auto& triangles = surface.triangles();
        arrays.push_back({name + ".points", listArray(ElementType::Float32, std::int64_t(points.size()) * 3),
                          std::as_bytes(std::span(points)), nullptr});
        arrays.push_back({name + ".triangles", listArray(ElementType::UInt32, std::int64_t(triangles.size()) * 3),
                          std::as_bytes(std::span(triangles)), nullptr});
    }
    return {{"points", surface.points().size()}, {"triangles", surface.triangles().size()}};
}

namespace {

template <class T>
std::vector<T> triples(const StoredArrays& arrays, const std::string& name, ElementType type, std::int64_t count)
{
    const ArrayInfo info = arrays.info(name);
    if (info.type != type || info.elements() != count * 3)
        badField(name.c_str());
    std::vector<T> values(static_cast<size_t>(count));
    arrays.read(name, std::as_writable_bytes(std::span(values)));
    return values;
}

constexpr std::int64_t kMaxItems = std::int64_t(1) << 31;

} // namespace

Surface decodeSurface(const Json& json, const std::string& name, const StoredArrays& arrays)
{
    const std::int64_t points = integerField(json, "points", 0, kMaxItems);
    const std::int64_t triangles = integerField(json, "triangles", 0, kMaxItems);
    if (points == 0 && triangles == 0)
        return Surface();
    return Surface(triples<Vec3f>(arrays, name + ".points", ElementType::Float32, points),
                   triples<Triangle>(arrays, name + ".triangles", ElementType::UInt32, triangles));
}

Json encodeTree(const Tree& tree, const std::string& name, std::vector<EncodedArray>& arrays)
{
    std::vector<double> numbers;
    std::vector<std::int32_t> parents;
    for (const TreeNode& node : tree.nodes) {
        numbers.insert(numbers.end(), {node.position.x(), node.position.y(), node.position.z(), node.radius});
        parents.push_back(node.parent);
    }
    arrays.push_back(ownedArray(name + ".nodes", std::move(numbers)));
    arrays.push_back(ownedArray(name + ".parents", std::move(parents)));
    return {{"nodes", tree.nodes.size()}};
}

Tree decodeTree(const Json& json, const std::string& name, const StoredArrays& arrays)
{
    const std::int64_t count = integerField(json, "nodes", 0, kMaxItems);
    const auto numbers = arrays.list<double>(name + ".nodes", count * 4);
    const auto parents = arrays.list<std::int32_t>(name + ".parents", count);
    Tree tree;
    tree.nodes.reserve(parents.size());
    for (size_t i = 0; i < parents.size(); ++i)
        tree.nodes.push_back(
            {Vec3(numbers[i * 4], numbers[i * 4 + 1], numbers[i * 4 + 2]), numbers[i * 4 + 3], parents[i]});
    checkTree(tree);
    return tree;
}

Json toJson(const std::vector<NamedQuantity>& quantities)
{
    Json list = Json::array();
    for (const NamedQuantity& q : quantities)
        list.push_back({{"key", jsonText(q.key)}, {"label", jsonText(q.label)}, {"quantity", toJson(q.quantity)}});
    return list;
}

std::vector<NamedQuantity> namedQuantities(const Json& object, const char* key)
{
    std::vector<NamedQuantity> out;
    for (const Json& q : listField(object, key))
        out.push_back({textField(q, "key"), textField(q, "label"), quantityOf(field(q, "quantity"))});
    return out;
}

} // namespace pollux
