#include "core/image/registration/level.h"

#include "core/base/error.h"
#include "core/image/smoothing.h"

#include <cmath>
#include <numeric>

namespace pollux::registration {

namespace {

constexpr double kSoft = 0.7;  ///< voxels: smoothing of both images, against noise
constexpr float kFlatness = 5; ///< how much steeper than the flat half a slope (squared) must be to be trusted by half
constexpr double kMarginMm = 40; ///< how far beyond the fixed image the moving one is looked at

/// Values of a volume at the points of a grid carried by a map; `inside` tells where it has any.
std::vector<float> sampled(const Volume& volume, const Grid& grid, const AffineMap& map, double low, double high,
                           std::vector<float>* inside, const Job& job)
{
    const Grid& from = volume.grid();
    std::vector<float> values(static_cast<size_t>(from.voxels())), out(static_cast<size_t>(grid.voxels()));
    volume.visit([&](auto voxels) {
        for (size_t n = 0; n < values.size(); ++n) {
            const auto v = double(voxels[n]);
            values[n] = static_cast<float>(std::isfinite(v) ? std::clamp(v, low, high) : std::clamp(0.0, low, high));
        }
    });
    if (inside)
        inside->assign(out.size(), 0.0f);
    const Mat3 turn = from.direction.transpose();
    const auto index = [&](const Vec3& p) -> Vec3 { return (turn * (p - from.origin)).cwiseQuotient(from.spacing); };
    const Vec3 start = index(map(grid.origin));
    std::array<Vec3, 3> step;
    for (Eigen::Index a = 0; a < 3; ++a)
        step[size_t(a)] = index(map(grid.origin + grid.direction.col(a) * grid.spacing[a])) - start;
    const Vec3 last(from.size[0] - 0.5, from.size[1] - 0.5, from.size[2] - 0.5);
    forRows(grid.size, job, [&](std::int64_t n, int j, int k) {
        const Vec3 row = start + j * step[1] + k * step[2];
        for (int i = 0; i < grid.size[0]; ++i, ++n) {
            const Vec3 p = row + i * step[0];
            out[size_t(n)] = Corner(from.size, float(p[0]), float(p[1]), float(p[2])).of(values.data());
            if (inside && (p.array() >= -0.5).all() && (p.array() <= last.array()).all())
                (*inside)[size_t(n)] = 1;
        }
    });
    return out;
}

} // namespace

std::vector<std::vector<float>> describe(const std::vector<float>& values, const Index3& size, const Job& job)
{
    constexpr double kPatch = 0.8; // voxels
    const std::vector<float> kernel = gaussianKernel(kPatch, 1.0, 0);
    std::vector<std::vector<float>> out(6);
    for (size_t c = 0; c < 6; ++c) {
        auto& channel = out[c];
        channel.resize(values.size());
        const size_t axis = c / 2;
        const int side = c % 2 ? 1 : -1;
        forRows(size, job, [&](std::int64_t n, int j, int k) {
            for (int i = 0; i < size[0]; ++i, ++n) {
                Index3 at{i, j, k};
                at[axis] = std::clamp(at[axis] + side, 0, size[axis] - 1);
                const float d =
                    values[size_t((std::int64_t(at[2]) * size[1] + at[1]) * size[0] + at[0])] - values[size_t(n)];
                channel[size_t(n)] = d * d;
            }
        });
        for (int a = 0; a < 3; ++a)
            convolve(channel.data(), channel.data(), size, a, kernel, false, Edge::Repeat, job);
    }
    // Where nothing is but noise all directions are alike; a floor keeps them from being told apart by rounding.
    double mean = 0;
    for (const auto& channel : out)
        mean += std::accumulate(channel.begin(), channel.end(), 0.0);
    const auto floor = static_cast<float>(std::max(1e-12, 1e-3 * mean / (6.0 * double(values.size()))));
    forRows(size, job, [&](std::int64_t n, int, int) {
        for (int i = 0; i < size[0]; ++i, ++n) {
            float variance = 0, least = out[0][size_t(n)];
            for (const auto& channel : out) {
                variance += channel[size_t(n)] / 6;
                least = std::min(least, channel[size_t(n)]);
            }
            variance = std::max(variance, floor);
            for (auto& channel : out)
                channel[size_t(n)] = std::exp(-(channel[size_t(n)] - least) / variance);
        }
    });
    return out;
}

Level::Level(const Volume& fixed, const Volume& moving, double spacing, const DeformableOptions& options,
             const Job& job)
    : grid(isotropic(fixed.grid(), spacing))
{
    constexpr int kLeast = 2; // voxels along each axis
    const Volume f = coarser(fixed, spacing, kLeast, job), m = coarser(moving, spacing, kLeast, job);
    const bool values = options.likeness == Likeness::Values;
    const double low = values ? options.low : -1e30, high = values ? options.high : 1e30;
    Grid wide = grid;
    for (size_t a = 0; a < 3; ++a) {
        m_margin[a] = int(std::ceil(kMarginMm / spacing));
        wide.size[a] += 2 * m_margin[a];
    }
    wide.origin = grid.toPatient(-m_margin[0], -m_margin[1], -m_margin[2]);
    m_movingSize = wide.size;
    m_fixed.push_back(sampled(f, grid, {}, low, high, nullptr, job));
    m_moving.push_back(sampled(m, wide, options.start, low, high, &m_inside, job));
    if (std::find(m_inside.begin(), m_inside.end(), 1.0f) == m_inside.end())
        throw Error(ErrorCode::BadInput, "The two images do not meet: nothing of one lies in the other.",
                    "Register them rigidly first, or start from landmarks.");
    if (values) {
        const std::vector<float> kernel = gaussianKernel(kSoft, 1.0, 0);
        for (int a = 0; a < 3; ++a) {
            convolve(m_fixed[0].data(), m_fixed[0].data(), grid.size, a, kernel, false, Edge::Repeat, job);
            convolve(m_moving[0].data(), m_moving[0].data(), m_movingSize, a, kernel, false, Edge::Repeat, job);
        }
    } else {
        m_fixed = describe(m_fixed[0], grid.size, job);
        m_moving = describe(m_moving[0], m_movingSize, job);
    }
    m_flat = flatness();
    if (options.sliding) {
        region.resize(static_cast<size_t>(grid.voxels()));
        for (int k = 0; k < grid.size[2]; ++k)
            for (int j = 0; j < grid.size[1]; ++j)
                for (int i = 0; i < grid.size[0]; ++i)
                    region[size_t(grid.offset(i, j, k))] = options.sliding->contains(grid.toPatient(i, j, k));
    }
}

float Level::flatness() const
{
    const Index3& size = grid.size;
    const std::array<std::int64_t, 3> stride{1, size[0], std::int64_t(size[0]) * size[1]};
    std::vector<float> some;
    const std::int64_t count = grid.voxels(), step = std::max<std::int64_t>(1, count / 100000);
    for (std::int64_t n = stride[2]; n + stride[2] < count; n += step) {
        float square = 0;
        for (const Channel& f : m_fixed)
            for (size_t a = 0; a < 3; ++a) {
                const float g = 0.5f * (f[size_t(n + stride[a])] - f[size_t(n - stride[a])]);
                square += g * g;
            }
        if (square > 0)
            some.push_back(square);
    }
    if (some.empty())
        return 0;
    const auto middle = some.begin() + std::ptrdiff_t(some.size() / 2);
    std::nth_element(some.begin(), middle, some.end());
    return *middle;
}

Vectors Level::from(const DisplacementField& other) const
{
    Vectors v;
    for (auto& component : v)
        component.assign(static_cast<size_t>(grid.voxels()), 0.0f);
    if (other.empty())
        return v;
    parallelFor(0, grid.size[2], 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t k = first; k < last; ++k)
            for (int j = 0; j < grid.size[1]; ++j)
                for (int i = 0; i < grid.size[0]; ++i) {
                    const Vec3 u = (grid.direction.transpose() * other.at(grid.toPatient(i, j, int(k))))
                                       .cwiseQuotient(grid.spacing);
                    for (size_t a = 0; a < 3; ++a)
                        v[a][size_t(grid.offset(i, j, int(k)))] = static_cast<float>(u[Eigen::Index(a)]);
                }
    });
    return v;
}

DisplacementField Level::field(const Vectors& v) const
{
    DisplacementField f = identityField(grid);
    const Mat3 toMm = grid.direction * grid.spacing.asDiagonal();
    for (size_t n = 0; n < v[0].size(); ++n) {
        const Vec3 u = toMm * Vec3(v[0][n], v[1][n], v[2][n]);
        for (size_t a = 0; a < 3; ++a)
            f.u[a][n] = static_cast<float>(u[Eigen::Index(a)]);
    }
    return f;
}

double Level::force(const Vectors& v, float longest, Vectors& step, std::vector<float>& trust, const Job& job) const
{
    const Index3& size = grid.size;
    const size_t count = v[0].size();
    const std::array<std::int64_t, 3> stride{1, size[0], std::int64_t(size[0]) * size[1]};
    for (auto& component : step)
        component.assign(count, 0.0f);
    trust.assign(count, 0.0f);
    std::vector<float> warped(count), inside(count), squares(count, 0.0f), slopes(count, 0.0f);
    const auto carry = [&](const Channel& from, std::vector<float>& to) {
        forRows(size, job, [&](std::int64_t n, int j, int k) {
            for (int i = 0; i < size[0]; ++i, ++n) {
                const size_t at = size_t(n);
                to[at] = Corner(m_movingSize, float(i + m_margin[0]) + v[0][at], float(j + m_margin[1]) + v[1][at],
                                float(k + m_margin[2]) + v[2][at])
                             .of(from.data());
            }
        });
    };
    carry(m_inside, inside);
    for (size_t c = 0; c < m_fixed.size(); ++c) {
        carry(m_moving[c], warped);
        const Channel& f = m_fixed[c];
        // Sums over the channels of difference times slope, of slope squared and of difference squared.
        forRows(size, job, [&](std::int64_t n, int j, int k) {
            for (int i = 0; i < size[0]; ++i, ++n) {
                const size_t at = size_t(n);
                if (inside[at] < 0.999f)
                    continue;
                const Index3 here{i, j, k};
                const float d = f[at] - warped[at];
                squares[at] += d * d;
                for (size_t a = 0; a < 3; ++a) {
                    const std::int64_t before = here[a] > 0 ? n - stride[a] : n;
                    const std::int64_t after = here[a] + 1 < size[a] ? n + stride[a] : n;
                    const float scale = after - before == 2 * stride[a] ? 0.25f : 0.5f; // half of the two slopes' sum
                    const float g =
                        scale * (f[size_t(after)] - f[size_t(before)] + warped[size_t(after)] - warped[size_t(before)]);
                    step[a][at] += d * g;
                    slopes[at] += g * g;
                }
            }
        });
    }
    std::vector<double> sums(size_t(size[2]), 0.0), counts(size_t(size[2]), 0.0);
    forRows(size, job, [&](std::int64_t n, int, int k) {
        for (int i = 0; i < size[0]; ++i, ++n) {
            const size_t at = size_t(n);
            if (inside[at] < 0.999f)
                continue;
            sums[size_t(k)] += squares[at];
            counts[size_t(k)] += 1;
            // |step| is at most `longest`, reached where |slope| = |difference| / (2 longest) (Cachier 1999).
            // The flat part of an image has only noise to push it: what is no steeper is hardly trusted.
            const float full = slopes[at] + squares[at] / (4 * longest * longest);
            const float below = full + kFlatness * m_flat;
            trust[at] = below > 1e-12f ? full / below : 0.0f;
            for (size_t a = 0; a < 3; ++a)
                step[a][at] = below > 1e-12f ? step[a][at] / below : 0.0f;
        }
    });
    const double voxels = std::accumulate(counts.begin(), counts.end(), 0.0);
    return voxels > 0 ? std::sqrt(std::accumulate(sums.begin(), sums.end(), 0.0) / voxels) : 0.0;
}

} // namespace pollux::registration
