#pragma once

#include "core/mesh/rigid_fit.h"
#include "core/mesh/surface.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>
#include <utility>
#include <vector>

/// A scan of the jaw phantom's crowns, by their formula and not from voxels, open below, and where it belongs.
namespace crowns {

using namespace pollux;

/// The phantom's teeth: place along the arch and half the width, as in core/phantom/jaw.cpp.
inline constexpr std::array<std::array<double, 2>, 7> kTeeth{
    {{3, 2.6}, {9, 3}, {16, 3.4}, {23.3, 3.4}, {30.3, 3.4}, {39.5, 5.3}, {50.5, 5}}};
inline constexpr double kCrest = 13;

struct Scan
{
    std::vector<Vec3f> points;
    std::vector<Triangle> triangles;
    std::vector<bool> crown; ///< of each point; else gingiva

    Surface surface(const RigidPose& pose = {}) const { return moved(Surface(points, triangles), pose); }
};

/// A place beside the arch, which is y = -35 + x^2 / 15 by length from the middle; left is x > 0.
inline Vec3 beside(double s, double across, double z, bool left)
{
    static const std::vector<double> lengths = [] { // at x = 0, 0.001, ...
        std::vector<double> out{0};
        for (int n = 0; n < 40000; ++n)
            out.push_back(out.back() + 0.001 * std::hypot(1, 2 * (n + 0.5) * 0.001 / 15));
        return out;
    }();
    const double x = 0.001 * double(std::lower_bound(lengths.begin(), lengths.end(), s) - lengths.begin());
    const Vec3 tangent = Vec3(1, 2 * x / 15, 0).normalized();
    const Vec3 p = Vec3(x, -35 + x * x / 15, z) + across * Vec3(tangent.y(), -tangent.x(), 0);
    return left ? p : Vec3(-p.x(), p.y(), p.z());
}

/// Crowns from 2 mm above the crest on; with `gingiva` a skirt of 5 mm about each.
inline Scan scanOf(bool gingiva, double noise, int firstTooth = 0, bool bothSides = true)
{
    constexpr int kAround = 48, kRings = 20, kSkirt = 10;
    Scan scan;
    std::mt19937 random(3);
    std::normal_distribution<double> error(0, std::max(noise, 1e-12));
    for (const bool left : {true, false}) {
        if (!left && !bothSides)
            continue;
        for (int t = firstTooth; t < 7; ++t) {
            if (t == 5 && left)
                continue; // the missing one
            const double half = kTeeth[size_t(t)][1], wide = std::min(half, 4.2);
            const auto base = std::uint32_t(scan.points.size());
            const int rings = kRings + 1 + (gingiva ? kSkirt : 0);
            for (int ring = 0; ring < rings; ++ring) {
                // From the top down: the superellipse up^4 + size^4 = 1, to 1 mm above its widest; then outwards.
                const double lowest = std::asin(std::pow(1.0 / 8, 2)), most = std::numbers::pi / 2 - 0.01;
                const double phi = most + (lowest - most) * std::min(ring, kRings) / kRings;
                const double up = std::sqrt(std::sin(phi)), size = std::sqrt(std::cos(phi));
                const double beyond = 5.0 / kSkirt * std::max(0, ring - kRings);
                for (int a = 0; a < kAround; ++a) {
                    const double angle = 2 * std::numbers::pi * a / kAround;
                    // The skirt leaves the crown steeply downwards and then flat.
                    const double z = kCrest + 1 + 8 * up - 0.3 * beyond;
                    const Vec3 p = beside(kTeeth[size_t(t)][0] + (half * size + beyond) * std::cos(angle),
                                          (wide * size + beyond) * std::sin(angle), z, left) +
                                   noise * Vec3(error(random), error(random), error(random)) / std::max(noise, 1e-12);
                    scan.points.push_back(p.cast<float>());
                    scan.crown.push_back(ring <= kRings);
                }
            }
            const auto add = [&](std::uint32_t x, std::uint32_t y, std::uint32_t z) {
                scan.triangles.push_back(left ? Triangle{x, y, z} : Triangle{x, z, y});
            };
            for (std::uint32_t ring = 0; ring + 1 < std::uint32_t(rings); ++ring)
                for (std::uint32_t a = 0; a < kAround; ++a) {
                    const std::uint32_t b = (a + 1) % kAround, o = base + ring * kAround, u = o + kAround;
                    add(o + a, u + b, o + b);
                    add(o + a, u + a, u + b);
                }
        }
    }
    return scan;
}

/// Where the scanner's file lies: 10 degrees and 15 mm off.
inline RigidPose away()
{
    return turnAbout({0, -10, 15}, {1, -2, 1.5}, 10, {9, -10, 7});
}

/// Five cusps as somebody clicks on them, each 1 mm off: in the scanner's file and in the image.
inline std::pair<std::vector<Vec3>, std::vector<Vec3>> cusps()
{
    std::vector<Vec3> a, b;
    const std::array<Vec3, 5> off{Vec3(1, 0, 0), Vec3(0, -1, 0), Vec3(0, 0.8, 0.6), Vec3(-0.6, 0, 0.8),
                                  Vec3(-0.5, 0.5, -0.7)};
    int n = 0;
    for (const auto& [s, left] : {std::pair(3.0, true), {30.3, true}, {50.5, true}, {30.3, false}, {50.5, false}}) {
        b.push_back(beside(s, 0, kCrest + 9, left));
        a.push_back(away()(b.back()) + off[size_t(n++)]);
    }
    return {a, b};
}

/// Mean distance of the crowns' points from where they belong.
inline double meanError(const Scan& scan, const Surface& found)
{
    double sum = 0, count = 0;
    for (size_t n = 0; n < scan.points.size(); ++n)
        if (scan.crown[n]) {
            sum += double((found.points()[n] - scan.points[n]).norm());
            ++count;
        }
    return sum / count;
}

} // namespace crowns
