#include "core/phantom/ankle_shape.h"

#include "core/phantom/shapes.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux::phantom {

namespace {

constexpr double kDegree = std::numbers::pi / 180;
constexpr double kFar = 6; // beyond this a distance to the bone's box is enough

/// Distance to a box, 0 inside.
double boxDistance(const Vec3& p, const Vec3& min, const Vec3& max)
{
    return (min - p).cwiseMax(p - max).cwiseMax(0.0).norm();
}

/// An elliptic cylinder along z that ends below `end` in half an ellipsoid.
double column(const Vec3& p, double x, double y, double end, const Vec3& radii)
{
    return ellipsoid(Vec3(p.x() - x, p.y() - y, std::min(p.z() - end, 0.0)), Vec3::Zero(), radii);
}

double roundCone(const Vec3& p, const Vec3& a, double ra, const Vec3& b, double rb)
{
    const Vec3 d = b - a;
    const double t = std::clamp((p - a).dot(d) / d.squaredNorm(), 0.0, 1.0);
    return (p - a - t * d).norm() - ra - t * (rb - ra);
}

/// The cross-section of the tibia: a triangle with its edge in front along the shaft, rounded, and towards the joint
/// wider and squarer.
double tibiaBody(const Vec3& q)
{
    const double flare = smoothStep(AnkleShape::kStraight, 4, q.z());
    const double a = 12.5 + 7.5 * flare, b = 12.5 + 5 * flare, e = 2 + flare, x = q.x() - 1.5 * flare, y = q.y();
    const double u = std::fabs(x) / a, v = std::fabs(y) / b;
    const double r = std::pow(std::pow(u, e) + std::pow(v, e), 1 / e);
    if (r < 1e-6)
        return -std::min(a, b);
    // The third harmonic alone leaves the centre of area where it is.
    const double lobe = 1 + 0.1 * (1 - flare) * std::cos(3 * std::atan2(x, -y));
    const double slope = std::hypot(std::pow(u / r, e - 1) / a, std::pow(v / r, e - 1) / b);
    return (r - lobe) / std::max(slope, 1e-3) / 1.03;
}

double dome(const Vec3& q)
{
    return std::hypot(q.y(), q.z() + AnkleShape::kDome + AnkleShape::kGap) - AnkleShape::kDome;
}

double trochleaSide(double x, double y)
{
    return (x - AnkleShape::trochleaWidth(y) / 2) / 1.02;
}

/// Before the calcaneus is cut out of it.
double wholeTalus(const Vec3& q)
{
    const double ends = std::max({q.y() - 18, -19 - q.y(), -29 - q.z()});
    const double body = smoothMax(smoothMax(dome(q), trochleaSide(std::fabs(q.x()), q.y()), 1.5), ends, 2);
    const double neck = roundCone(q, {1, -10, -22.5}, 8, {6, -27, -22.5}, 8);
    const double head = ellipsoid(q, {7.5, -29, -22.5}, {12, 10, 10.5});
    return smoothMin(smoothMin(body, neck, 4), head, 4);
}

double calcaneus(const Vec3& q)
{
    const double body = roundCone(q, {-4, 30, -54}, 14, {-9, -22, -48}, 11);
    const double tuberosity = ellipsoid(q, {-3, 36, -54}, {14, 14, 20});
    const double facet = ellipsoid(q, {-4, 3, -42}, {13, 15, 12});
    const double shelf = ellipsoid(q, {10, -12, -42}, {9, 10, 6}); // sustentaculum tali
    return smoothMin(smoothMin(body, tuberosity, 6), smoothMin(facet, shelf, 5), 5);
}

double wholeFibula(const Vec3& q)
{
    const double wide = smoothStep(40, 0, q.z());
    return column(q, -24 + 0.5 * wide, 10 - 6 * wide, -14, {6 + wide, 6 + 3.5 * wide, 10});
}

double wholeTibia(const Vec3& q)
{
    const double body = smoothMax(tibiaBody(q), -6.5 - q.z(), 2);
    const double malleolus = ellipsoid(q, {21.5, -3, -2}, {6.5, 11, 12});
    return smoothMin(body, malleolus, 5);
}

/// Skin of leg and foot.
double outside(const Vec3& q)
{
    const double up = smoothStep(0, 110, q.z());
    const double leg =
        std::max((std::hypot((q.x() + 2 + 2 * up) / (34 + 5 * up), (q.y() - 8) / (36 + 6 * up)) - 1) * (34 + 5 * up),
                 -50 - q.z());
    // A foot cut short in front, with a flat sole.
    const Vec3 n = (q - Vec3(-2, -2, -44)).cwiseQuotient(Vec3(37, 65, 44)).cwiseAbs();
    const double r = std::cbrt(n.array().cube().sum());
    const double foot = smoothMax((r - 1) * 37, -83 - q.z(), 6);
    return smoothMin(leg, foot, 12);
}

constexpr double kAir = -1000, kFat = -100, kMuscle = 50, kCartilage = 80, kTendon = 90, kCortex = 1500,
                 kSubchondral = 1300, kMarrow = -30;

/// Value in a bone at a depth below its surface; `other` is the distance to the nearest other bone.
AnkleShape::Tissue inBone(int bone, double z, double depth, double other)
{
    double shell = 1, shaft = 0;
    if (bone == AnkleShape::Tibia || bone == AnkleShape::Fibula) {
        shell = 1 + (bone == AnkleShape::Tibia ? 1.6 : 1.0) * smoothStep(5, 60, z);
        shaft = smoothStep(35, 60, z);
    }
    const bool joint = other < 5 && z < 15;
    if (joint)
        shell = std::max(shell, 1.5);
    if (depth < shell)
        return {joint ? kSubchondral : kCortex, std::min(depth, shell - depth), bone};
    const double spongy = 400 - 150 * smoothStep(2, 10, depth);
    return {spongy + shaft * (kMarrow - spongy), depth - shell, bone};
}

} // namespace

AnkleShape::AnkleShape(double tilt, double slope)
    : m_tilt(tilt * kDegree), m_slope(slope * kDegree), m_straight(tilt == 0 && slope == 0)
{
    m_turn =
        (Eigen::AngleAxisd(-m_tilt, Vec3::UnitY()) * Eigen::AngleAxisd(-m_slope, Vec3::UnitX())).toRotationMatrix();
}

double AnkleShape::trochleaWidth(double y)
{
    // Through 29.9 in front, 27.9 in the middle, 25.2 mm behind, taken 13 mm apart.
    const double t = std::clamp(y / 13, -1.4, 1.4);
    return 27.9 - 2.35 * t - 0.35 * t * t;
}

Vec3 AnkleShape::toJoint(const Vec3& p) const
{
    if (m_straight || p.z() > kReachBend)
        return p;
    if (p.z() < 12)
        return m_turn.transpose() * p;
    const double part = smoothStep(kReachBend, 12, p.z());
    return Eigen::AngleAxisd(part * m_slope, Vec3::UnitX()) * (Eigen::AngleAxisd(part * m_tilt, Vec3::UnitY()) * p);
}

AnkleShape::Depths AnkleShape::bonesOfJoint(const Vec3& q) const
{
    Depths d;
    // Only near its box is a bone worth its formula.
    const auto near = [&](const Vec3& min, const Vec3& max, auto f) {
        const double far = boxDistance(q, min, max);
        return far > kFar ? far : f(q);
    };
    d[Calcaneus] = near({-25, -38, -76}, {22, 52, -27}, calcaneus);
    const double talus = near({-18, -41, -36}, {21, 20, -1}, wholeTalus);
    const double fibula = near({-33, -8, -26}, {-15, 18, 200}, wholeFibula);
    d[Talus] = std::max(talus, kGap - d[Calcaneus]);
    d[Fibula] = std::max(fibula, kFibulaGap - std::min(talus, d[Calcaneus]));
    const double tibia = near({-21, -21, -16}, {31, 21, 200}, wholeTibia);
    // The plafond runs on over the side of the fibula; the medial malleolus stands off the trochlea as far.
    const double joint = smoothMax(dome(q), trochleaSide(q.x(), q.y()), 1.5);
    d[Tibia] = std::max(std::max(tibia, kGap - std::min(joint, talus)), kFibulaGap - fibula);
    return d;
}

AnkleShape::Depths AnkleShape::bones(const Vec3& p) const
{
    return bonesOfJoint(toJoint(p));
}

double AnkleShape::bone(Bone bone, const Vec3& p) const
{
    return bones(p)[bone];
}

AnkleShape::Tissue AnkleShape::tissue(const Vec3& p) const
{
    const Vec3 q = toJoint(p);
    const double skin = outside(q);
    if (skin > 0)
        return {kAir, skin, -1};
    const Depths d = bonesOfJoint(q);
    int nearest = 0;
    for (int b = 1; b < kBones; ++b)
        if (d[b] < d[nearest])
            nearest = b;
    double other = 1e9;
    for (int b = 0; b < kBones; ++b)
        if (b != nearest)
            other = std::min(other, d[b]);
    if (d[nearest] < 0)
        return inBone(nearest, q.z(), -d[nearest], other);
    double clear = std::min(-skin, d[nearest]);
    const auto within = [&](double distance) { // notes the border, too
        clear = std::min(clear, std::fabs(distance));
        return distance < 0;
    };
    // Cartilage fills the gaps of the ankle and the subtalar joint.
    if (within(std::max({d[nearest] - 3.1, other - 3.1, d[Talus] - 3.1})))
        return {kCartilage, clear, -1};
    if (within(std::max({std::hypot(q.x() / 1.6, q.y() - 35) - 3.5, -40 - q.z()})))
        return {kTendon, clear, -1}; // Achilles
    // Fat under the skin, behind the Achilles tendon, and as a wedge before it (Kager).
    if (!within(skin + 3.5))
        return {kFat, clear, -1};
    if (within(std::max(std::min(34.0, 22 + 0.25 * std::max(q.z(), 0.0)) - q.y(), -40 - q.z())))
        return {kFat, clear, -1};
    return {kMuscle, clear, -1};
}

/// The point of least z: columns about `from`, which lies in the bone, ever finer.
Vec3 AnkleShape::lowest(Bone b, const Vec3& from) const
{
    Vec3 best = from;
    for (double step = 0.8; step > 0.005; step /= 4) {
        const Vec3 middle = best;
        for (int i = -8; i <= 8; ++i)
            for (int j = -8; j <= 8; ++j) {
                double out = best.z() - 20, in = best.z() - 1e-6;
                const double x = middle.x() + i * step, y = middle.y() + j * step;
                if (bone(b, {x, y, in}) > 0)
                    continue;
                while (in - out > 1e-4) {
                    const double z = (in + out) / 2;
                    (bone(b, {x, y, z}) > 0 ? out : in) = z;
                }
                best = {x, y, in};
            }
    }
    return best;
}

Vec3 AnkleShape::medialTip() const
{
    return lowest(Tibia, m_turn * Vec3(21.5, -3, -8));
}

Vec3 AnkleShape::lateralTip() const
{
    return lowest(Fibula, m_turn * Vec3(-23.5, 4, -14));
}

double AnkleShape::tibiaRadius(double height, double angle) const
{
    const Vec3 middle(0, 0, height), way(std::cos(angle), std::sin(angle), 0);
    double out = 45, in = out;
    // From outside inwards to the first point in the bone.
    while (in > 0 && bone(Tibia, middle + in * way) > 0)
        in -= 0.5;
    out = in + 0.5;
    while (out - in > 1e-4) {
        const double r = (in + out) / 2;
        (bone(Tibia, middle + r * way) > 0 ? out : in) = r;
    }
    return in;
}

Box AnkleShape::box() const
{
    Box box;
    box.include({-43, -34, -50});
    box.include({35, 50, kTop});
    for (int corner = 0; corner < 8; ++corner)
        box.include(m_turn * Vec3(corner & 1 ? 35 : -39, corner & 2 ? 63 : -67, corner & 4 ? 0 : -83));
    return box;
}

} // namespace pollux::phantom
