#include "core/phantom/model.h"
#include "core/phantom/random.h"

#include <algorithm>

namespace pollux::phantom {

LiverShape::LiverShape(const Frame& frame) : m_frame(frame)
{
    Random random(frame.seed(), "liver");
    m_right = Vec3(random.about(-76, 2), random.about(-2, 2), random.about(12, 3));
    m_rightRadii = Vec3(random.about(74, 2), random.about(84, 3), random.about(86, 3));
    m_left = Vec3(random.about(2, 4), random.about(-44, 3), random.about(46, 3));
    m_leftRadii = Vec3(random.about(88, 6), random.about(37, 3), random.about(29, 2));
    m_lift = random.about(0, 4);
}

double LiverShape::distance(const Vec3& p) const
{
    const double x = p.x(), y = p.y(), z = p.z();
    // Left lobe: thinner and higher towards its tip.
    Vec3 q = p;
    q.z() -= 0.14 * (x - m_left.x());
    Vec3 radii = m_leftRadii;
    const double along = std::clamp((x - m_left.x()) / m_leftRadii.x(), -1.0, 1.0);
    radii.z() *= 1 - 0.35 * along;
    radii.y() *= 1 - 0.12 * along;
    double d = smoothMin(ellipsoid(p, m_right, m_rightRadii), ellipsoid(q, m_left, radii), 22);
    // Caudate lobe, between vena cava and ligamentum venosum.
    d = smoothMin(d, ellipsoid(p, Vec3(-13, 6, 42), Vec3(17, 15, 27)), 8);

    // Visceral surface: from the tip of the right lobe up to the left, and up towards the back and the midline.
    const double rise = 78 * smoothStep(-135, 15, x) + 0.35 * std::max(x + 5, 0.0);
    const double back = 0.45 * std::max(y - 5 + 0.25 * (x + 70), 0.0);
    const double under = -74 + m_lift + rise + back;
    d = smoothMax(d, (under - z) * 0.8, 10);
    // Fissure of the round ligament.
    const double fissure =
        std::max(std::abs(x - 6 - 0.15 * (y + 60)) - 0.11 * std::max(-y - 38, 0.0), std::max(y + 40, z - 44));
    d = smoothMax(d, -fissure, 4);
    // Hilum: a groove for the portal vein.
    const double hilum = ellipsoid(p, Vec3(-22, -12, 2), Vec3(20, 9, 12));
    d = smoothMax(d, -hilum, 6);

    // Neighbours: wall, diaphragm, kidney, gallbladder.
    d = std::max(d, m_frame.cavityDistance(p) + 1.5);
    d = smoothMax(d, (z - m_frame.diaphragm(p) + 3.2) * 0.75, 3);
    d = std::max(d, 1.0 - renalFatDistance(m_frame, p, -1));
    d = std::max(d, 1.0 - gallbladderDistance(m_frame, p));
    return d;
}

} // namespace pollux::phantom
