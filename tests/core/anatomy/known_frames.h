#pragma once

#include "core/anatomy/joint_angles.h"
#include "core/anatomy/joint_frames.h"

#include <Eigen/Geometry>

#include <cmath>
#include <utility>
#include <vector>

/// Frames of bones and poses of joints that are known by hand. A patient who lies straight, LPS, mm.
namespace frames {

using namespace pollux;

inline constexpr double kDeg = M_PI / 180;

// What is anterior, proximal and right of a patient.
inline const Vec3 kFront(0, -1, 0), kUp(0, 0, 1), kRight(-1, 0, 0);

inline Vec3 mirrored(const Vec3& p)
{
    return Vec3(-p.x(), p.y(), p.z());
}

inline Mat3 turn(double degrees, const Vec3& axis)
{
    return Eigen::AngleAxisd(degrees * kDeg, axis).toRotationMatrix();
}

inline Mat3 patientAxes()
{
    Mat3 m;
    m << kFront, kUp, kRight;
    return m;
}

/// A right frame with given axes.
inline JointFrame rightFrame(const Mat3& axes, const Vec3& origin = Vec3::Zero())
{
    JointFrame f;
    f.axes = axes;
    f.origin = origin;
    return f;
}

/// The same bone on the other side.
inline JointFrame mirrored(const JointFrame& f)
{
    JointFrame m = f;
    m.side = f.side == Side::Right ? Side::Left : Side::Right;
    m.origin = mirrored(f.origin);
    m.axes.col(0) = mirrored(Vec3(f.axes.col(0)));
    m.axes.col(1) = mirrored(Vec3(f.axes.col(1)));
    m.axes.col(2) = -mirrored(Vec3(f.axes.col(2)));
    return m;
}

/// A rim of which the lower half is a circle: a pear, in the plane of x and y of `axes`.
inline std::vector<Vec3> rim(const Vec3& centre, const Mat3& axes, double radius)
{
    std::vector<Vec3> out;
    for (int a = 0; a < 360; a += 5) {
        const double c = std::cos(a * kDeg), s = std::sin(a * kDeg);
        out.push_back(centre + axes * Vec3(radius * (s > 0 ? 0.8 : 1) * c, radius * s, 0));
    }
    return out;
}

/// A right knee whose tibia is turned as the axes of the joint go: about z of the femur, the floating axis, y of the
/// tibia, and drawn forwards by `drawer` mm. Flexed, its distal end goes back (about -z); in varus, medially (about x).
struct Knee
{
    JointFrame femur, tibia;
};
inline Knee knee(const Mat3& base, double flexion, double varus, double external, double drawer)
{
    const Mat3 m = base * turn(-flexion, Vec3::UnitZ()) * turn(varus, Vec3::UnitX()) * turn(-external, Vec3::UnitY());
    const Vec3 e1 = base.col(2), e3 = m.col(1), e2 = e3.cross(e1).normalized();
    const Vec3 at(5, 6, 7);
    return {rightFrame(base, at), rightFrame(m, at + drawer * e2)};
}

/// A calcaneus turned against a right tibia in the order of the joint's axes.
inline JointFrame calcaneusOf(const JointFrame& tibia, double dorsal, double inversion, double internal)
{
    return rightFrame(tibia.axes * turn(dorsal, Vec3::UnitZ()) * turn(inversion, Vec3::UnitX()) *
                      turn(internal, Vec3::UnitY()));
}

/// Unit direction to a place on the globe about a right talus: degrees west from anterior over medial (+x), north.
inline Vec3 onGlobe(double west, double north)
{
    const double w = west * kDeg, n = north * kDeg;
    return {std::cos(n) * std::sin(w), -std::cos(n) * std::cos(w), std::sin(n)};
}

/// What inclination is told of a glenoid that is turned about y by its version first and then about x by this.
inline double toldInclination(double inclination, double version)
{
    return std::atan(std::tan(inclination * kDeg) / std::cos(version * kDeg)) / kDeg;
}

/// Every maker of axes with landmarks of a right bone, and with their mirror images.
inline std::vector<std::pair<JointFrame, JointFrame>> mirroredPairs()
{
    const Vec3 mm(31, -4, 6), lm(-29, 9, -7), mc(38, 3, 340), lc(-36, 5, 348), up(0.06, -0.03, 1), p(4, 7, 90);
    const Vec3 ra(-120, -80, 3), la(118, -78, 0), rp(-40, 80, 10), lp(41, 79, 12);
    const auto m = [](const Vec3& v) { return mirrored(v); };
    const Side r = Side::Right, l = Side::Left;
    return {
        {tibiaFrame(r, mm, lm, mc, lc), tibiaFrame(l, m(mm), m(lm), m(mc), m(lc))},
        {distalTibiaFrame(r, mm, lm, up), distalTibiaFrame(l, m(mm), m(lm), m(up))},
        {proximalTibiaFrame(r, mc, lc, up), proximalTibiaFrame(l, m(mc), m(lc), m(up))},
        {talusFrame(r, p, mm, lm, up), talusFrame(l, m(p), m(mm), m(lm), m(up))},
        {calcaneusFrame(r, p, Vec3(0, 40, 0), Vec3(4, -40, 3), up),
         calcaneusFrame(l, m(p), Vec3(0, 40, 0), m(Vec3(4, -40, 3)), m(up))},
        {femurFrame(r, Vec3(30, 2, 700), mc, lc), femurFrame(l, m(Vec3(30, 2, 700)), m(mc), m(lc))},
        {distalFemurFrame(r, mc, lc, up), distalFemurFrame(l, m(mc), m(lc), m(up))},
        {proximalFemurFrame(r, Vec3(45, -9, 700), p, up), proximalFemurFrame(l, m(Vec3(45, -9, 700)), m(p), m(up))},
        {scapulaFrame(r, Vec3(-100, 7, 20), Vec3(0, 9, 22), Vec3(5, 3, -100)),
         scapulaFrame(l, Vec3(100, 7, 20), Vec3(0, 9, 22), Vec3(-5, 3, -100))},
        {pelvisFrame(r, ra, la, rp, lp), pelvisFrame(l, m(la), m(ra), m(lp), m(rp))},
        {anteriorPelvicPlane(r, ra, la, Vec3(-25, -70, -90), Vec3(26, -71, -92)),
         anteriorPelvicPlane(l, m(la), m(ra), m(Vec3(26, -71, -92)), m(Vec3(-25, -70, -90)))},
    };
}

} // namespace frames
