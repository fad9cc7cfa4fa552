#include "core/image/fast_marching.h"

#include "core/base/error.h"

#include <queue>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace pollux {

namespace {

constexpr float kNever = std::numeric_limits<float>::infinity();

struct Front
{
    float distance;
    std::int64_t voxel;
    /// The nearest first; of equal ones the lower voxel, so that the order is always the same.
    bool operator<(const Front& other) const
    {
        return distance != other.distance ? distance > other.distance : voxel > other.voxel;
    }
};

/// Smallest t above the values with sum over axes of ((t - value) / spacing)^2 = 1; values in rising order.
double arrival(const std::array<std::pair<double, double>, 3>& axes, size_t count)
{
    double a = 0, b = 0, c = -1, t = 0;
    for (size_t n = 0; n < count; ++n) {
        const auto& [value, spacing] = axes[n];
        if (n > 0 && t <= value)
            break; // the wave of this axis has not come yet
        const double w = 1 / (spacing * spacing);
        a += w;
        b += w * value;
        c += w * value * value;
        t = (b + std::sqrt(std::max(0.0, b * b - a * c))) / a;
    }
    return t;
}

} // namespace

Marched fastMarch(const Index3& size, const Vec3& spacing, const std::vector<std::uint8_t>& domain,
                  const std::vector<MarchSeed>& seeds, const Job& job)
{
    const std::array<std::int64_t, 3> stride{1, size[0], std::int64_t(size[0]) * size[1]};
    const std::int64_t voxels = stride[2] * size[2];
    if (voxels != std::ssize(domain) || !(spacing.minCoeff() > 0))
        throw Error(ErrorCode::BadInput, "The domain does not have the size of its grid.", "Make it again.");
    Marched out{std::vector<float>(domain.size(), kNever), std::vector<std::int32_t>(domain.size(), -1)};
    std::vector<std::uint8_t> done(domain.size(), 0);
    std::priority_queue<Front> fronts;
    for (const MarchSeed& s : seeds) {
        if (s.voxel < 0 || s.voxel >= voxels || !(s.distance >= 0))
            throw Error(ErrorCode::BadInput, "A seed lies outside the grid.", "Place it inside.");
        const auto at = static_cast<size_t>(s.voxel);
        if (domain[at] && s.distance < out.distance[at]) {
            out.distance[at] = s.distance;
            out.label[at] = s.label;
            fronts.push({s.distance, s.voxel});
        }
    }
    std::int64_t count = 0;
    while (!fronts.empty()) {
        const Front front = fronts.top();
        fronts.pop();
        const auto at = static_cast<size_t>(front.voxel);
        if (done[at])
            continue;
        done[at] = 1;
        if (++count % 4096 == 0)
            job.checkStop();
        const std::array<std::int64_t, 3> index{front.voxel % size[0], front.voxel / stride[1] % size[1],
                                                front.voxel / stride[2]};
        for (size_t axis = 0; axis < 3; ++axis)
            for (const int side : {-1, 1}) {
                if (index[axis] + side < 0 || index[axis] + side >= size[axis])
                    continue;
                const std::int64_t next = front.voxel + side * stride[axis];
                const auto n = static_cast<size_t>(next);
                if (!domain[n] || done[n])
                    continue;
                // What has come to the neighbours of `next`, the earlier one along each axis.
                std::array<std::pair<double, double>, 3> come{};
                size_t axes = 0;
                for (size_t a = 0; a < 3; ++a) {
                    const std::int64_t i = index[a] + (a == axis ? side : 0);
                    float earliest = kNever;
                    if (i > 0 && done[static_cast<size_t>(next - stride[a])])
                        earliest = out.distance[static_cast<size_t>(next - stride[a])];
                    if (i + 1 < size[a] && done[static_cast<size_t>(next + stride[a])])
                        earliest = std::min(earliest, out.distance[static_cast<size_t>(next + stride[a])]);
                    if (earliest == kNever)
                        continue;
                    size_t place = axes++;
                    for (; place > 0 && come[place - 1].first > static_cast<double>(earliest); --place)
                        come[place] = come[place - 1];
                    come[place] = {static_cast<double>(earliest), spacing[static_cast<Eigen::Index>(a)]};
                }
                const auto t = static_cast<float>(arrival(come, axes));
                if (t < out.distance[n]) {
                    out.distance[n] = t;
                    // Whose front: the neighbour that came first.
                    out.label[n] = out.label[at];
                    float first = kNever;
                    for (size_t a = 0; a < 3; ++a)
                        for (const int s : {-1, 1}) {
                            const std::int64_t i = index[a] + (a == axis ? side : 0) + s;
                            if (i < 0 || i >= size[a])
                                continue;
                            const auto m = static_cast<size_t>(next + s * stride[a]);
                            if (done[m] && out.distance[m] < first) {
                                first = out.distance[m];
                                out.label[n] = out.label[m];
                            }
                        }
                    fronts.push({t, next});
                }
            }
    }
    return out;
}

} // namespace pollux
