#include "plugins/implant/implant_load.h"

#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/operation/plan_parts.h"
#include "core/solid/revolved.h"
#include "plugins/implant/stress_model.h"

#include <Eigen/Geometry>

#include <cmath>
#include <numbers>

namespace pollux::implant {

namespace {

// As implant.stress declares them.
constexpr double kMostForce = 2000; // N
constexpr double kMostHeight = 20;  // mm
constexpr double kDegree = std::numbers::pi / 180;

/// Towards a side, and a quarter turn on: from the patient's left towards the front for an implant that stands upright.
std::pair<Vec3, Vec3> basis(const Vec3& axis, const Vec3& side)
{
    const Vec3 part = side - side.dot(axis) * axis;
    const Vec3 first = part.norm() > 1e-6 ? Vec3(part.normalized()) : acrossOf(axis);
    return {first, (axis.z() <= 0 ? axis : Vec3(-axis)).cross(first)};
}

} // namespace

Vec3 acrossTowards(const Vec3& axis, const Vec3& side, double turn)
{
    const auto [first, second] = basis(axis, side);
    return std::cos(turn * kDegree) * first + std::sin(turn * kDegree) * second;
}

Vec3 acrossTowards(const Vec3& axis, double direction)
{
    return acrossTowards(axis, Vec3::UnitX(), direction);
}

double directionOf(const Vec3& axis, const Vec3& across)
{
    const auto [first, second] = basis(axis, Vec3::UnitX());
    return std::atan2(across.dot(second), across.dot(first)) / kDegree;
}

ImplantLoad loadOf(const StressSetup& setup, const Vec3& axis)
{
    ImplantLoad load;
    load.axial = setup.load.force.dot(axis);
    const Vec3 across = setup.load.force - load.axial * axis;
    const Vec3 moment = setup.load.momentInAll(axis);
    const double none = 1e-9 * (setup.load.force.norm() + setup.load.moment.norm());
    if (across.norm() > none)
        load.bending = across.norm();
    if (moment.norm() > none)
        load.moment = moment.norm();
    if (load.bending > 0 || load.moment > 0)
        load.direction = directionOf(axis, load.bending > 0 ? across : Vec3(axis.cross(moment)));
    return load;
}

elasticity::Voigt amountsOf(const UnitSolutions& units, const ImplantLoad& load, const Vec3& axis)
{
    const Vec3 across = acrossTowards(axis, load.direction);
    elasticity::Voigt out;
    out << units.axes.transpose() * (load.axial * axis + load.bending * across),
        units.axes.transpose() * (-load.moment * axis.cross(across));
    return out;
}

Findings checkLoad(const ImplantLoad& load)
{
    Findings out;
    if (load.none())
        out.push_back(finding(Severity::Stop, "stress.no-load", "There is no load, so there is no stress.",
                              "Give a force above 0."));
    if (std::hypot(load.axial, load.bending) > kMostForce)
        out.push_back(finding(Severity::Stop, "load.large",
                              filled("The load is larger than %1 N.", {toText(kMostForce, 0)}), "Give a smaller one."));
    return out;
}

ParamValues valuesOf(const ImplantLoad& load)
{
    const double size = std::hypot(load.axial, load.bending);
    ParamValues v;
    v.set("force", load.axial < 0 ? -size : size);
    v.set("oblique", std::atan2(load.bending, std::fabs(load.axial)) / kDegree);
    v.set("towards", std::string("patient's left"));
    // A load that pulls leans the other way, for its sign turns both of its parts.
    v.set("turn", std::remainder(load.direction + (load.axial < 0 ? 180 : 0), 360.0));
    // As the height of the load where there is such a height, else besides it.
    const bool high = load.bending > 0 && load.moment <= kMostHeight * load.bending;
    v.set("load_height", high ? load.moment / load.bending : 0.0);
    v.set("moment", high ? 0.0 : load.moment);
    return v;
}

} // namespace pollux::implant
