#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <map>
#include <string>
#include <vector>

namespace pollux {

/// One proposed organ: its mask, how far to trust it, and what the figure is made of.
struct Proposal
{
    std::string anatomy; ///< key of the anatomy table
    Mask mask;
    double quality = 0; ///< 0 doubtful .. 1
    std::string qualityText;
};

/// Inside of the body: largest connected part above air, table removed, lungs and bowel gas filled.
Proposal findBody(const Volume& ct, const Job& job);
/// Air inside the body with lung density, left and right apart (anatomy "lung_left", "lung_right"; "lung" if they
/// cannot be told).
std::vector<Proposal> findLungs(const Volume& ct, const Mask& body, const Job& job);
/// Bone: dense voxels hanging together, contrast-filled vessels and organs kept out, marrow filled.
Proposal findBones(const Volume& ct, const Mask& body, const Job& job);
/// Liver, spleen, kidneys, aorta, vena cava from a contrast CT, given what was found before; and hollow organs as
/// obstacles, doubtful: "stomach", "colon", "small_bowel" where they hold gas, "gallbladder".
std::vector<Proposal> findAbdominalOrgans(const Volume& ct, const Mask& body, const Mask& lungs, const Mask& bones,
                                          const Job& job);
/// Vessels inside the liver: brighter tubes.
Proposal findLiverVessels(const Volume& ct, const Mask& liver, const Job& job);

} // namespace pollux
