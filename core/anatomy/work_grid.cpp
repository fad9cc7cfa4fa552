#include "core/anatomy/work_grid.h"

#include "core/base/parallel.h"
#include "core/image/distance.h"
#include "core/image/filters.h"
#include "core/image/morphology.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pollux::anatomy {

namespace {

/// Sums over boxes of 2r+1 voxels a side, one axis at a time, in place.
void boxSums(std::vector<float>& v, const Index3& n, int r)
{
    const std::array<std::int64_t, 3> stride{1, n[0], std::int64_t(n[0]) * n[1]};
    for (int axis = 0; axis < 3; ++axis) {
        const int a = (axis + 1) % 3;
        const int b = (axis + 2) % 3;
        parallelFor(0, n[b], 4, [&](std::int64_t first, std::int64_t last) {
            std::vector<double> line(static_cast<std::size_t>(n[axis]) + 1);
            for (std::int64_t q = first; q < last; ++q)
                for (int p = 0; p < n[a]; ++p) {
                    float* x = v.data() + q * stride[b] + p * stride[a];
                    line[0] = 0;
                    for (int i = 0; i < n[axis]; ++i)
                        line[i + 1] = line[i] + double(x[i * stride[axis]]);
                    for (int i = 0; i < n[axis]; ++i)
                        x[i * stride[axis]] = float(line[std::min(n[axis], i + r + 1)] - line[std::max(0, i - r)]);
                }
        });
    }
}

/// Trilinear samples of fields that live on one cropped work grid.
struct Sampler
{
    Index3 size;
    std::array<std::int64_t, 8> corner{};
    std::array<float, 8> weight{};

    bool place(const Vec3& index)
    {
        std::array<int, 3> base{};
        std::array<float, 3> frac{};
        for (int a = 0; a < 3; ++a) {
            const double x = std::clamp(index[a], 0.0, double(size[a] - 1));
            if (std::abs(index[a] - x) > 1.0)
                return false;
            base[a] = std::min(int(x), std::max(0, size[a] - 2));
            frac[a] = float(x - base[a]);
        }
        for (int c = 0; c < 8; ++c) {
            float w = 1;
            std::array<int, 3> p = base;
            for (int a = 0; a < 3; ++a) {
                const bool up = (c >> a) & 1;
                w *= up ? frac[a] : 1 - frac[a];
                p[a] = std::min(base[a] + (up ? 1 : 0), size[a] - 1);
            }
            weight[c] = w;
            corner[c] = (std::int64_t(p[2]) * size[1] + p[1]) * size[0] + p[0];
        }
        return true;
    }
    float of(std::span<const float> field) const
    {
        float sum = 0;
        for (int c = 0; c < 8; ++c)
            sum += weight[c] * field[corner[c]];
        return sum;
    }
};

} // namespace

Grid workGrid(const Grid& grid, double spacing)
{
    Box bounds;
    for (int c = 0; c < 8; ++c)
        bounds.include(grid.toPatient((c & 1) ? grid.size[0] - 1 : 0, (c & 2) ? grid.size[1] - 1 : 0,
                                      (c & 4) ? grid.size[2] - 1 : 0));
    Grid work;
    work.spacing = Vec3::Constant(spacing);
    work.origin = bounds.min;
    for (int a = 0; a < 3; ++a)
        work.size[a] = std::max(1, int(std::floor(bounds.extent()[a] / spacing + 1e-6)) + 1);
    return work;
}

Volume workVolume(const Volume& ct, const Grid& grid, const Job& job)
{
    Index3 factors{};
    for (int a = 0; a < 3; ++a)
        factors[a] = std::clamp(int(grid.spacing[0] / ct.grid().spacing[a] + 0.01), 1, std::max(1, ct.grid().size[a]));
    const bool shrinks = factors != Index3{1, 1, 1};
    const Volume small = shrinks ? shrink(ct, factors, job.part(0, 0.7)) : ct;
    const Volume work = resample(small, grid, Interpolation::Linear, -1024, job.part(0.7, 1)).converted<float>();
    const auto values = work.as<float>();
    std::vector<float> clean(values.begin(), values.end());
    for (float& x : clean)
        x = std::isfinite(x) ? std::max(x, -1024.0F) : -1024.0F;
    return Volume(grid, std::move(clean));
}

int sliceAxis(const Grid& grid)
{
    int best = 2;
    for (int a = 0; a < 3; ++a)
        if (std::abs(grid.direction(2, a)) > std::abs(grid.direction(2, best)))
            best = a;
    return best;
}

Mask refine(const Volume& ct, const Volume& work, const Mask& coarse, const RefineOptions& o, const Job& job)
{
    if (coarse.empty())
        return Mask(ct.grid(), IndexBox{}, {});
    const Grid& wg = work.grid();
    const double h = wg.spacing[0];
    const int margin = int(std::ceil((o.outer + o.radius) / h)) + 1;
    IndexBox box = coarse.box();
    for (int a = 0; a < 3; ++a) {
        box.min[a] = std::max(0, box.min[a] - margin);
        box.max[a] = std::min(wg.size[a], box.max[a] + margin);
    }
    const Volume distance = signedDistance(coarse, box, job.part(0, 0.3));
    const Grid& g = distance.grid();
    const auto d = distance.as<float>();
    const auto values = work.as<float>();

    // Local means on either side; a thin shell about the border is left out, it holds mixtures of both.
    const std::size_t n = static_cast<std::size_t>(g.voxels());
    std::vector<float> in(n), inCount(n), out(n), outCount(n);
    double inSum = 0, inAll = 0;
    std::size_t at = 0;
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i, ++at) {
                const float v = values[wg.offset(i + box.min[0], j + box.min[1], k + box.min[2])];
                if (o.shell > -1e8 ? d[at] < 0 && double(v) > o.shell : d[at] < -0.6 * h) {
                    in[at] = v;
                    inCount[at] = 1;
                    inSum += v;
                    inAll += 1;
                } else if (d[at] > 0.6 * h && double(d[at]) < o.outer + o.radius) {
                    out[at] = v;
                    outCount[at] = 1;
                }
            }
    const int r = std::max(1, int(std::lround(o.radius / h)));
    boxSums(in, g.size, r);
    boxSums(inCount, g.size, r);
    boxSums(out, g.size, r);
    boxSums(outCount, g.size, r);
    const float inMean = inAll > 0 ? float(inSum / inAll) : 0;
    for (std::size_t q = 0; q < n; ++q) {
        in[q] = inCount[q] > 0.5F ? in[q] / inCount[q] : inMean;
        out[q] = outCount[q] > 0.5F ? out[q] / outCount[q] : in[q];
    }
    job.progress(0.5);

    // Box of the full image that the band can reach.
    const Grid& full = ct.grid();
    IndexBox fine{{full.size[0], full.size[1], full.size[2]}, {0, 0, 0}};
    for (int c = 0; c < 8; ++c) {
        Vec3 corner;
        for (int a = 0; a < 3; ++a)
            corner[a] = ((c >> a) & 1) ? coarse.box().max[a] - 0.5 : coarse.box().min[a] - 0.5;
        const Vec3 p = full.toIndex(wg.toPatient(corner));
        for (int a = 0; a < 3; ++a) {
            const double reach = o.outer / full.spacing[a] + 1;
            fine.min[a] = std::clamp(std::min(fine.min[a], int(std::floor(p[a] - reach))), 0, full.size[a]);
            fine.max[a] = std::clamp(std::max(fine.max[a], int(std::ceil(p[a] + reach)) + 1), 0, full.size[a]);
        }
    }
    if (fine.empty())
        return Mask(full, IndexBox{}, {});
    Bits bits(static_cast<std::size_t>(fine.voxels()));
    const std::int64_t row = fine.size(0);
    const std::int64_t plane = row * fine.size(1);
    ct.visit([&](auto span) {
        parallelFor(fine.min[2], fine.max[2], 1, [&](std::int64_t first, std::int64_t last) {
            Sampler s{g.size};
            for (int k = int(first); k < last; ++k) {
                job.checkStop();
                for (int j = fine.min[1]; j < fine.max[1]; ++j)
                    for (int i = fine.min[0]; i < fine.max[0]; ++i) {
                        if (!s.place(g.toIndex(full.toPatient(i, j, k))))
                            continue;
                        const float dist = s.of(d);
                        if (dist > o.outer)
                            continue;
                        bool inside = dist < -o.inner;
                        if (!inside) {
                            // The mean of the 3x3 neighbours in the slice: halves the noise, keeps a flat edge in
                            // place.
                            double sum = 0;
                            int count = 0;
                            const int w = o.average ? 1 : 0;
                            for (int dj = -w; dj <= w; ++dj)
                                for (int di = -w; di <= w; ++di)
                                    if (full.contains(i + di, j + dj, k)) {
                                        sum += double(span[full.offset(i + di, j + dj, k)]);
                                        ++count;
                                    }
                            const double v = sum / count;
                            const float a = s.of(in);
                            const float b = s.of(out);
                            if (std::abs(a - b) < o.contrast)
                                inside = dist < 0;
                            else
                                inside = (o.shell > -1e8 && v > double(a)) ||
                                         std::abs(v - double(a)) < std::abs(v - double(b));
                            inside = inside && v >= o.low && v <= o.high;
                        }
                        if (inside)
                            bits[(k - fine.min[2]) * plane + (j - fine.min[1]) * row + (i - fine.min[0])] = 1;
                    }
            }
        });
    });
    job.progress(0.8);
    Mask mask(full, fine, bits);
    if (o.smoothing > 0 && !mask.empty())
        mask = smooth(mask, o.smoothing, job.part(0.8, 0.95));
    return o.onePiece ? largestComponent(mask, job.part(0.95, 1)) : mask;
}

} // namespace pollux::anatomy
