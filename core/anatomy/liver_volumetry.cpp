#include "core/anatomy/liver_volumetry.h"

#include "core/base/error.h"
#include "core/image/euclidean.h"

#include <algorithm>
#include <cmath>

namespace pollux {

double bodySurface(double heightCm, double weightKg)
{
    return std::sqrt(heightCm * weightKg / 3600); // Mosteller 1987, from memory
}

double estimatedLiverMl(LiverFormula formula, double bodySurfaceM2)
{
    return formula == LiverFormula::Vauthey ? -794.41 + 1267.28 * bodySurfaceM2 : 706.2 * bodySurfaceM2 + 2.4;
}

std::optional<Clearance> clearance(const Mask& from, const Mask& to, double reach, const Job& job)
{
    if (!sameGeometry(from.grid(), to.grid()))
        throw Error(ErrorCode::BadInput, "The structures lie on different grids.", "Resample one of them first.");
    if (from.empty() || to.empty())
        return std::nullopt;
    const IndexBox box = from.box();
    const std::vector<float> centre = euclideanDistance(to, Sites::Inside, box, DistanceKind::Centre, reach, job);
    const std::vector<float> border = euclideanDistance(to, Sites::Inside, box, DistanceKind::Border, reach, job);
    const auto inside = from.boxVoxels();
    std::optional<Clearance> best;
    size_t at = 0;
    for (int k = box.min[2]; k < box.max[2]; ++k)
        for (int j = box.min[1]; j < box.max[1]; ++j)
            for (int i = box.min[0]; i < box.max[0]; ++i, ++at) {
                if (!inside[at] || !std::isfinite(centre[at]))
                    continue;
                // Half a voxel less at this end as well: the border kind takes it off at the other.
                const double mm = std::max(0.0, 2 * double(border[at]) - double(centre[at]));
                if (!best || mm < best->mm)
                    best = Clearance{mm, from.grid().toPatient(i, j, k)};
            }
    if (best && best->mm > reach)
        return std::nullopt;
    return best;
}

} // namespace pollux
