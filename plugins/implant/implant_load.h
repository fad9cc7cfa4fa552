#pragma once

#include "core/case/finding.h"
#include "core/params/param.h"
#include "plugins/implant/stress_units.h"

namespace pollux::implant {

struct StressSetup;

/// A load on an implant as it is thought of at the chair: what presses along the axis, what bends across it, and a
/// moment in the plane of that bending (as from a crown above the place that the load acts on).
struct ImplantLoad
{
    double axial = 0;     ///< N, towards the apex; below 0 it pulls
    double bending = 0;   ///< N, at right angles to the axis, not below 0
    double direction = 0; ///< degrees, of the bending: 0 to the patient's left, 90 to the front, 180 to the right
    double moment = 0;    ///< N mm, about the middle of what is loaded, not below 0

    bool none() const { return axial == 0 && bending == 0 && moment == 0; }
    bool operator==(const ImplantLoad&) const = default;
};

/// Unit vector at right angles to the axis, as near to `side` as that is (if it lies along the axis: any), then turned
/// about the axis by degrees, in the sense of ImplantLoad's direction.
Vec3 acrossTowards(const Vec3& axis, const Vec3& side, double turn);
/// Unit vector at right angles to the axis in a direction of ImplantLoad, and the direction of a vector.
Vec3 acrossTowards(const Vec3& axis, double direction);
double directionOf(const Vec3& axis, const Vec3& across);

/// The load of a setup on an implant along `axis`.
ImplantLoad loadOf(const StressSetup& setup, const Vec3& axis);
/// Of the six unit loads.
elasticity::Voigt amountsOf(const UnitSolutions& units, const ImplantLoad& load, const Vec3& axis);

/// Whether implant.stress can compute it. Stops say what to do.
Findings checkLoad(const ImplantLoad& load);
/// The parameters of implant.stress that say this load: for a load that checkLoad() lets pass.
ParamValues valuesOf(const ImplantLoad& load);

} // namespace pollux::implant
