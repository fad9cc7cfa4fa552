#include "core/anatomy/scene.h"
#include "core/base/parallel.h"
#include "core/image/morphology.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace pollux::anatomy {

namespace {

constexpr std::array<double, 5> kRadii{5, 7, 9, 11, 13.5}; ///< mm; adult aorta and vena cava

struct Disc
{
    float score = -1e6F;
    float radius = 0;
    float mean = 0;
};

struct Ring
{
    std::vector<std::array<int, 2>> inner, outer;
};

Ring ringOf(double radius, double h)
{
    Ring ring;
    const int reach = int(std::ceil((radius + 5) / h));
    for (int j = -reach; j <= reach; ++j)
        for (int i = -reach; i <= reach; ++i) {
            const double d = h * std::hypot(i, j);
            if (d <= radius - 1)
                ring.inner.push_back({i, j});
            else if (d > radius + 1 && d <= radius + 4)
                ring.outer.push_back({i, j});
        }
    return ring;
}

} // namespace

GreatVessel greatVessel(const Volume& work, const Spine& spine, double muscle, bool aorta, const Mask& taken,
                        const Job& job)
{
    GreatVessel vessel;
    const Grid& g = work.grid();
    vessel.mask = Mask(g, IndexBox{}, {});
    if (!spine.found)
        return vessel;
    const double h = g.spacing[0];
    const auto v = work.as<float>();
    const int nz = g.size[2];
    const auto spineAt = [&](int k) { return spine.near(g.origin.z() + k * h); };
    // The window in front of the column; its centre lies in the back of the vertebral body.
    const double x0 = aorta ? -14 : -52;
    const double x1 = aorta ? 36 : 4;
    const double y0 = aorta ? -72 : -95;
    const double y1 = -12;
    const int nx = int((x1 - x0) / h) + 1;
    const int ny = int((y1 - y0) / h) + 1;
    std::vector<Ring> rings;
    for (const double r : kRadii)
        rings.push_back(ringOf(r, h));

    const std::size_t plane = std::size_t(nx) * ny;
    std::vector<Disc> discs(plane * std::size_t(nz));
    std::vector<std::array<int, 2>> corner(static_cast<std::size_t>(nz));
    for (int k = 0; k < nz; ++k) {
        const Vec3 s = spineAt(k);
        corner[k] = {int(std::lround((s.x() + x0 - g.origin.x()) / h)),
                     int(std::lround((s.y() + y0 - g.origin.y()) / h))};
    }
    parallelFor(0, nz, 1, [&](std::int64_t first, std::int64_t last) {
        for (int k = int(first); k < last; ++k) {
            job.checkStop();
            for (int q = 0; q < ny; ++q)
                for (int p = 0; p < nx; ++p) {
                    Disc& disc = discs[std::size_t(k) * plane + std::size_t(q) * nx + p];
                    const int ci = corner[k][0] + p;
                    const int cj = corner[k][1] + q;
                    if (!g.contains(ci, cj, k) || taken.at(ci, cj, k))
                        continue;
                    for (std::size_t r = 0; r < rings.size(); ++r) {
                        double sum = 0, squares = 0, ring = 0;
                        int n = 0, m = 0;
                        bool blocked = false;
                        for (const auto& [di, dj] : rings[r].inner) {
                            if (!g.contains(ci + di, cj + dj, k)) {
                                blocked = true;
                                break;
                            }
                            if (taken.at(ci + di, cj + dj, k)) {
                                blocked = true;
                                break;
                            }
                            const double x = std::clamp(double(v[g.offset(ci + di, cj + dj, k)]), -100.0, 500.0);
                            sum += x;
                            squares += x * x;
                            ++n;
                        }
                        if (blocked || n == 0)
                            break; // wider discs are blocked as well
                        const double mean = sum / n;
                        const double sd = std::sqrt(std::max(0.0, squares / n - mean * mean));
                        for (const auto& [di, dj] : rings[r].outer) {
                            if (!g.contains(ci + di, cj + dj, k))
                                continue;
                            // What is brighter (bone, kidney) bounds the vessel as well as what is darker.
                            const double x = double(v[g.offset(ci + di, cj + dj, k)]);
                            ring += taken.at(ci + di, cj + dj, k) ? 60 : std::clamp(std::abs(mean - x), 0.0, 60.0);
                            ++m;
                        }
                        if (m == 0 || mean < muscle + 15)
                            continue;
                        const double contrast = ring / m;
                        const double score = contrast - 1.2 * sd + 1.5 * kRadii[r];
                        if (score > double(disc.score))
                            disc = {float(score), float(kRadii[r]), float(mean)};
                    }
                }
        }
    });
    job.progress(0.5);

    // The best path from bottom to top, at most two voxels aside a slice (Viterbi).
    constexpr int kStep = 2;
    constexpr float kNothing = -40; // a slice without any disc costs this much
    std::vector<float> total(plane * std::size_t(nz));
    std::vector<std::int32_t> from(plane * std::size_t(nz), -1);
    const auto value = [&](std::size_t n) { return std::max(kNothing, discs[n].score); };
    for (std::size_t n = 0; n < plane; ++n)
        total[n] = value(n);
    for (int k = 1; k < nz; ++k) {
        job.checkStop();
        const int shiftI = corner[k][0] - corner[k - 1][0];
        const int shiftJ = corner[k][1] - corner[k - 1][1];
        for (int q = 0; q < ny; ++q)
            for (int p = 0; p < nx; ++p) {
                const std::size_t at = std::size_t(k) * plane + std::size_t(q) * nx + p;
                float best = -1e9F;
                for (int dj = -kStep; dj <= kStep; ++dj)
                    for (int di = -kStep; di <= kStep; ++di) {
                        const int pp = p + shiftI + di;
                        const int qq = q + shiftJ + dj;
                        if (pp < 0 || qq < 0 || pp >= nx || qq >= ny)
                            continue;
                        const std::size_t was = std::size_t(k - 1) * plane + std::size_t(qq) * nx + pp;
                        const float score = total[was] - 4.0F * float(std::hypot(di, dj));
                        if (score > best) {
                            best = score;
                            from[at] = std::int32_t(qq * nx + pp);
                        }
                    }
                total[at] = (best > -1e8F ? best : -1e6F) + value(at);
            }
    }
    std::vector<std::size_t> path(static_cast<std::size_t>(nz));
    std::size_t end = 0;
    for (std::size_t n = 0; n < plane; ++n)
        if (total[std::size_t(nz - 1) * plane + n] > total[std::size_t(nz - 1) * plane + end])
            end = n;
    for (int k = nz - 1; k >= 0; --k) {
        path[k] = end;
        const std::int32_t was = from[std::size_t(k) * plane + end];
        if (k > 0 && was < 0)
            return vessel;
        end = std::size_t(std::max(0, was));
    }

    // Blood: the median over the clear slices; then all that hangs together at that level near the path.
    constexpr float kClear = 18;
    std::vector<float> blood;
    double contrast = 0;
    for (int k = 0; k < nz; ++k) {
        const Disc& d = discs[std::size_t(k) * plane + path[k]];
        if (d.score > kClear) {
            blood.push_back(d.mean);
            contrast += double(d.score);
        }
    }
    vessel.coverage = double(blood.size()) / nz;
    if (blood.size() < 8 || vessel.coverage < 0.35)
        return vessel;
    vessel.contrast = contrast / double(blood.size());
    std::nth_element(blood.begin(), blood.begin() + std::ptrdiff_t(blood.size() / 2), blood.end());
    vessel.blood = double(blood[blood.size() / 2]);

    Bits bits(static_cast<std::size_t>(g.voxels()));
    for (int k = 0; k < nz; ++k) {
        // Level and width from the clear discs within 16 mm: mixing of blood makes the vena cava change along its way.
        double mean = 0, radius = 0, n = 0;
        for (int q = std::max(0, k - int(16 / h)); q <= std::min(nz - 1, k + int(16 / h)); ++q) {
            const Disc& d = discs[std::size_t(q) * plane + path[q]];
            if (d.score <= kClear)
                continue;
            mean += double(d.mean);
            radius += double(d.radius);
            n += 1;
        }
        if (n < 1)
            continue;
        mean /= n;
        radius /= n;
        const int ci = corner[k][0] + int(path[k] % std::size_t(nx));
        const int cj = corner[k][1] + int(path[k] / std::size_t(nx));
        const double reach = 1.25 * radius + 2.5;
        const int w = int(std::ceil(reach / h));
        // Flood in the slice from the centre disc.
        const double low = mean - std::max(18.0, 0.3 * (mean - muscle));
        const double high = mean + 60;
        std::vector<std::array<int, 2>> queue;
        Bits seen(std::size_t(2 * w + 1) * (2 * w + 1));
        const auto visit = [&](int i, int j) {
            if (std::abs(i) > w || std::abs(j) > w || h * std::hypot(i, j) > reach || !g.contains(ci + i, cj + j, k))
                return;
            auto& mark = seen[std::size_t(j + w) * (2 * w + 1) + std::size_t(i + w)];
            const double x = double(v[g.offset(ci + i, cj + j, k)]);
            if (mark || x < low || x > high || taken.at(ci + i, cj + j, k))
                return;
            mark = 1;
            queue.push_back({i, j});
        };
        for (int j = -1; j <= 1; ++j)
            for (int i = -1; i <= 1; ++i)
                visit(i, j);
        while (!queue.empty()) {
            const auto [i, j] = queue.back();
            queue.pop_back();
            bits[std::size_t(g.offset(ci + i, cj + j, k))] = 1;
            visit(i + 1, j);
            visit(i - 1, j);
            visit(i, j + 1);
            visit(i, j - 1);
        }
    }
    vessel.mask = largestComponent(open(Mask(g, bits), 2.5, job), job);
    job.progress(1);
    return vessel;
}

} // namespace pollux::anatomy
