#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"
#include "core/mesh/tree.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace pollux {

struct TorsoOptions
{
    std::uint64_t seed = 1;
    int size = 512;          ///< pixels a side of a slice
    int slices = 0;          ///< 0: as many as the field of view needs at `sliceSpacing`
    double pixelSpacing = 0.75; ///< mm
    double sliceSpacing = 1.5;  ///< mm
    double noiseHu = 12;     ///< standard deviation of the noise
    bool exhale = false;     ///< the same body after a known breathing deformation
};

/// A digital torso in portal-venous contrast, and the truth about it.
struct Torso
{
    Volume ct;                           ///< Int16 HU with noise and partial volume
    std::map<std::string, Mask> masks;   ///< by anatomy key: "skin" (whole body), "bone", "lung_left", "liver", ...; lesions "liver_lesion_1".."_3", "kidney_tumour"
    std::map<std::string, Tree> trees;   ///< "portal_vein", "hepatic_vein", "aorta", "vena_cava", ... exact centrelines and radii
    std::map<std::string, double> exactVolumesMl; ///< where a closed form is known
};

/// Same seed and options, same voxels. Partial volume by sub-voxel sampling of analytic shapes.
Torso makeTorso(const TorsoOptions& options, const Job& job);

/// Displacement (mm, LPS) that carries a point of the inhale body to the exhale body.
Vec3 breathingDisplacement(const TorsoOptions& options, const Vec3& inhalePoint);

} // namespace pollux
