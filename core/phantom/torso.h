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
    int size = 512;             ///< pixels a side of a slice, 16..1024
    int slices = 0;             ///< 0: as many as the field of view (300 mm) needs at `sliceSpacing`; at most 2000
    double pixelSpacing = 0.75; ///< mm
    double sliceSpacing = 1.5;  ///< mm
    double noiseHu = 12;        ///< standard deviation of the noise
    bool exhale = false;        ///< the same body after a known breathing deformation
};

/// A digital torso in portal-venous contrast, from the heart to the iliac crests, and the truth about it.
///
/// Frame: LPS, mm, origin in the middle of the field of view (level of L1), so the liver lies at x < 0.
/// A mask holds the label at each voxel centre; the CT has partial volume. Masks of different organs are disjoint but
/// for:
/// - "skin" is the whole body, filled;
/// - "bone" = "rib" + "vertebra" + "sternum" + "pelvis" (costal cartilage and discs are apart);
/// - "liver" includes the vessels inside it and the lesions, a kidney includes its tumour (clinical convention);
///   a kidney leaves out the sinus fat;
/// - a lung includes its vessels.
struct Torso
{
    Volume ct;                         ///< Int16 HU with noise and partial volume
    std::map<std::string, Mask> masks; ///< by anatomy key: "skin", "bone", "lung_left", "liver", ...; lesions
                                       ///< "liver_lesion_1".."_3", "kidney_tumour"
    /// "portal_vein", "hepatic_vein" (three roots), "aorta", "vena_cava", ...: exact centrelines and radii. The piece
    /// between a node and its parent has the node's radius, and r0^3 = r1^3 + r2^3 where a branch of the liver's trees
    /// forks.
    std::map<std::string, Tree> trees;
    std::map<std::string, double> exactVolumesMl; ///< where a closed form is known (lesions, tumour); empty at exhale
};

/// Same seed and options, same voxels, whatever the number of threads. Partial volume by 2x2x2 samples of analytic
/// shapes. Lesion 1 lies in the right lobe below the lung (reachable between or below ribs), 2 beside a portal branch,
/// 3 under the dome with lung in the way from the side.
/// Throws Error (BadInput) for sizes or spacings out of range, (Cancelled).
Torso makeTorso(const TorsoOptions& options, const Job& job);

/// Displacement (mm, LPS) that carries a point of the inhale body to the exhale body: smooth, up to 15 mm cranial under
/// the domes and 4 mm posterior at the front wall, zero at skin and spine. Not measured on patients: a made-up field.
Vec3 breathingDisplacement(const TorsoOptions& options, const Vec3& inhalePoint);

} // namespace pollux
