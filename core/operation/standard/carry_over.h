#pragma once

#include "core/case/registration.h"
#include "core/image/mask.h"
#include "core/jobs/job.h"

#include <memory>
#include <optional>

namespace pollux {

/// Carries things of a registration's moving image over to its fixed one, and says how far that can be relied on.
class CarryOver
{
public:
    /// `fixed`: voxels of the fixed image. Keeps what it needs of the registration. Throws Error (Cancelled).
    CarryOver(const Registration& registration, const Grid& fixed, const Job& job);

    struct Carried
    {
        Mask mask;               ///< on the fixed image; empty if nothing of it lies there
        double outside = 0;      ///< 0..1: part of the original that lies beyond the fixed image
        double factor = 1;       ///< volume there divided by volume here, by the map's Jacobian (mean over the mask)
        std::int64_t folded = 0; ///< places of the field inside it that are turned inside out
    };
    /// Trilinear value of the mask at least one half, as register.carry has it. Throws Error (Cancelled).
    Carried operator()(const Mask& moving, const Job& job) const;
    /// Where the fixed image shows what lies at a point of the moving one (LPS, mm): the registration's inverse, to 0.1
    /// mm. nullopt if it has none there, or if that place is beyond the voxels of the fixed image.
    std::optional<Vec3> point(const Vec3& moving, const Job& job) const;

private:
    std::optional<Vec3> back(const Vec3& moving, const Job& job) const;
    bool inside(const Vec3& p) const;
    double partOutside(const Mask& moving, const Job& job) const;
    void lookAtJacobian(Carried& carried) const;

    AffineMap m_map;
    std::shared_ptr<const DisplacementField> m_field; ///< of an affine registration: on the corners of the fixed image
    bool m_affine;
    Grid m_fixed;
    Volume m_jacobian; ///< empty if affine
};

} // namespace pollux
