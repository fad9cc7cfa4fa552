#include "core/image/registration/deformable.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/image/registration/level.h"
#include "core/image/smoothing.h"

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

using registration::Level;
using registration::Vectors;

constexpr int kWindow = 8;         ///< iterations over which it is seen whether anything gets better
constexpr double kWorthIt = 0.001; ///< less relative gain in a window than this ends a level
constexpr float kLongest = 0.75f;  ///< voxels a step

void checkOptions(const Volume& fixed, const Volume& moving, const DeformableOptions& o)
{
    if (fixed.empty() || moving.empty())
        throw Error(ErrorCode::BadInput, "There is no image to register.", "Choose two images.");
    const bool fine = o.spacing >= 0.1 && o.spacing <= 50 && o.levels >= 1 && o.levels <= 6 && o.iterations >= 1 &&
                      o.iterations <= 10000 && o.smoothness >= 0.3 && o.smoothness <= 20 && o.low < o.high;
    if (!fine)
        throw Error(ErrorCode::BadInput, "An option of the registration is out of range.",
                    "Spacing 0.1 to 50 mm, 1 to 6 levels, smoothness 0.3 to 20 voxels, low below high.");
}

/// Smooths fields, within each region by itself where there are two.
class Regulariser
{
public:
    Regulariser(const Level& level, double sigma) : m_size(level.grid.size), m_kernel(gaussianKernel(sigma, 1.0, 0))
    {
        if (level.region.empty())
            return;
        for (int r = 0; r < 2; ++r) {
            m_in[size_t(r)].resize(level.region.size());
            for (size_t n = 0; n < level.region.size(); ++n)
                m_in[size_t(r)][n] = level.region[n] == r ? 1.0f : 0.0f;
            m_share[size_t(r)] = m_in[size_t(r)];
            smoothOne(m_share[size_t(r)], {});
        }
    }

    void smooth(Vectors& v, const Job& job) const
    {
        for (auto& component : v) {
            if (m_in[0].empty()) {
                smoothOne(component, job);
                continue;
            }
            std::vector<float> out(component.size());
            for (size_t r = 0; r < 2; ++r) {
                std::vector<float> part(component.size());
                for (size_t n = 0; n < part.size(); ++n)
                    part[n] = component[n] * m_in[r][n];
                smoothOne(part, job);
                for (size_t n = 0; n < part.size(); ++n)
                    if (m_in[r][n] > 0)
                        out[n] = part[n] / std::max(m_share[r][n], 1e-6f);
            }
            component = std::move(out);
        }
    }

private:
    void smoothOne(std::vector<float>& values, const Job& job) const
    {
        for (int axis = 0; axis < 3; ++axis)
            convolve(values.data(), values.data(), m_size, axis, m_kernel, false, Edge::Repeat, job);
    }

    Index3 m_size;
    std::vector<float> m_kernel;
    std::array<std::vector<float>, 2> m_in, m_share;
};

/// v(x) <- v(x + d(x)) + d(x).
void compose(Vectors& v, const Vectors& d, const Index3& size, const Job& job)
{
    Vectors out;
    for (auto& component : out)
        component.resize(v[0].size());
    registration::forRows(size, job, [&](std::int64_t n, int j, int k) {
        for (int i = 0; i < size[0]; ++i, ++n) {
            const size_t at = size_t(n);
            const registration::Corner c(size, float(i) + d[0][at], float(j) + d[1][at], float(k) + d[2][at]);
            for (size_t a = 0; a < 3; ++a)
                out[a][at] = c.of(v[a].data()) + d[a][at];
        }
    });
    v = std::move(out);
}

/// Where the field has turned space inside out, it is smoothed again until it has not: at most a few rounds.
void unfold(Vectors& v, const Level& level, const Regulariser& regulariser, const Job& job)
{
    for (int round = 0; round < 5; ++round) {
        if (jacobianReport(jacobianMap(level.field(v), job)).least > 0.05)
            return;
        regulariser.smooth(v, job);
    }
}

} // namespace

DeformableResult registerDeformable(const Volume& fixed, const Volume& moving, const DeformableOptions& options,
                                    const Job& job)
{
    checkOptions(fixed, moving, options);
    DeformableResult result;
    DisplacementField coarse;
    const double finest = std::max(options.spacing, fixed.grid().spacing.minCoeff());
    for (int number = options.levels - 1; number >= 0; --number) {
        const double done = double(options.levels - 1 - number) / options.levels;
        job.progress(done);
        Level level(fixed, moving, finest * std::pow(2.0, number), options, job);
        const Regulariser update(level, options.smoothness), whole(level, 0.3 * options.smoothness);
        Vectors v = level.from(coarse);
        std::vector<double> course;
        for (int n = 0; n < options.iterations; ++n) {
            job.checkStop();
            job.progress(done + double(n) / options.iterations / options.levels);
            Vectors d;
            const double unlike = level.force(v, kLongest, d, job);
            if (result.iterations == 0)
                result.likenessBefore = unlike;
            course.push_back(unlike);
            ++result.iterations;
            if (n >= 2 * kWindow && course[size_t(n - kWindow)] - unlike < kWorthIt * course[size_t(n - kWindow)])
                break;
            update.smooth(d, job);
            compose(v, d, level.grid.size, job);
            whole.smooth(v, job);
        }
        unfold(v, level, whole, job);
        coarse = level.field(v);
        if (number == 0) {
            Vectors unused;
            result.likenessAfter = level.force(v, kLongest, unused, job);
            result.likenessBefore = level.force(level.from({}), kLongest, unused, job);
        }
    }
    // The start is part of the way: x -> start(x + v(x)).
    result.field = std::move(coarse);
    const Grid& g = result.field.grid;
    parallelFor(0, g.size[2], 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t k = first; k < last; ++k)
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i) {
                    const std::int64_t n = g.offset(i, j, int(k));
                    const Vec3 x = g.toPatient(i, j, int(k));
                    const Vec3 u = options.start(x + result.field.voxel(n)) - x;
                    for (size_t a = 0; a < 3; ++a)
                        result.field.u[a][size_t(n)] = static_cast<float>(u[Eigen::Index(a)]);
                }
    });
    job.progress(1);
    return result;
}

} // namespace pollux
