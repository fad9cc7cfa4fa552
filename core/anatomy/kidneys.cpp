#include "core/anatomy/scene.h"
#include "core/image/morphology.h"

#include <algorithm>
#include <cmath>

namespace pollux::anatomy {

namespace {

/// Tumours and cysts that stand out of the kidney: less bright lumps that touch it and, but for it, lie in fat.
Mask withLumps(const Scene& s, const Mask& kidney, const Job& job)
{
    Mask result = kidney;
    const Bits own = kidney.full();
    const Bits near = dilate(kidney, 45, job).full();
    const Mask soft = maskWhere(s.grid, [&](std::size_t n) {
        return near[n] && !own[n] && !s.boneBits[n] && !s.lungBits[n] && s.soft(n, -5, 220);
    });
    for (const Mask& lump : components(open(soft, 4, job), 30, 30, job)) {
        const Mask whole = intersect(dilate(lump, 2, job), soft);
        if (whole.volumeMl() > 1.2 * kidney.volumeMl())
            continue;
        const Bits inner = whole.full();
        const Bits rim = dilate(whole, 3.1, job).full();
        double touching = 0, other = 0, all = 0;
        for (std::size_t n = 0; n < rim.size(); ++n) {
            if (!rim[n] || inner[n])
                continue;
            all += 1;
            touching += own[n];
            other += !own[n] && s.smoothValues[n] > -30;
        }
        if (touching > 0.12 * all && touching > other)
            result = unite(result, whole);
    }
    return result;
}

} // namespace

Mask coarseKidney(const Scene& s, int side, const Job& job)
{
    const Grid& g = s.grid;
    const std::size_t columns = std::size_t(g.size[0]) * g.size[1];
    Bits region(static_cast<std::size_t>(g.voxels()));
    for (std::size_t n = 0; n < region.size(); ++n) {
        if (!s.bodyBits[n] || s.boneBits[n] || s.lungBits[n] || s.depth[n] < 12)
            continue;
        const Vec3 p = s.point(n);
        const Vec3& c = s.spine.at(int(n / columns));
        const double lateral = side * (p.x() - c.x());
        region[n] = lateral > 18 && lateral < 125 && p.y() > c.y() - 95 && p.y() < c.y() + 45;
    }
    const Mask within(g, region);

    // Enhanced parenchyma is brighter than all its neighbours; how bright depends on the phase. The lowest limit whose
    // part still is a kidney in size and place is taken, so the whole organ is kept.
    for (double limit = s.muscle + 40; limit < s.muscle + 240; limit += 8) {
        job.checkStop();
        const Mask bright = maskWhere(g, [&](std::size_t n) { return region[n] && s.soft(n, limit, 600); });
        if (bright.volumeMl() < 30)
            break;
        for (const double radius : {2.5, 4.0}) {
            const Mask opened = open(bright, radius, job);
            for (const Mask& part : components(opened, 600, 4, job)) {
                const Mask solid = fillHoles(close(part, 7, job), job);
                const double ml = solid.volumeMl();
                const Vec3 c = solid.centroid();
                const IndexBox& b = solid.box();
                const Index3 w = g.nearest(c);
                const Vec3& sp = s.spine.at(std::clamp(w[2], 0, g.size[2] - 1));
                const double lateral = side * (c.x() - sp.x());
                const double wide = b.size(0) * g.spacing[0];
                const double deep = b.size(1) * g.spacing[1];
                const double tall = b.size(2) * g.spacing[2];
                // A kidney is 90 to 140 mm long and 45 to 75 mm wide and thick; an ellipsoid of its box holds most of
                // it.
                const double filling = double(solid.count()) * g.voxelVolume() / (wide * deep * tall);
                if (ml < 60 || ml > 420 || lateral < 30 || lateral > 95 || c.y() < sp.y() - 65 || c.y() > sp.y() + 25 ||
                    wide > 92 || deep > 92 || tall > 165 || filling < 0.2)
                    continue;
                return withLumps(s, intersect(unite(solid, part), within), job);
            }
        }
    }
    return Mask(g, IndexBox{}, {});
}

} // namespace pollux::anatomy
