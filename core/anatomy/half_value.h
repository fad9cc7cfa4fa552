#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

namespace pollux::anatomy {

struct HalfValueOptions
{
    double reach = 2.5;   ///< mm about a voxel in which its peak and its soft neighbourhood are looked for
    double depth = 1.6;   ///< mm the border may move, at least one voxel
    double most = 600;    ///< higher peaks count as this: dense cortex must not make cancellous bone look like its blur
    double least = 110;   ///< below this nothing is bone, whatever lies beside it
    double share = 0.5;   ///< of the way from soft to peak
    double fall = 0.6;    ///< only steep edges move in: the inner neighbour is brighter by this share of the contrast
    double contrast = 80; ///< between peak and soft side; with less the border stays
};

/// Moves the border of bright tissue to where the image passes half way from the local peak inside to the local mean
/// outside, voxel layer by voxel layer: the full width at half maximum, which for a sharp border seen through partial
/// volume and blur is the place where it really is (Prevrhal, Engelke, Kalender, Phys Med Biol 44 (1999) 751, who
/// also show that it overestimates cortex thinner than the blur). `ct` and `mask` on one grid.
Mask toHalfValue(const Volume& ct, const Mask& mask, const HalfValueOptions& options, const Job& job);

} // namespace pollux::anatomy
