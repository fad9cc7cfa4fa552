#include "core/simulation/heat/conjugate_gradients.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>

namespace pollux::heat {

namespace {

constexpr int kMostIterations = 2000;
constexpr std::int64_t kLanes = 16; // as in HeatOperator::apply

double total(const std::vector<double>& values)
{
    double sum = 0;
    for (const double v : values)
        sum += v;
    return sum;
}

double largest(const std::vector<double>& values)
{
    return *std::max_element(values.begin(), values.end());
}

} // namespace

ConjugateGradients::ConjugateGradients(const HeatOperator& op)
    : diagonal(static_cast<size_t>(op.voxels())), residual(static_cast<size_t>(op.voxels())), m_op(op),
      m_x(static_cast<size_t>(op.voxels())), m_q(static_cast<size_t>(op.voxels())), m_p(op.voxels(), op.plane()),
      m_sums(static_cast<size_t>(op.planes())), m_most(static_cast<size_t>(op.planes()))
{
}

std::int64_t ConjugateGradients::bytes() const
{
    return 4 * m_op.voxels() * static_cast<std::int64_t>(sizeof(float)) + m_p.bytes();
}

int ConjugateGradients::solve(double a, double bound, const Job& job)
{
    float *x = m_x.data(), *r = residual.data(), *q = m_q.data(), *p = m_p.data();
    const float* d = diagonal.data();
    m_op.everyPlane([&](int k, std::int64_t first, std::int64_t last) {
        double sum = 0, most = 0;
        for (std::int64_t n = first; n < last; ++n) {
            x[n] = 0;
            p[n] = r[n] / d[n];
            sum += double(r[n]) * double(p[n]);
            most = std::max(most, std::abs(double(r[n])));
        }
        m_sums[static_cast<size_t>(k)] = sum;
        m_most[static_cast<size_t>(k)] = most;
    });
    double rz = total(m_sums);
    if (!std::isfinite(rz))
        throw Error(ErrorCode::Internal, "The heat model came to a value that is no number.",
                    "Check the properties of the tissues.");
    for (int iteration = 0;; ++iteration) {
        if (largest(m_most) <= bound || rz <= 0)
            return iteration;
        job.checkStop();
        m_op.everyPlane([&](int k, std::int64_t, std::int64_t) {
            m_sums[static_cast<size_t>(k)] = m_op.apply(k, static_cast<float>(a), d, p, q);
        });
        const double pq = total(m_sums);
        if (!(pq > 0) || iteration >= kMostIterations)
            throw Error(ErrorCode::Internal, "The heat model found no solution.",
                        "Check the properties of the tissues, or choose larger voxels.");
        const auto alpha = static_cast<float>(rz / pq);
        m_op.everyPlane([&](int k, std::int64_t first, std::int64_t last) {
            float sums[kLanes] = {}, most[kLanes] = {};
            const auto one = [&](std::int64_t n, float& sum, float& high) {
                x[n] += alpha * p[n];
                r[n] -= alpha * q[n];
                sum += r[n] * r[n] / d[n];
                high = std::max(high, std::abs(r[n]));
            };
            std::int64_t n = first;
            for (; n + kLanes <= last; n += kLanes)
                for (std::int64_t l = 0; l < kLanes; ++l)
                    one(n + l, sums[l], most[l]);
            for (; n < last; ++n)
                one(n, sums[0], most[0]);
            double sum = 0, high = 0;
            for (std::int64_t l = 0; l < kLanes; ++l) {
                sum += double(sums[l]);
                high = std::max(high, double(most[l]));
            }
            m_sums[static_cast<size_t>(k)] = sum;
            m_most[static_cast<size_t>(k)] = high;
        });
        const double before = rz;
        rz = total(m_sums);
        const auto beta = static_cast<float>(rz / before);
        m_op.everyPlane([&](int, std::int64_t first, std::int64_t last) {
            for (std::int64_t n = first; n < last; ++n)
                p[n] = r[n] / d[n] + beta * p[n];
        });
    }
}

} // namespace pollux::heat
