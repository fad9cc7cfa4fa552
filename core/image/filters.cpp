#include "core/image/filters.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/image/box.h"
#include "core/image/smoothing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

namespace pollux {

namespace {

void checkImage(const Volume& volume)
{
    if (volume.empty())
        throw Error(ErrorCode::BadInput, "There is no image.", "Choose an image that has been loaded.");
}

template <class T>
T rounded(double v)
{
    if constexpr (std::is_integral_v<T>) {
        if (std::isnan(v))
            return T(0);
        return static_cast<T>(std::clamp(std::floor(v + 0.5), double(std::numeric_limits<T>::min()),
                                         double(std::numeric_limits<T>::max())));
    } else {
        return static_cast<T>(v);
    }
}

/// Voxel of a visited span.
template <class S>
using VoxelOf = std::remove_cv_t<std::remove_reference_t<decltype(std::declval<S>()[0])>>;

/// Fractional source index of target voxel (i,j,k): start + i * step along a row.
struct Rows
{
    Rows(const Grid& source, const Grid& target)
        : origin(source.toIndex(target.origin)), step(source.toIndex(target.toPatient(1, 0, 0)) - origin),
          stepJ(source.toIndex(target.toPatient(0, 1, 0)) - origin),
          stepK(source.toIndex(target.toPatient(0, 0, 1)) - origin)
    {
    }
    Vec3 start(double j, double k) const { return origin + j * stepJ + k * stepK; }
    Vec3 origin, step, stepJ, stepK;
};

/// Part [first, last) of a row of `n` voxels whose source index stays within [low, high] along all axes.
void clip(const Vec3& start, const Vec3& step, const Vec3& low, const Vec3& high, int n, int& first, int& last)
{
    double a = 0, b = n - 1;
    for (int axis = 0; axis < 3; ++axis) {
        if (std::abs(step[axis]) < 1e-12) {
            if (start[axis] < low[axis] || start[axis] > high[axis])
                b = -1;
            continue;
        }
        const double x = (low[axis] - start[axis]) / step[axis], y = (high[axis] - start[axis]) / step[axis];
        a = std::max(a, std::min(x, y));
        b = std::min(b, std::max(x, y));
    }
    first = static_cast<int>(std::ceil(std::min(a, double(n))));
    last = b < a ? first : std::min(n, static_cast<int>(std::floor(b)) + 1);
}

template <class Fetch>
double trilinear(const Vec3& p, const Index3& size, Fetch&& fetch)
{
    int lo[3], hi[3];
    double f[3];
    for (int a = 0; a < 3; ++a) {
        const double x = std::clamp(p[a], 0.0, double(size[a] - 1));
        lo[a] = static_cast<int>(x);
        hi[a] = std::min(lo[a] + 1, size[a] - 1);
        f[a] = x - lo[a];
    }
    const auto row = [&](int j, int k) {
        const double v = fetch(lo[0], j, k);
        // A voxel of no weight must not bring in its NaN.
        return f[0] == 0 ? v : v + f[0] * (fetch(hi[0], j, k) - v);
    };
    const auto plane = [&](int k) {
        const double v = row(lo[1], k);
        return f[1] == 0 ? v : v + f[1] * (row(hi[1], k) - v);
    };
    const double v = plane(lo[2]);
    return f[2] == 0 ? v : v + f[2] * (plane(hi[2]) - v);
}

} // namespace

Volume gaussian(const Volume& volume, double sigma, const Job& job)
{
    checkImage(volume);
    if (!(sigma >= 0 && sigma <= 100))
        throw Error(ErrorCode::BadInput, "The smoothing must lie between 0 and 100 mm.",
                    "Choose a value in this range.");
    std::vector<float> values(static_cast<size_t>(volume.voxels()));
    volume.visit([&](const auto& voxels) {
        for (size_t i = 0; i < values.size(); ++i) {
            const float v = static_cast<float>(voxels[i]);
            values[i] = std::isnan(v) ? 0.0f : v;
        }
    });
    if (sigma > 0)
        smoothBox(values, volume.grid().size, volume.grid().spacing, sigma, Edge::Repeat, job);
    return Volume(volume.grid(), std::move(values));
}

Volume median(const Volume& volume, int radius, const Job& job)
{
    checkImage(volume);
    if (radius < 0 || radius > 5)
        throw Error(ErrorCode::BadInput, "The radius of a median must be 0 to 5 voxels.", "Choose a smaller radius.");
    if (radius == 0)
        return volume;
    const Grid& grid = volume.grid();
    return volume.visit([&](const auto& voxels) {
        using T = VoxelOf<decltype(voxels)>;
        std::vector<T> out(voxels.size());
        const int width = 2 * radius + 1;
        parallelFor(0, std::int64_t(grid.size[1]) * grid.size[2], 8, [&](std::int64_t first, std::int64_t last) {
            std::vector<T> box;
            box.reserve(static_cast<size_t>(width) * width * width);
            for (std::int64_t row = first; row < last; ++row) {
                job.checkStop();
                const int j = static_cast<int>(row % grid.size[1]), k = static_cast<int>(row / grid.size[1]);
                for (int i = 0; i < grid.size[0]; ++i) {
                    box.clear();
                    for (int z = std::max(k - radius, 0); z <= std::min(k + radius, grid.size[2] - 1); ++z)
                        for (int y = std::max(j - radius, 0); y <= std::min(j + radius, grid.size[1] - 1); ++y)
                            for (int x = std::max(i - radius, 0); x <= std::min(i + radius, grid.size[0] - 1); ++x) {
                                const T v = voxels[static_cast<size_t>(grid.offset(x, y, z))];
                                if (v == v) // NaN has no rank
                                    box.push_back(v);
                            }
                    const auto middle = box.begin() + static_cast<std::int64_t>(box.size() / 2);
                    std::nth_element(box.begin(), middle, box.end());
                    const auto at = static_cast<size_t>(row * grid.size[0] + i);
                    out[at] = box.empty() ? voxels[at] : *middle;
                }
            }
        });
        return Volume(grid, std::move(out));
    });
}

Volume resample(const Volume& volume, const Grid& target, Interpolation interpolation, double outside, const Job& job)
{
    checkImage(volume);
    checkGrid(target);
    const Grid& grid = volume.grid();
    if (sameGeometry(grid, target))
        return volume;
    const Rows rows(grid, target);
    // The outermost voxels reach half a voxel beyond their centres.
    const Vec3 low = Vec3::Constant(-0.5 - 1e-6);
    const Vec3 high = Vec3(grid.size[0], grid.size[1], grid.size[2]) - Vec3::Constant(0.5 - 1e-6);
    return volume.visit([&](const auto& voxels) {
        using T = VoxelOf<decltype(voxels)>;
        std::vector<T> out(static_cast<size_t>(target.voxels()), rounded<T>(outside));
        parallelFor(0, std::int64_t(target.size[1]) * target.size[2], 16, [&](std::int64_t begin, std::int64_t end) {
            job.checkStop();
            for (std::int64_t row = begin; row < end; ++row) {
                const Vec3 start = rows.start(double(row % target.size[1]), double(row / target.size[1]));
                int first = 0, last = 0;
                clip(start, rows.step, low, high, target.size[0], first, last);
                T* o = &out[static_cast<size_t>(row * target.size[0])];
                for (int i = first; i < last; ++i) {
                    const Vec3 p = start + double(i) * rows.step;
                    if (interpolation == Interpolation::Nearest) {
                        Index3 n;
                        for (int a = 0; a < 3; ++a)
                            n[a] = std::clamp(static_cast<int>(std::floor(p[a] + 0.5)), 0, grid.size[a] - 1);
                        o[i] = voxels[static_cast<size_t>(grid.offset(n[0], n[1], n[2]))];
                    } else {
                        o[i] = rounded<T>(trilinear(p, grid.size, [&](int x, int y, int z) {
                            return static_cast<double>(voxels[static_cast<size_t>(grid.offset(x, y, z))]);
                        }));
                    }
                }
            }
        });
        return Volume(target, std::move(out));
    });
}

Mask resample(const Mask& mask, const Grid& target, const Job& job)
{
    checkGrid(target);
    if (mask.empty())
        return Mask(target, IndexBox{}, {});
    if (sameGeometry(mask.grid(), target))
        return mask;
    // Only where the mask's box (with the reach of the interpolation) lies in the target.
    const IndexBox box = mask.box();
    IndexBox region{{1 << 30, 1 << 30, 1 << 30}, {-(1 << 30), -(1 << 30), -(1 << 30)}};
    for (int c = 0; c < 8; ++c) {
        Vec3 corner;
        for (int a = 0; a < 3; ++a)
            corner[a] = (c >> a & 1) ? box.max[a] : box.min[a] - 1;
        const Vec3 p = target.toIndex(mask.grid().toPatient(corner));
        for (int a = 0; a < 3; ++a) {
            const double x = std::clamp(p[a], -1e8, 1e8);
            region.min[a] = std::min(region.min[a], static_cast<int>(std::floor(x)));
            region.max[a] = std::max(region.max[a], static_cast<int>(std::ceil(x)) + 1);
        }
    }
    region = common(region, target.box());
    if (region.empty())
        return Mask(target, IndexBox{}, {});
    const Rows rows(mask.grid(), target.cropped(region));
    const IndexBox wide = common(grown(box, 1), mask.grid().box());
    const std::vector<std::uint8_t> voxels = mask.in(wide);
    const Index3 size{wide.size(0), wide.size(1), wide.size(2)};
    const Vec3 shift(wide.min[0], wide.min[1], wide.min[2]);
    const Vec3 low = Vec3::Constant(-0.5 - 1e-6);
    const Vec3 high = Vec3(size[0], size[1], size[2]) - Vec3::Constant(0.5 - 1e-6);
    std::vector<std::uint8_t> out(static_cast<size_t>(region.voxels()), 0);
    parallelFor(0, std::int64_t(region.size(1)) * region.size(2), 16, [&](std::int64_t begin, std::int64_t end) {
        job.checkStop();
        for (std::int64_t row = begin; row < end; ++row) {
            const Vec3 start = rows.start(double(row % region.size(1)), double(row / region.size(1))) - shift;
            int first = 0, last = 0;
            clip(start, rows.step, low, high, region.size(0), first, last);
            for (int i = first; i < last; ++i)
                out[static_cast<size_t>(row * region.size(0) + i)] =
                    trilinear(start + double(i) * rows.step, size, [&](int x, int y, int z) {
                        return double(voxels[(size_t(z) * size[1] + y) * size[0] + x]);
                    }) >= 0.5 - 1e-9;
        }
    });
    return Mask(target, region, out);
}

Grid isotropic(const Grid& grid, double spacing)
{
    checkGrid(grid);
    if (!(spacing > 0) || !std::isfinite(spacing))
        throw Error(ErrorCode::BadInput, "The voxel size must be more than zero.", "Choose a voxel size in mm.");
    Grid out = grid;
    out.spacing = Vec3::Constant(spacing);
    Vec3 first;
    for (int a = 0; a < 3; ++a) {
        const double n = std::floor(grid.size[a] * grid.spacing[a] / spacing + 0.5);
        out.size[a] = static_cast<int>(std::clamp(n, 1.0, 1e6));
        // Both extents have the same middle.
        first[a] = (grid.size[a] - 1) / 2.0 - (out.size[a] - 1) / 2.0 * spacing / grid.spacing[a];
    }
    out.origin = grid.toPatient(first);
    checkGrid(out);
    return out;
}

Volume shrink(const Volume& volume, const Index3& factors, const Job& job)
{
    checkImage(volume);
    const Grid& grid = volume.grid();
    Grid out = grid;
    Vec3 first;
    for (int a = 0; a < 3; ++a) {
        if (factors[a] < 1)
            throw Error(ErrorCode::BadInput, "A shrink factor must be at least 1.", "Choose whole numbers from 1.");
        const int f = std::min(factors[a], grid.size[a]);
        out.size[a] = (grid.size[a] + f - 1) / f;
        out.spacing[a] = grid.spacing[a] * f;
        first[a] = (f - 1) / 2.0;
    }
    out.origin = grid.toPatient(first);
    if (out.size == grid.size)
        return volume;
    return volume.visit([&](const auto& voxels) {
        using T = VoxelOf<decltype(voxels)>;
        std::vector<T> values(static_cast<size_t>(out.voxels()));
        parallelFor(0, out.size[2], 1, [&](std::int64_t begin, std::int64_t end) {
            std::vector<double> sum(static_cast<size_t>(out.size[0])), count(sum.size());
            for (std::int64_t k = begin; k < end; ++k)
                for (int j = 0; j < out.size[1]; ++j) {
                    job.checkStop();
                    std::fill(sum.begin(), sum.end(), 0.0);
                    std::fill(count.begin(), count.end(), 0.0);
                    const int z1 = static_cast<int>(std::min<std::int64_t>((k + 1) * factors[2], grid.size[2]));
                    const int y1 =
                        static_cast<int>(std::min<std::int64_t>(std::int64_t(j + 1) * factors[1], grid.size[1]));
                    for (int z = static_cast<int>(k * factors[2]); z < z1; ++z)
                        for (int y = j * factors[1]; y < y1; ++y) {
                            const T* row = &voxels[static_cast<size_t>(grid.offset(0, y, z))];
                            for (int x = 0, i = 0, c = 0; x < grid.size[0]; ++x) {
                                if (row[x] == row[x]) { // NaN is left out
                                    sum[i] += row[x];
                                    count[i] += 1;
                                }
                                if (++c == factors[0]) {
                                    c = 0;
                                    ++i;
                                }
                            }
                        }
                    T* o = &values[static_cast<size_t>(out.offset(0, j, static_cast<int>(k)))];
                    for (int i = 0; i < out.size[0]; ++i)
                        o[i] = rounded<T>(count[i] > 0 ? sum[i] / count[i] : std::numeric_limits<double>::quiet_NaN());
                }
        });
        return Volume(out, std::move(values));
    });
}

} // namespace pollux
