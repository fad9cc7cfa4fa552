#include "core/image/bright.h"

namespace pollux {

Bright brighterThan(const Volume& image, double from, const IndexBox& box, const Job& job)
{
    const Grid& g = image.grid();
    Bright out;
    Vec3 sum = Vec3::Zero();
    image.visit([&](auto voxels) {
        for (int k = box.min[2]; k < box.max[2]; ++k) {
            job.checkStop();
            for (int j = box.min[1]; j < box.max[1]; ++j) {
                const std::int64_t row = g.offset(0, j, k);
                for (int i = box.min[0]; i < box.max[0]; ++i)
                    if (double(voxels[std::size_t(row + i)]) > from) {
                        ++out.voxels;
                        sum += Vec3(i, j, k);
                    }
            }
        }
    });
    if (out.voxels > 0)
        out.place = g.toPatient(Vec3(sum / double(out.voxels)));
    return out;
}

} // namespace pollux
