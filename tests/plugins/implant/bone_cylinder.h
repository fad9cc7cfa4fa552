#pragma once

#include "core/case/case.h"
#include "plugins/implant/screw_scene.h"
#include "tests/core/case/image_object.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

/// A bone that is a cylinder along y from 0 on, and a screw in it: bone beside it and chances of a breach are known.
namespace roundbone {

using namespace pollux;
using namespace pollux::implant;

inline constexpr double kRadius = 8, kLength = 60; ///< of the bone, mm
inline constexpr double kVessel = 12, kVesselRadius = 2;

/// The bone about x = 40 mm (`mirror` -1: -40), in voxels of 0.5 mm, and a vessel beside it: "ct", "bone", "vessel".
inline Case boneCase(double mirror)
{
    Grid g;
    g.size = {60, 160, 60};
    g.spacing = Vec3::Constant(0.5);
    g.origin = Vec3(mirror * 40 - 15, -10, -15);
    std::vector<std::int16_t> image(static_cast<size_t>(g.voxels()), -100);
    std::vector<std::uint8_t> bone(image.size()), vessel(image.size());
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i) {
                const Vec3 p = g.toPatient(i, j, k) - Vec3(mirror * 40, 0, 0);
                const auto n = static_cast<size_t>(g.offset(i, j, k));
                if (std::hypot(p.x(), p.z()) < kRadius && p.y() > 0 && p.y() < kLength) {
                    bone[n] = 1;
                    image[n] = 700;
                }
                // Beside the bone, on its outer side.
                vessel[n] = std::hypot(mirror * p.x() - kVessel, p.z()) < kVesselRadius;
            }
    Edit e;
    e.put(Id("ct"), test::ctObject(Volume(g, image)));
    Structure s;
    s.name = "Bone";
    s.anatomy = "vertebra";
    s.mask = std::make_shared<const Mask>(g, bone);
    e.put(Id("bone"), std::move(s));
    Structure w;
    w.name = "Vessel";
    w.mask = std::make_shared<const Mask>(g, vessel);
    e.put(Id("vessel"), std::move(w));
    return apply(Case(), e);
}

/// A screw so far beside the bone's axis and along it: bone beside it, and from it to the vessel.
inline double wallBeside(double shift, double diameter)
{
    return kRadius - shift - diameter / 2;
}
inline double toVessel(double shift, double diameter)
{
    return kVessel - shift - diameter / 2 - kVesselRadius;
}

/// The least bone beside a screw that starts on the axis and goes askew, by places on its side from `from` mm on.
inline double wallOfOblique(const BoneScrew& screw, const AxisPose& pose, double from, double axisX)
{
    double least = 1e9;
    for (const SurfaceSample& q : surfaceSamples(screw.body(), pose, 0.2, from, screw.length))
        least = std::min(least, kRadius - std::hypot(q.position.x() - axisX, q.position.z()));
    return least;
}

// For chances: the same about x = 0, 80 mm long, its distance exact beside it and at its ends.

inline constexpr double kLong = 80;

inline Grid wideGrid()
{
    Grid g;
    g.size = {76, 170, 76};
    g.spacing = Vec3::Constant(0.6);
    g.origin = Vec3(-22.5, -11, -22.5);
    return g;
}

inline Volume field(double radius)
{
    const Grid g = wideGrid();
    std::vector<float> v(static_cast<size_t>(g.voxels()));
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i) {
                const Vec3 p = g.toPatient(i, j, k);
                const double side = std::hypot(p.x(), p.z()) - radius, end = std::max(-p.y(), p.y() - kLong);
                v[static_cast<size_t>(g.offset(i, j, k))] =
                    float(side > 0 && end > 0 ? std::hypot(side, end) : std::max(side, end));
            }
    return Volume(g, std::move(v));
}

inline BoneScrew screw(double diameter = 6, double length = 45)
{
    BoneScrew s;
    s.diameter = diameter;
    s.length = s.threadLength = length;
    return s;
}

inline const AxisPose kAxis{Vec3::Zero(), Vec3::UnitY()};

/// Of a screw of 6 x 45 mm: places along it where the first and the last ring of it count.
inline constexpr double kFirst = 3.5, kLast = 42;

/// Share of a normal distribution above a value.
inline double above(double value, double mean, double sd)
{
    return std::erfc((value - mean) / sd / std::numbers::sqrt2) / 2;
}

/// Chance of a breach by more than `limit` mm where the error is at one end alone: its size decides, whatever the
/// direction. At the entry the first ring counts, half a diameter in; at the tip the last one before it narrows.
inline double breachByEntry(double limit, double mean, double sd)
{
    return above((wallBeside(0, 6) + limit) / (1 - kFirst / 45), mean, sd);
}
inline double breachByTip(double limit, double mean, double sd)
{
    return above((wallBeside(0, 6) + limit) / (kLast / 45), mean, sd);
}

/// With errors at both ends, by a dense rule: the axis is straight, so that it is farthest from the bone's at one of
/// its ends. `from`, `to`: shares of the length; `room`: mm.
inline double breachByDenseRule(const ExecutionError& e, double from, double to, double room)
{
    const int sizes = 240, angles = 180;
    double sum = 0, all = 0;
    for (int a = 0; a < sizes; ++a)
        for (int b = 0; b < sizes; ++b) {
            const double u = -5 + 10 * (a + 0.5) / sizes, v = -5 + 10 * (b + 0.5) / sizes;
            const double w = std::exp(-(u * u + v * v) / 2);
            const double r = std::max(e.platform + u * e.platformSd, 0.0), s = std::max(e.apex + v * e.apexSd, 0.0);
            int out = 0;
            for (int n = 0; n < angles; ++n) {
                const double c = std::cos(std::numbers::pi * (n + 0.5) / angles);
                const auto at = [&](double t) {
                    const double x = (1 - t) * r, y = t * s;
                    return std::sqrt(std::max(0.0, x * x + y * y + 2 * x * y * c));
                };
                out += at(from) > room || at(to) > room;
            }
            sum += w * out / angles;
            all += w;
        }
    return sum / all;
}

} // namespace roundbone
