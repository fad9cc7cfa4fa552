#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <cstdint>
#include <vector>

namespace pollux {

/// p -> linear p + offset, LPS mm: from the fixed image to the moving one.
struct AffineMap
{
    Mat3 linear = Mat3::Identity();
    Vec3 offset = Vec3::Zero();

    Vec3 operator()(const Vec3& p) const { return linear * p + offset; }
    AffineMap inverse() const;
};

struct AffineOptions
{
    bool rigid = true;               ///< else all twelve
    AffineMap start;                 ///< fixed to moving
    bool centres = true;             ///< first put the centres of both images' contents upon each other
    const Mask* fixedMask = nullptr; ///< only these places of the fixed image count
    int levels = 3;                  ///< 1 to 5
    int iterations = 100;            ///< at most, a level
    std::uint64_t seed = 1;          ///< of the places that are looked at
};

struct AffineResult
{
    AffineMap map;
    double informationBefore = 0; ///< nats: mutual information at the start
    double informationAfter = 0;
    double overlap = 1; ///< 0..1: part of the places looked at that the map carries into the moving image
    int iterations = 0;
    bool converged = false; ///< false: the last level still moved when its iterations ended
};

/// Rigid or affine, of any two kinds of images: mutual information of a joint histogram with cubic B-spline windows
/// (Mattes et al., IEEE TMI 22 (2003) 120) at places picked evenly at random, its gradient in closed form, coarse to
/// fine, by gradient steps whose length follows from success. Same seed, same result. Throws Error (BadInput) for empty
/// images or images that do not meet; (Cancelled).
AffineResult registerAffine(const Volume& fixed, const Volume& moving, const AffineOptions& options, const Job& job);

/// The least-squares map between points of the same number (landmarks): rigid by Kabsch with the determinant kept
/// positive (Umeyama, IEEE TPAMI 13 (1991) 376), needing three that do not lie on a line, or affine, needing four that
/// do not lie in a plane. Throws Error (BadInput) otherwise.
AffineMap mapOfPoints(const std::vector<Vec3>& fixed, const std::vector<Vec3>& moving, bool rigid);

} // namespace pollux
