#include "core/case/images_on.h"

namespace pollux {

std::vector<Id> imagesOn(const Case& c, const Grid& grid)
{
    std::vector<Id> out;
    for (const auto& [id, object] : c.volumes)
        if (sameGeometry(object->volume.grid(), grid))
            out.push_back(id);
    return out;
}

} // namespace pollux
