#include "plugins/liver/ablation_zone.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux::liver {

namespace {

/// Maps patient points to a space in which the zone is the unit ball about 0.
struct UnitBall
{
    explicit UnitBall(const AblationZone& zone) : centre(zone.centre)
    {
        // diag(1/across) plus what the axis has more or less of it.
        toBall = (Mat3::Identity() - zone.axis * zone.axis.transpose()) / zone.across +
                 zone.axis * zone.axis.transpose() / zone.along;
    }
    Mat3 toBall;
    Vec3 centre;
};

} // namespace

double AblationZone::volumeMl() const
{
    return 4.0 / 3.0 * std::numbers::pi * along * across * across / 1000;
}

AblationZone deviceZone(const PathLimits& limits, const Vec3& target, const Vec3& inwards)
{
    AblationZone zone;
    zone.axis = inwards;
    zone.centre = target + inwards * (limits.tipOvershoot - limits.zoneOffset);
    zone.along = limits.zoneAlong * limits.zoneDerating;
    zone.across = limits.zoneAcross * limits.zoneDerating;
    return zone;
}

double scaleToCover(const AblationZone& zone, const Mask& mask)
{
    if (mask.empty())
        return 0;
    const UnitBall ball(zone);
    const Grid& g = mask.grid();
    const IndexBox& box = mask.box();
    const std::vector<std::uint8_t> voxels = mask.in(box); // a lesion's box: small
    const size_t length = static_cast<size_t>(box.size(0));
    const Vec3 step = ball.toBall * g.direction.col(0) * g.spacing[0];
    double most = 0;
    size_t row = 0;
    for (int k = box.min[2]; k < box.max[2]; ++k)
        for (int j = box.min[1]; j < box.max[1]; ++j, row += length) {
            // The scale is convex along a row: its largest value is at the first or the last voxel.
            const auto begin = voxels.begin() + static_cast<std::ptrdiff_t>(row), end = begin + box.size(0);
            const auto first = std::find_if(begin, end, [](std::uint8_t v) { return v != 0; });
            if (first == end)
                continue;
            auto last = end - 1;
            while (!*last)
                --last;
            const Vec3 start = ball.toBall * (g.toPatient(box.min[0], j, k) - ball.centre);
            for (const auto at : {first, last})
                most = std::max(most, (start + step * double(at - begin)).squaredNorm());
        }
    return std::sqrt(most);
}

double volumeInsideMl(const AblationZone& zone, const Mask& mask)
{
    if (mask.empty() || !(zone.along > 0 && zone.across > 0))
        return 0;
    const UnitBall ball(zone);
    const Grid& g = mask.grid();
    // How far the zone reaches along each axis of the grid, in voxels.
    IndexBox box = mask.box();
    const Vec3 centre = g.toIndex(zone.centre);
    for (size_t a = 0; a < 3; ++a) {
        const auto n = static_cast<Eigen::Index>(a);
        const double cosine = g.direction.col(n).dot(zone.axis);
        const double reach = std::sqrt(zone.along * zone.along * cosine * cosine +
                                       zone.across * zone.across * std::max(0.0, 1 - cosine * cosine)) /
                             g.spacing[n];
        box.min[a] = std::max(box.min[a], static_cast<int>(std::clamp(std::floor(centre[n] - reach), -1e9, 1e9)));
        box.max[a] = std::min(box.max[a], static_cast<int>(std::clamp(std::ceil(centre[n] + reach), -1e9, 1e9)) + 1);
    }
    if (box.empty())
        return 0;
    const std::vector<std::uint8_t> voxels = mask.in(box);
    const Vec3 step = ball.toBall * g.direction.col(0) * g.spacing[0];
    std::int64_t count = 0;
    for (int k = box.min[2]; k < box.max[2]; ++k)
        for (int j = box.min[1]; j < box.max[1]; ++j) {
            // Where the row, a line in the ball's space, enters and leaves the ball.
            const Vec3 start = ball.toBall * (g.toPatient(0, j, k) - ball.centre);
            const double a = step.squaredNorm(), b = start.dot(step), c = start.squaredNorm() - 1;
            const double root = b * b - a * c;
            if (root < 0)
                continue;
            // A voxel that the zone was scaled to touch is inside whatever the rounding.
            constexpr double kRounding = 1e-7;
            const int first = std::max(box.min[0], static_cast<int>(std::ceil((-b - std::sqrt(root)) / a - kRounding)));
            const int last =
                std::min(box.max[0] - 1, static_cast<int>(std::floor((-b + std::sqrt(root)) / a + kRounding)));
            const std::int64_t row =
                (std::int64_t(k - box.min[2]) * box.size(1) + (j - box.min[1])) * box.size(0) - box.min[0];
            for (int i = first; i <= last; ++i)
                count += voxels[static_cast<size_t>(row + i)] != 0;
        }
    return double(count) * g.voxelVolume() / 1000;
}

void fillShares(Burn& burn, double lesionMl, double toCoverMl)
{
    burn.healthyMl = std::max(0.0, burn.liverMl - lesionMl);
    burn.share = burn.liverMl > 0 ? std::clamp(1 - toCoverMl / burn.liverMl, 0.0, 1.0) : 0;
}

} // namespace pollux::liver
