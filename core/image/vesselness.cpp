#include "core/image/vesselness.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/image/box.h"
#include "core/image/runs.h"
#include "core/image/smoothing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace pollux {

namespace {

/// Eigenvalues of a symmetric 3x3 matrix (Smith, CACM 4 (1961) 168), sorted by magnitude.
std::array<double, 3> eigenvalues(double xx, double xy, double xz, double yy, double yz, double zz)
{
    const double mean = (xx + yy + zz) / 3;
    const double a = xx - mean, b = yy - mean, c = zz - mean;
    const double p2 = (a * a + b * b + c * c + 2 * (xy * xy + xz * xz + yz * yz)) / 6;
    std::array<double, 3> e{mean, mean, mean};
    if (p2 > 0) {
        const double p = std::sqrt(p2);
        const double det = a * (b * c - yz * yz) - xy * (xy * c - yz * xz) + xz * (xy * yz - b * xz);
        const double phi = std::acos(std::clamp(det / (2 * p * p2), -1.0, 1.0)) / 3;
        e[0] = mean + 2 * p * std::cos(phi);
        e[2] = mean + 2 * p * std::cos(phi + 2 * std::numbers::pi / 3);
        e[1] = 3 * mean - e[0] - e[2];
    }
    std::sort(e.begin(), e.end(), [](double x, double y) { return std::abs(x) < std::abs(y); });
    return e;
}

} // namespace

Volume vesselness(const Volume& volume, const std::vector<double>& sigmas, const Mask* within, const Job& job)
{
    if (volume.empty() || sigmas.empty())
        throw Error(ErrorCode::BadInput, "Vesselness needs an image and at least one scale.", "Give both.");
    for (const double sigma : sigmas)
        if (!(sigma > 0 && sigma <= 50))
            throw Error(ErrorCode::BadInput, "The scales must lie between 0 and 50 mm.",
                        "Choose scales in this range.");
    if (within && !sameGeometry(volume.grid(), within->grid()))
        throw Error(ErrorCode::BadInput, "The region lies on another voxel grid than the image.",
                    "Resample it to the image first.");
    const Grid& grid = volume.grid();
    const IndexBox box = within ? within->box() : grid.box();
    if (box.empty())
        throw Error(ErrorCode::BadInput, "The region for vesselness is empty.", "Choose another region.");

    const double largest = *std::max_element(sigmas.begin(), sigmas.end());
    const IndexBox wide = common(grownBy(box, grid, 4 * largest), grid.box());
    const std::int64_t ni = wide.size(0), nj = wide.size(1), nk = wide.size(2), plane = ni * nj;
    std::vector<float> source(static_cast<size_t>(wide.voxels()));
    volume.visit([&](const auto& voxels) {
        for (std::int64_t k = 0; k < nk; ++k)
            for (std::int64_t j = 0; j < nj; ++j) {
                const auto at = static_cast<size_t>(
                    grid.offset(wide.min[0], static_cast<int>(j) + wide.min[1], static_cast<int>(k) + wide.min[2]));
                for (std::int64_t i = 0; i < ni; ++i) {
                    const float v = static_cast<float>(voxels[at + static_cast<size_t>(i)]);
                    source[(k * nj + j) * ni + i] = std::isfinite(v) ? v : 0.0f;
                }
            }
    });
    const std::vector<std::uint8_t> inside = within ? within->in(box) : std::vector<std::uint8_t>();

    // Six derivative volumes of a slab at a time: 48 Mi voxels together, some 200 MB.
    const std::int64_t slab = std::clamp<std::int64_t>((std::int64_t(48) << 20) / (7 * plane), 1, box.size(2));
    std::vector<float> best(static_cast<size_t>(box.voxels()), 0.0f), shape(best.size()), strength(best.size());
    for (size_t s = 0; s < sigmas.size(); ++s) {
        const double sigma = sigmas[s];
        std::array<std::array<std::vector<float>, 3>, 3> kernel; // [axis][derivative]
        for (int a = 0; a < 3; ++a)
            for (int d = 0; d < 3; ++d)
                kernel[a][d] = gaussianKernel(sigma, grid.spacing[a], d);
        const std::int64_t reach = static_cast<std::int64_t>(kernel[2][0].size()) - 1;
        std::vector<float> highest(static_cast<size_t>(box.size(2)), 0.0f);

        for (std::int64_t k0 = 0; k0 < box.size(2); k0 += slab) {
            job.progress((double(s) + double(k0) / box.size(2)) / double(sigmas.size()));
            const std::int64_t k1 = std::min<std::int64_t>(k0 + slab, box.size(2));
            // Along k from the source with its margin, then along j and i within the slab.
            const std::int64_t from = std::max<std::int64_t>(k0 + box.min[2] - wide.min[2] - reach, 0);
            const std::int64_t to = std::min<std::int64_t>(k1 + box.min[2] - wide.min[2] + reach, nk);
            const Index3 tall{static_cast<int>(ni), static_cast<int>(nj), static_cast<int>(to - from)};
            const std::int64_t skip = k0 + box.min[2] - wide.min[2] - from;
            const Index3 size{static_cast<int>(ni), static_cast<int>(nj), static_cast<int>(k1 - k0)};
            const std::int64_t n = plane * (k1 - k0);
            std::array<std::vector<float>, 6> h; // xx xy xz yy yz zz
            std::vector<float> alongK(static_cast<size_t>(plane * tall[2])), alongJ(static_cast<size_t>(n));
            for (int dk = 0; dk < 3; ++dk) {
                convolve(source.data() + from * plane, alongK.data(), tall, 2, kernel[2][dk], dk == 1, Edge::Repeat,
                         job);
                for (int dj = 0; dj + dk < 3; ++dj) {
                    convolve(alongK.data() + skip * plane, alongJ.data(), size, 1, kernel[1][dj], dj == 1, Edge::Repeat,
                             job);
                    const int di = 2 - dk - dj;
                    std::vector<float>& out = h[di == 2   ? 0
                                                : di == 1 ? (dj == 1 ? 1 : 2)
                                                : dj == 2 ? 3
                                                : dj == 1 ? 4
                                                          : 5];
                    out.resize(static_cast<size_t>(n));
                    convolve(alongJ.data(), out.data(), size, 0, kernel[0][di], di == 1, Edge::Repeat, job);
                }
            }
            parallelFor(k0, k1, 1, [&](std::int64_t first, std::int64_t last) {
                for (std::int64_t k = first; k < last; ++k)
                    for (int j = 0; j < box.size(1); ++j) {
                        job.checkStop();
                        for (int i = 0; i < box.size(0); ++i) {
                            const std::int64_t at = (k * box.size(1) + j) * box.size(0) + i;
                            shape[at] = 0;
                            if (!inside.empty() && !inside[at])
                                continue;
                            const std::int64_t p =
                                (k - k0) * plane + (j + box.min[1] - wide.min[1]) * ni + i + box.min[0] - wide.min[0];
                            const double s2 = sigma * sigma; // scale normalisation (Lindeberg 1998)
                            const double norm2 =
                                s2 * s2 *
                                (double(h[0][p]) * h[0][p] + double(h[3][p]) * h[3][p] + double(h[5][p]) * h[5][p] +
                                 2 * (double(h[1][p]) * h[1][p] + double(h[2][p]) * h[2][p] +
                                      double(h[4][p]) * h[4][p]));
                            strength[at] = static_cast<float>(norm2);
                            highest[k] = std::max(highest[k], strength[at]);
                            if (h[0][p] + h[3][p] + h[5][p] >= 0) // cannot have two large negative eigenvalues
                                continue;
                            const auto e = eigenvalues(h[0][p], h[1][p], h[2][p], h[3][p], h[4][p], h[5][p]);
                            if (e[1] >= 0 || e[2] >= 0)
                                continue;
                            // Frangi et al., MICCAI 1998, eq. 10-15, alpha = beta = 1/2: plate against line, blob.
                            const double ra = e[1] / e[2], rb2 = e[0] * e[0] / (e[1] * e[2]);
                            shape[at] = static_cast<float>((1 - std::exp(-2 * ra * ra)) * std::exp(-2 * rb2));
                        }
                    }
            });
        }
        // c is half the largest Hessian norm (Frangi 1998), here of the voxels asked for at this scale.
        const double top = *std::max_element(highest.begin(), highest.end());
        if (top <= 0)
            continue;
        const double twoC2 = 2 * top / 4;
        parallelFor(0, static_cast<std::int64_t>(best.size()), 1 << 18, [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t i = first; i < last; ++i)
                if (shape[i] > 0)
                    best[i] =
                        std::max(best[i], static_cast<float>(shape[i] * (1 - std::exp(-double(strength[i]) / twoC2))));
        });
    }
    job.progress(1.0);
    return Volume(grid.cropped(box), std::move(best));
}

Mask hysteresis(const Volume& volume, double low, double high, const Job& job)
{
    if (volume.empty())
        throw Error(ErrorCode::BadInput, "There is no image.", "Choose an image that has been loaded.");
    std::vector<std::uint8_t> voxels(static_cast<size_t>(volume.voxels()));
    return volume.visit([&](const auto& values) {
        for (size_t i = 0; i < voxels.size(); ++i) {
            if (i % (1 << 22) == 0)
                job.checkStop();
            voxels[i] = values[i] > low ? 1 : 0;
        }
        const RunParts parts(voxels, volume.grid().size, Neighbours::All, false, job);
        std::vector<std::uint8_t> keep(parts.parts().size(), 0);
        for (const RunParts::Run& run : parts.runs()) {
            if (keep[run.part])
                continue;
            const auto row = static_cast<size_t>(std::int64_t(run.row) * volume.grid().size[0]);
            for (int i = run.begin; i < run.end && !keep[run.part]; ++i)
                keep[run.part] = values[row + static_cast<size_t>(i)] > high;
        }
        std::fill(voxels.begin(), voxels.end(), std::uint8_t(0));
        parts.paint(keep, 1, voxels);
        return Mask(volume.grid(), voxels);
    });
}

} // namespace pollux
