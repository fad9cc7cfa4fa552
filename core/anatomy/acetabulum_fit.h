#pragma once

#include "core/anatomy/bone_fit.h"

#include <optional>
#include <vector>

namespace pollux::detail {

/// The socket of a hip as it is found in the surface of a pelvis.
struct AcetabulumFit
{
    SphereFit sphere;
    double share = 0;          ///< of the whole sphere that its samples cover
    bool cut = false;          ///< the image ends at samples of it
    Vec3 dome = Vec3::UnitX(); ///< unit, from the centre amid the samples
    struct Rim
    {
        Vec3 centre = Vec3::Zero(); ///< where the axis through the sphere's centre meets its plane
        Vec3 axis = Vec3::UnitX();  ///< unit, normal of the plane, out of the socket
        double radius = 0;          ///< mm, of the rim's points about the axis
        double rmsMm = 0;           ///< of those that count
        double around = 0;          ///< share of the directions about the axis at which there is a rim
        bool cut = false;
    };
    std::optional<Rim> rim;
};

/// Sphere (least squares that outliers do not pull) to what of the bones' surface is hollow towards `guess`, in rounds,
/// from `near` to `far` mm off it at first; then its rim: in 72 directions about the axis the last place where bone
/// lies within 1 mm inside and 4 mm outside of the sphere, from the dome on; plane through these, in rounds. nullopt
/// where no sphere of 16 to 40 mm is found.
std::optional<AcetabulumFit> fitAcetabulum(const std::vector<const BoneShape*>& bones, const Vec3& guess, double near,
                                           double far, const Job& job);

} // namespace pollux::detail
