#include "core/measure/region.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace pollux {

namespace {

constexpr double kLargestMm = 1000;

/// The same definitions as statistics(volume, mask): n - 1, linear between ranks.
MaskStatistics ofValues(std::vector<double> values)
{
    MaskStatistics s;
    s.voxels = static_cast<std::int64_t>(values.size());
    if (values.empty())
        return s;
    std::sort(values.begin(), values.end());
    const auto n = static_cast<double>(values.size());
    s.mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0;
    for (const double v : values)
        squares += (v - s.mean) * (v - s.mean);
    s.standardDeviation = values.size() > 1 ? std::sqrt(squares / (n - 1)) : 0;
    const auto percentile = [&](double p) {
        const double rank = p * (n - 1);
        const auto low = static_cast<size_t>(rank);
        const size_t high = std::min(low + 1, values.size() - 1);
        return values[low] + (values[high] - values[low]) * (rank - static_cast<double>(low));
    };
    s.min = values.front();
    s.max = values.back();
    s.median = percentile(0.5);
    s.percentile5 = percentile(0.05);
    s.percentile95 = percentile(0.95);
    return s;
}

[[noreturn]] void refuse(const char* what)
{
    throw Error(ErrorCode::BadInput, what, "Draw the region again.");
}

} // namespace

PointCovariance voxelCovariance(const Grid& grid)
{
    const Vec3 variance = grid.spacing.cwiseProduct(grid.spacing) / 12.0;
    return grid.direction * variance.asDiagonal() * grid.direction.transpose();
}

RegionStatistics ellipseStatistics(const Volume& volume, const Vec3& centre, const Vec3& halfAxisA,
                                   const Vec3& halfAxisB)
{
    const double a = halfAxisA.norm(), b = halfAxisB.norm();
    if (!centre.allFinite() || !std::isfinite(a) || !std::isfinite(b) || a <= 0 || b <= 0)
        refuse("The ellipse has no extent.");
    if (a > kLargestMm || b > kLargestMm)
        refuse("The ellipse is larger than a metre.");
    if (std::abs(halfAxisA.dot(halfAxisB)) > std::sin(M_PI / 180) * a * b)
        refuse("The half axes of the ellipse are not at right angles.");
    if (volume.empty())
        throw Error(ErrorCode::BadInput, "There is no image under the region.", "Open a study first.");
    // Half a voxel apart, but at least 16 across, so that a small ellipse is not a single sample.
    const double finest = volume.grid().spacing.minCoeff() / 2;
    const int na = std::clamp(static_cast<int>(std::ceil(2 * a / finest)), 16, 4000);
    const int nb = std::clamp(static_cast<int>(std::ceil(2 * b / finest)), 16, 4000);
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    std::vector<double> values;
    std::int64_t all = 0;
    for (int j = 0; j < nb; ++j)
        for (int i = 0; i < na; ++i) {
            const double u = (2 * i + 1.0) / na - 1, v = (2 * j + 1.0) / nb - 1;
            if (u * u + v * v > 1)
                continue;
            ++all;
            const double value = volume.sample(centre + u * halfAxisA + v * halfAxisB, kNone);
            if (std::isfinite(value))
                values.push_back(value);
        }
    RegionStatistics r;
    r.sizeMm = M_PI * a * b;
    r.outsideShare = 1 - static_cast<double>(values.size()) / static_cast<double>(std::max<std::int64_t>(1, all));
    r.values = ofValues(std::move(values));
    return r;
}

RegionStatistics sphereStatistics(const Volume& volume, const Vec3& centre, double radiusMm)
{
    if (!centre.allFinite() || !std::isfinite(radiusMm) || radiusMm <= 0)
        refuse("The sphere has no extent.");
    if (radiusMm > kLargestMm)
        refuse("The sphere is larger than a metre.");
    if (volume.empty())
        throw Error(ErrorCode::BadInput, "There is no image under the region.", "Open a study first.");
    const Grid& g = volume.grid();
    const Vec3 middle = g.toIndex(centre);
    Index3 from{}, to{};
    for (size_t a = 0; a < 3; ++a) {
        const auto axis = static_cast<Eigen::Index>(a);
        const double reach = radiusMm / g.spacing[axis];
        from[a] = std::max(0, static_cast<int>(std::ceil(middle[axis] - reach)));
        to[a] = std::min(g.size[a] - 1, static_cast<int>(std::floor(middle[axis] + reach)));
    }
    std::vector<double> values;
    std::int64_t within = 0;
    for (int k = from[2]; k <= to[2]; ++k)
        for (int j = from[1]; j <= to[1]; ++j)
            for (int i = from[0]; i <= to[0]; ++i) {
                const Vec3 d = (Vec3(i, j, k) - middle).cwiseProduct(g.spacing);
                if (d.squaredNorm() > radiusMm * radiusMm)
                    continue;
                ++within;
                const double v = volume.at(i, j, k);
                if (std::isfinite(v))
                    values.push_back(v);
            }
    RegionStatistics r;
    r.sizeMm = 4.0 / 3.0 * M_PI * radiusMm * radiusMm * radiusMm;
    if (within == 0) {
        const Index3 n = g.nearest(centre);
        if (g.contains(n[0], n[1], n[2]) && std::isfinite(volume.at(n[0], n[1], n[2])))
            values.push_back(volume.at(n[0], n[1], n[2]));
        r.outsideShare = values.empty() ? 1 : 0;
    } else {
        // The voxels that the sphere would hold on an endless grid.
        const double expected = r.sizeMm / g.voxelVolume();
        r.outsideShare = std::clamp(1 - static_cast<double>(within) / std::max(1.0, expected), 0.0, 1.0);
        bool clipped = false;
        for (size_t a = 0; a < 3; ++a) {
            const auto axis = static_cast<Eigen::Index>(a);
            const double reach = radiusMm / g.spacing[axis];
            clipped = clipped || middle[axis] - reach < -0.5 || middle[axis] + reach > g.size[a] - 0.5;
        }
        if (!clipped)
            r.outsideShare = 0; // what is left is the rounding of the count
    }
    r.values = ofValues(std::move(values));
    r.values.volumeMl = static_cast<double>(within) * g.voxelVolume() / 1000;
    return r;
}

} // namespace pollux
