#include "core/anatomy/scene.h"

#include "core/image/distance.h"
#include "core/image/filters.h"
#include "core/image/morphology.h"

#include <algorithm>
#include <cmath>

namespace pollux::anatomy {

namespace {

/// Height of the diaphragm in every column: where there is lung, its lowest voxel; elsewhere (heart, mediastinum, rim)
/// the harmonic surface through those heights. Without lungs: above the image.
std::vector<float> diaphragmHeight(const Grid& g, const Bits& lungs, const Bits& body, const Spine& spine, float& dome,
                                   const Job& job)
{
    const int nx = g.size[0];
    const int ny = g.size[1];
    std::vector<float> height(static_cast<std::size_t>(nx) * ny, 1e9F);
    Bits fixed(height.size());
    Bits inside(height.size());
    double sum = 0;
    int count = 0;
    std::vector<float> rightHeights;
    dome = 1e9F;
    for (int j = 0; j < ny; ++j)
        for (int i = 0; i < nx; ++i) {
            const std::size_t at = std::size_t(j) * nx + i;
            for (int k = 0; k < g.size[2]; ++k) {
                const auto n = std::size_t(g.offset(i, j, k));
                inside[at] |= body[n];
                if (lungs[n]) {
                    height[at] = float(g.origin.z() + (k - 0.5) * g.spacing.z());
                    fixed[at] = 1;
                    sum += double(height[at]);
                    ++count;
                    if (g.origin.x() + i * g.spacing.x() < spine.at(k).x() - 25)
                        rightHeights.push_back(height[at]);
                    break;
                }
            }
        }
    if (count < 50)
        return height;
    // Lung over the flanks of the heart is no measure of the diaphragm: the left dome seldom stands above the right
    // one.
    if (rightHeights.size() > 50) {
        const auto high = rightHeights.begin() + std::ptrdiff_t(double(rightHeights.size()) * 0.97);
        std::nth_element(rightHeights.begin(), high, rightHeights.end());
        dome = *high;
        for (int j = 0; j < ny; ++j)
            for (int i = 0; i < nx; ++i) {
                const std::size_t at = std::size_t(j) * nx + i;
                const double x = g.origin.x() + i * g.spacing.x();
                if (fixed[at] && height[at] > dome && x > spine.near(double(height[at])).x() - 25)
                    fixed[at] = 0;
            }
    }
    // Far from any lung the surface must not stop organs: start from the mean and relax.
    for (std::size_t n = 0; n < height.size(); ++n)
        if (!fixed[n])
            height[n] = float(sum / count);
    for (int round = 0; round < 600; ++round) {
        if (round % 50 == 0)
            job.checkStop();
        for (int j = 1; j + 1 < ny; ++j)
            for (int i = 1; i + 1 < nx; ++i) {
                const std::size_t at = std::size_t(j) * nx + i;
                if (fixed[at] || !inside[at])
                    continue;
                float s = 0;
                int m = 0;
                for (const std::size_t q : {at - 1, at + 1, at - nx, at + nx})
                    if (inside[q]) {
                        s += height[q];
                        ++m;
                    }
                if (m > 0)
                    height[at] += 1.7F * (s / float(m) - height[at]); // over-relaxed
            }
    }
    // Between heart and liver the harmonic surface sags towards the low rims of the lungs; the central tendon does not.
    if (dome < 1e8F)
        for (std::size_t n = 0; n < height.size(); ++n)
            if (!fixed[n])
                height[n] = std::clamp(height[n], dome - 20, dome);
    return height;
}

} // namespace

Vec3 Scene::point(std::size_t n) const
{
    const auto nx = std::size_t(grid.size[0]);
    const auto ny = std::size_t(grid.size[1]);
    return grid.toPatient(int(n % nx), int((n / nx) % ny), int(n / (nx * ny)));
}

Scene makeScene(const Volume& ct, const Mask& body, const Mask& lungs, const Mask& bones, const Job& job)
{
    Scene s;
    s.ct = &ct;
    s.grid = workGrid(ct.grid(), 3);
    s.work = workVolume(ct, s.grid, job.part(0, 0.4));
    s.smooth = median(s.work, 1, job.part(0.4, 0.7)).converted<float>();
    s.body = resample(body, s.grid, job);
    s.lungs = lungs.empty() ? Mask(s.grid, IndexBox{}, {}) : resample(lungs, s.grid, job);
    s.bones = bones.empty() ? Mask(s.grid, IndexBox{}, {}) : resample(bones, s.grid, job);
    s.bodyBits = s.body.full();
    s.lungBits = s.lungs.full();
    s.boneBits = s.bones.full();
    const auto values = s.smooth.as<float>();
    s.smoothValues.assign(values.begin(), values.end());
    const Volume skin = signedDistance(s.body, s.grid.box(), job.part(0.7, 0.85));
    const auto d = skin.as<float>();
    s.depth.resize(d.size());
    std::transform(d.begin(), d.end(), s.depth.begin(), [](float x) { return -x; });
    s.spine = findSpine(s.bones, s.body);
    s.diaphragm = diaphragmHeight(s.grid, s.lungBits, s.bodyBits, s.spine, s.dome, job);

    // The erector muscles lie behind and beside the column and are seldom anything else.
    std::vector<float> muscle;
    for (std::size_t n = 0; n < s.smoothValues.size(); ++n) {
        if (!s.bodyBits[n] || s.boneBits[n] || !s.soft(n, 10, 110) || s.depth[n] < 12)
            continue;
        const Vec3 p = s.point(n);
        const Vec3& c = s.spine.at(int(n / (std::size_t(s.grid.size[0]) * s.grid.size[1])));
        if (std::abs(p.x() - c.x()) > 15 && std::abs(p.x() - c.x()) < 45 && p.y() > c.y() + 8)
            muscle.push_back(s.smoothValues[n]);
    }
    if (muscle.size() > 100) {
        std::nth_element(muscle.begin(), muscle.begin() + std::ptrdiff_t(muscle.size() / 2), muscle.end());
        s.muscle = double(muscle[muscle.size() / 2]);
    }
    job.progress(1);
    return s;
}

Mask openedAround(const Mask& candidates, const Mask& core, double radius, const Job& job)
{
    const std::vector<Mask> parts = components(erode(candidates, radius, job), 8, 40, job);
    const Mask* best = nullptr;
    std::int64_t most = 0;
    for (const Mask& part : parts) {
        const std::int64_t shared = intersect(part, core).count();
        if (shared > most) {
            most = shared;
            best = &part;
        }
    }
    if (!best)
        return Mask(candidates.grid(), IndexBox{}, {});
    return intersect(dilate(*best, radius + 1.5, job), candidates);
}

} // namespace pollux::anatomy
