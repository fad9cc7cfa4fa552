#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"

namespace pollux {

struct MaskStatistics
{
    std::int64_t voxels = 0;
    double volumeMl = 0;
    double mean = 0;
    double standardDeviation = 0;
    double min = 0;
    double max = 0;
    double median = 0;
    double percentile5 = 0;
    double percentile95 = 0;
};

/// Values of `volume` under `mask`; both on the same geometry, else Error (BadInput). NaN is left out of the values;
/// standard deviation with n - 1, percentiles linear between ranks. All zero but the voxels if there is no value.
MaskStatistics statistics(const Volume& volume, const Mask& mask);

/// Largest distance between two voxel centres of the mask's boundary (mm), and the two points.
struct Diameter
{
    double length = 0;
    Vec3 from = Vec3::Zero();
    Vec3 to = Vec3::Zero();
};
Diameter largestDiameter(const Mask& mask);

} // namespace pollux
