#pragma once

#include "core/anatomy/joint_frames.h"
#include "core/image/mask.h"

#include <Eigen/Geometry>

#include <cmath>
#include <cstdint>
#include <functional>

/// Bones made of spheres, ellipsoids, cylinders: their landmarks are known. Local coordinates of a right bone: x
/// anterior, y proximal, z to the right (laterally); a pose puts them into the patient.
namespace bones {

using namespace pollux;
using Inside = std::function<bool(const Vec3&)>;

struct Pose
{
    Mat3 turn = Mat3::Identity(); ///< in the patient, before mirroring
    Vec3 shift = Vec3::Zero();
    bool left = false;

    Mat3 axes() const
    {
        Mat3 m;
        m << Vec3(0, -1, 0), Vec3(0, 0, 1), Vec3(-1, 0, 0);
        return turn * m;
    }
    Vec3 mirror(Vec3 p) const
    {
        if (left)
            p.x() = -p.x();
        return p;
    }
    Vec3 toPatient(const Vec3& local) const { return mirror(axes() * local + shift); }
    Vec3 toLocal(const Vec3& p) const { return axes().transpose() * (mirror(p) - shift); }
    Vec3 direction(const Vec3& local) const { return mirror(axes() * local); }
    Side side() const { return left ? Side::Left : Side::Right; }
};

inline bool ellipsoid(const Vec3& p, const Vec3& c, const Vec3& r)
{
    return (p - c).cwiseQuotient(r).squaredNorm() < 1;
}

inline bool capsule(const Vec3& p, const Vec3& a, const Vec3& b, double r)
{
    const double t = std::clamp((p - a).dot(b - a) / (b - a).squaredNorm(), 0.0, 1.0);
    return (p - a - t * (b - a)).norm() < r;
}

// Ankle: the plafond's highest line at the origin.
inline constexpr double kDome = 20.7, kGap = 2.5, kHalfWidth = 14;
inline const Vec3 kDomeCentre(0, -(kDome + kGap), 0), kMm(2, -17, -22), kLm(-6, -26, 24);

inline bool tibia(const Vec3& p)
{
    const double r = 10 + 10 * std::exp(-std::max(0.0, p.y()) / 18);
    const bool under = std::hypot(p.x(), p.y() - kDomeCentre.y()) < kDome + kGap && std::fabs(p.z()) < 16;
    const bool shaft = p.y() > -5 && std::pow(p.x() / (0.95 * r), 2) + std::pow(p.z() / r, 2) < 1;
    return (shaft && !under) || ellipsoid(p, Vec3(2, -5, -22), Vec3(9, 12, 6));
}
inline bool fibula(const Vec3& p)
{
    return capsule(p, Vec3(-8, -10, 24), Vec3(-8, 400, 24), 5.5) || ellipsoid(p, Vec3(-6, -14, 24), Vec3(9, 12, 5.5));
}
inline bool talus(const Vec3& p)
{
    const bool dome =
        std::hypot(p.x(), p.y() - kDomeCentre.y()) < kDome && p.y() > -28 && std::fabs(p.z()) < kHalfWidth;
    return dome || capsule(p, Vec3(8, -24, 0), Vec3(30, -26, -5), 8) ||
           ellipsoid(p, Vec3(30, -26, -5), Vec3(9, 11, 12));
}

// Knee: the plateau at y = 0, the condyles of the femur down to y = 0 of their own.
inline bool proximalTibia(const Vec3& p)
{
    if (p.y() > 0)
        return ellipsoid(p, Vec3(-2, 0, 0), Vec3(8, 9, 9)); // spines
    const double s = std::exp(-std::pow(p.y() / 22, 2));
    return std::pow(p.x() / (12 + 13 * s), 2) + std::pow(p.z() / (13 + 24 * s), 2) < 1 ||
           ellipsoid(p, Vec3(14, -38, 3), Vec3(8, 8, 8));
}
inline const Vec3 kTuberosity = Vec3(14, -38, 3) + 8 * Vec3(14, 0, 3).normalized();

inline bool distalFemur(const Vec3& p)
{
    return ellipsoid(p, Vec3(-5, 25, -22), Vec3(28, 25, 17)) || ellipsoid(p, Vec3(-5, 26, 22), Vec3(28, 26, 16)) ||
           ellipsoid(p, Vec3(5, 35, 0), Vec3(20, 22, 30)) || (p.y() > 35 && std::hypot(p.x(), p.z()) < 14);
}

// Hip.
inline const Vec3 kHead(8, 0, -45), kNeckFoot(0, -40, 0);
inline bool proximalFemur(const Vec3& p)
{
    return ellipsoid(p, kHead, Vec3(24, 24, 24)) || capsule(p, kHead, kNeckFoot, 15) ||
           (p.y() < -38 && std::hypot(p.x(), p.z()) < 15) || ellipsoid(p, Vec3(-3, -18, 14), Vec3(16, 22, 13));
}

/// A grid about a box of patient coordinates; `phase` shifts it by parts of a voxel.
inline Grid grid(const Vec3& low, const Vec3& high, const Vec3& spacing, const Vec3& phase)
{
    Grid g;
    g.spacing = spacing;
    g.origin = low + phase.cwiseProduct(spacing);
    for (int a = 0; a < 3; ++a)
        g.size[size_t(a)] = int((high - low)[a] / spacing[a]);
    return g;
}

/// `rough`: each voxel is asked at a place that far off, mm, as noise does to a threshold.
template <class Shape>
inline Mask mask(const Grid& g, const Pose& pose, const Shape& inside, double rough = 0)
{
    std::vector<std::uint8_t> v(size_t(g.voxels()));
    std::uint32_t state = 12345;
    const auto next = [&] {
        state = state * 1664525u + 1013904223u;
        return double(state >> 8) / double(1 << 24) - 0.5;
    };
    const Vec3 first = pose.toLocal(g.origin);
    const Vec3 di = pose.toLocal(g.toPatient(1, 0, 0)) - first, dj = pose.toLocal(g.toPatient(0, 1, 0)) - first,
               dk = pose.toLocal(g.toPatient(0, 0, 1)) - first;
    size_t n = 0;
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i, ++n) {
                Vec3 p = first + i * di + j * dj + k * dk;
                if (rough > 0)
                    p += 2 * rough * Vec3(next(), next(), next());
                v[n] = inside(p);
            }
    return Mask(g, v);
}

} // namespace bones
