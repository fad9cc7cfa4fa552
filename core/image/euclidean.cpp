#include "core/image/euclidean.h"

#include "core/base/parallel.h"
#include "core/image/box.h"

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

constexpr int kTile = 16; ///< columns handled together, so that each cache line is read once

/// Lower envelope of parabolas w (x - q)^2 + f(q) along one line.
class Envelope
{
public:
    Envelope(int n, double spacing) : m_weight(spacing * spacing), m_inverse(n + 1), m_site(n), m_start(n + 1)
    {
        for (int m = 1; m <= n; ++m)
            m_inverse[m] = 1.0 / (2.0 * m_weight * m);
    }

    /// True if any site is finite.
    bool build(const float* f, int n)
    {
        m_count = 0;
        for (int q = 0; q < n; ++q) {
            if (f[q] == kNoDistance)
                continue;
            const double height = f[q] + m_weight * q * q;
            double start = -1e30;
            while (m_count > 0) {
                const int v = m_site[m_count - 1];
                start = (height - (f[v] + m_weight * v * v)) * m_inverse[q - v];
                if (start > m_start[m_count - 1])
                    break;
                --m_count;
                start = -1e30;
            }
            m_site[m_count] = q;
            m_start[m_count] = start;
            ++m_count;
        }
        return m_count > 0;
    }

    /// Calls out(x, site) for x in [first, last).
    template <class F>
    void read(int first, int last, F&& out) const
    {
        int p = 0;
        for (int x = first; x < last; ++x) {
            while (p + 1 < m_count && m_start[p + 1] < x)
                ++p;
            out(x, m_site[p]);
        }
    }

    double weight() const { return m_weight; }

private:
    double m_weight;
    std::vector<double> m_inverse;
    std::vector<int> m_site;
    std::vector<double> m_start;
    int m_count = 0;
};

float finish(double squared, double voxels2, DistanceKind kind)
{
    if (kind == DistanceKind::Squared)
        return static_cast<float>(squared);
    const double d = std::sqrt(squared);
    if (kind == DistanceKind::Centre || voxels2 < 0.5)
        return static_cast<float>(d);
    return static_cast<float>(d * (1.0 - 0.5 / std::sqrt(voxels2)));
}

} // namespace

std::vector<float> euclideanDistance(const Mask& mask, Sites sites, const IndexBox& region, DistanceKind kind,
                                     double reach, const Job& job)
{
    const Vec3 s = mask.grid().spacing;
    const IndexBox box = mask.box();
    const std::int64_t bi = region.size(0), bj = region.size(1), bk = region.size(2);
    std::vector<float> map;
    if (region.empty())
        return map;
    if (mask.empty()) {
        map.assign(region.voxels(), sites == Sites::Outside ? 0.0f : kNoDistance);
        return map;
    }

    // Sites may lie outside the region: the lines run over the hull of both, the result covers the region only.
    const IndexBox span = sites == Sites::Inside ? hull(region, box) : hull(region, grown(box, 1));
    const std::int64_t hj = span.size(1), hk = span.size(2);
    const int oi = region.min[0], oj = region.min[1] - span.min[1], ok = region.min[2] - span.min[2];
    map.assign(bi * hj * hk, kNoDistance);
    // The length in voxels of the nearest site's vector follows from the length in mm as long as spacings are equal.
    const bool equalPlane = std::abs(s[0] - s[1]) < 1e-9 * s[0];
    std::vector<float> voxels2;
    if (kind == DistanceKind::Border && !equalPlane)
        voxels2.assign(map.size(), 0.0f);
    const auto data = mask.boxVoxels();
    const double reach2 = reach * reach * (1 + 1e-6);

    // Along i: two sweeps over the row.
    parallelFor(0, hk, 1, [&](std::int64_t first, std::int64_t last) {
        std::vector<int> nearest(static_cast<size_t>(bi));
        for (std::int64_t k = first; k < last; ++k) {
            job.checkStop();
            for (std::int64_t j = 0; j < hj; ++j) {
                const int mj = static_cast<int>(j) + span.min[1], mk = static_cast<int>(k) + span.min[2];
                const bool rowInBox = mj >= box.min[1] && mj < box.max[1] && mk >= box.min[2] && mk < box.max[2];
                float* out = &map[(k * hj + j) * bi];
                if (!rowInBox) {
                    if (sites == Sites::Outside)
                        std::fill(out, out + bi, 0.0f);
                    continue;
                }
                const std::uint8_t* row =
                    &data[((std::int64_t(mk - box.min[2])) * box.size(1) + (mj - box.min[1])) * box.size(0)];
                const auto isSite = [&](int i) {
                    const bool in = i >= box.min[0] && i < box.max[0] && row[i - box.min[0]] != 0;
                    return in == (sites == Sites::Inside);
                };
                constexpr int kFar = 1 << 28;
                int last1 = -kFar;
                for (int i = span.min[0]; i < region.max[0]; ++i) {
                    if (isSite(i))
                        last1 = i;
                    if (i >= oi)
                        nearest[i - oi] = i - last1;
                }
                int next = kFar;
                for (int i = span.max[0] - 1; i >= oi; --i) {
                    if (isSite(i))
                        next = i;
                    if (i >= region.max[0])
                        continue;
                    const int n = std::min(nearest[i - oi], next - i);
                    if (n >= kFar / 2)
                        continue;
                    const double d2 = (n * s[0]) * (n * s[0]);
                    if (d2 <= reach2)
                        out[i - oi] = static_cast<float>(d2);
                }
            }
        }
    });

    // Along j: plane by plane.
    parallelFor(0, hk, 1, [&](std::int64_t first, std::int64_t last) {
        Envelope envelope(static_cast<int>(hj), s[1]);
        std::vector<float> lines(kTile * hj);
        for (std::int64_t k = first; k < last; ++k) {
            job.checkStop();
            float* plane = &map[k * hj * bi];
            for (std::int64_t i0 = 0; i0 < bi; i0 += kTile) {
                const int w = static_cast<int>(std::min<std::int64_t>(kTile, bi - i0));
                for (std::int64_t j = 0; j < hj; ++j)
                    for (int c = 0; c < w; ++c)
                        lines[c * hj + j] = plane[j * bi + i0 + c];
                for (int c = 0; c < w; ++c) {
                    const float* f = &lines[c * hj];
                    if (!envelope.build(f, static_cast<int>(hj)))
                        continue;
                    envelope.read(oj, oj + static_cast<int>(bj), [&](int x, int q) {
                        const double step = x - q;
                        const double d2 = f[q] + envelope.weight() * step * step;
                        const std::int64_t at = x * bi + i0 + c;
                        plane[at] = d2 <= reach2 ? static_cast<float>(d2) : kNoDistance;
                        if (!voxels2.empty())
                            voxels2[k * hj * bi + at] = static_cast<float>(f[q] / (s[0] * s[0]) + step * step);
                    });
                }
            }
        }
    });

    // Along k: row of columns by row of columns.
    parallelFor(0, bj, 1, [&](std::int64_t first, std::int64_t last) {
        Envelope envelope(static_cast<int>(hk), s[2]);
        std::vector<float> lines(kTile * hk), plane2(voxels2.empty() ? 0 : kTile * hk);
        for (std::int64_t j = first; j < last; ++j) {
            job.checkStop();
            for (std::int64_t i0 = 0; i0 < bi; i0 += kTile) {
                const int w = static_cast<int>(std::min<std::int64_t>(kTile, bi - i0));
                const auto at = [&](std::int64_t k) { return (k * hj + j + oj) * bi + i0; };
                for (std::int64_t k = 0; k < hk; ++k)
                    for (int c = 0; c < w; ++c)
                        lines[c * hk + k] = map[at(k) + c];
                if (!voxels2.empty())
                    for (std::int64_t k = 0; k < hk; ++k)
                        for (int c = 0; c < w; ++c)
                            plane2[c * hk + k] = voxels2[at(k) + c];
                for (int c = 0; c < w; ++c) {
                    const float* f = &lines[c * hk];
                    if (!envelope.build(f, static_cast<int>(hk)))
                        continue;
                    envelope.read(ok, ok + static_cast<int>(bk), [&](int x, int q) {
                        const double step = x - q;
                        const double d2 = f[q] + envelope.weight() * step * step;
                        const double inPlane = voxels2.empty() ? f[q] / (s[0] * s[0]) : plane2[c * hk + q];
                        map[at(x) + c] = d2 <= reach2 ? finish(d2, inPlane + step * step, kind) : kNoDistance;
                    });
                }
            }
        }
    });

    if (hj == bj && hk == bk)
        return map;
    std::vector<float> out(static_cast<size_t>(region.voxels()));
    for (std::int64_t k = 0; k < bk; ++k)
        for (std::int64_t j = 0; j < bj; ++j)
            std::copy_n(&map[((k + ok) * hj + j + oj) * bi], bi, &out[(k * bj + j) * bi]);
    return out;
}

} // namespace pollux
