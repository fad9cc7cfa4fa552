#include "plugins/implant/region_distance.h"

#include "core/image/distance.h"

namespace pollux::implant {

IndexBox boxAround(const Grid& grid, const Vec3& centre, double reach)
{
    const Vec3 c = grid.toIndex(centre);
    IndexBox box;
    for (size_t a = 0; a < 3; ++a) {
        const auto n = static_cast<Eigen::Index>(a);
        const double half = reach / grid.spacing[n];
        box.min[a] = static_cast<int>(std::clamp(std::floor(c[n] - half), 0.0, double(grid.size[a])));
        box.max[a] = static_cast<int>(std::clamp(std::ceil(c[n] + half) + 1, 0.0, double(grid.size[a])));
    }
    return box;
}

Volume distanceAbout(const Mask& mask, const Vec3& centre, double reach, const Job& job)
{
    const IndexBox box = boxAround(mask.grid(), centre, reach);
    if (box.empty())
        return {};
    return signedDistance(mask, box, job);
}

double shareSet(const Mask& mask, const Vec3& p)
{
    const Vec3 x = mask.grid().toIndex(p);
    const Vec3 low = x.array().floor();
    if (!((low.array() > -2).all()) || !((low.array() < 1e6).all()))
        return 0;
    const Vec3 f = x - low;
    const int i = static_cast<int>(low.x()), j = static_cast<int>(low.y()), k = static_cast<int>(low.z());
    double sum = 0;
    for (int c = 0; c < 8; ++c) {
        const int a = c & 1, b = (c >> 1) & 1, d = c >> 2;
        if (mask.at(i + a, j + b, k + d))
            sum += (a ? f.x() : 1 - f.x()) * (b ? f.y() : 1 - f.y()) * (d ? f.z() : 1 - f.z());
    }
    return sum;
}

double boneAlong(const Volume& bone, const Vec3& from, const Vec3& direction, double most)
{
    double t = 0;
    while (t < most) {
        const double d = -distanceAt(bone, from + t * direction);
        if (d <= 0)
            break;
        t += std::max(d, 0.05); // as far as is known to be free
    }
    return std::min(t, most);
}

} // namespace pollux::implant
