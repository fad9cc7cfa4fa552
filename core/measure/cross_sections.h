#pragma once

#include "core/image/mask.h"
#include "core/jobs/job.h"

#include <optional>
#include <vector>

namespace pollux {

/// A cut through a structure at right angles to a line.
struct CrossSection
{
    double distance = 0;         ///< mm along the line, from where the caller counts
    Vec3 centre = Vec3::Zero();  ///< of the cut area (LPS, mm)
    Vec3 normal = Vec3::UnitZ(); ///< along the line
    double areaMm2 = 0;
    bool complete = true; ///< false: the cut reaches the end of the image, or farther than `reach`

    /// Of the circle of the same area, 2 sqrt(A / pi) (Jackson, Vet Radiol Ultrasound, doi 10.1111/vru.13337).
    double diameterMm() const;
};

/// The area of the connected cut at a point: a lattice of a quarter of the smallest spacing in the plane, the mask
/// interpolated between voxel centres and cut at one half, and of that the part that hangs together with the point (or
/// with what is inside within two voxels of it). So other vessels that the plane meets do not count. nullopt if the
/// structure is not there. On cylinders of five voxels and more across the diameter is right to half a voxel at any
/// angle. Throws Error (BadInput) for a normal that is not of unit length or a reach outside 1 to 200 mm.
std::optional<CrossSection> crossSection(const Mask& mask, const Vec3& point, const Vec3& normal, double reach);

/// Cuts at points of a curve at equal steps of `stepMm` (resampledCurve()): at every multiple of `every` mm along it,
/// counted from point number `origin`, not farther than `within` from it. Those that miss the structure are left out.
struct CutsAlong
{
    double stepMm = 0.5;
    size_t origin = 0;
    double every = 5; ///< mm, at least stepMm
    double within = 1e9;
    double reach = 60; ///< mm from the line to the farthest place that still counts
};
std::vector<CrossSection> crossSections(const Mask& mask, const std::vector<Vec3>& curve, const CutsAlong& options,
                                        const Job& job);

} // namespace pollux
