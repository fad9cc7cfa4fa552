#include "core/image/statistics.h"

#include "core/base/error.h"
#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace pollux {

namespace {

/// Linear between ranks (the usual definition of numeric packages); changes the order of `values`.
double percentile(std::vector<float>& values, double p)
{
    const double rank = p * static_cast<double>(values.size() - 1);
    const auto low = static_cast<std::int64_t>(rank);
    std::nth_element(values.begin(), values.begin() + low, values.end());
    const double a = values[static_cast<size_t>(low)];
    if (rank == static_cast<double>(low))
        return a;
    const double b = *std::min_element(values.begin() + low + 1, values.end());
    return a + (rank - static_cast<double>(low)) * (b - a);
}

double cross(const std::pair<int, int>& o, const std::pair<int, int>& a, const std::pair<int, int>& b)
{
    return double(a.first - o.first) * (b.second - o.second) - double(a.second - o.second) * (b.first - o.first);
}

/// Corners of the convex hull of points sorted by (second, first): monotone chain (Andrew 1979).
std::vector<std::pair<int, int>> hullOf(const std::vector<std::pair<int, int>>& points)
{
    if (points.size() < 3)
        return points;
    std::vector<std::pair<int, int>> out;
    for (int side = 0; side < 2; ++side) {
        const size_t base = out.size();
        for (size_t n = 0; n < points.size(); ++n) {
            const auto& p = side == 0 ? points[n] : points[points.size() - 1 - n];
            while (out.size() >= base + 2 && cross(out[out.size() - 2], out.back(), p) >= 0)
                out.pop_back();
            out.push_back(p);
        }
        out.pop_back();
    }
    return out;
}

} // namespace

MaskStatistics statistics(const Volume& volume, const Mask& mask)
{
    if (!sameGeometry(volume.grid(), mask.grid()))
        throw Error(ErrorCode::BadInput, "The structure lies on another voxel grid than the image.",
                    "Resample it to the image first.");
    MaskStatistics out;
    out.voxels = mask.count();
    out.volumeMl = mask.volumeMl();
    if (mask.empty())
        return out;
    const IndexBox box = mask.box();
    const auto inside = mask.boxVoxels();
    std::vector<float> values;
    values.reserve(static_cast<size_t>(mask.count()));
    volume.visit([&](const auto& voxels) {
        size_t at = 0;
        for (int k = box.min[2]; k < box.max[2]; ++k)
            for (int j = box.min[1]; j < box.max[1]; ++j) {
                const auto row = static_cast<size_t>(volume.grid().offset(box.min[0], j, k));
                for (int i = 0; i < box.size(0); ++i, ++at) {
                    if (!inside[at])
                        continue;
                    const float v = static_cast<float>(voxels[row + static_cast<size_t>(i)]);
                    if (!std::isnan(v))
                        values.push_back(v);
                }
            }
    });
    if (values.empty())
        return out;
    double sum = 0;
    out.min = out.max = values.front();
    for (const float v : values) {
        sum += v;
        out.min = std::min(out.min, double(v));
        out.max = std::max(out.max, double(v));
    }
    out.mean = sum / static_cast<double>(values.size());
    double squares = 0;
    for (const float v : values)
        squares += (v - out.mean) * (v - out.mean);
    out.standardDeviation = values.size() > 1 ? std::sqrt(squares / static_cast<double>(values.size() - 1)) : 0.0;
    out.median = percentile(values, 0.5);
    out.percentile5 = percentile(values, 0.05);
    out.percentile95 = percentile(values, 0.95);
    return out;
}

Diameter largestDiameter(const Mask& mask)
{
    Diameter out;
    if (mask.empty())
        return out;
    // The two points are corners of the convex hull, so of the hull of their slice, so ends of their row.
    const IndexBox box = mask.box();
    const auto voxels = mask.boxVoxels();
    std::vector<Vec3> corners;
    std::vector<std::pair<int, int>> ends;
    for (int k = 0; k < box.size(2); ++k) {
        ends.clear();
        for (int j = 0; j < box.size(1); ++j) {
            const auto row = voxels.subspan((size_t(k) * box.size(1) + j) * box.size(0), size_t(box.size(0)));
            const auto first = std::find_if(row.begin(), row.end(), [](std::uint8_t v) { return v != 0; });
            if (first == row.end())
                continue;
            int last = box.size(0) - 1;
            while (!row[static_cast<size_t>(last)])
                --last;
            const int begin = static_cast<int>(first - row.begin());
            ends.emplace_back(begin, j);
            if (last != begin)
                ends.emplace_back(last, j);
        }
        for (const auto& [i, j] : hullOf(ends))
            corners.push_back(mask.grid().toPatient(i + box.min[0], j + box.min[1], k + box.min[2]));
    }
    // Each row of pairs on its own, then the rows in order: the same pair on every run.
    struct Far
    {
        double d2 = -1;
        size_t other = 0;
    };
    std::vector<Far> far(corners.size());
    parallelFor(0, static_cast<std::int64_t>(corners.size()), 64, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t a = first; a < last; ++a)
            for (size_t b = static_cast<size_t>(a); b < corners.size(); ++b) {
                const double d2 = (corners[static_cast<size_t>(a)] - corners[b]).squaredNorm();
                if (d2 > far[static_cast<size_t>(a)].d2)
                    far[static_cast<size_t>(a)] = {d2, b};
            }
    });
    double best = -1;
    for (size_t a = 0; a < far.size(); ++a)
        if (far[a].d2 > best) {
            best = far[a].d2;
            out = {std::sqrt(best), corners[a], corners[far[a].other]};
        }
    return out;
}

} // namespace pollux
