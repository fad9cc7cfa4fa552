#include "core/image/box.h"

#include <algorithm>
#include <cmath>

namespace pollux {

IndexBox grown(const IndexBox& box, int n)
{
    IndexBox out = box;
    for (int a = 0; a < 3; ++a) {
        out.min[a] -= n;
        out.max[a] += n;
    }
    return out;
}

IndexBox grownBy(const IndexBox& box, const Grid& grid, double mm)
{
    IndexBox out = box;
    for (int a = 0; a < 3; ++a) {
        // 2^20 voxels is more than any grid has along one axis, and keeps the sum far from overflow.
        const int n = static_cast<int>(std::min(std::ceil(std::max(mm, 0.0) / grid.spacing[a]), 1048576.0)) + 1;
        out.min[a] -= n;
        out.max[a] += n;
    }
    return out;
}

IndexBox common(const IndexBox& a, const IndexBox& b)
{
    IndexBox out;
    for (int i = 0; i < 3; ++i) {
        out.min[i] = std::max(a.min[i], b.min[i]);
        out.max[i] = std::min(a.max[i], b.max[i]);
    }
    return out.empty() ? IndexBox{} : out;
}

IndexBox hull(const IndexBox& a, const IndexBox& b)
{
    if (a.empty())
        return b;
    if (b.empty())
        return a;
    IndexBox out;
    for (int i = 0; i < 3; ++i) {
        out.min[i] = std::min(a.min[i], b.min[i]);
        out.max[i] = std::max(a.max[i], b.max[i]);
    }
    return out;
}

} // namespace pollux
