#pragma once

#include "plugins/implant/component_motion.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

/// Bones that are elliptic cylinders along z: area of their cut, coverage and overhang of a component are known.
namespace elliptic {

using namespace pollux;
using namespace pollux::implant;

inline constexpr double kHalfDepth = 20, kHalfWidth = 25, kTall = 60; ///< mm: along y, x, z
inline constexpr double kCutArea = std::numbers::pi * kHalfDepth * kHalfWidth;

/// A cylinder along z with its joint at z = 0, cut there by a plane of the given normal (towards the bone); the bone
/// above it. x is to the patient's left, y to the back.
inline Surface bone(const Vec3& joint)
{
    const int around = 180, levels = 200;
    std::vector<Vec3f> p;
    std::vector<Triangle> t;
    for (int l = 0; l <= levels; ++l)
        for (int n = 0; n < around; ++n) {
            const double a = 2 * std::numbers::pi * n / around;
            p.emplace_back(float(kHalfWidth * std::cos(a)), float(kHalfDepth * std::sin(a)),
                           float(-20 + (kTall + 20) * l / levels));
        }
    const auto at = [&](int l, int n) { return static_cast<std::uint32_t>(l * around + n % around); };
    for (int l = 0; l < levels; ++l)
        for (int n = 0; n < around; ++n) {
            t.push_back({at(l, n), at(l, n + 1), at(l + 1, n + 1)});
            t.push_back({at(l, n), at(l + 1, n + 1), at(l + 1, n)});
        }
    // The ends as fans of rings, so that the joint's surface has points to measure.
    for (int end : {0, levels}) {
        std::uint32_t outer = at(end, 0);
        const float z = p[outer].z();
        for (int r = 29; r >= 1; --r) {
            const auto inner = static_cast<std::uint32_t>(p.size());
            for (int n = 0; n < around; ++n) {
                const double a = 2 * std::numbers::pi * n / around;
                p.emplace_back(float(kHalfWidth * r / 30 * std::cos(a)), float(kHalfDepth * r / 30 * std::sin(a)), z);
            }
            for (int n = 0; n < around; ++n) {
                const auto m = static_cast<std::uint32_t>((n + 1) % around), k = static_cast<std::uint32_t>(n);
                Triangle a{outer + k, inner + k, inner + m}, b{outer + k, inner + m, outer + m};
                if (end != 0) {
                    std::swap(a[1], a[2]);
                    std::swap(b[1], b[2]);
                }
                t.push_back(a);
                t.push_back(b);
            }
            outer = inner;
        }
        const auto middle = static_cast<std::uint32_t>(p.size());
        p.emplace_back(0.0f, 0.0f, z);
        for (int n = 0; n < around; ++n) {
            const auto m = static_cast<std::uint32_t>((n + 1) % around), k = static_cast<std::uint32_t>(n);
            if (end == 0)
                t.push_back({outer + k, middle, outer + m});
            else
                t.push_back({outer + k, outer + m, middle});
        }
    }
    // Sheared so that the lower end is the joint's plane through the origin.
    for (Vec3f& q : p) {
        const Vec3 n = joint.normalized();
        const double lower = -(n.x() * double(q.x()) + n.y() * double(q.y())) / n.z();
        q.z() = float(lower + (double(q.z()) + 20) / (kTall + 20) * (kTall - lower));
    }
    return Surface(p, t);
}

/// A bone along z from 0 to 60 of this outline in (x, y), which goes round the origin.
inline Surface prism(const Ring& ring)
{
    std::vector<Vec3f> p;
    std::vector<Triangle> t;
    const auto n = static_cast<std::uint32_t>(ring.size());
    for (const float z : {0.0f, 60.0f})
        for (const Vec2& q : ring)
            p.emplace_back(float(q.x()), float(q.y()), z);
    p.emplace_back(0.0f, 0.0f, 0.0f);
    p.emplace_back(0.0f, 0.0f, 60.0f);
    for (std::uint32_t a = 0; a < n; ++a) {
        const std::uint32_t b = (a + 1) % n;
        t.push_back({a, b, n + b});
        t.push_back({a, n + b, n + a});
        t.push_back({2 * n, b, a});
        t.push_back({2 * n + 1, n + a, n + b});
    }
    return Surface(p, t);
}

/// An ellipse with thin fins in front and outwards: the middle of its box is not its own.
inline Ring finned(double medial)
{
    Ring out;
    for (int n = 0; n < 720; ++n) {
        const double a = 2 * std::numbers::pi * n / 720;
        const auto off = [&](double x, double y) {
            return std::fabs(std::remainder(a - std::atan2(y, x), 2 * std::numbers::pi));
        };
        const double from = std::min(off(-medial, 0), off(0, -1));
        const double c = std::cos(a), s = std::sin(a);
        const double r = 1 / std::hypot(c / kHalfWidth, s / kHalfDepth) + (from < 0.03 ? 12 : 0);
        out.emplace_back(r * c, r * s);
    }
    return out;
}

/// Of the bone above; x of its frame to the front, y up, z to the patient's right.
inline ComponentSite site(Side side, ComponentKind kind = ComponentKind::KneeFemur)
{
    ComponentSite s;
    s.kind = kind;
    s.frame.bone = kind == ComponentKind::AnkleTibia ? "tibia" : "femur";
    s.frame.side = side;
    s.frame.axes.col(0) = -Vec3::UnitY();
    s.frame.axes.col(1) = Vec3::UnitZ();
    s.frame.axes.col(2) = -Vec3::UnitX(); // the patient's right
    return s;
}

inline double area(const FlatComponent& c)
{
    return std::fabs(ringArea(c.outline()));
}

/// How far the base of a component reaches beyond the ellipse, mm.
inline double overhangOfEllipse(const FlatComponent& component, const BodyPose& pose)
{
    Ring ellipse;
    for (int n = 0; n < 2000; ++n)
        ellipse.emplace_back(kHalfWidth * std::cos(n * std::numbers::pi / 1000),
                             kHalfDepth * std::sin(n * std::numbers::pi / 1000));
    double out = -1e9;
    for (const Vec2& q : sampled(component.outline(), 0.1)) {
        const Vec3 p = pose.toPatient(Vec3(q.x(), 0, q.y()));
        out = std::max(out, pollux::signedDistance({ellipse}, Vec2(p.x(), p.y())));
    }
    return out;
}

} // namespace elliptic
