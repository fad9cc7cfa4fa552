#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace pollux {

namespace phantom {
class AnkleShape;
}

struct AnkleOptions
{
    std::uint64_t seed = 1;  ///< of the noise
    double spacing = 0.6;    ///< mm within a slice, 0.4 to 2
    double sliceSpacing = 0; ///< mm, 0.4 to 5; 0: as `spacing`. A slice holds the mean over its thickness.
    double noise = 20;       ///< HU, 0 to 500
    bool mirrored = false;   ///< a left leg
    /// Degrees of plafond, malleoli and foot against the shaft, -15 to 15, in the coronal plane of the leg; positive is
    /// varus: the angle between plafond and shaft on the medial side is 90 - plafondTilt.
    double plafondTilt = 0;
    /// The same in its sagittal plane, -15 to 15; positive: the anterior edge is higher, anterior angle 90 - slope.
    double plafondSlope = 0;
    double axialTurn = 0; ///< degrees that the whole leg is turned about the shaft, -60 to 60; positive: toes outwards
};

/// Distal tibia and fibula, talus and calcaneus of simple shapes in a leg, and the truth about them. LPS, mm; the shaft
/// of the tibia lies along z. Made in the leg's frame (core/phantom/ankle_shape.h), mirrored for a left leg, turned
/// about the shaft, and put 80 mm to its side of x = 0.
struct Ankle
{
    Volume image;                      ///< Int16, HU of a calibrated CT with noise and partial volume
    std::map<std::string, Mask> masks; ///< "tibia", "fibula", "talus", "calcaneus": voxels whose centre is inside
    bool left = false;

    Vec3 medial = Vec3::UnitX();                                    ///< unit, across the shaft, of the leg
    Vec3 anterior = -Vec3::UnitY();                                 ///< unit, across the shaft, of the leg
    Vec3 shaftLow = Vec3::Zero(), shaftHigh = Vec3::UnitZ();        ///< on the shaft's axis, in its even part
    Vec3 shaftDirection = Vec3::UnitZ();                            ///< unit, proximal
    Vec3 medialMalleolus = Vec3::Zero();                            ///< tip, the most distal point along the shaft
    Vec3 lateralMalleolus = Vec3::Zero();                           ///< the same of the fibula, further distal
    Vec3 plafondCentre = Vec3::Zero();                              ///< on the joint surface and the shaft's axis
    Vec3 plafondNormal = Vec3::UnitZ();                             ///< unit, into the tibia
    Vec3 domeCentre = Vec3::Zero();                                 ///< middle of the axis of the talar dome
    Vec3 domeAxis = Vec3::UnitX();                                  ///< unit, medial
    double domeRadius = 0, plafondRadius = 0;                       ///< mm, about the same axis
    double trochleaFront = 0, trochleaMiddle = 0, trochleaBack = 0; ///< widths 13 mm before, over, behind the axis, mm
    Vec3 talusCentre = Vec3::Zero();                                ///< centre of volume
    Vec3 forefoot = -Vec3::UnitY();                                 ///< unit, along the second metatarsal (not drawn)

    /// The outer border of the tibia in the plane across the shaft `height` mm above plafondCentre: 720 points in LPS,
    /// counterclockwise as seen from above, the first not repeated, each within 0.001 mm of the shape's surface on its
    /// ray from the axis. Throws Error (BadInput) unless 1 <= height <= 105.
    std::vector<Vec3> tibiaOutlineAt(double height) const;
    struct Widths
    {
        double mediolateral, anteroposterior; ///< mm, along `medial` and `anterior`
    };
    /// Of that border.
    Widths tibiaWidthsAt(double height) const;

    /// Between the leg's frame (x medial, y posterior, z proximal, from plafondCentre; left-handed for a left leg) and
    /// LPS.
    Vec3 toLps(const Vec3& legPoint) const;
    Vec3 toLeg(const Vec3& lps) const;
    /// For truth about any point; in the leg's frame.
    std::shared_ptr<const phantom::AnkleShape> shape;
};

/// Same options, same voxels. About 3 s with the default options. At most about 100 million voxels (0.4 mm, turned):
/// 500 MB. Throws Error: BadInput (options out of range), Cancelled.
Ankle makeAnkle(const AnkleOptions& options, const Job& job);

} // namespace pollux
