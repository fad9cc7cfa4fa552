#pragma once

#include "core/geometry/vec.h"

#include <Eigen/Core>

#include <vector>

namespace pollux::liver {

/// A smooth cut through points that were set by hand: the thin-plate spline of their heights over the plane that fits
/// them best (Duchon 1977; Bookstein 1989, IEEE PAMI 11:567). It goes through every point, is the plane itself where
/// all lie in one, and goes on nearly straight beyond them. LPS, mm. Immutable, thread-safe.
class CutSurface
{
public:
    static constexpr std::size_t kMostPoints = 300;

    /// `towards`: roughly to what is removed; only its side of the plane counts. Throws Error (BadInput) for fewer than
    /// three points or more than kMostPoints, points that are not finite or lie in one line, two points above each
    /// other (within 0.5 mm along the plane, with another height), or a direction within the plane.
    CutSurface(const std::vector<Vec3>& points, const Vec3& towards);

    /// mm above the surface along normal(); above 0 is removed. Near the surface, where it is not steep, the distance.
    double height(const Vec3& p) const;
    const Vec3& normal() const { return m_normal; }
    const Vec3& centre() const { return m_centre; } ///< mean of the points
    /// The same moved by `mm` along the normal.
    CutSurface shifted(double mm) const;

private:
    Vec3 m_centre = Vec3::Zero();
    Vec3 m_normal = Vec3::UnitX();
    Vec3 m_u = Vec3::UnitY();
    Vec3 m_v = Vec3::UnitZ();
    std::vector<Eigen::Vector2d> m_places; ///< of the points, in the plane
    Eigen::VectorXd m_weights;             ///< one a point, then 1, u, v
    double m_shift = 0;
};

} // namespace pollux::liver
