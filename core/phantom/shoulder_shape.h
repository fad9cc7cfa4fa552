#pragma once

#include "core/geometry/vec.h"

#include <array>

namespace pollux::phantom {

/// The bones and tissues of the shoulder phantom as implicit functions in the scapula's own frame: mm, +x medial, +y
/// posterior, +z superior, origin in the middle of the glenoid's lower circle (for a right shoulder whose scapula lies
/// in the coronal plane the axes are those of LPS). Trigonum spinae, angulus inferior and the origin lie in y = 0, the
/// trigonum at z = 0. No clavicle, no ribs. Free of state; any thread.
class ShoulderShape
{
public:
    enum Bone { Scapula, Humerus, kBones };
    using Depths = std::array<double, kBones>;

    static constexpr double kCircle = 13;              ///< radius of the lower circle of the glenoid's rim, mm
    static constexpr double kCup = 28;                 ///< radius of the sphere that its surface is part of
    static constexpr double kHead = 24;                ///< radius of the humeral head
    static constexpr double kGap = kCup - kHead;       ///< everywhere between the two where the head is not shifted
    static constexpr double kUpper = 9, kUpperAt = 11; ///< upper circle of the pear-shaped rim, and how far above

    /// Degrees: anteversion and upward inclination of the glenoid's normal, each the angle of its projection.
    /// `anterior`: mm that the head is shifted along the glenoid's plane to the front.
    ShoulderShape(double version, double inclination, double anterior);

    /// Of each bone at a point: negative inside, near the surface about a distance in mm; further off a bound.
    Depths bones(const Vec3& p) const;

    struct Tissue
    {
        double hu;
        double clear; ///< mm within which the value does not jump, about
        int bone;     ///< Bone, or -1
    };
    Tissue tissue(const Vec3& p) const;

    /// Columns: the glenoid's anterior and upper direction and its normal, out of it.
    const Mat3& glenoid() const { return m_glenoid; }
    Vec3 cupCentre() const { return m_cup; }
    Vec3 headCentre() const { return m_head; }
    Vec3 angulusAcromialis() const; ///< most lateral and posterior place of the acromion, at 45 degrees
    static Vec3 trigonumSpinae() { return {100, 0, 0}; }
    static Vec3 angulusInferior() { return {85, 0, -105}; }
    /// On the edge of the glenoid in the direction (cos, sin) of its anterior and upper axes.
    Vec3 rimPoint(double angle) const;
    Box box() const;

private:
    double scapula(const Vec3& p) const;
    double humerus(const Vec3& p) const;

    Mat3 m_glenoid;
    Vec3 m_cup, m_head;
};

} // namespace pollux::phantom
