#include "core/phantom/frame.h"

#include "core/phantom/random.h"

#include <algorithm>

namespace pollux::phantom {

namespace {

// |u|^2.5 without pow: this runs for every voxel.
double power(double u)
{
    u = std::abs(u);
    return u * u * std::sqrt(u);
}

double superellipse(double x, double y, double a, double b)
{
    return power(x / a) + power(y / b);
}

constexpr double kMuscleA = 155, kMuscleB = 97, kMuscleY = 3;
constexpr double kCavityA = 142, kCavityB = 80, kCavityY = -3;
constexpr double kSkin = 2.2;

} // namespace

Frame::Frame(std::uint64_t seed) : m_seed(seed)
{
    Random random(seed, "frame");
    m_halfWidth = random.about(171, 4);
    m_halfDepth = random.about(116.5, 3);
    m_domeRight = random.about(88, 3);
    m_domeLeft = random.about(76, 3);
}

double Frame::waist(double z) const
{
    const double w = (z + 70) / 45;
    return 1 - 0.06 * smoothStep(40, 170, z) - 0.03 * std::exp(-w * w);
}

Label Frame::wall(const Vec3& p) const
{
    const double x = p.x() / waist(p.z()), y = p.y();
    if (superellipse(x, y, m_halfWidth, m_halfDepth) > 1)
        return Label::None;
    if (superellipse(x, y - kCavityY, kCavityA, kCavityB) <= 1)
        return Label::VisceralFat;
    if (superellipse(x, y - kMuscleY, kMuscleA, kMuscleB) <= 1) {
        // Fat planes part the layers of the flank and the muscles of the back.
        const double layer = superellipse(x, y - 0.5, kMuscleA - 6.5, kMuscleB - 8);
        if (p.z() < 10 && y < 40 && std::abs(layer - 1) < 0.012)
            return Label::VisceralFat;
        if (std::abs(x) < 4.0 && std::abs(std::abs(x) - 2.5) < 1.0 && y < -60 && p.z() < 55)
            return Label::VisceralFat;
        return Label::Muscle;
    }
    return superellipse(x, y, m_halfWidth - kSkin, m_halfDepth - kSkin) > 1 ? Label::Skin : Label::SubcutaneousFat;
}

Box Frame::bodyBox() const
{
    return {Vec3(-m_halfWidth, -m_halfDepth, -1e6), Vec3(m_halfWidth, m_halfDepth, 1e6)};
}

double Frame::bodyRadius(const Vec3& p) const
{
    return std::pow(superellipse(p.x() / waist(p.z()), p.y(), m_halfWidth, m_halfDepth), 0.4);
}

double Frame::cavityRadius(const Vec3& p) const
{
    return std::pow(superellipse(p.x() / waist(p.z()), p.y() - kCavityY, kCavityA, kCavityB), 0.4);
}

double Frame::diaphragm(const Vec3& p) const
{
    const double x = p.x(), y = p.y();
    const auto bowl = [&](double top, double centre) {
        const double u = (x - centre) / 75, v = (y + 5) / 80;
        return top - 22 * u * u - 14 * v * v;
    };
    const double top = smoothMax(bowl(m_domeRight, -66), bowl(m_domeLeft, 62), 12);
    // It springs from the wall: high at the xiphoid, low at the back, hence the deep recess behind the liver.
    const double t = (y - kCavityY) / kCavityB;
    const double foot = t < 0 ? 12 + 45 * smoothStep(-0.1, -1.0, t) : 12 - 22 * smoothStep(0, 1, t);
    const double v = superellipse(x / waist(p.z()), y - kCavityY, kCavityA, kCavityB);
    const double drop = std::min(v * v * std::sqrt(v), 1.0);
    return top - std::max(top - foot, 0.0) * drop;
}

Vec3 Frame::wallPoint(double angle, double z, int side) const
{
    const double s = std::sin(angle), c = std::cos(angle);
    const double x = 148.5 * std::pow(std::abs(s), 0.8);
    const double y = 88.5 * std::copysign(std::pow(std::abs(c), 0.8), c);
    return {side * x * waist(z), y, z};
}

double Frame::vertebraLevel(int n)
{
    if (n >= 12)
        return 32 - 36.0 * (n - 12) - (n > 13 ? 0.5 * (n - 13) : 0);
    return 32 + 27.0 * (12 - n) - 0.5 * (12 - n) * (11 - n) * 0.4;
}

double Frame::vertebraHeight(int n)
{
    return n >= 12 ? 27 : 21.5 - 0.3 * (11 - n);
}

} // namespace pollux::phantom
