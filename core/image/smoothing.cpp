#include "core/image/smoothing.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>

namespace pollux {

std::vector<float> gaussianKernel(double sigma, double spacing, int derivative)
{
    const int radius = std::max(1, static_cast<int>(std::ceil(4.0 * sigma / spacing)));
    std::vector<double> g(radius + 1);
    double sum = 0;
    for (int m = 0; m <= radius; ++m) {
        const double x = m * spacing / sigma;
        g[m] = std::exp(-0.5 * x * x);
        sum += m == 0 ? g[m] : 2 * g[m];
    }
    for (double& w : g)
        w /= sum;
    if (derivative == 1) {
        double moment = 0;
        for (int m = 0; m <= radius; ++m) {
            g[m] *= m * spacing;
            moment += 2 * g[m] * m * spacing;
        }
        for (double& w : g)
            w /= moment;
    } else if (derivative == 2) {
        // (x^2/sigma^2 - 1) g, shifted to sum to zero and scaled so that x^2/2 gives one.
        double mean2 = 0;
        for (int m = 1; m <= radius; ++m)
            mean2 += 2 * g[m] * (m * spacing) * (m * spacing);
        double moment = 0;
        for (int m = 0; m <= radius; ++m) {
            const double x2 = (m * spacing) * (m * spacing);
            g[m] *= x2 - mean2;
            moment += (m == 0 ? 1 : 2) * g[m] * x2 / 2;
        }
        for (double& w : g)
            w /= moment;
    }
    return {g.begin(), g.end()};
}

namespace {

/// One line of `n` vectors of `width` neighbours: each tap is a loop over the width, which the compiler vectorises.
void convolveTile(const float* padded, float* out, std::int64_t outStride, int n, int width, int radius,
                  const std::vector<float>& kernel, bool odd)
{
    for (int x = 0; x < n; ++x) {
        const float* centre = padded + std::int64_t(x + radius) * width;
        float* o = out + x * outStride;
        const float w0 = odd ? 0.0f : kernel[0];
        for (int c = 0; c < width; ++c)
            o[c] = w0 * centre[c];
        for (int m = 1; m <= radius; ++m) {
            const float w = kernel[m];
            const float* a = centre + std::int64_t(m) * width;
            const float* b = centre - std::int64_t(m) * width;
            if (odd)
                for (int c = 0; c < width; ++c)
                    o[c] += w * (a[c] - b[c]);
            else
                for (int c = 0; c < width; ++c)
                    o[c] += w * (a[c] + b[c]);
        }
    }
}

} // namespace

void convolve(const float* in, float* out, const Index3& size, int axis, const std::vector<float>& kernel, bool odd,
              Edge edge, const Job& job)
{
    const int radius = static_cast<int>(kernel.size()) - 1;
    const std::int64_t ni = size[0], nj = size[1], nk = size[2];
    const int n = size[axis];
    constexpr int kWidth = 64;
    // Along i the rows of several j are interleaved, so that all axes run the same vector loop.
    const std::int64_t across = axis == 0 ? nj : ni;
    const std::int64_t outer = axis == 2 ? nj : nk;
    const std::int64_t stride = axis == 0 ? 1 : axis == 1 ? ni : ni * nj;
    const std::int64_t acrossStride = axis == 0 ? ni : 1;
    const std::int64_t outerStride = axis == 2 ? ni : ni * nj;

    parallelFor(0, outer, 1, [&](std::int64_t first, std::int64_t last) {
        std::vector<float> padded(static_cast<size_t>(n + 2 * radius) * kWidth),
            result(static_cast<size_t>(n) * kWidth);
        for (std::int64_t o = first; o < last; ++o) {
            for (std::int64_t c0 = 0; c0 < across; c0 += kWidth) {
                job.checkStop();
                const int width = static_cast<int>(std::min<std::int64_t>(kWidth, across - c0));
                const std::int64_t base = o * outerStride + c0 * acrossStride;
                float* middle = padded.data() + std::int64_t(radius) * width;
                if (axis == 0) {
                    for (int c = 0; c < width; ++c) {
                        const float* row = in + base + c * acrossStride;
                        for (int x = 0; x < n; ++x)
                            middle[std::int64_t(x) * width + c] = row[x];
                    }
                } else {
                    for (int x = 0; x < n; ++x)
                        std::copy_n(in + base + x * stride, width, middle + std::int64_t(x) * width);
                }
                for (int m = 1; m <= radius; ++m) {
                    float* before = middle - std::int64_t(m) * width;
                    float* after = middle + std::int64_t(n - 1 + m) * width;
                    if (edge == Edge::Zero) {
                        std::fill_n(before, width, 0.0f);
                        std::fill_n(after, width, 0.0f);
                    } else {
                        std::copy_n(middle, width, before);
                        std::copy_n(middle + std::int64_t(n - 1) * width, width, after);
                    }
                }
                if (axis == 0) {
                    convolveTile(padded.data(), result.data(), width, n, width, radius, kernel, odd);
                    for (int c = 0; c < width; ++c) {
                        float* row = out + base + c * acrossStride;
                        for (int x = 0; x < n; ++x)
                            row[x] = result[std::int64_t(x) * width + c];
                    }
                } else {
                    convolveTile(padded.data(), out + base, stride, n, width, radius, kernel, odd);
                }
            }
        }
    });
}

void smoothBox(std::vector<float>& values, const Index3& size, const Vec3& spacing, double sigma, Edge edge,
               const Job& job)
{
    for (int axis = 0; axis < 3; ++axis) {
        // Below a tenth of a voxel the kernel is one to float precision; a single slice has nothing to smooth across.
        if (sigma < 0.1 * spacing[axis] || (size[axis] == 1 && edge == Edge::Repeat))
            continue;
        convolve(values.data(), values.data(), size, axis, gaussianKernel(sigma, spacing[axis], 0), false, edge, job);
    }
}

} // namespace pollux
