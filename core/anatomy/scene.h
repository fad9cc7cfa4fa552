#pragma once

#include "core/anatomy/abdomen.h"
#include "core/anatomy/spine.h"
#include "core/anatomy/work_grid.h"

#include <optional>
#include <string>

namespace pollux::anatomy {

/// What the organ finders share: the image and what is known already, on one work grid of 3 mm.
struct Scene
{
    const Volume* ct = nullptr;
    Grid grid;
    Volume work;   ///< averaged
    Volume smooth; ///< median of 3x3x3 of it: edges stay, noise goes
    Mask body, lungs, bones;
    std::vector<float> depth;     ///< mm under the skin, > 0 inside
    std::vector<float> diaphragm; ///< its height (mm, z) in each column (i,j); lungs and heart lie above
    float dome = 1e9F;            ///< top of the right dome (mm, z); 1e9 without lungs
    Spine spine;
    double muscle = 55; ///< value of the muscles beside the spine

    bool soft(std::size_t n, double low, double high) const
    {
        return smoothValues[n] >= low && smoothValues[n] <= high;
    }
    Vec3 point(std::size_t n) const;
    std::vector<float> smoothValues;
    Bits bodyBits, lungBits, boneBits;
};

Scene makeScene(const Volume& ct, const Mask& body, const Mask& lungs, const Mask& bones, const Job& job);

/// The part of `candidates` that hangs together through channels wider than 2 * radius and has the most voxels of
/// `core`.
Mask openedAround(const Mask& candidates, const Mask& core, double radius, const Job& job);

// Each on the work grid; empty if not found.
Mask coarseLiver(const Scene& scene, const Mask& taken, double& mean, double& spread, const Job& job);
Mask coarseSpleen(const Scene& scene, const Mask& taken, double& mean, const Job& job);
/// side: +1 left, -1 right.
Mask coarseKidney(const Scene& scene, int side, const Job& job);

/// `muscle`: value of muscle; `taken`: what it cannot be.
/// Aorta (left) or vena cava (right) on its own grid of 2 mm: the best path of bright discs in front of the column.
struct GreatVessel
{
    Mask mask; ///< on `work`'s grid
    double blood = 0;
    double contrast = 0; ///< mean over the path
    double coverage = 0; ///< share of slices with a clear disc
};
GreatVessel greatVessel(const Volume& work, const Spine& spine, double muscle, bool aorta, const Mask& taken,
                        const Job& job);

/// A part of the gut that shows by its gas, with wall and content about it, or the gallbladder by its bile.
struct HollowOrgan
{
    std::string anatomy; ///< "stomach", "colon", "small_bowel", "gallbladder"
    Mask mask;           ///< on `work`'s grid
    double gasMl = 0;
    double contact = 0; ///< share of the gallbladder's rim that is liver
};
/// Obstacles, not volumes: gas outside lung and liver, grown to its wall and to fluid or stool it lies on; named by
/// place alone. Gut without gas is not found. `work`: 2 mm, median filtered; `taken` (with the liver) and `liver` on
/// its grid.
std::vector<HollowOrgan> coarseHollowOrgans(const Scene& scene, const Volume& work, const Mask& taken,
                                            const Mask& liver, const Job& job);

} // namespace pollux::anatomy
