#include "core/anatomy/scene.h"
#include "core/image/filters.h"
#include "core/image/morphology.h"
#include "core/image/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pollux::anatomy {

namespace {

// All of these are choices of this finder, unverified on patients.
constexpr float kGas = -280;          ///< HU: well under fat, so that small bubbles count
constexpr double kLeastGasMl = 0.15;  ///< smaller pockets are noise or free bubbles in stool
constexpr double kWall = 4;           ///< mm from gas to the outside of a wall
constexpr float kContentLow = -15;    ///< HU: fluid and stool without contrast
constexpr double kUnderMuscle = 10;   ///< HU they are darker than muscle
constexpr double kContentDepth = 25;  ///< mm under the skin, behind the muscles of the belly wall
constexpr double kContentReach = 25;  ///< mm that content is followed from its gas
constexpr double kLateral = 74;       ///< mm beside the column: ascending and descending colon
constexpr double kStomachDepth = 125; ///< mm under the right dome

/// Nearest voxel of the scene's coarser grid.
std::size_t sceneVoxel(const Scene& s, const Vec3& p)
{
    const Index3 i = s.grid.nearest(p);
    Index3 c{};
    for (int a = 0; a < 3; ++a)
        c[a] = std::clamp(i[a], 0, s.grid.size[a] - 1);
    return static_cast<std::size_t>(s.grid.offset(c[0], c[1], c[2]));
}

/// Voxels of `g` that hold a gas voxel of the full image: bubbles in stool are lost in any average.
Bits bubbles(const Volume& ct, const Grid& g, const Job& job)
{
    Bits bits(static_cast<std::size_t>(g.voxels()));
    const Grid& full = ct.grid();
    ct.visit([&](auto span) {
        std::size_t n = 0;
        for (int k = 0; k < full.size[2]; ++k) {
            job.checkStop();
            for (int j = 0; j < full.size[1]; ++j)
                for (int i = 0; i < full.size[0]; ++i, ++n) {
                    if (!(double(span[n]) < double(kGas)))
                        continue;
                    const Index3 at = g.nearest(full.toPatient(i, j, k));
                    if (g.contains(at[0], at[1], at[2]))
                        bits[static_cast<std::size_t>(g.offset(at[0], at[1], at[2]))] = 1;
                }
        }
    });
    return bits;
}

double belowDiaphragm(const Scene& s, const Vec3& p)
{
    const std::size_t n = sceneVoxel(s, p) % (std::size_t(s.grid.size[0]) * s.grid.size[1]);
    return double(s.diaphragm[n]) - p.z();
}

/// Which part of the gut a pocket of gas most likely lies in: 0 stomach, 1 colon, 2 small bowel.
int partOfGut(const Scene& s, const Mask& pocket)
{
    const Vec3 c = pocket.centroid();
    const Vec3& column = s.spine.near(c.z());
    const double lateral = c.x() - column.x();
    const double depth = s.dome < 1e8F ? double(s.dome) - c.z() : belowDiaphragm(s, c);
    if (std::abs(lateral) > kLateral)
        return 1;
    if (lateral > -35 && depth < kStomachDepth)
        return 0;
    return pocket.volumeMl() > 6 ? 1 : 2;
}

} // namespace

std::vector<HollowOrgan> coarseHollowOrgans(const Scene& s, const Volume& work, const Mask& taken, const Mask& liver,
                                            const Job& job)
{
    const Grid& g = work.grid();
    const auto v = work.as<float>();
    const Bits takenBits = taken.full();
    const Bits liverBits = liver.full();
    const Mask lungs = s.lungs.empty() ? Mask(g, IndexBox{}, {}) : resample(s.lungs, g, job);
    const Bits nearLung = dilate(lungs, 5, job.part(0, 0.1)).full();

    // Inside the belly: under skin and wall, away from lungs.
    Bits belly(static_cast<std::size_t>(g.voxels()));
    Bits deep(belly.size());
    Bits airy = bubbles(*s.ct, g, job);
    for (int k = 0; k < g.size[2]; ++k) {
        job.checkStop();
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i) {
                const auto n = static_cast<std::size_t>(g.offset(i, j, k));
                if (takenBits[n] || nearLung[n]) {
                    airy[n] = 0;
                    continue;
                }
                const Vec3 p = g.toPatient(i, j, k);
                const std::size_t c = sceneVoxel(s, p);
                belly[n] = s.depth[c] > 8 && (s.lungs.empty() || belowDiaphragm(s, p) > 4);
                airy[n] = airy[n] && belly[n];
                deep[n] = s.depth[c] > kContentDepth;
            }
    }
    job.progress(0.2);

    const auto least = std::int64_t(std::ceil(kLeastGasMl * 1000 / g.voxelVolume()));
    // Bubbles of one piece of stool are one pocket.
    const Bits joined = close(Mask(g, airy), 3.5, job).full();
    const Mask air = maskWhere(g, [&](std::size_t n) { return belly[n] && joined[n]; });
    std::array<Mask, 3> gas{Mask(g, IndexBox{}, {}), Mask(g, IndexBox{}, {}), Mask(g, IndexBox{}, {})};
    for (const Mask& pocket : components(air, least, 400, job.part(0.2, 0.3))) {
        // Gas in the liver is an ablation, an abscess or bile ducts, and no bowel.
        const Mask rim = subtract(dilate(pocket, 4.1, job), pocket);
        if (2 * intersect(rim, liver).count() > rim.count())
            continue;
        Mask& part = gas[static_cast<std::size_t>(partOfGut(s, pocket))];
        part = unite(part, pocket);
    }
    job.progress(0.4);

    static constexpr std::array<const char*, 3> kKeys{"stomach", "colon", "small_bowel"};
    const Mask content = maskWhere(g, [&](std::size_t n) {
        return belly[n] && !liverBits[n] && deep[n] && v[n] > kContentLow && double(v[n]) < s.muscle - kUnderMuscle;
    });
    std::vector<HollowOrgan> found;
    Mask used(g, IndexBox{}, {});
    for (std::size_t q = 0; q < gas.size(); ++q) {
        if (gas[q].empty())
            continue;
        // Content hangs together with the gas through wide openings only, so that neighbours do not leak in.
        const Mask lumen = unite(gas[q], intersect(dilate(gas[q], kWall, job), content));
        const Mask reach = intersect(dilate(gas[q], kContentReach, job), subtract(content, used));
        const Mask core = unite(erode(reach, 4, job), gas[q]);
        const Mask near = dilate(gas[q], 7, job);
        Mask inner = gas[q];
        for (const Mask& part : components(core, 1, 400, job))
            if (!intersect(part, near).empty())
                inner = unite(inner, intersect(dilate(part, 4, job), unite(reach, gas[q])));
        inner = unite(inner, lumen);
        const Bits shell = dilate(inner, 2.5, job).full();
        const Bits innerBits = inner.full();
        const Bits usedBits = used.full();
        const Mask whole = maskWhere(g, [&](std::size_t n) {
            return (innerBits[n] || (shell[n] && belly[n] && v[n] > -60 && v[n] < 150)) && !takenBits[n] &&
                   !usedBits[n];
        });
        const Mask kept = fillHoles(subtract(close(whole, 5, job), unite(taken, used)), job);
        used = unite(used, kept);
        found.push_back({kKeys[q], kept, gas[q].volumeMl(), 0});
        job.progress(0.4 + 0.15 * double(q + 1));
    }

    // Gallbladder: bile is darker than all soft tissue, in one smooth lump at the under side of the liver.
    if (!liver.empty()) {
        const Mask nearLiver = dilate(liver, 45, job);
        const Mask gasNear = dilate(unite(unite(gas[0], gas[1]), gas[2]), 5, job);
        const Mask bile =
            intersect(maskWhere(g, [&](std::size_t n) { return belly[n] && v[n] > -18 && v[n] < 36; }), nearLiver);
        double best = 0;
        HollowOrgan gallbladder{"gallbladder", Mask(g, IndexBox{}, {}), 0, 0};
        for (const Mask& part : components(erode(bile, 4, job.part(0.9, 0.95)), 8, 60, job)) {
            Mask lump = intersect(dilate(part, 5.5, job), bile);
            const double ml = lump.volumeMl();
            const Vec3 c = lump.centroid();
            if (ml < 3 || ml > 200 || c.x() > s.spine.near(c.z()).x() - 5)
                continue;
            const MaskStatistics values = statistics(work, part);
            if (values.median < 0 || values.median > 25)
                continue;
            const Mask rim = subtract(dilate(lump, 5, job), lump);
            const double n = double(std::max<std::int64_t>(1, rim.count()));
            const double contact = double(intersect(rim, liver).count()) / n;
            // Enclosed on all sides it is a cyst; beside gas it is bowel.
            if (contact < 0.08 || contact > 0.8 || double(intersect(rim, gasNear).count()) > 0.15 * n)
                continue;
            const IndexBox& b = lump.box();
            const double filling = double(lump.count()) / double(b.voxels());
            const double score = std::min(ml, 40.0) * filling * std::min(contact, 0.4);
            if (score > best) {
                best = score;
                gallbladder.mask = fillHoles(dilate(close(lump, 3, job), 1, job), job);
                gallbladder.mask = subtract(gallbladder.mask, taken);
                gallbladder.contact = contact;
            }
        }
        if (!gallbladder.mask.empty()) {
            for (HollowOrgan& o : found)
                o.mask = subtract(o.mask, gallbladder.mask);
            found.push_back(std::move(gallbladder));
        }
    }
    std::erase_if(found, [](const HollowOrgan& o) { return o.mask.empty(); });
    job.progress(1);
    return found;
}

} // namespace pollux::anatomy
