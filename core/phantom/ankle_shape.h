#pragma once

#include "core/geometry/vec.h"

#include <array>

namespace pollux::phantom {

/// The bones and tissues of the ankle phantom as implicit functions in the leg's own frame: mm, +x medial, +y
/// posterior, +z proximal along the shaft of the tibia, origin in the middle of the plafond (for a right leg the axes
/// are those of LPS). Below z = 10 all is drawn in the frame of the joint, which is turned about the origin by
/// turn(); between 12 and 45 mm above the tibia and fibula bend from one frame into the other, above they are
/// straight. Free of state; any thread.
class AnkleShape
{
public:
    enum Bone { Tibia, Fibula, Talus, Calcaneus, kBones };
    using Depths = std::array<double, kBones>;

    /// Radius of the talar dome and, over it, of the plafond; gaps of the joints (mm). Radius: biomechanics reference,
    /// CT of 21 ankles (PMC1888582).
    static constexpr double kDome = 20.7, kGap = 3, kFibulaGap = 2.5;
    static constexpr double kTop = 110;      ///< where the image ends above the plafond, mm
    static constexpr double kStraight = 70;  ///< from here on the shaft does not change with height, mm
    static constexpr double kReachBend = 45; ///< the bend ends here, mm

    /// Degrees. `tilt` > 0: varus, the medial end of the plafond is higher (the angle between plafond and shaft on the
    /// medial side is 90 - tilt); `slope` > 0: the anterior edge is higher (anterior angle 90 - slope). First sloped,
    /// then tilted.
    AnkleShape(double tilt, double slope);

    /// Of each bone at a point: negative inside, near the surface about a distance in mm. Further than about 6 mm
    /// outside it is only a lower bound.
    Depths bones(const Vec3& p) const;
    double bone(Bone bone, const Vec3& p) const;

    struct Tissue
    {
        double hu;
        double clear; ///< mm within which the value does not jump, about
        int bone;     ///< Bone, or -1
    };
    Tissue tissue(const Vec3& p) const;

    /// From the joint's frame to the leg's; columns are the joint's axes.
    const Mat3& turn() const { return m_turn; }
    /// Width of the trochlea from side to side at `y` of the joint's frame (the axis of the dome is y = 0).
    static double trochleaWidth(double y);
    /// On the axis of the dome, leg's frame.
    Vec3 domeCentre() const { return m_turn * Vec3(0, 0, -kDome - kGap); }
    /// The most distal point of a malleolus along the shaft, leg's frame.
    Vec3 medialTip() const;
    Vec3 lateralTip() const;
    /// Distance from the shaft's axis to the outer border of the tibia, in the direction (cos, sin) of leg x and y.
    double tibiaRadius(double height, double angle) const;
    /// What holds leg and foot but for the cut through the leg at kTop.
    Box box() const;

private:
    Vec3 toJoint(const Vec3& p) const;
    Depths bonesOfJoint(const Vec3& q) const;
    Vec3 lowest(Bone bone, const Vec3& from) const;

    double m_tilt, m_slope; // radians
    bool m_straight;
    Mat3 m_turn;
};

} // namespace pollux::phantom
