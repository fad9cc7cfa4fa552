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
// Of the smoothness: Gaussians of a step (as of a fluid) and of all the way so far (as of something elastic). Found on
// the breathing phantom, see the README.
constexpr double kOfUpdate = 2, kOfWhole = 0.3;

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
            auto& in = m_in.emplace_back(level.region.size());
            for (size_t n = 0; n < in.size(); ++n)
                in[n] = level.region[n] == r ? 1.0f : 0.0f;
            m_share.push_back(in);
            smoothOne(m_share.back(), {});
            for (float& s : m_share.back())
                s = std::max(s, 1e-6f);
        }
    }

    void smooth(Vectors& v, const Job& job) const
    {
        if (m_in.empty()) {
            for (auto& component : v)
                smoothOne(component, job);
            return;
        }
        smoothBy(v, m_share, job);
    }

    /// Of vectors times their trust: what is not trusted follows what is about it (normalised convolution, Knutsson and
    /// Westin 1993), and where nothing near is trusted, little moves.
    void smooth(Vectors& v, const std::vector<float>& trust, const Job& job) const
    {
        constexpr float kNothing = 0.02f; ///< so much trust for all that holds still
        std::vector<std::vector<float>> below;
        for (size_t r = 0; r < std::max<size_t>(1, m_in.size()); ++r) {
            below.push_back(trust);
            if (!m_in.empty())
                multiply(below[r], m_in[r]);
            smoothOne(below[r], job);
            for (size_t n = 0; n < trust.size(); ++n)
                below[r][n] += kNothing * (m_share.empty() ? 1.0f : m_share[r][n]) + 1e-6f;
        }
        smoothBy(v, below, job);
    }

private:
    /// Each component smoothed within each region and divided by what `below` says for it.
    void smoothBy(Vectors& v, const std::vector<std::vector<float>>& below, const Job& job) const
    {
        for (auto& component : v) {
            std::vector<float> out(component.size());
            for (size_t r = 0; r < below.size(); ++r) {
                std::vector<float> part = component;
                if (!m_in.empty())
                    multiply(part, m_in[r]);
                smoothOne(part, job);
                for (size_t n = 0; n < part.size(); ++n)
                    if (m_in.empty() || m_in[r][n] > 0)
                        out[n] = part[n] / below[r][n];
            }
            component = std::move(out);
        }
    }

    static void multiply(std::vector<float>& values, const std::vector<float>& by)
    {
        for (size_t n = 0; n < values.size(); ++n)
            values[n] *= by[n];
    }

    void smoothOne(std::vector<float>& values, const Job& job) const
    {
        for (int axis = 0; axis < 3; ++axis)
            convolve(values.data(), values.data(), m_size, axis, m_kernel, false, Edge::Repeat, job);
    }

    Index3 m_size;
    std::vector<float> m_kernel;
    std::vector<std::vector<float>> m_in, m_share; ///< of the two regions; empty where there are none
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
        const Regulariser update(level, kOfUpdate * options.smoothness), whole(level, kOfWhole * options.smoothness);
        Vectors v = level.from(coarse);
        std::vector<double> course;
        for (int n = 0; n < options.iterations; ++n) {
            job.checkStop();
            job.progress(done + double(n) / options.iterations / options.levels);
            Vectors d;
            std::vector<float> trust;
            const double unlike = level.force(v, kLongest, d, trust, job);
            if (result.iterations == 0)
                result.likenessBefore = unlike;
            course.push_back(unlike);
            ++result.iterations;
            if (n >= 2 * kWindow && course[size_t(n - kWindow)] - unlike < kWorthIt * course[size_t(n - kWindow)])
                break;
            update.smooth(d, trust, job);
            compose(v, d, level.grid.size, job);
            whole.smooth(v, job);
        }
        unfold(v, level, whole, job);
        coarse = level.field(v);
        if (number == 0) {
            Vectors unused;
            std::vector<float> trust;
            result.likenessAfter = level.force(v, kLongest, unused, trust, job);
            result.likenessBefore = level.force(level.from({}), kLongest, unused, trust, job);
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
