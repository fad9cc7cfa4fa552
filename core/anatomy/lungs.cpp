#include "core/anatomy/abdomen.h"
#include "core/anatomy/quality.h"
#include "core/anatomy/spine.h"
#include "core/anatomy/work_grid.h"
#include "core/base/text.h"
#include "core/image/distance.h"
#include "core/image/filters.h"
#include "core/image/morphology.h"
#include "core/image/segment.h"
#include "core/image/statistics.h"

#include <algorithm>
#include <cmath>

namespace pollux {

using namespace anatomy;

namespace {

constexpr double kLungLimit =
    -400; ///< HU: half way between lung and soft tissue; Hu et al., IEEE TMI 20 (2001) 490 arrive near it
constexpr double kGasLimit = -950; ///< HU: bowel gas and trachea lie below, inflated lung above

/// Lung, and not gas in the bowel: large, textured, less dense than water but denser than gas.
bool looksLikeLung(const Volume& work, const Mask& part, const Job& job)
{
    if (part.volumeMl() < 30)
        return false;
    const Mask core = erode(part, 4, job);
    if (core.empty())
        return false;
    const MaskStatistics s = statistics(work, core);
    return s.median > kGasLimit && s.median < -500;
}

/// Two lungs that touch (front junction, trachea): cut where the bridge is thinnest.
std::vector<Mask> split(const Mask& both, const Volume& work, const Job& job)
{
    for (const double radius : {3.0, 6.0, 9.0, 12.0}) {
        const std::vector<Mask> cores = components(erode(both, radius, job), 200, 2, job);
        if (cores.size() < 2 || cores[1].count() * 6 < cores[0].count())
            continue;
        return watershed(work, cores, 0, &both, job);
    }
    return {both};
}

} // namespace

std::vector<Proposal> findLungs(const Volume& ct, const Mask& body, const Job& job)
{
    std::vector<Proposal> proposals;
    if (body.empty())
        return proposals;
    const Grid wg = workGrid(ct.grid(), 3);
    const Volume work = workVolume(ct, wg, job.part(0, 0.2));
    // The skin's own partial volume with the air outside must not count as air inside.
    const Mask bodyWork = resample(body, wg, job.part(0.2, 0.25));
    const Mask inside = erode(bodyWork, 4, job.part(0.25, 0.3));
    const Mask air = threshold(work, -1e9, kLungLimit, &inside);

    std::vector<Mask> parts;
    for (const Mask& part : components(air, 500, 12, job.part(0.3, 0.35))) {
        if (!looksLikeLung(work, part, job))
            continue;
        // Lungs come first by size; anything small that begins below their middle is gas in stomach or bowel.
        if (!parts.empty() && part.count() * 6 < parts.front().count() &&
            part.box().max[2] < (parts.front().box().min[2] + parts.front().box().max[2]) / 2)
            continue;
        parts.push_back(part);
    }
    if (parts.empty())
        return proposals;

    const Spine spine = findSpine(threshold(work, 250, 1e9, &inside), bodyWork);
    const auto side = [&](const Mask& m) {
        const Vec3 c = m.centroid();
        const int k = std::clamp(int(std::lround((c.z() - wg.origin.z()) / wg.spacing.z())), 0, wg.size[2] - 1);
        return c.x() - spine.at(k).x();
    };
    const auto crosses = [&](const Mask& m) {
        std::int64_t left = 0;
        const IndexBox& b = m.box();
        for (int k = b.min[2]; k < b.max[2]; ++k)
            for (int j = b.min[1]; j < b.max[1]; ++j)
                for (int i = b.min[0]; i < b.max[0]; ++i)
                    left += m.at(i, j, k) && wg.origin.x() + i * wg.spacing.x() > spine.at(k).x();
        return std::min(left, m.count() - left) > m.count() / 6;
    };
    std::vector<Mask> whole;
    for (const Mask& part : parts) {
        if (!crosses(part)) {
            whole.push_back(part);
            continue;
        }
        const auto halves = split(part, work, job);
        whole.insert(whole.end(), halves.begin(), halves.end());
    }
    job.progress(0.5);

    Mask left(wg, IndexBox{}, {});
    Mask right = left;
    Mask undivided = left;
    for (const Mask& m : whole) {
        Mask& target = crosses(m) ? undivided : side(m) > 0 ? left : right;
        target = unite(target, m);
    }
    RefineOptions options;
    options.smoothing = 0;
    options.contrast = 100;
    const std::pair<const char*, const Mask*> found[] = {
        {"lung_left", &left}, {"lung_right", &right}, {"lung", &undivided}};
    double from = 0.5;
    for (const auto& [key, coarse] : found) {
        if (coarse->empty())
            continue;
        // Vessels and small nodules belong to the lung.
        const Mask solid = fillHoles(close(*coarse, 9, job), job);
        Mask fine = refine(ct, work, solid, options, job.part(from, from + 0.2));
        fine = fillHoles(close(fine, 2.5, job), job);
        Proposal p;
        p.anatomy = key;
        p.mask = intersect(fine, body);
        const MaskStatistics s = statistics(work, *coarse);
        Quality q;
        q.add("median " + toText(s.median, 0) + " HU like inflated lung",
              1 - std::max(0.0, std::abs(s.median + 820) - 100) / 200);
        q.add("left and right apart", std::string_view(key) == "lung" ? 0.4 : 1.0);
        q.addContrast(work, solid);
        p.quality = q.value();
        p.qualityText = q.text();
        if (!p.mask.empty())
            proposals.push_back(std::move(p));
        from += 0.2;
    }
    // Whatever both claim belongs to neither; it is a seam of single voxels.
    if (proposals.size() == 2)
        proposals[1].mask = subtract(proposals[1].mask, proposals[0].mask);
    job.progress(1);
    return proposals;
}

} // namespace pollux
