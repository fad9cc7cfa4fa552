#include "core/anatomy/abdomen.h"
#include "core/anatomy/quality.h"
#include "core/anatomy/work_grid.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/image/filters.h"
#include "core/image/morphology.h"
#include "core/image/statistics.h"
#include "core/image/vesselness.h"

#include <algorithm>
#include <cmath>

namespace pollux {

using namespace anatomy;

Proposal findLiverVessels(const Volume& ct, const Mask& liver, const Job& job)
{
    Proposal p;
    p.anatomy = "vessel";
    p.mask = Mask(ct.grid(), IndexBox{}, {});
    if (liver.empty())
        return p;
    // Only the liver's box is worked on.
    Grid box = ct.grid().cropped(liver.box());
    const Volume crop = resample(ct, box, Interpolation::Nearest, 0, job.part(0, 0.1));
    const Mask inside = erode(Mask(box, liver.in(liver.box())), 2, job.part(0.1, 0.2));
    if (inside.empty())
        return p;
    const Volume smooth = gaussian(crop, 0.8, job.part(0.2, 0.35)).converted<float>();
    const MaskStatistics s = statistics(smooth, inside);
    // Noise of the parenchyma, from what lies just below the median: vessels are above it, lesions far below.
    const auto value = smooth.as<float>();
    const Bits in = inside.full();
    std::vector<float> below;
    for (std::size_t n = 0; n < in.size(); ++n)
        if (in[n] && double(value[n]) <= s.median && double(value[n]) > s.median - 50)
            below.push_back(float(s.median) - value[n]);
    if (below.size() < 100)
        return p;
    std::nth_element(below.begin(), below.begin() + std::ptrdiff_t(below.size() / 2), below.end());
    const double spread = std::max(3.0, 1.48 * double(below[below.size() / 2]));

    // Lung, ribs and fat beside the liver would set the scale of the tube measure; calcium in lesions as well.
    std::vector<float> clamped(value.begin(), value.end());
    for (float& x : clamped)
        x = std::clamp(x, float(s.median - 3 * spread), float(s.median + 120));
    const Volume tubes = vesselness(Volume(box, std::move(clamped)), {1.2, 2.0, 3.2}, &inside, job.part(0.35, 0.8));
    const auto tube = tubes.as<float>();
    // Sure: tube and bright, or so bright that it cannot be parenchyma. Likely: half of that, hanging on a sure one.
    const double high = s.median + 2.2 * spread;
    const double low = s.median + 1.1 * spread;
    // The tube measure covers the box of `inside` only.
    std::vector<float> score(in.size());
    const IndexBox& b = inside.box();
    std::size_t t = 0;
    for (int k = b.min[2]; k < b.max[2]; ++k)
        for (int j = b.min[1]; j < b.max[1]; ++j)
            for (int i = b.min[0]; i < b.max[0]; ++i, ++t) {
                const auto n = std::size_t(box.offset(i, j, k));
                if (!in[n] || double(value[n]) < low)
                    continue;
                const double brightness = std::clamp((double(value[n]) - low) / (high - low), 0.0, 2.0);
                score[n] = float(0.5 * brightness + std::min(1.0, 3.0 * double(tube[t])));
            }
    const Mask found = hysteresis(Volume(box, std::move(score)), 0.75, 1.3, job.part(0.8, 0.9));
    // Specks under 0.1 mL are noise.
    const auto least = std::max<std::int64_t>(8, std::int64_t(100 / box.voxelVolume()));
    Mask mask(box, IndexBox{}, {});
    for (const Mask& part : components(intersect(found, inside), least, 60, job.part(0.9, 1)))
        mask = unite(mask, part);
    if (mask.empty())
        return p;
    p.mask = Mask(ct.grid(), liver.box(), mask.full());
    const MaskStatistics v = statistics(ct, p.mask);
    Quality q;
    const double share = p.mask.volumeMl() / liver.volumeMl();
    q.add("share of the liver " + toText(100 * share, 1) + " % (1 to 10 expected, unverified)",
          share < 0.01 ? share / 0.01 : 1 - std::max(0.0, share - 0.1) / 0.1);
    q.add("vessels " + toText(v.mean - s.median, 0) + " HU above parenchyma", (v.mean - s.median) / 40);
    p.quality = q.value();
    p.qualityText = q.text();
    job.progress(1);
    return p;
}

} // namespace pollux
