#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "ui/viewer/slice_plane.h"

#include <QColor>
#include <QImage>

#include <vector>

namespace pollux {

/// A mask as a slice shows it.
struct SliceMask
{
    const Mask* mask = nullptr;
    QColor colour;
    double fill = 0.3;    ///< alpha of the inside, 0..1
    double outline = 0.9; ///< alpha of the rim, 0..1; 0 where a surface's cut is drawn instead
};

struct SliceGrey
{
    double windowCentre = 40;
    double windowWidth = 400;
    QColor background = Qt::black; ///< beyond the volume
    bool smooth = true;            ///< trilinear; otherwise nearest voxel
    SlabMode slabMode = SlabMode::Mean;
    double slabMm = 0; ///< 0: the plane alone
};

/// A second volume over the first.
struct SliceOver
{
    const Volume* volume = nullptr;
    FusionMode mode = FusionMode::Blend;
    double amount = 0.5; ///< see Fusion
    double windowCentre = 40;
    double windowWidth = 400;
    std::vector<QRgb> colours; ///< 256 from low to high; empty: grey
    int square = 48;           ///< pixels of a square of the checkerboard
    /// Carries places of the first volume to the second; nullptr: both lie in one frame of reference.
    const Registration* way = nullptr;
    QRgb folded = 0xffffff00; ///< of VolumeChange, with `folded2` in stripes: told by the pattern as well
    QRgb folded2 = 0xff000000;
};

/// Of VolumeChange `volume` holds Jacobian determinants; the colours run from 1 / kMostVolumeChange over 1 to
/// kMostVolumeChange, even in their logarithm, so that halving and doubling are alike. Of display only.
inline constexpr double kMostVolumeChange = 2;

/// The cut of a volume of any direction cosines by a plane, with masks blended over it in their order. Format RGB32.
/// Grey is linear from centre - width/2 (black) to centre + width/2 (white). Masks are sampled at the nearest voxel, so
/// what is drawn is what is stored. Half a voxel beyond the outer voxel centres is shown. Where the second volume has
/// no voxels the first shows. Pure; uses several threads.
QImage renderSliceImage(const Volume& volume, const SlicePlane& plane, const SliceGrey& grey,
                        const std::vector<SliceMask>& masks = {}, const SliceOver& over = {});

} // namespace pollux
