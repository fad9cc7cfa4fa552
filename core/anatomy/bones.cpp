#include "core/anatomy/abdomen.h"
#include "core/anatomy/half_value.h"
#include "core/anatomy/quality.h"
#include "core/anatomy/scene.h"
#include "core/anatomy/work_grid.h"
#include "core/base/text.h"
#include "core/image/distance.h"
#include "core/image/filters.h"
#include "core/image/morphology.h"
#include "core/image/segment.h"
#include "core/image/statistics.h"
#include "core/image/vesselness.h"

#include <algorithm>
#include <cmath>

namespace pollux {

using namespace anatomy;

namespace {

// Attenuations from common teaching: cortical bone above 300 HU, cancellous bone of adults 100 to 250 (unverified for
// any one scanner); blood and kidney in the portal phase 130 to 230, so the low limit alone cannot tell them apart.
constexpr double kCortical = 300;
constexpr double kBone = 175;
constexpr double kMarrow = 75;   ///< what may be filled inside a shell: marrow, but not the spinal canal (20 to 50)
constexpr double kRibRadius = 8; ///< mm: thicker bright parts away from the spine are bowel contrast, kidney or vessel

} // namespace

Proposal findBones(const Volume& ct, const Mask& body, const Job& job)
{
    Proposal p;
    p.anatomy = "bone";
    p.mask = Mask(ct.grid(), IndexBox{}, {});
    if (body.empty())
        return p;
    const Grid wg = workGrid(ct.grid(), 1.5);
    const Volume work = workVolume(ct, wg, job.part(0, 0.15));
    const Mask bodyWork = resample(body, wg, job.part(0.15, 0.2));
    const auto v = work.as<float>();

    const Mask dense = threshold(work, 250, 1e9, &bodyWork);
    const Spine spine = findSpine(dense, bodyWork);
    Mask bright = intersect(hysteresis(work, kBone, kCortical, job.part(0.2, 0.3)), bodyWork);
    if (bright.empty())
        return p;

    // The aorta lies on the column, is nearly as bright, and its plaques are as bright as bone: take it out first.
    if (spine.found) {
        Mask certain(wg, IndexBox{}, {});
        for (const Mask& part : components(hysteresis(work, 250, 350, job), 900, 20, job))
            certain = unite(certain, part);
        const Grid vg = workGrid(ct.grid(), 2);
        const Volume calm = median(resample(work, vg, Interpolation::Linear, -1024, job), 1, job).converted<float>();
        const GreatVessel aorta = greatVessel(calm, spine, 55, true, resample(certain, vg, job), job);
        if (!aorta.mask.empty()) {
            const Mask sleeve = dilate(resample(aorta.mask, wg, job), 2.5, job);
            bright = subtract(bright, subtract(sleeve, certain));
        }
    }

    // How deep under the skin: the column is deepest of all bone.
    const Volume skin = signedDistance(bodyWork, wg.box(), job.part(0.3, 0.4));
    const Volume inner = signedDistance(bright, wg.box(), job.part(0.4, 0.5));
    const auto depth = skin.as<float>();
    const auto radius = inner.as<float>();

    Bits kept(static_cast<std::size_t>(wg.voxels()));
    const std::vector<Mask> parts = components(bright, 60, 300, job.part(0.5, 0.55));
    for (const Mask& part : parts) {
        job.checkStop();
        const IndexBox& b = part.box();
        double thick = 0;
        double depthSum = 0;
        double spineDepth = 0;
        std::int64_t near = 0;
        double rim = 0, rimCount = 0, middle = 0, middleCount = 0;
        for (int k = b.min[2]; k < b.max[2]; ++k)
            for (int j = b.min[1]; j < b.max[1]; ++j)
                for (int i = b.min[0]; i < b.max[0]; ++i) {
                    if (!part.at(i, j, k))
                        continue;
                    const std::int64_t at = wg.offset(i, j, k);
                    thick = std::max(thick, double(-radius[at]));
                    depthSum += double(-depth[at]);
                    const double r = double(-radius[at]);
                    if (r > 1 && r < 3.2) {
                        rim += double(v[at]);
                        rimCount += 1;
                    } else if (r > 5) {
                        middle += double(v[at]);
                        middleCount += 1;
                    }
                    const Vec3 x = wg.toPatient(i, j, k);
                    const Vec3& s = spine.at(k);
                    near += std::abs(x.x() - s.x()) < 25 && x.y() > s.y() - 25;
                    const Index3 c = wg.nearest(s);
                    if (wg.contains(c[0], c[1], k))
                        spineDepth += double(-depth[wg.offset(c[0], c[1], k)]);
                }
        const double n = double(part.count());
        const bool column = spine.found && double(near) > 0.08 * n && double(near) * wg.voxelVolume() > 3000;
        // Ribs and sternum are thin and near the surface; the pelvis is thick, but its shell is denser than its marrow,
        // where bowel contrast and kidneys are brightest inside.
        const bool shallow = !spine.found || depthSum < 0.92 * spineDepth;
        const bool thin = thick < kRibRadius;
        const bool shelled = n * wg.voxelVolume() > 5000 && middleCount > 0 &&
                             rim / std::max(1.0, rimCount) > 1.1 * middle / middleCount;
        if (column || (shallow && (thin || shelled)))
            for (int k = b.min[2]; k < b.max[2]; ++k)
                for (int j = b.min[1]; j < b.max[1]; ++j)
                    for (int i = b.min[0]; i < b.max[0]; ++i)
                        if (part.at(i, j, k))
                            kept[wg.offset(i, j, k)] = 1;
    }
    Mask bone(wg, kept);
    if (bone.empty())
        return p;

    // Marrow: inside the closed shell, if it is not as dark as the spinal canal.
    const Mask shell = close(bone, 3, job.part(0.6, 0.7));
    const Mask filled = unite(fillHolesBySlice(shell, 2, job), fillHoles(shell, job.part(0.7, 0.75)));
    const Bits boneBits = bone.full();
    const Bits filledBits = filled.full();
    const Mask coarse =
        maskWhere(wg, [&](std::size_t n) { return boneBits[n] || (filledBits[n] && v[n] > kMarrow && v[n] < 1e6); });
    job.progress(0.78);

    RefineOptions options;
    options.inner = 0.75;
    options.shell = kCortical;
    options.average = false;
    options.outer = 1.6;
    options.radius = 4.5;
    options.contrast = 60;
    options.low = 110; // partial volume of a thin cortex still is bone; muscle and liver are not
    options.smoothing = 0;
    options.onePiece = false;
    const Mask fine = refine(ct, work, coarse, options, job.part(0.78, 0.9));
    p.mask = intersect(fillHoles(toHalfValue(ct, fine, {}, job.part(0.9, 0.96)), job), body);

    const MaskStatistics s = statistics(work, bone);
    Quality q;
    q.add("vertebral column found", spine.found ? 1.0 : 0.2);
    q.add("95th percentile " + toText(s.percentile95, 0) + " HU as dense as cortical bone",
          (s.percentile95 - 250) / 150);
    const double share = double(coarse.count()) / double(std::max<std::int64_t>(1, bodyWork.count()));
    q.add("share of the body " + toText(100 * share, 1) + " % (1 to 15 expected, unverified)",
          share < 0.01 ? share / 0.01 : 1 - std::max(0.0, share - 0.15) / 0.1);
    p.quality = q.value();
    p.qualityText = q.text();
    job.progress(1);
    return p;
}

} // namespace pollux
