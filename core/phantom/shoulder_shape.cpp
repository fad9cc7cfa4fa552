#include "core/phantom/shoulder_shape.h"

#include "core/phantom/shapes.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux::phantom {

namespace {

constexpr double kDegree = std::numbers::pi / 180;
constexpr double kCorner = 4, kHalf = 2; // rounding of the blade's corners, half its thickness
constexpr double kFlat = 1.6;            // the acromion is flattened by this along z
constexpr double kAcromion = 6;          // radius at its corner
const Vec3 kAcromionCorner(-5, 34, 28);

double roundCone(const Vec3& p, const Vec3& a, double ra, const Vec3& b, double rb)
{
    const Vec3 d = b - a;
    const double t = std::clamp((p - a).dot(d) / d.squaredNorm(), 0.0, 1.0);
    return (p - a - t * d).norm() - ra - t * (rb - ra);
}

/// `f` where p is near a box about its shape, else the distance to that box: a bound.
template <class F>
double near(const Vec3& p, const Vec3& min, const Vec3& max, const F& f)
{
    constexpr double kFar = 6;
    const double far = (min - p).cwiseMax(p - max).cwiseMax(0.0).norm();
    return far > kFar ? far : f(p);
}

using Point = std::array<double, 2>;

/// Signed distance to a convex polygon, counterclockwise (I. Quilez' way).
template <size_t N>
double polygon(const std::array<Point, N>& v, double x, double z)
{
    double nearest = 1e300;
    bool inside = true;
    for (size_t n = 0; n < N; ++n) {
        const auto &a = v[n], &b = v[(n + 1) % N];
        const double ex = b[0] - a[0], ez = b[1] - a[1], wx = x - a[0], wz = z - a[1];
        const double t = std::clamp((wx * ex + wz * ez) / (ex * ex + ez * ez), 0.0, 1.0);
        nearest = std::min(nearest, std::hypot(wx - t * ex, wz - t * ez));
        inside = inside && ex * wz - ez * wx >= 0;
    }
    return inside ? -nearest : nearest;
}

/// A plate of half a thickness about a flat shape.
double plate(double across, double off, double half)
{
    return across > 0 ? std::hypot(across, off) - half : std::max(across, std::fabs(off) - half);
}

double blade(const Vec3& p)
{
    constexpr std::array<Point, 6> kOutline{
        {{18, -10}, {85, -105 + kCorner + kHalf}, {94, -50}, {100 - kCorner - kHalf, 0}, {84, 34}, {18, 10}}};
    return plate(polygon(kOutline, p.x(), p.z()) - kCorner, p.y(), kHalf);
}

/// A plate that leaves the blade along z = 0 and leans upwards.
double spine(const Vec3& p)
{
    const Vec3 out = Vec3(0, 1, 0.35).normalized(), normal(0, -out.z(), out.y());
    constexpr std::array<Point, 4> kOutline{{{30, -1}, {94, -1}, {40, 30}, {27, 34}}};
    return plate(polygon(kOutline, p.x(), p.dot(out)), p.dot(normal), 2.5);
}

double acromion(const Vec3& p)
{
    const auto flat = [](const Vec3& v) { return Vec3(v.x(), v.y(), v.z() * kFlat); };
    const Vec3 q = flat(p), corner = flat(kAcromionCorner);
    const double from = roundCone(q, flat({30, 32, 12}), 5, corner, kAcromion);
    const double to = roundCone(q, corner, kAcromion, flat({-18, 5, 38}), kAcromion);
    return std::min(from, to) / kFlat;
}

double coracoid(const Vec3& p)
{
    return std::min(roundCone(p, {16, -4, 14}, 6, {8, -26, 24}, 5.5),
                    roundCone(p, {8, -26, 24}, 5.5, {-12, -36, 14}, 5));
}

double outline(double anterior, double up)
{
    return std::min(std::hypot(anterior, up) - ShoulderShape::kCircle,
                    std::hypot(anterior, up - ShoulderShape::kUpperAt) - ShoulderShape::kUpper);
}

constexpr double kAir = -1000, kMuscle = 50, kCartilage = 80, kCortex = 1300, kSpongy = 350, kMarrow = -30;

} // namespace

ShoulderShape::ShoulderShape(double version, double inclination, double anterior)
{
    const Vec3 normal = Vec3(-1, -std::tan(version * kDegree), std::tan(inclination * kDegree)).normalized();
    const Vec3 up = (Vec3::UnitZ() - normal * normal.z()).normalized();
    Vec3 front = up.cross(normal);
    if (front.y() > 0)
        front = -front;
    m_glenoid << front, up, normal;
    m_cup = std::sqrt(kCup * kCup - kCircle * kCircle) * normal;
    m_head = m_cup + anterior * front;
}

double ShoulderShape::scapula(const Vec3& p) const
{
    const auto vault = [this](const Vec3& q) {
        const Vec3 g = m_glenoid.transpose() * q;
        // It narrows towards the neck.
        const double side = (outline(g.x(), g.y()) + 0.4 * std::max(0.0, -g.z())) / 1.08;
        return std::max({side, kCup - (q - m_cup).norm(), g.z() - 9, -24 - g.z()});
    };
    const auto neck = [](const Vec3& q) { return roundCone(q, {40, 0, 0}, 4, {15, 0, 1}, 9); };
    const auto pillar = [](const Vec3& q) { return roundCone(q, {80, 0, -94}, 3, {18, 1, -9}, 6); };
    const double d =
        std::min({near(p, {11, -3, -106}, {101, 3, 41}, blade), near(p, {11, -6, -98}, {84, 8, -2}, pillar),
                  near(p, {20, -5, -6}, {98, 38, 18}, spine), near(p, {-26, -3, 6}, {37, 42, 43}, acromion),
                  near(p, {-18, -43, 7}, {23, 3, 31}, coracoid), near(p, {5, -10, -9}, {45, 10, 11}, neck)});
    return std::min(std::max(d, kCup + 0.5 - (p - m_cup).norm()), // none of it in the joint
                    near(p, {-14, -25, -26}, {34, 25, 34}, vault));
}

double ShoulderShape::humerus(const Vec3& p) const
{
    return near(p - m_head, {-30, -26, -200}, {26, 26, 26}, [](const Vec3& q) {
        const double head = q.norm() - kHead;
        const double neck = roundCone(q, {-7, 1, -14}, 19, {-13, 0, -55}, 12.5);
        const double tubercle = ellipsoid(q, {-15, 3, -6}, {13, 14, 22});
        const double shaft = std::max(std::hypot(q.x() + 13, q.y()) - 12.5, q.z() + 54);
        return std::min({head, neck, tubercle, shaft});
    });
}

ShoulderShape::Depths ShoulderShape::bones(const Vec3& p) const
{
    return {scapula(p), humerus(p)};
}

ShoulderShape::Tissue ShoulderShape::tissue(const Vec3& p) const
{
    // Flesh about both: an even block that leaves air at the back, the front and the side.
    const double skin = std::max({-70 - p.x(), p.y() - 58, -58 - p.y(), p.z() - 60});
    if (skin > 0)
        return {kAir, skin, -1};
    const Depths d = bones(p);
    const int nearest = d[Humerus] < d[Scapula] ? Humerus : Scapula;
    if (d[nearest] < 0) {
        const double depth = -d[nearest];
        const double shaft = nearest == Humerus ? smoothStep(-40, -60, p.z() - m_head.z()) : 0;
        const double shell = 1.2 + 2 * shaft;
        if (depth < shell)
            return {kCortex, std::min(depth, shell - depth), nearest};
        return {kSpongy + shaft * (kMarrow - kSpongy), depth - shell, nearest};
    }
    double clear = std::min(-skin, d[nearest]);
    const double joint = std::max(d[Scapula], d[Humerus]) - kGap - 0.1;
    clear = std::min(clear, std::fabs(joint));
    return {joint < 0 ? kCartilage : kMuscle, clear, -1};
}

Vec3 ShoulderShape::angulusAcromialis() const
{
    return kAcromionCorner + kAcromion * Vec3(-1, 1, 0).normalized();
}

Vec3 ShoulderShape::rimPoint(double angle) const
{
    const double c = std::cos(angle), s = std::sin(angle);
    double in = 0, out = 40;
    while (out - in > 1e-6) {
        const double r = (in + out) / 2;
        (outline(r * c, r * s) > 0 ? out : in) = r;
    }
    const double height = m_cup.norm() - std::sqrt(kCup * kCup - in * in);
    return m_glenoid * Vec3(in * c, in * s, height);
}

Box ShoulderShape::box() const
{
    Box box;
    box.include({-72, -60, -125});
    box.include({108, 60, 62});
    return box;
}

} // namespace pollux::phantom
