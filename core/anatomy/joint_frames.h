#pragma once

#include "core/geometry/vec.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pollux {

enum class Side { Left, Right };
std::string_view name(Side side); ///< "left", "right"

/// Axes of a bone: x anterior, y proximal (cranial), z towards the patient's right, columns of `axes`, in patient
/// coordinates (LPS, mm); right-handed on both sides. So a mirrored bone (left and right exchanged) has the mirrored
/// axes x and y, and z turned round: what is told by anterior(), proximal() and lateral() is the same number on both
/// sides. Definitions: Wu et al., J Biomech 35 (2002) 543 (ankle, hip, spine) and 38 (2005) 981 (shoulder), for the
/// International Society of Biomechanics (ISB), as in the summary of them at hand; to be read again in the originals.
struct JointFrame
{
    std::string bone; ///< "tibia", "talus", "calcaneus", "femur", "pelvis", "scapula", "glenoid", "vertebra"
    Side side = Side::Right;
    Vec3 origin = Vec3::Zero();
    Mat3 axes = Mat3::Identity();
    std::string definition; ///< what it is by: "ISB (Wu 2002)", or how it departs from it

    Vec3 toFrame(const Vec3& patient) const;
    Vec3 toPatient(const Vec3& inFrame) const;
    Vec3 anterior() const;
    Vec3 proximal() const;
    Vec3 right() const;
    Vec3 lateral() const; ///< away from the midline: +z on the right, -z on the left
};

/// A landmark that was found, how far it is to be trusted and why. A proposal: somebody must look at it.
struct BoneLandmark
{
    std::string key;   ///< "tibia-mm", ...: stable
    std::string label; ///< "Medial malleolus tip"
    Vec3 position = Vec3::Zero();
    double confidence = 0; ///< 0..1: a rating by rules of this program, no probability
    std::string why;
};
using BoneLandmarks = std::vector<BoneLandmark>;
const BoneLandmark* findLandmark(const BoneLandmarks& landmarks, std::string_view key); ///< nullptr if absent

// All makers of axes throw Error (BadInput) for points that are not finite, two that lie within a millimetre of each
// other, and points or directions within one degree of a line. Directions need not be of unit length. A wrong side, or
// medial and lateral exchanged, turns x and z round: see facesForward().

/// Origin: middle of the malleolar tips. z: from one to the other, to the right. x: normal of the plane through them
/// and the middle of the borders of the condyles, anterior.
JointFrame tibiaFrame(Side side, const Vec3& medialMalleolus, const Vec3& lateralMalleolus, const Vec3& medialCondyle,
                      const Vec3& lateralCondyle);
/// Where the knee is not in the image: the shaft's direction (proximally) takes the place of that from the origin to
/// the condyles. y is then the shaft's part at right angles to the malleolar line.
JointFrame distalTibiaFrame(Side side, const Vec3& medialMalleolus, const Vec3& lateralMalleolus, const Vec3& shaftUp);
/// Where the ankle is not in the image. Origin: middle of the condyles' borders. y: the shaft, proximally. z: the line
/// of the condyles' borders at right angles to it.
JointFrame proximalTibiaFrame(Side side, const Vec3& medialCondyle, const Vec3& lateralCondyle, const Vec3& shaftUp);
/// The same bone and origin with y along `up` and z the frame's as far as it is square to it: what cuts are told in.
/// The y of ISB's tibia is square to the line of the malleoli, which lies some ten degrees askew to the long axis.
JointFrame alongAxis(const JointFrame& frame, const Vec3& up, std::string definition);

/// Of the talus itself, as it lies (not ISB's, which is the tibia's in the neutral pose: see neutralHindfootFrame()).
/// Origin: its centre of mass. z: the axis of the trochlea, given from its medial to its lateral end. y: `up` at right
/// angles to it.
JointFrame talusFrame(Side side, const Vec3& centreOfMass, const Vec3& domeMedial, const Vec3& domeLateral,
                      const Vec3& up);
/// Of the calcaneus itself, as it lies (not ISB's). Origin: `origin`. x: from the heel to the front of the bone. z: at
/// right angles to it and `up`.
JointFrame calcaneusFrame(Side side, const Vec3& origin, const Vec3& heel, const Vec3& front, const Vec3& up);
/// ISB's frame of talus and calcaneus: the tibia's, of an image of the neutral pose.
JointFrame neutralHindfootFrame(std::string bone, const JointFrame& tibia);
/// Origin: centre of the femoral head. y: from the middle of the epicondyles to it. z: in the plane of the three.
JointFrame femurFrame(Side side, const Vec3& hipCentre, const Vec3& medialEpicondyle, const Vec3& lateralEpicondyle);
/// Where the hip is not in the image. Origin: middle of the epicondyles. y: the shaft, proximally.
JointFrame distalFemurFrame(Side side, const Vec3& medialEpicondyle, const Vec3& lateralEpicondyle,
                            const Vec3& shaftUp);
/// Where the knee is not in the image. Origin: centre of the femoral head. y: the shaft, proximally. z: so that the
/// neck lies in the plane of y and z; by the femur's torsion (anteversion) it is turned against femurFrame().
JointFrame proximalFemurFrame(Side side, const Vec3& hipCentre, const Vec3& shaftPoint, const Vec3& shaftUp);
/// z: from the left to the right anterior superior iliac spine (ASIS). x: in the plane of both and the middle of the
/// posterior ones (PSIS), anterior. Origin: centre of the hip of `side`, the middle of the ASISs if it is not known.
JointFrame pelvisFrame(Side side, const Vec3& rightAsis, const Vec3& leftAsis, const Vec3& rightPsis,
                       const Vec3& leftPsis, const std::optional<Vec3>& hipCentre = std::nullopt);
/// What the angles of a cup are told in, not ISB's. Origin: middle of the ASISs. z: from the left one to the right
/// one. x: normal of the plane of both and the middle of the pubic tubercles, anterior.
JointFrame anteriorPelvicPlane(Side side, const Vec3& rightAsis, const Vec3& leftAsis, const Vec3& rightTubercle,
                               const Vec3& leftTubercle);
/// Origin: angulus acromialis (AA). z: the line of trigonum spinae (TS) and AA. x: normal of the plane of both and the
/// angulus inferior (AI), anterior.
JointFrame scapulaFrame(Side side, const Vec3& angulusAcromialis, const Vec3& trigonumSpinae,
                        const Vec3& angulusInferior);
/// What version and inclination of a glenoid are told against, not ISB's. Origin: centre of the glenoid. z: the line of
/// trigonum spinae (TS) and it. x: normal of the plane of both and the angulus inferior (AI), anterior. ISB's plane
/// leans on the acromion, which lies behind the glenoid, and would make of the same glenoid a more anteverted one.
/// Plane of AI, glenoid centre and the spine's crossing of the medial border, line from there to the centre: as in CT
/// studies of version (BMC Musculoskelet Disord 22 (2021), doi 10.1186/s12891-021-04660-4, figure 3).
JointFrame scapularPlane(Side side, const Vec3& glenoidCentre, const Vec3& trigonumSpinae, const Vec3& angulusInferior);

/// y: from the centre of the lower to that of the upper endplate. z: the line of corresponding points of the left and
/// the right pedicle, to the right, at right angles to it. Origin: amid the endplates (ISB's is where the y axes of two
/// neighbours meet in the neutral pose). `side` is Right: a vertebra has none.
JointFrame vertebraFrame(const Vec3& upperEndplate, const Vec3& lowerEndplate, const Vec3& leftPedicle,
                         const Vec3& rightPedicle);

/// Circle that fits the lower half of a glenoid's rim best.
struct GlenoidCircle
{
    Vec3 centre = Vec3::Zero();
    Vec3 normal = Vec3::UnitZ(); ///< out of the glenoid, laterally
    double radius = 0;           ///< mm
    double rmsMm = 0;            ///< of the points it was fitted to
};
/// `rim`: at least 6 points all around, of which those in the lower half of their extent along the scapula's y count.
/// Plane by least squares, circle in it by least squares (Kasa). Of four candidates the plane of the inferior circle
/// varies least against the scapula's (n = 152; doi 10.1007/s00256-013-1572-0).
GlenoidCircle glenoidCircle(const std::vector<Vec3>& rim, const JointFrame& scapula);
/// Origin: the circle's centre. z: its normal. y: the scapula's y at right angles to it.
JointFrame glenoidFrame(const std::vector<Vec3>& rim, const JointFrame& scapula);

/// True if x points to the front of the patient rather than to the back, and y to the head rather than to the feet.
/// False for a bone of a patient lying on a table means that the side is wrong or that medial and lateral landmarks
/// are exchanged; says nothing of images whose axes are not the patient's.
bool facesForward(const JointFrame& frame);

} // namespace pollux
