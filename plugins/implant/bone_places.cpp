#include "plugins/implant/bone_places.h"

#include "core/base/error.h"
#include "core/image/distance.h"
#include "core/image/morphology.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pollux::implant {

namespace {

constexpr double kSlab = 1; // mm behind the farthest voxel's centre
constexpr double kNothing = -std::numeric_limits<double>::infinity();

[[noreturn]] void empty()
{
    throw Error(ErrorCode::BadInput, "The bone has no voxels there.", "Segment it first.");
}

template <class Each>
void forVoxels(const Mask& mask, const Job& job, Each each)
{
    const IndexBox box = mask.box();
    const auto voxels = mask.boxVoxels();
    size_t n = 0;
    for (int k = box.min[2]; k < box.max[2]; ++k) {
        job.checkStop();
        for (int j = box.min[1]; j < box.max[1]; ++j)
            for (int i = box.min[0]; i < box.max[0]; ++i, ++n)
                if (voxels[n])
                    each(mask.grid().toPatient(i, j, k));
    }
}

/// Of the voxels that `taken` takes.
template <class Taken>
Vec3 placeOf(const Mask& bone, const Vec3& direction, const Job& job, Taken taken)
{
    double far = kNothing;
    forVoxels(bone, job, [&](const Vec3& p) {
        if (taken(p))
            far = std::max(far, p.dot(direction));
    });
    if (far == kNothing)
        empty();
    Vec3 mean = Vec3::Zero();
    double count = 0;
    const auto inSlab = [&](const Vec3& p) { return taken(p) && p.dot(direction) >= far - kSlab; };
    forVoxels(bone, job, [&](const Vec3& p) {
        if (inSlab(p)) {
            mean += p;
            ++count;
        }
    });
    mean /= count;
    Vec3 best = mean;
    double nearest = std::numeric_limits<double>::infinity();
    forVoxels(bone, job, [&](const Vec3& p) {
        if (inSlab(p) && (p - mean).squaredNorm() < nearest) {
            nearest = (p - mean).squaredNorm();
            best = p;
        }
    });
    return best;
}

} // namespace

const std::vector<std::string>& bonePlaceNames()
{
    static const std::vector<std::string> all{"lowest place of the bone",   "highest place of the bone",
                                              "foremost place of the bone", "hindmost place of the bone",
                                              "leftmost place of the bone", "rightmost place of the bone"};
    return all;
}

Vec3 towards(BonePlace place)
{
    switch (place) {
    case BonePlace::Lowest:
        return -Vec3::UnitZ();
    case BonePlace::Highest:
        return Vec3::UnitZ();
    case BonePlace::Foremost:
        return -Vec3::UnitY();
    case BonePlace::Hindmost:
        return Vec3::UnitY();
    case BonePlace::Leftmost:
        return Vec3::UnitX();
    case BonePlace::Rightmost:
        break;
    }
    return -Vec3::UnitX();
}

Vec3 bonePlace(const Mask& bone, BonePlace place, const Job& job)
{
    return placeOf(bone, towards(place), job, [](const Vec3&) { return true; });
}

std::vector<Vec3> bonePlaceOfBothSides(const Mask& bone, BonePlace place, const Job& job)
{
    if (bone.empty())
        empty();
    const double middle = bone.centroid().x();
    return {placeOf(bone, towards(place), job, [&](const Vec3& p) { return p.x() < middle; }),
            placeOf(bone, towards(place), job, [&](const Vec3& p) { return p.x() >= middle; })};
}

Vec3 deepestPlace(const Mask& bone, double close, const Job& job)
{
    if (bone.empty())
        empty();
    const Mask whole = fillHoles(pollux::close(bone, close, job.part(0, 0.4)), job.part(0.4, 0.6));
    return pollux::deepestPlace(whole, job.part(0.6, 1)).place;
}

} // namespace pollux::implant
