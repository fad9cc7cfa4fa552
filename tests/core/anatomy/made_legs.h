#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <vector>

// Legs of implicit shapes with known bones. Signed distances in mm, negative inside, in a frame of the leg: u to the
// outer side, y to the back, z up; the joint is at 0.
namespace made {

using pollux::Grid;
using pollux::Mask;
using pollux::Vec3;
using pollux::Volume;

using Shape = std::function<double(const Vec3&)>;

inline double capsule(const Vec3& p, const Vec3& a, const Vec3& b, double r)
{
    const Vec3 ab = b - a;
    const double t = std::clamp((p - a).dot(ab) / ab.squaredNorm(), 0.0, 1.0);
    return (p - a - t * ab).norm() - r;
}
/// A near value: exact on the surface and to first order beside it.
inline double ellipsoid(const Vec3& p, const Vec3& c, const Vec3& r)
{
    const Vec3 q = (p - c).cwiseQuotient(r);
    const double k = q.norm(), g = q.cwiseQuotient(r).norm();
    return g < 1e-9 ? -r.minCoeff() : k * (k - 1) / g;
}
inline double roundBox(const Vec3& p, const Vec3& c, const Vec3& half, double round)
{
    const Vec3 q = (p - c).cwiseAbs() - half + Vec3::Constant(round);
    return q.cwiseMax(0.0).norm() + std::min(q.maxCoeff(), 0.0) - round;
}
inline double cone(const Vec3& p, double z0, double r0, double z1, double r1)
{
    const double t = std::clamp((p.z() - z0) / (z1 - z0), 0.0, 1.0);
    return std::max(std::hypot(p.x(), p.y()) - (r0 + t * (r1 - r0)), std::max(z0 - p.z(), p.z() - z1));
}

inline std::map<std::string, Shape> ankle()
{
    std::map<std::string, Shape> s;
    // The dome is a cylinder across; the plafond goes 3 mm above it.
    const auto dome = [](const Vec3& p, double r) { return std::hypot(p.y(), p.z() + 18) - r; };
    s["tibia"] = [=](const Vec3& p) {
        const double end = std::min(cone(p, -2, 17, 40, 11), capsule(p, Vec3(0, 0, 38), Vec3(0, 0, 400), 11));
        return std::min(std::max(end, -dome(p, 21)), capsule(p, Vec3(-16, 0, 10), Vec3(-16.5, 0, -12), 4.5));
    };
    s["fibula"] = [](const Vec3& p) { return capsule(p, Vec3(25.5, 4, 400), Vec3(22, 4, -18), 5.5); };
    s["talus"] = [=](const Vec3& p) {
        const double body = std::max({dome(p, 18), std::abs(p.x() + 0.5) - 9.5, -30 - p.z()});
        return std::min(body, ellipsoid(p, Vec3(0, -20, -22), Vec3(9.5, 15, 9)));
    };
    s["calcaneus"] = [](const Vec3& p) { return ellipsoid(p, Vec3(0, 18, -48.5), Vec3(13, 34, 15.5)); };
    s["bone"] = [](const Vec3& p) { return ellipsoid(p, Vec3(0, -45, -24), Vec3(11, 7, 11)); };
    return s;
}

inline std::map<std::string, Shape> knee()
{
    std::map<std::string, Shape> s;
    s["femur"] = [](const Vec3& p) {
        return std::min(
            {ellipsoid(p, Vec3(-22, 5, 21), Vec3(17, 28, 21)), ellipsoid(p, Vec3(22, 5, 21), Vec3(17, 28, 21)),
             ellipsoid(p, Vec3(0, 0, 36), Vec3(32, 22, 22)), capsule(p, Vec3(0, 0, 40), Vec3(0, 0, 400), 14)});
    };
    s["tibia"] = [](const Vec3& p) {
        return std::min(roundBox(p, Vec3(0, 2, -22.5), Vec3(36, 24, 20), 14),
                        capsule(p, Vec3(0, 2, -35), Vec3(0, 2, -400), 12));
    };
    s["fibula"] = [](const Vec3& p) { return capsule(p, Vec3(40.5, 25, -25), Vec3(40.5, 25, -400), 6); };
    s["patella"] = [](const Vec3& p) { return ellipsoid(p, Vec3(0, -35.5, 27), Vec3(20, 9, 21)); };
    return s;
}

inline std::map<std::string, Shape> hip()
{
    std::map<std::string, Shape> s;
    const Vec3 head(90, 0, 0), down = Vec3(0.75, 0, -0.66).normalized();
    s["femur"] = [=](const Vec3& p) {
        return std::min({(p - head).norm() - 23, capsule(p, head, Vec3(132, 5, -36), 13),
                         ellipsoid(p, Vec3(135, 8, -28), Vec3(17, 17, 20)),
                         capsule(p, Vec3(132, 5, -36), Vec3(122, 5, -400), 14)});
    };
    s["pelvis"] = [=](const Vec3& p) {
        const double socket = std::max({(p - head).norm() - 36, 25.5 - (p - head).norm(), (p - head).dot(down) - 3});
        return std::min({socket, std::max(ellipsoid(p, Vec3(86, 10, 66), Vec3(12, 34, 44)), 26 - (p - head).norm()),
                         std::max(capsule(p, Vec3(62, -8, 0), Vec3(8, -25, -22), 7), 2 - p.x())});
    };
    return s;
}

struct Options
{
    std::string joint = "ankle";
    bool left = false, right = true;
    double half = 55; ///< mm of the middle of a leg from the middle of the body; 0 for a hip
    Vec3 spacing{1, 1, 1};
    double low = -75, high = 110; ///< mm of z that the image shows
    bool touching = false;        ///< bridges of bone in the joints
    bool feetFirst = false;       ///< slices from the head down, rows from left to right
    std::uint32_t seed = 7;
};

struct Legs
{
    Volume ct;
    std::map<std::string, Mask> bones; ///< "tibia-left", ...
};

inline Legs make(const Options& o)
{
    const std::map<std::string, Shape> shapes = o.joint == "knee" ? knee() : o.joint == "hip" ? hip() : ankle();
    const double outer = o.joint == "hip" ? 175 : o.half + 70, depth = 75;
    Grid g;
    g.spacing = o.spacing;
    const double x0 = o.right ? -outer : o.joint == "hip" ? -20 : o.half - 60;
    const double x1 = o.left ? outer : o.joint == "hip" ? 20 : 60 - o.half;
    g.origin = Vec3(x0, -depth, o.low);
    const Vec3 extent(x1 - x0, 2 * depth, o.high - o.low);
    for (int a = 0; a < 3; ++a)
        g.size[a] = int(extent[a] / g.spacing[a]) + 1;
    if (o.feetFirst) {
        g.direction.col(0) *= -1;
        g.direction.col(2) *= -1;
        g.origin = Vec3(x0 + (g.size[0] - 1) * g.spacing[0], -depth, o.low + (g.size[2] - 1) * g.spacing[2]);
    }
    std::vector<std::int16_t> v(std::size_t(g.voxels()));
    std::map<std::string, std::vector<std::uint8_t>> truth;
    std::uint32_t random = o.seed;
    const auto noise = [&] {
        double sum = 0;
        for (int n = 0; n < 4; ++n) {
            random = random * 1664525U + 1013904223U;
            sum += double(random >> 8) / double(1U << 24) - 0.5;
        }
        return 35 * sum; // a standard deviation of 20
    };
    const auto share = [](double d) { return std::clamp(0.5 - d, 0.0, 1.0); };
    const int layers = std::max(1, int(std::lround(g.spacing[2])));
    std::size_t at = 0;
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i, ++at) {
                double value = 0;
                for (int layer = 0; layer < layers; ++layer) {
                    const Vec3 p = g.toPatient(Vec3(i, j, k + (layer + 0.5) / layers - 0.5));
                    const bool left = o.left && (!o.right || p.x() > 0);
                    const Vec3 local((left ? 1 : -1) * p.x() - (o.joint == "hip" ? 0 : o.half), p.y(), p.z());
                    double nearest = 1e9;
                    std::string which;
                    for (const auto& [key, shape] : shapes)
                        if (const double d = shape(local); d < nearest) {
                            nearest = d;
                            which = key;
                        }
                    if (layer == layers / 2 && nearest < 0) {
                        auto& bits = truth[which + (left ? "-left" : "-right")];
                        bits.resize(v.size());
                        bits[at] = 1;
                    }
                    if (o.touching && o.joint == "ankle")
                        nearest = std::min({nearest, capsule(local, Vec3(4, 3, -2), Vec3(4, 3, 6), 2),
                                            capsule(local, Vec3(2, 8, -25), Vec3(2, 8, -40), 2)});
                    const double bone = share(nearest), marrow = share(nearest + 2);
                    const double flesh = nearest < 16 ? 50 : -1000;
                    value += (marrow * 60 + (bone - marrow) * 900 + (1 - bone) * flesh) / layers;
                }
                v[at] = std::int16_t(value + noise());
            }
    Legs out{Volume(g, std::move(v)), {}};
    for (const auto& [key, bits] : truth)
        out.bones[key] = Mask(g, bits);
    return out;
}

} // namespace made
