#include "core/anatomy/scene.h"
#include "core/image/morphology.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pollux::anatomy {

namespace {

/// Most frequent value and the spread about it (1.48 times the median deviation within 25 units).
bool modeOf(const std::vector<float>& values, double low, double high, double& mode, double& spread)
{
    constexpr double kBin = 2;
    const int bins = int((high - low) / kBin) + 1;
    std::vector<double> histogram(static_cast<std::size_t>(bins));
    std::size_t used = 0;
    for (const float v : values)
        if (double(v) >= low && double(v) < high) {
            ++histogram[std::size_t((double(v) - low) / kBin)];
            ++used;
        }
    if (used < 200)
        return false;
    int best = 0;
    double most = -1;
    for (int b = 0; b < bins; ++b) {
        double sum = 0;
        for (int q = std::max(0, b - 4); q <= std::min(bins - 1, b + 4); ++q)
            sum += histogram[std::size_t(q)] * (5 - std::abs(q - b));
        if (sum > most) {
            most = sum;
            best = b;
        }
    }
    mode = low + (best + 0.5) * kBin;
    std::vector<float> deviation;
    for (const float v : values)
        if (std::abs(double(v) - mode) < 25)
            deviation.push_back(float(std::abs(double(v) - mode)));
    std::nth_element(deviation.begin(), deviation.begin() + std::ptrdiff_t(deviation.size() / 2), deviation.end());
    spread = 1.48 * double(deviation[deviation.size() / 2]);
    return true;
}

/// Voxels that are holes of `mask` in slices along at least two of the three axes: enclosed, but perhaps not on all
/// sides.
Mask nearlyEnclosed(const Mask& mask, const Job& job)
{
    std::array<Bits, 3> filled;
    for (int a = 0; a < 3; ++a)
        filled[a] = fillHolesBySlice(mask, a, job).full();
    return maskWhere(mask.grid(), [&](std::size_t n) { return filled[0][n] + filled[1][n] + filled[2][n] >= 2; });
}

} // namespace

Mask coarseLiver(const Scene& s, const Mask& taken, double& mean, double& spread, const Job& job)
{
    const Grid& g = s.grid;
    const Mask none(g, IndexBox{}, {});
    const std::size_t columns = std::size_t(g.size[0]) * g.size[1];
    const Bits takenBits = taken.full();
    const auto right = [&](std::size_t n, double by) { return s.point(n).x() < s.spine.at(int(n / columns)).x() - by; };
    const auto below = [&](std::size_t n, double by) { return s.point(n).z() < double(s.diaphragm[n % columns]) - by; };
    const bool lungs = !s.lungs.empty();

    // A first look where the liver nearly always is: 10 to 50 mm under the right dome, away from the wall.
    std::vector<float> sample;
    Bits region(static_cast<std::size_t>(g.voxels()));
    for (std::size_t n = 0; n < region.size(); ++n) {
        if (!s.bodyBits[n] || s.boneBits[n] || s.lungBits[n] || takenBits[n] || s.depth[n] < 25 || !right(n, 15))
            continue;
        const double z = s.point(n).z();
        const double top = lungs ? double(s.diaphragm[n % columns]) : g.origin.z() + g.size[2] * g.spacing.z();
        const double deep = top - z;
        if (deep > 10 && deep < (lungs ? 50 : 120)) {
            region[n] = 1;
            sample.push_back(s.smoothValues[n]);
        }
    }
    if (!modeOf(sample, 25, 220, mean, spread))
        return none;
    spread = std::max(4.0, spread);

    double low = mean - std::max(2.5 * spread, 18.0);
    double high = mean + std::max(3.0 * spread, 22.0);
    if (mean > s.muscle + 8)
        low = std::max(low, s.muscle + 0.4 * (mean - s.muscle));
    else if (mean < s.muscle - 8) // fatty liver
        high = std::min(high, s.muscle - 0.4 * (s.muscle - mean));
    job.progress(0.2);

    const Mask candidates = maskWhere(g, [&](std::size_t n) {
        return s.bodyBits[n] && !s.boneBits[n] && !s.lungBits[n] && !takenBits[n] && s.depth[n] > 7 &&
               s.soft(n, low, high) && below(n, 0);
    });
    const Mask core = maskWhere(g, [&](std::size_t n) { return region[n] && s.soft(n, mean - 12, mean + 12); });

    // The narrowest opening that keeps the liver out of its neighbours: too much of it far on the left, or low and
    // central, is stomach, spleen or bowel.
    Mask liver = none;
    double bestScore = -1e9;
    for (const double radius : {4.0, 5.5, 7.0, 8.5, 10.0}) {
        const Mask m = openedAround(candidates, core, radius, job.part(0.2, 0.5));
        if (m.empty())
            break;
        std::int64_t left = 0;
        const Bits bits = m.full();
        for (std::size_t n = 0; n < bits.size(); ++n)
            left += bits[n] && s.point(n).x() > s.spine.at(int(n / columns)).x() + 70;
        const double leak = double(left) / double(m.count());
        const double ml = m.volumeMl();
        const double score = -10 * std::max(0.0, leak - 0.03) - std::max(0.0, ml - 2600) / 500 -
                             std::max(0.0, 700 - ml) / 200 - 0.05 * radius;
        if (score > bestScore) {
            bestScore = score;
            liver = m;
        }
    }
    if (liver.empty())
        return none;
    job.progress(0.55);

    // Vessels, lesions and what an opening rounds off. Only soft tissue below the diaphragm may be won.
    const Bits allowed = maskWhere(g, [&](std::size_t n) {
                             return s.bodyBits[n] && !s.boneBits[n] && !s.lungBits[n] && !takenBits[n] &&
                                    s.depth[n] > 9 && s.smoothValues[n] > -20 && s.smoothValues[n] < 1500 &&
                                    below(n, -3);
                         }).full();
    const auto grow = [&](const Mask& to) {
        const Bits a = liver.full();
        const Bits b = to.full();
        liver = maskWhere(g, [&](std::size_t n) { return a[n] || (b[n] && allowed[n]); });
    };
    grow(close(liver, 7, job));
    grow(nearlyEnclosed(liver, job));
    // A lesion under the dome is held between liver and lung.
    if (lungs) {
        const Mask rightLung = maskWhere(g, [&](std::size_t n) { return s.lungBits[n] && right(n, 0); });
        grow(nearlyEnclosed(close(unite(liver, rightLung), 5, job), job));
    }
    // A lesion at the border: darker than liver, in one lump, with liver around more than half of it. Bile is darker
    // still, so the gallbladder is not taken for one.
    for (const double radius : {3.0, 6.0, 9.0}) {
        const Bits liverBits = liver.full();
        const Mask dark = maskWhere(g, [&](std::size_t n) {
            return allowed[n] && !liverBits[n] && s.smoothValues[n] < mean && s.soft(n, 0, mean);
        });
        for (const Mask& lump : components(erode(dark, radius, job), 10, 30, job)) {
            const Mask whole = intersect(dilate(lump, radius + 1, job), dark);
            if (whole.volumeMl() < 1 || whole.volumeMl() > 0.4 * liver.volumeMl())
                continue;
            std::int64_t touching = 0;
            std::int64_t outside = 0;
            double sum = 0;
            const Mask rim = subtract(dilate(whole, 3.1, job), whole);
            const Bits rimBits = rim.full();
            const Bits wholeBits = whole.full();
            for (std::size_t n = 0; n < rimBits.size(); ++n) {
                touching += rimBits[n] && liverBits[n];
                outside += rimBits[n] != 0;
                sum += wholeBits[n] ? double(s.smoothValues[n]) : 0;
            }
            const double contact = double(touching) / double(std::max<std::int64_t>(1, outside));
            const double value = sum / double(whole.count());
            if (contact > (value < 25 ? 0.8 : 0.42))
                liver = unite(liver, whole);
        }
    }
    grow(close(liver, 5, job));
    liver = openedAround(liver, liver, 3, job);
    job.progress(1);
    return liver;
}

Mask coarseSpleen(const Scene& s, const Mask& taken, double& mean, const Job& job)
{
    const Grid& g = s.grid;
    const Mask none(g, IndexBox{}, {});
    const std::size_t columns = std::size_t(g.size[0]) * g.size[1];
    const Bits takenBits = taken.full();
    std::vector<float> sample;
    Bits region(static_cast<std::size_t>(g.voxels()));
    for (std::size_t n = 0; n < region.size(); ++n) {
        if (!s.bodyBits[n] || s.boneBits[n] || s.lungBits[n] || takenBits[n] || s.depth[n] < 12)
            continue;
        const Vec3 p = s.point(n);
        const Vec3& c = s.spine.at(int(n / columns));
        if (p.x() < c.x() + 45 || p.y() < c.y() - 75 || p.z() > double(s.diaphragm[n % columns]))
            continue;
        region[n] = 1;
        if (s.soft(n, s.muscle + 18, 220))
            sample.push_back(s.smoothValues[n]);
    }
    double spread = 0;
    if (!modeOf(sample, s.muscle + 18, 220, mean, spread))
        return none;
    spread = std::clamp(spread, 4.0, 10.0);
    const double low = std::max(mean - std::max(2.5 * spread, 18.0), s.muscle + 0.4 * (mean - s.muscle));
    const double high = mean + std::max(2.5 * spread, 22.0);
    const Mask candidates = maskWhere(g, [&](std::size_t n) {
        return s.bodyBits[n] && !s.boneBits[n] && !s.lungBits[n] && !takenBits[n] && s.depth[n] > 7 &&
               s.soft(n, low, high) && s.point(n).x() > s.spine.at(int(n / columns)).x() + 15 &&
               s.point(n).z() < double(s.diaphragm[n % columns]);
    });
    const Mask core = maskWhere(g, [&](std::size_t n) { return region[n] && s.soft(n, mean - 10, mean + 10); });
    Mask spleen = none;
    for (const double radius : {3.0, 4.0, 5.0, 6.0, 7.5}) {
        spleen = openedAround(candidates, core, radius, job);
        if (spleen.empty() || spleen.volumeMl() < 600)
            break;
    }
    if (spleen.empty())
        return none;
    const Bits a = spleen.full();
    const Bits b = close(spleen, 5, job).full();
    spleen = fillHoles(maskWhere(g,
                                 [&](std::size_t n) {
                                     return a[n] || (b[n] && !s.boneBits[n] && !s.lungBits[n] && !takenBits[n] &&
                                                     s.smoothValues[n] > s.muscle && s.smoothValues[n] < 250);
                                 }),
                       job);
    job.progress(1);
    return spleen;
}

} // namespace pollux::anatomy
