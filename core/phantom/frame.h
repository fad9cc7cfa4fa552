#pragma once

#include "core/phantom/shapes.h"

namespace pollux::phantom {

/// The frame that all organs are placed in: body wall, cavity, diaphragm, levels of the spine. Everything else is
/// bounded by these, so a seed can vary them without organs leaving the body. Cheap to make.
class Frame
{
public:
    explicit Frame(std::uint64_t seed);

    std::uint64_t seed() const { return m_seed; }

    /// Skin, fat or muscle of the wall, visceral fat within the cavity, None outside the body.
    Label wall(const Vec3& p) const;
    Box bodyBox() const;

    /// Superellipse radius: 1 on the surface, 0 on the axis.
    double bodyRadius(const Vec3& p) const;
    double cavityRadius(const Vec3& p) const;
    /// About a signed distance (mm) to the inner surface of the wall, negative inside.
    double cavityDistance(const Vec3& p) const { return (cavityRadius(p) - 1) * 85; }
    /// Height (mm) of the diaphragm's upper surface above the point (x,y) of the cavity.
    double diaphragm(const Vec3& p) const;

    /// Point in the middle of the wall at an angle from the back (0) round the side (pi/2) to the front (pi);
    /// `side` is +1 left, -1 right.
    Vec3 wallPoint(double angle, double z, int side) const;
    /// Height of the middle of a vertebral body; 1..12 thoracic, 13..17 lumbar. And its thickness.
    static double vertebraLevel(int n);
    static double vertebraHeight(int n);

private:
    double waist(double z) const; ///< lateral scale of the wall

    std::uint64_t m_seed;
    double m_halfWidth, m_halfDepth;
    double m_domeRight, m_domeLeft;
};

} // namespace pollux::phantom
