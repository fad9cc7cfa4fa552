#pragma once

#include "core/anatomy/joint_frames.h"
#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"
#include "core/solid/acetabular_cup.h"

#include <array>

namespace pollux::implant {

/// More bone than that behind a cup is told as that, mm.
inline constexpr double kThickMedialWall = 30;
/// What must be known beyond a cup's outer surface, mm: the way to the wall behind it and that bone itself.
inline constexpr double kCupReach = 45;

/// Quarters about a cup's axis, by the pelvis' axes as they stand on its opening.
enum class CupZone { Superior, Anterior, Posterior, Inferior };
inline constexpr std::array<CupZone, 4> kCupZones = {CupZone::Superior, CupZone::Anterior, CupZone::Posterior,
                                                     CupZone::Inferior};

struct CupMeasures
{
    double coverage = 0;           ///< share of the outer half sphere, 0..1, with bone no further than the reach
    std::array<double, 4> zones{}; ///< the same of each quarter
    double medialWall = 0; ///< mm: least bone from the outer surface on, along it within 30 degrees of medially; 0
                           ///< where a ray meets none within 10 mm
    Vec3 medialPlace = Vec3::Zero(); ///< on the cup, where that is
    double outside = 0;              ///< share of the outer surface outside the image
};

/// The pelvis about a cup, prepared once. Immutable; any thread.
class CupScene
{
public:
    /// Everything within `reach` mm of `around` is known. Throws Error (Cancelled).
    CupScene(const Mask& pelvis, const JointFrame& frame, const Vec3& around, double reach, const Job& job);

    /// `contact`: reach of contact, mm.
    CupMeasures measure(const AcetabularCup& cup, const AxisPose& pose, double contact) const;

private:
    Volume m_bone;
    Grid m_grid; ///< of the whole image
    JointFrame m_frame;
};

/// The even outer diameter next to a native socket's, 44 to 66 mm.
double proposedDiameter(double nativeRadius);

} // namespace pollux::implant
