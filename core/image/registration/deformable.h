#pragma once

#include "core/image/registration/affine.h"
#include "core/image/registration/displacement_field.h"

#include <functional>
#include <optional>

namespace pollux {

/// What two places are compared by.
enum class Likeness {
    Values,    ///< the values themselves: two images of one kind (two CT)
    Structure, ///< the pattern around each place, whatever its values: different kinds (CT and MR)
};

struct DeformableOptions
{
    Likeness likeness = Likeness::Values;
    double spacing = 2.5;  ///< mm: of the finest level; never finer than the fixed image
    int levels = 3;        ///< each coarser one has twice the spacing; 1 to 6
    int iterations = 60;   ///< at most, a level
    double smoothness = 2; ///< voxels of the level: a step is smoothed by a Gaussian of twice as much, all the way so
                           ///< far by one of 0.3 times as much
    double low = -1e30;    ///< values are cut to [low, high] first (Values): what lies beyond says nothing
    double high = 1e30;
    AffineMap start;               ///< fixed to moving
    const Mask* sliding = nullptr; ///< an organ (on any grid) that may slide along its neighbours: the field is smooth
                                   ///< inside and outside, not across its border
};

struct DeformableResult
{
    DisplacementField field;   ///< the start included; on the finest level's grid, which covers the fixed image
    double likenessBefore = 0; ///< root mean square difference of the values, or of the descriptors, at the start
    double likenessAfter = 0;
    int iterations = 0; ///< over all levels
};

/// Carries the fixed image onto the moving one. Diffeomorphic demons with a symmetric force (Vercauteren, Pennec,
/// Perchant, Ayache, NeuroImage 45 (2009) S61), coarse to fine, updates composed; flat places, where noise alone would
/// push, follow the steep ones about them (normalised convolution, Knutsson and Westin 1993). For different kinds the
/// force is that of self-similarity descriptors (Heinrich et al., Med. Image Anal. 16 (2012) 1423; six neighbours). A
/// sliding organ is regularised by itself (as Schmidt-Richberg et al., Med. Image Anal. 16 (2012) 150, with a hard
/// border). Throws Error (BadInput) for empty images, options out of range, images that do not meet; (Cancelled).
DeformableResult registerDeformable(const Volume& fixed, const Volume& moving, const DeformableOptions& options,
                                    const Job& job);

/// Pearson's correlation of the values at the field's voxels with those where they are carried to, -1..1; 0 if there is
/// nothing to compare. A registration of two images of one kind that failed shows here.
double correlation(const Volume& fixed, const Volume& moving, const DisplacementField& field, const Job& job);

} // namespace pollux
