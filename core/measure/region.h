#pragma once

#include "core/image/statistics.h"
#include "core/measure/shapes.h"

namespace pollux {

/// Covariance of a point placed by eye on this grid: one voxel, uniform. See PointCovariance.
PointCovariance voxelCovariance(const Grid& grid);

/// What an image holds in a region of interest.
struct RegionStatistics
{
    MaskStatistics values;   ///< of the samples
    double sizeMm = 0;       ///< mm² of an ellipse, mm³ of a sphere: of the geometry, not of the counted samples
    double outsideShare = 0; ///< 0..1: part of the region beyond the image, left out of the values
};

/// An ellipse in any plane: centre and two half axes at right angles (LPS, mm). Sampled trilinearly on a lattice along
/// the half axes, at most half the smallest spacing apart. Throws Error (BadInput) for half axes of no length, not at
/// right angles (within 1 degree), or larger than 1 m.
RegionStatistics ellipseStatistics(const Volume& volume, const Vec3& centre, const Vec3& halfAxisA,
                                   const Vec3& halfAxisB);
/// A sphere: the voxels whose centres lie inside (those of the image; nothing is interpolated), or the nearest voxel if
/// there is none.
RegionStatistics sphereStatistics(const Volume& volume, const Vec3& centre, double radiusMm);

} // namespace pollux
