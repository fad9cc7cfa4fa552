#pragma once

#include "core/anatomy/bone_shape.h"

#include <optional>

namespace pollux {

// Least squares that outliers do not pull (Tukey's biweight, scale by the median of the residuals: Huber and Ronchetti,
// Robust Statistics, 2009), each sample weighted by what the error of its face means along the surface's normal. Any
// thread, same result on every run.

struct SphereFit
{
    Vec3 centre = Vec3::Zero();
    double radius = 0;
    double rmsMm = 0;   ///< of the samples that count
    double formMm = 0;  ///< the same without what voxels of this size make: how far the surface is from a sphere
    double inliers = 0; ///< share of them, 0..1
};
/// nullopt for fewer than 20 samples or where nothing converges.
std::optional<SphereFit> fitSphere(const std::vector<BoneFace>& samples, const Job& job);

struct CylinderFit
{
    Vec3 point = Vec3::Zero(); ///< on the axis, amid the samples
    Vec3 axis = Vec3::UnitX(); ///< unit, of the same sense as the start's
    double radius = 0;
    double rmsMm = 0;
    double formMm = 0; ///< the same without what voxels of this size make
    double inliers = 0;
    double arcDegrees = 0;   ///< of the circle that the samples cover, 5th to 95th percentile
    double from = 0, to = 0; ///< along the axis from `point`, 5th to 95th percentile
};
std::optional<CylinderFit> fitCylinder(const std::vector<BoneFace>& samples, const Vec3& startAxis, const Job& job);

/// Line through the centroids of a bone's sections.
struct ShaftFit
{
    Vec3 point = Vec3::Zero(); ///< middle of the sections used
    Vec3 up = Vec3::UnitZ();   ///< unit, of the same sense as the start's
    double lengthMm = 0;
    double rmsMm = 0;
    bool all = true; ///< false: less of the shaft is in the image than the rule asks for
};
/// The shaft of a bone that has a joint at one end (the lower one along `start` if `jointBelow`): from `widths` times
/// the greatest width of the end near the joint (that of a circle of the section's area, within 60 mm) to the other
/// end, less what is cut off askew. Where less than 20 mm are left, the half away from the joint, and `all` is false.
/// nullopt where the bone is too short for that too.
std::optional<ShaftFit> fitShaft(const BoneShape& bone, const Vec3& start, bool jointBelow, double widths,
                                 const Job& job);

} // namespace pollux
