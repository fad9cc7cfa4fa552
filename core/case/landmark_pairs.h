#pragma once

#include "core/case/case.h"

#include <string>
#include <vector>

namespace pollux {

/// One place of the body as it was set in two images: the landmarks "tip-on-ct" and "tip-on-ct-2".
struct LandmarkPair
{
    std::string name; ///< "Tip"
    Id fixed;         ///< the landmarks' ids; empty for points that only the registration knows
    Id moving;
    Vec3 fixedPoint = Vec3::Zero(); ///< LPS, mm, each in its own image
    Vec3 movingPoint = Vec3::Zero();
};

/// Text of the id of a place's landmark on an image ("tip-on-ct-2"), and its name ("Tip (on ct-2)").
std::string landmarkIdOn(const std::string& name, const Id& image);
std::string landmarkNameOn(const std::string& name, const Id& image);

/// All places that were set in both images, in the order of their ids. What a follow-up carried over is left out: it
/// lies where the registration put it, and says nothing about it.
std::vector<LandmarkPair> landmarkPairs(const Case& c, const Id& fixed, const Id& moving);

/// How well a registration brings a place together.
struct LandmarkDistance
{
    LandmarkPair pair;
    double before = 0;   ///< mm: between the two points as their coordinates stand
    double after = 0;    ///< mm: from where the fixed point is carried to the moving point
    bool fitted = false; ///< the registration was made from it: `after` is then no independent check
};

struct LandmarkTable
{
    std::vector<LandmarkDistance> rows;
    double meanBefore = 0, meanAfter = 0, mostBefore = 0, mostAfter = 0; ///< mm; 0 without rows
};

/// The pairs of its two images, and the points that register.landmarks was given as numbers ("Point 1"). Throws Error
/// (NotFound).
LandmarkTable landmarkTable(const Case& c, const Id& registration);

} // namespace pollux
