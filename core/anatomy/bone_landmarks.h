#pragma once

#include "core/anatomy/joint_frames.h"
#include "core/image/mask.h"
#include "core/jobs/job.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pollux {

/// A length that comes with them: radius of a dome or head.
struct BoneMeasure
{
    std::string key;
    std::string label;
    double mm = 0;
};
struct JointLandmarks
{
    BoneLandmarks points;
    std::vector<BoneMeasure> measures;
};

// All of them: from masks of one leg (the largest part of each counts), in a patient whose head is up in the image
// (LPS); limbs may lie up to some 35 degrees askew. Anisotropic voxels are taken account of, but no landmark that is a
// tip is known better than half a slice. Long loops stop with the job. Throw Error (BadInput) for masks that hold no
// bone (see BoneShape), or where bones lie apart.

/// tibia-mm, fibula-lm: tips of the malleoli, distal along the shaft. tibia-plafond: amid the part of the tibia that
/// looks at the talus, on a paraboloid through it. tibia-shaft-distal, -proximal: ends of a line through the centroids
/// of the shaft's sections. talus-dome-medial, -lateral: ends of the axis of the cylinder that fits the trochlea best;
/// talus-dome-top: its highest line, amid. talus-centre: centre of mass. talus-head: middle of the anterior quarter.
/// Measure talus-dome-radius.
JointLandmarks ankleLandmarks(Side side, const Mask& tibia, const Mask& fibula, const Mask& talus, const Job& job);

/// Of the tibia: tibia-mc, tibia-lc (outermost places of the condyles within 15 mm of the plateau), tibia-plateau,
/// tibia-tuberosity, tibia-shaft-distal, -proximal. Of the femur: femur-me, femur-le (outermost places of the
/// condyles), femur-posterior-medial, -lateral, femur-distal-medial, -lateral, femur-notch, femur-shaft-distal,
/// -proximal. Either mask may be nullptr.
JointLandmarks kneeLandmarks(Side side, const Mask* tibia, const Mask* femur, const Job& job);

/// femur-head (sphere), femur-neck (on its axis, 1.6 radii from the head's centre), femur-shaft-distal, -proximal.
/// Measure femur-head-radius. Needs no side.
JointLandmarks hipLandmarks(const Mask& femur, const Job& job);

/// Of one vertebra, filled, without ribs and neighbours; head up within some 35 degrees; needs no side.
/// vertebra-upper, -lower: centres of the endplates (planes through them, at the middle of the section just beneath);
/// vertebra-body: amid them. vertebra-canal: middle of the hole of its sections. pedicle-left-isthmus, -right-isthmus:
/// middle of the narrowest section between body and arch, beside the canal; its axis is the direction through it with
/// the most bone about. pedicle-left-entry, ...: where the axis leaves the bone behind; pedicle-left-target, ...: 80 %
/// of the way to the front cortex (a choice, unverified). A pedicle that is not found is left out. Measures
/// pedicle-left-width, -height (across the axis, from side to side and from above to below), the same of the right,
/// vertebra-body-depth (amid the endplates). Throws Error (BadInput) where there is no ring behind a body.
JointLandmarks vertebraLandmarks(const Mask& vertebra, const Job& job);

/// Which side a bone is of, by the image.
struct SideGuess
{
    Side side = Side::Right;
    double confidence = 0; ///< 0: not known
    std::string why;
};
/// The fibula lies laterally of the tibia, by their centroids: both of one leg, about as long as each other.
SideGuess sideOf(const Mask& tibia, const Mask& fibula);
/// The head lies medially of the shaft: landmarks of hipLandmarks().
SideGuess sideOf(const BoneLandmarks& hip);
/// By the body's midline at x (LPS, mm): weak, 0.4 at most.
SideGuess sideOf(const Vec3& centroid, double midlineX);

/// The axes that these landmarks allow for "tibia", "talus", "femur", "vertebra"; the best definition of those there
/// are points for. nullopt if there are none, or if they lie at one place or on a line.
std::optional<JointFrame> frameOf(std::string_view bone, Side side, const BoneLandmarks& landmarks);

/// The axes that cuts and components are told in: as frameOf(), but a tibia's y is its long axis, from the middle of
/// the plafond to that of the plateau where both are known, else the shaft's.
std::optional<JointFrame> planningFrameOf(std::string_view bone, Side side, const BoneLandmarks& landmarks);

} // namespace pollux
