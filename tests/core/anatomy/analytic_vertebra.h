#pragma once

#include "analytic_bones.h"

/// A vertebra of an elliptic cylinder, two elliptic tubes and a ring: its pedicles' axes and widths are known. Local
/// coordinates as in analytic_bones.h, origin amid the body.
namespace bones {

inline constexpr double kBodyHalf = 13, kPedicleHalfWidth = 4, kPedicleHalfHeight = 7, kConverge = 15;
inline const Vec3 kIsthmus(-23, 4, 14.8); ///< on the axis of the right pedicle

/// x of the middle of the body's section: an ellipse, and behind it what fills it up to the canal.
inline constexpr double kBodyMiddle = -1.1;

/// Unit, forwards; s: +1 right, -1 left.
inline Vec3 pedicleAxis(double s)
{
    return {std::cos(kConverge * M_PI / 180), 0, -s * std::sin(kConverge * M_PI / 180)};
}
inline Vec3 pediclePoint(double s)
{
    return {kIsthmus.x(), kIsthmus.y(), s * kIsthmus.z()};
}

inline bool vertebra(const Vec3& p)
{
    if (std::pow((p.x() + 26) / 8, 2) + std::pow(p.z() / 9.5, 2) < 1)
        return false; // the canal
    const bool level = std::fabs(p.y()) < kBodyHalf;
    if (level &&
        (std::pow(p.x() / 17, 2) + std::pow(p.z() / 22, 2) < 1 || (p.x() > -18 && p.x() < 0 && std::fabs(p.z()) < 16)))
        return true;
    for (const double s : {-1.0, 1.0}) {
        const Vec3 d = p - pediclePoint(s), axis = pedicleAxis(s);
        const double along = d.dot(axis), aside = d.dot(Vec3(-axis.z(), 0, axis.x()));
        if (along > -14 && along < 10 &&
            std::pow(aside / kPedicleHalfWidth, 2) + std::pow(d.y() / kPedicleHalfHeight, 2) < 1)
            return true;
        if (ellipsoid(p, Vec3(-36, 0, s * 17), Vec3(6, 14, 7)) ||
            capsule(p, Vec3(-34, 2, s * 18), Vec3(-39, 3, s * 40), 4))
            return true;
    }
    const double ring = std::pow((p.x() + 26) / 15, 2) + std::pow(p.z() / 20, 2);
    if (p.x() < -30 && ring < 1 && p.y() > -10 && p.y() < 8)
        return true;
    return p.x() > -70 && p.x() < -36 && std::fabs(p.z()) < 3.5 && p.y() > -14 && p.y() < 2;
}

/// Where the axis of a pedicle leaves the bone behind and in front.
inline std::pair<Vec3, Vec3> pedicleEnds(double s)
{
    const Vec3 from = pediclePoint(s), axis = pedicleAxis(s);
    double back = 0, front = 0;
    while (vertebra(from - back * axis))
        back += 0.01;
    while (vertebra(from + front * axis))
        front += 0.01;
    return {from - back * axis, from + front * axis};
}

} // namespace bones
