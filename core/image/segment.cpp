#include "core/image/segment.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/image/box.h"
#include "core/image/runs.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

namespace pollux {

namespace {

void checkWithin(const Volume& volume, const Mask* within)
{
    if (volume.empty())
        throw Error(ErrorCode::BadInput, "There is no image.", "Choose an image that has been loaded.");
    if (within && !sameGeometry(volume.grid(), within->grid()))
        throw Error(ErrorCode::BadInput, "The region lies on another voxel grid than the image.",
                    "Resample it to the image first.");
}

/// low <= value <= high as 0 or 1 in `box`, inside `within` if given.
std::vector<std::uint8_t> inRange(const Volume& volume, double low, double high, const Mask* within,
                                  const IndexBox& box, const Job& job)
{
    std::vector<std::uint8_t> out = within ? within->in(box) : std::vector<std::uint8_t>();
    const bool limited = within != nullptr;
    if (!limited)
        out.assign(static_cast<size_t>(box.voxels()), 1);
    const Grid& grid = volume.grid();
    volume.visit([&](const auto& voxels) {
        using T = std::remove_cv_t<std::remove_reference_t<decltype(voxels[0])>>;
        // Bounds in the voxels' own type, so that the loop over integers vectorises.
        T lo, hi;
        bool none = !(low <= high);
        if constexpr (std::is_integral_v<T>) {
            const double a = std::ceil(low), b = std::floor(high);
            constexpr double least = std::numeric_limits<T>::min(), most = std::numeric_limits<T>::max();
            none = none || !(a <= b) || a > most || b < least;
            lo = none ? T(0) : static_cast<T>(std::max(a, least));
            hi = none ? T(0) : static_cast<T>(std::min(b, most));
        } else {
            lo = static_cast<T>(low);
            hi = static_cast<T>(high);
        }
        if (none) {
            std::fill(out.begin(), out.end(), std::uint8_t(0));
            return;
        }
        parallelFor(0, box.size(2), 1, [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t k = first; k < last; ++k) {
                job.checkStop();
                for (int j = 0; j < box.size(1); ++j) {
                    const T* v = &voxels[static_cast<size_t>(
                        grid.offset(box.min[0], j + box.min[1], static_cast<int>(k) + box.min[2]))];
                    std::uint8_t* o = &out[(k * box.size(1) + j) * box.size(0)];
                    for (int i = 0; i < box.size(0); ++i)
                        o[i] &= static_cast<std::uint8_t>((v[i] >= lo) & (v[i] <= hi));
                }
            }
        });
    });
    return out;
}

} // namespace

Mask threshold(const Volume& volume, double low, double high, const Mask* within)
{
    checkWithin(volume, within);
    const IndexBox box = within ? within->box() : volume.grid().box();
    return Mask(volume.grid(), box, inRange(volume, low, high, within, box, Job()));
}

Mask regionGrow(const Volume& volume, const std::vector<Vec3>& seeds, double low, double high, const Mask* within,
                const Job& job)
{
    checkWithin(volume, within);
    for (const Vec3& seed : seeds)
        if (!seed.allFinite())
            throw Error(ErrorCode::BadInput, "A seed point is not a finite position.", "Place the point again.");
    const IndexBox box = within ? within->box() : volume.grid().box();
    std::vector<std::uint8_t> voxels = inRange(volume, low, high, within, box, job);
    job.progress(0.3);
    const RunParts parts(voxels, {box.size(0), box.size(1), box.size(2)}, Neighbours::Faces, false, job);
    std::vector<std::uint8_t> keep(parts.parts().size(), 0);
    for (const Vec3& seed : seeds) {
        const Index3 at = volume.grid().nearest(seed);
        if (!box.contains(at[0], at[1], at[2]))
            continue;
        const std::int32_t part = parts.partAt(at[0] - box.min[0], at[1] - box.min[1], at[2] - box.min[2]);
        if (part >= 0)
            keep[part] = 1;
    }
    std::fill(voxels.begin(), voxels.end(), std::uint8_t(0));
    parts.paint(keep, 1, voxels);
    job.progress(0.9);
    return Mask(volume.grid(), box, voxels);
}

std::vector<double> otsu(const Volume& volume, int thresholds, const Mask* within, const Job& job)
{
    checkWithin(volume, within);
    if (thresholds < 1 || thresholds > 8)
        throw Error(ErrorCode::BadInput, "Between 1 and 8 thresholds can be found.", "Choose a number in this range.");
    const IndexBox box = within ? within->box() : volume.grid().box();
    std::vector<float> values;
    values.reserve(static_cast<size_t>(within ? within->count() : volume.voxels()));
    volume.visit([&](const auto& voxels) {
        for (int k = box.min[2]; k < box.max[2]; ++k) {
            job.checkStop();
            for (int j = box.min[1]; j < box.max[1]; ++j)
                for (int i = box.min[0]; i < box.max[0]; ++i) {
                    if (within && !within->at(i, j, k))
                        continue;
                    const float v = static_cast<float>(voxels[static_cast<size_t>(volume.grid().offset(i, j, k))]);
                    if (std::isfinite(v))
                        values.push_back(v);
                }
        }
    });
    const Error tooFew(ErrorCode::BadInput, "There are too few different values to find a threshold.",
                       "Choose a larger region.");
    if (static_cast<int>(values.size()) <= thresholds)
        throw tooFew;

    const auto percentile = [&](double p) {
        const auto at = values.begin() + static_cast<std::int64_t>(p * static_cast<double>(values.size() - 1) + 0.5);
        std::nth_element(values.begin(), at, values.end());
        return static_cast<double>(*at);
    };
    const double low = percentile(0.001), high = percentile(0.999);
    if (!(high > low))
        throw tooFew;
    constexpr int kClasses = 512;
    std::vector<double> weight(kClasses + 1, 0.0), moment(kClasses + 1, 0.0);
    const double width = (high - low) / kClasses;
    for (const float v : values) {
        const int c = std::clamp(static_cast<int>((v - low) / width), 0, kClasses - 1);
        weight[c + 1] += 1;
        moment[c + 1] += c + 0.5;
    }
    for (int c = 1; c <= kClasses; ++c) {
        weight[c] += weight[c - 1];
        moment[c] += moment[c - 1];
    }
    // Maximising the between-class variance is maximising the sum of moment^2/weight over the classes
    // (Liao, Chen, Chung, J Inf Sci Eng 17 (2001) 713): a sum over intervals, so dynamic programming is exact.
    const auto gain = [&](int a, int b) {
        const double w = weight[b] - weight[a], m = moment[b] - moment[a];
        return w > 0 ? m * m / w : 0.0;
    };
    std::vector<std::vector<double>> best(thresholds + 1, std::vector<double>(kClasses + 1, 0.0));
    std::vector<std::vector<int>> cut(thresholds + 1, std::vector<int>(kClasses + 1, 0));
    for (int b = 1; b <= kClasses; ++b)
        best[0][b] = gain(0, b);
    for (int t = 1; t <= thresholds; ++t) {
        job.checkStop();
        for (int b = t + 1; b <= kClasses; ++b) {
            best[t][b] = -1;
            for (int a = t; a < b; ++a) {
                const double value = best[t - 1][a] + gain(a, b);
                if (value > best[t][b]) {
                    best[t][b] = value;
                    cut[t][b] = a;
                }
            }
            // Across a gap without values all cuts are equally good: take the middle of it.
            int end = cut[t][b];
            while (end + 1 < b && weight[end + 1] == weight[cut[t][b]])
                ++end;
            cut[t][b] = (cut[t][b] + end) / 2;
        }
    }
    std::vector<double> out(thresholds);
    int b = kClasses;
    for (int t = thresholds; t >= 1; --t) {
        b = cut[t][b];
        out[t - 1] = low + b * width;
    }
    return out;
}

} // namespace pollux
