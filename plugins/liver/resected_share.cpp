#include "plugins/liver/resected_share.h"

#include "core/base/error.h"

namespace pollux::liver {

namespace {

const Mask& maskOf(const Case& c, const Id& id)
{
    const Structure& s = c.structure(id);
    if (!s.mask || s.mask->empty())
        throw Error(ErrorCode::BadInput, "'" + s.name + "' has no mask.", "Segment it, or choose another structure.");
    return *s.mask;
}

} // namespace

std::vector<ResectedLobe> resectedLobes(const Case& c, const Id& resected, const std::vector<Id>& lobes,
                                        const std::optional<Id>& liver)
{
    const Mask& removed = maskOf(c, resected);
    std::vector<Id> parts = lobes;
    if (parts.empty() && liver)
        parts.push_back(*liver);
    if (parts.empty())
        throw Error(ErrorCode::BadInput, "There is a resection, but neither a liver nor lobes to take it from.",
                    "Choose the liver or its lobes.");
    std::vector<ResectedLobe> out;
    Mask counted;
    for (const Id& id : parts) {
        Mask lobe = maskOf(c, id);
        if (!sameGeometry(lobe.grid(), removed.grid()))
            throw Error(ErrorCode::BadInput,
                        "'" + c.nameOf(id) + "' and '" + c.nameOf(resected) + "' were made on different voxel grids.",
                        "Segment both on the same image.");
        // Where lobes overlap a voxel counts once, or the liver would be larger than it is.
        if (!counted.empty()) {
            const Mask whole = lobe;
            lobe = subtract(lobe, counted);
            counted = unite(counted, whole);
        } else {
            counted = lobe;
        }
        ResectedLobe part;
        part.id = id;
        part.name = c.nameOf(id);
        part.volumeMl = lobe.volumeMl();
        part.removedMl = intersect(lobe, removed).volumeMl();
        out.push_back(std::move(part));
    }
    return out;
}

} // namespace pollux::liver
