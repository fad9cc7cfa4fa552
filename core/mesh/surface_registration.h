#pragma once

#include "core/mesh/rigid_fit.h"
#include "core/mesh/surface_target.h"

#include <cstdint>
#include <vector>

namespace pollux {

struct SurfaceFitOptions
{
    std::vector<RigidPose> starts{RigidPose{}}; ///< source to target, 1 to 64; the one that ends best is kept
    int samples = 4000;                         ///< places of the source that are looked at, 100 to 100,000
    double reach = 1;                           ///< mm, 0.05 to 100: what lies farther off in the end is not used
    double trimmed = 0.2;                       ///< 0 to 0.9: share of the places, the farthest, that is not used
    int iterations = 100;                       ///< at most, of each start; 1 to 1000
};

/// How a surface came to lie on another one, and how well. The figures are of the places that lie on the target.
struct SurfaceFit
{
    RigidPose pose; ///< source to target
    int iterations = 0;
    bool converged = false;        ///< false: it still moved when its iterations ended
    std::vector<Vec3> places;      ///< on the source, evenly by area, as carried by the pose
    std::vector<double> distances; ///< mm, of each place, below 0 behind the target
    double median = 0;             ///< mm, of the distances without sign
    double p95 = 0;                ///< mm, their 95th percentile
    double mean = 0;               ///< mm, of the distances with their sign
    double rms = 0;                ///< mm
    double used = 0;               ///< 0..1: share of the places that lie on the target, see SurfaceDistances
    /// Smallest eigenvalue of the normal matrix by mean, turns measured at the root mean square distance from the
    /// middle, so that it has no unit: 0 on a plane, sphere or cylinder, which can slide; 1/3 at the very most.
    double steadiness = 0;
    Vec3 slideTurn = Vec3::Zero();  ///< the motion that is held least: turn about the middle of the places ...
    Vec3 slideShift = Vec3::Zero(); ///< ... and shift; together of length 1
};

/// Lays a surface, often open, rigidly upon another one; scale stays 1. Point to plane (Chen and Medioni, Image and
/// Vision Computing 10 (1992) 145) by Gauss-Newton steps of the motion; of the pairs those beyond the trimmed share
/// (Chetverikov et al., ICPR 2002) or the reach, on an open border of the target, or with normals more than 60 degrees
/// apart have no say; the others have Tukey's biweight of their distance, its width from the median distance. The reach
/// shrinks to that given. A direction in which nothing holds the surface is left as it was.
/// One-sided: tells how far the source lies from the target, not what of the target the source lacks.
/// Same input, same result. Any thread. Throws Error: BadInput (empty surface, options out of range, nothing within
/// reach), Cancelled.
SurfaceFit registerSurface(const Surface& source, const SurfaceTarget& target, const SurfaceFitOptions& options,
                           const Job& job);

/// A start, and six more that are turned from it by `degrees` about the source's principal axes, either way, through
/// its middle: a start from points that were set by hand may be turned so far that the nearest answer is a wrong one.
std::vector<RigidPose> turnedStarts(const Surface& source, const RigidPose& start, double degrees);

/// How far each point of a surface lies from the target.
struct SurfaceDistances
{
    std::vector<float> mm;        ///< below 0 behind the target
    std::vector<std::uint8_t> on; ///< 1: it lies on the target: within reach, normals at most 60 degrees apart, and not
                                  ///< beyond an open border
};

/// `reach` in mm. A surface whose triangles are all turned round is taken as if they were not. Throws Error
/// (Cancelled).
SurfaceDistances distancesTo(const SurfaceTarget& target, const Surface& surface, double reach, const Job& job);

} // namespace pollux
