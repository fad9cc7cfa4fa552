#pragma once

#include "core/mesh/locator.h"
#include "core/phantom/jaw.h"
#include "plugins/implant/drill_guide.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <stdexcept>
#include <utility>
#include <vector>

/// Drill guides whose measures are known: on a tooth like a ball, and with a pin and a window on the jaw phantom.
namespace guides {

using namespace pollux;
using namespace pollux::implant;

inline PlacedImplant straight(const Vec3& platform, const Vec3& axis = -Vec3::UnitZ())
{
    PlacedImplant p;
    p.pose = {platform, axis.normalized()};
    return p;
}

inline GuideImplant at(const char* id, const Vec3& platform, const Vec3& axis = -Vec3::UnitZ())
{
    return {Id(id), id, straight(platform, axis)};
}

/// A body of distances as a mask, in a cube of 30 mm.
template <class F>
Mask maskOf(double h, F&& inside)
{
    Grid g;
    const int n = static_cast<int>(30 / h);
    g.size = {n, n, n};
    g.spacing = Vec3::Constant(h);
    g.origin = Vec3::Constant(-15 + h / 2);
    std::vector<std::uint8_t> v;
    for (int k = 0; k < n; ++k)
        for (int j = 0; j < n; ++j)
            for (int i = 0; i < n; ++i)
                v.push_back(inside(g.toPatient(i, j, k)));
    return Mask(g, v);
}

/// A tooth like a ball of 4 mm about the origin; the guide reaches 3 mm below its equator.
inline GuideInputs ballGuide()
{
    GuideInputs in;
    in.implants = {at("implant-1", Vec3(9, 0, -4))};
    in.teeth = {maskOf(0.25, [](const Vec3& p) { return p.norm() < 4; })};
    in.settings.margin = 7;
    in.settings.reach = 12;
    return in;
}

/// Of a guide about that ball, on the side away from the sleeve, mm: 4.1 (the gap is 0.1) and 7.1 (3 thick). Below the
/// equator it goes straight down, so that it can be lifted off.
struct BallShell
{
    double inner = 1e9, innerBelow = 1e9, outer = 0;
};
inline BallShell shellOf(const Surface& body)
{
    BallShell s;
    for (const Vec3f& f : body.points()) {
        const Vec3 p = f.cast<double>();
        if (p.x() > 0)
            continue; // the sleeve's side
        s.inner = std::min(s.inner, p.norm());
        if (p.z() < -0.5) {
            s.innerBelow = std::min(s.innerBelow, std::hypot(p.x(), p.y()));
            s.outer = std::max(s.outer, std::hypot(p.x(), p.y()));
        }
    }
    return s;
}

/// Least and most distance from an axis to the body, square to it.
inline std::pair<double, double> radii(const SurfaceLocator& body, const Vec3& middle, const Vec3& axis)
{
    const Vec3 x = acrossOf(axis), y = axis.cross(x);
    double least = 1e9, most = 0;
    for (int a = 0; a < 48; ++a) {
        const double t = 2 * std::numbers::pi * a / 48;
        const auto hit = body.firstHit(middle, middle + 4 * (std::cos(t) * x + std::sin(t) * y));
        const double r = hit ? (hit->point - middle).norm() : 1e9;
        least = std::min(least, r);
        most = std::max(most, r);
    }
    return {least, most};
}

/// Away from the teeth, level, at the phantom's gap.
inline Vec3 outwardsOf(const Jaw& jaw)
{
    const Vec3 across = jaw.gapTangent.cross(Vec3::UnitZ()).normalized();
    return across.dot(jaw.gapCrest - jaw.masks.at("tooth").centroid()) > 0 ? across : Vec3(-across);
}

/// Of the teeth, above a place.
inline Vec3 toothTop(const Jaw& jaw, const Vec3& place)
{
    const Mask& teeth = jaw.masks.at("tooth");
    for (int k = teeth.box().max[2] - 1; k >= teeth.box().min[2]; --k) {
        const Vec3 at = teeth.grid().toIndex(Vec3(place.x(), place.y(), 0));
        if (teeth.at(int(std::lround(at.x())), int(std::lround(at.y())), k))
            return {place.x(), place.y(), teeth.grid().toPatient(0, 0, k).z()};
    }
    throw std::runtime_error("no tooth there");
}

/// Where a pin goes through the guide beside the gap, and a tooth that a window shows.
inline Vec3 pinPlace(const Jaw& jaw)
{
    return jaw.gapCrest + 3.4 * jaw.gapTangent + (jaw.halfWidthAt(6) + 2) * outwardsOf(jaw) - 6 * Vec3::UnitZ();
}
inline Vec3 windowPlace(const Jaw& jaw)
{
    return toothTop(jaw, jaw.gapCrest + 9 * jaw.gapTangent);
}

} // namespace guides
