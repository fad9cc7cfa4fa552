#pragma once

#include "core/anatomy/joint_angles.h"
#include "tests/core/anatomy/analytic_bones.h"

/// A pelvis made of spheres and capsules: its landmarks are known. Local coordinates: x anterior, y proximal, z to the
/// patient's right, origin amid the anterior spines; the anterior pelvic plane is x = 0.
namespace bones {

inline const Vec3 kAsis(0, 0, 118), kTubercle(0, -85, 25), kPsis(-156, -5, 45), kSocket(-50, -75, 88);
inline constexpr double kSocketRadius = 26, kSocketWall = 8;

/// Of each side: its socket's opening, radiographic.
struct Pelvis
{
    CupAngles right{45, 20}, left{40, 10};
    bool fossa = false; ///< a deeper ground and a notch in the rim below

    JointFrame frame(Side side) const // in local coordinates
    {
        JointFrame f;
        f.side = side;
        return f;
    }
    Vec3 axis(Side side) const { return cupAxis(frame(side), side == Side::Right ? right : left); }
    Vec3 place(Vec3 p, Side side) const
    {
        if (side == Side::Left)
            p.z() = -p.z();
        return p;
    }

    bool half(const Vec3& at, Side side) const
    {
        const Vec3 p = place(at, side), n = place(axis(side), side), d = p - kSocket;
        const double r = d.norm();
        if (r < kSocketRadius)
            return false;
        if (fossa) {
            const Vec3 down = (-Vec3::UnitY() + n * n.y()).normalized();
            const double below = d.dot(down), deep = -d.dot(n);
            const double beside = (d - below * down + deep * n).norm();
            // From the ground to the notch, 20 mm wide.
            if (beside < 10 && r < kSocketRadius + 5 && deep > -5 && below > -8)
                return false;
        }
        return (r < kSocketRadius + kSocketWall && d.dot(n) < 0) ||
               capsule(p, Vec3(-6, 0, 118), Vec3(-50, 50, 130), 6) ||
               capsule(p, Vec3(-50, 50, 130), Vec3(-150, -5, 45), 6) ||
               capsule(p, Vec3(-8, -4, 116), Vec3(-45, -40, 95), 6) ||
               capsule(p, Vec3(-145, -8, 45), Vec3(-75, -60, 75), 6) ||
               capsule(p, Vec3(-45, -78, 58), Vec3(-6, -85, 25), 6) ||
               capsule(p, Vec3(-6, -85, 25), Vec3(-14, -100, 8), 6) ||
               capsule(p, Vec3(-72, -100, 68), Vec3(-85, -150, 60), 8) ||
               capsule(p, Vec3(-85, -150, 60), Vec3(-14, -100, 8), 5);
    }
    bool femur(const Vec3& at, Side side) const
    {
        const Vec3 p = place(at, side) - kSocket + kHead;
        return p.y() > -120 && proximalFemur(p);
    }
};

/// A grid about a pelvis that is posed, of these voxels; `low` and `high`: local box that it covers at least.
inline Grid pelvisGrid(const Pose& pose, const Vec3& spacing, const Vec3& low = Vec3(-168, -200, -155),
                       const Vec3& high = Vec3(12, 70, 155))
{
    Vec3 a = Vec3::Constant(1e9), b = -a;
    for (int n = 0; n < 8; ++n) {
        const Vec3 p =
            pose.toPatient(Vec3(n & 1 ? high.x() : low.x(), n & 2 ? high.y() : low.y(), n & 4 ? high.z() : low.z()));
        a = a.cwiseMin(p);
        b = b.cwiseMax(p);
    }
    return grid(a, b, spacing, Vec3(0.31, 0.67, 0.43));
}

} // namespace bones
