#pragma once

#include "core/anatomy/joint_frames.h"
#include "core/image/mask.h"
#include "core/jobs/job.h"

#include <functional>
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

/// Which side a bone is of, by the image.
struct SideGuess
{
    Side side = Side::Right;
    double confidence = 0; ///< 0: not known
    std::string why;
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

/// Masks that the landmarks of a pelvis are found in. Hip bones whose side is known, or one mask of both (with the
/// sacrum or without); parts of them may lie apart. Femora, of either side or both, are guides to the hips.
struct PelvisMasks
{
    const Mask* right = nullptr;
    const Mask* left = nullptr;
    const Mask* both = nullptr; ///< instead of these; it may hold one side, which is found then
    std::vector<const Mask*> femora;
    std::optional<Side> side = {}; ///< of `both`, where it holds one side and the image does not tell which
};
/// A landmark that is looked for and not told, and why.
struct MissingLandmark
{
    std::string key;
    std::string label;
    std::string why;
};
struct PelvisLandmarks : JointLandmarks
{
    std::vector<MissingLandmark> missing;
    bool bothSides = false; ///< both were given
    SideGuess seen;         ///< of one side alone: the side that the bone itself tells
};
/// Keys end with the side, "-right" or "-left". asis, pubic-tubercle: where a plane laid on the front of the pelvis
/// touches it (the anterior pelvic plane, found in rounds: the foremost places along its normal of what lies above and
/// below the hips, until they make the plane that they were found by); so an oblique pelvis has the same places. Of one
/// side alone the plane stands square to the image's sagittal plane, and confidence is less. psis: hindmost place of
/// the ilium along that normal. acetabulum: centre of the sphere that fits the concave surface about the head of the
/// femur (without a femur about the place that both spines tell: Bell 1990, from memory); acetabulum-dome: on the
/// sphere, opposite to the opening; acetabulum-rim-superior, -anterior, -posterior: on the plane through the rim (the
/// notch does not pull it). Measure acetabulum-radius. What the image cuts off is missing, or of little confidence.
/// Of one side alone its twist tells which it is: forwards the wing runs laterally, what is below it medially; of a
/// mask that names none, the femur in its socket, too. Throws Error (BadInput) also where the right half lies on the
/// left of the left one, where a mask of one side is as wide as both, and where no side is told.
PelvisLandmarks pelvisLandmarks(const PelvisMasks& masks, const Job& job);

/// The acetabulum of a side as landmarks tell it, moved by hand or not.
struct Acetabulum
{
    Vec3 centre = Vec3::Zero();
    double radius = 0;             ///< mm, to the dome
    Vec3 axis = Vec3::UnitX();     ///< unit, normal of the rim's plane, out of the socket
    Vec3 rimCentre = Vec3::Zero(); ///< where the axis through the centre meets the rim's plane
};
/// nullopt where a landmark is missing, or where they make no plane or sphere.
std::optional<Acetabulum> acetabulumOf(Side side, const BoneLandmarks& landmarks);

/// scapula-aa (angulus acromialis), scapula-ts (trigonum spinae), scapula-ai (angulus inferior), glenoid-centre (of the
/// circle of the lower rim), glenoid-rim-01 .. -16 (where the surface turns 45 degrees away from the glenoid's normal,
/// from the top over the front). With a humerus: humerus-head (sphere). Measures glenoid-circle-radius,
/// humerus-head-radius. The glenoid is looked for at the thickest part of the scapula, beyond the line of the spine.
/// Masks are to be filled: marrow that is left out is no bone. `humerus` may be nullptr. Throws also where no spine or
/// no glenoid is found.
JointLandmarks shoulderLandmarks(Side side, const Mask& scapula, const Mask* humerus, const Job& job);
/// The same of a side that is chosen once the image has told which one it shows: the spine of a scapula runs laterally
/// to the glenoid.
using SideChoice = std::function<Side(const SideGuess&)>;
JointLandmarks shoulderLandmarks(const SideChoice& choose, const Mask& scapula, const Mask* humerus, const Job& job);
/// How many glenoid-rim- landmarks there are, and their keys.
inline constexpr int kGlenoidRim = 16;
std::string glenoidRimKey(int number); ///< 1..kGlenoidRim

/// Of one vertebra, filled, without ribs and neighbours; head up within some 35 degrees; needs no side.
/// vertebra-upper, -lower: centres of the endplates (planes through them, at the middle of the section just beneath);
/// vertebra-body: amid them. vertebra-canal: middle of the hole of its sections. pedicle-left-isthmus, -right-isthmus:
/// middle of the narrowest section between body and arch, beside the canal; its axis is the direction through it with
/// the most bone about. pedicle-left-entry, ...: where the axis leaves the bone behind; pedicle-left-target, ...: 80 %
/// of the way to the front cortex (a choice, unverified). A pedicle that is not found is left out. Measures
/// pedicle-left-width, -height (across the axis, from side to side and from above to below), the same of the right,
/// vertebra-body-depth (amid the endplates). Throws Error (BadInput) where there is no ring behind a body.
JointLandmarks vertebraLandmarks(const Mask& vertebra, const Job& job);

/// Which side a bone is of: the fibula lies laterally of the tibia, by their centroids: both of one leg, about as long
/// as each other.
SideGuess sideOf(const Mask& tibia, const Mask& fibula);
/// The head lies medially of the shaft: landmarks of hipLandmarks().
SideGuess sideOf(const BoneLandmarks& hip);
/// By the body's midline at x (LPS, mm): weak, 0.4 at most.
SideGuess sideOf(const Vec3& centroid, double midlineX);

/// The axes that these landmarks allow for "tibia", "talus", "femur", "pelvis", "anterior-pelvic-plane", "scapula",
/// "glenoid", "vertebra"; the best definition of those there are points for. nullopt if there are none, or if they lie
/// at one place or on a line.
std::optional<JointFrame> frameOf(std::string_view bone, Side side, const BoneLandmarks& landmarks);

/// The axes that cuts and components are told in: as frameOf(), but a tibia's y is its long axis, from the middle of
/// the plafond to that of the plateau where both are known, else the shaft's.
std::optional<JointFrame> planningFrameOf(std::string_view bone, Side side, const BoneLandmarks& landmarks);

} // namespace pollux
