#pragma once

#include "core/anatomy/joint_frames.h"

namespace pollux {

// Clinical angles, degrees. Each is the same number for a bone and its mirror image. Each throws Error (BadInput) for
// a direction that is not finite, is zero, or stands at right angles to the plane it is projected on.

/// Varus of a plane at the proximal end of a bone (tibial plateau or cut), projected on the bone's coronal plane
/// (normal x): positive = varus, the medial side is the lower one, the normal leans medially.
/// Medial angle of the bone's axis and the plane (MPTA) = 90 - this.
double varusOfProximalPlane(const JointFrame& bone, const Vec3& normal);
/// Varus of a plane at the distal end of a bone (plafond, distal cut of tibia or femur), coronal plane: positive =
/// varus, the medial side is the higher one. Medial distal tibial angle (MDTA) = 90 - this; lateral distal femoral
/// angle (LDFA) = 90 + this.
double varusOfDistalPlane(const JointFrame& bone, const Vec3& normal);
/// Slope of a plane in the bone's sagittal plane (normal z): positive = it drops towards the back.
double posteriorSlope(const JointFrame& bone, const Vec3& normal);
/// Turn of a direction that is meant to be anterior (neck of the talus, second ray, tuberosity) in the bone's
/// transverse plane (normal y): positive = external, towards lateral. -180 to 180.
double externalRotation(const JointFrame& bone, const Vec3& direction);

/// Angles and shifts of the knee: Grood and Suntay, J Biomech Eng 105 (1983) 136. e1 = z of the femur, e3 = y of the
/// tibia, e2 = e3 x e1, anterior.
struct KneeAngles
{
    double flexion = 0;          ///< about e1
    double varus = 0;            ///< about e2: adduction of the tibia
    double externalRotation = 0; ///< of the tibia about e3
    double lateralMm = 0;        ///< of the tibia's origin from the femur's along e1
    double anteriorMm = 0;       ///< along e2: drawer
    double distractionMm = 0;    ///< against e3
};
KneeAngles kneeAngles(const JointFrame& femur, const JointFrame& tibia);

/// Angles of the ankle: Wu et al. 2002. e1 = z of the tibia, e3 = y of the calcaneus, e2 = e3 x e1.
struct AnkleAngles
{
    double dorsiflexion = 0;     ///< about e1; negative: plantarflexion
    double inversion = 0;        ///< about e2; negative: eversion
    double internalRotation = 0; ///< about e3; negative: external
};
AnkleAngles ankleAngles(const JointFrame& tibia, const JointFrame& calcaneus);

/// Version of a glenoid whose normal points out of it, in the scapula's transverse plane (normal y): positive =
/// anteversion, negative = retroversion. By what frame is to be told with it: scapularPlane() is that of the
/// publications, with scapulaFrame() the number is another one.
double glenoidVersion(const JointFrame& scapula, const Vec3& normal);
/// Its inclination, in the scapula's coronal plane (normal x): positive = it looks upwards.
double glenoidInclination(const JointFrame& scapula, const Vec3& normal);

/// Inclination and anteversion of a socket or cup, degrees, in one of the definitions of Murray, J Bone Joint Surg Br
/// 75 (1993) 228, as remembered and worked out anew from what each angle is:
/// anatomic: inclination between the axis and the pelvis' longitudinal axis; anteversion between the axis in the
/// transverse plane and the transverse axis.
/// operative: inclination between the axis and the sagittal plane; anteversion between the axis in the sagittal plane
/// and the longitudinal axis.
/// radiographic: inclination between the axis in the coronal plane and the longitudinal axis; anteversion between the
/// axis and the coronal plane.
struct CupAngles
{
    double inclination = 0;
    double anteversion = 0; ///< below 0: retroversion
};
struct CupOrientation
{
    CupAngles anatomic, operative, radiographic;
};
/// `pelvis`: whose planes the angles are told in, as a rule of anteriorPelvicPlane(), its side that of the hip. `axis`:
/// normal of the opening, out of the socket (laterally, distally). Where the axis stands on a plane of projection
/// (within a degree) that angle is 0.
CupOrientation cupOrientation(const JointFrame& pelvis, const Vec3& axis);
/// The unit axis of these radiographic angles. Throws Error (BadInput) unless inclination lies within 0 to 180 and
/// anteversion within -90 and 90 degrees.
Vec3 cupAxis(const JointFrame& pelvis, const CupAngles& radiographic);

/// Tilt of the anterior pelvic plane, in its sagittal plane, against a direction that counts as vertical (the image's:
/// of a patient who lies, not of one who stands): positive = anterior tilt, the spines lie before the tubercles.
double pelvicTilt(const JointFrame& anteriorPelvicPlane, const Vec3& vertical);
/// In its coronal plane: positive = the right side is the higher one.
double pelvicObliquity(const JointFrame& anteriorPelvicPlane, const Vec3& vertical);
/// How much higher the right centre of the hips lies than the left one along the plane's proximal axis, mm: the
/// pelvis' part in a difference of leg lengths. The femora's is not in it.
double hipHeightDifference(const JointFrame& anteriorPelvicPlane, const Vec3& rightCentre, const Vec3& leftCentre);
/// Distance of the head's centre to the line of the shaft, mm. Throws Error (BadInput) for a line without direction.
double femoralOffset(const Vec3& head, const Vec3& shaftDistal, const Vec3& shaftProximal);

/// Where the head of the humerus lies before the glenoid, along the axes of the glenoid's frame.
struct HeadPlace
{
    double anteriorMm = 0;     ///< of the head's centre from the glenoid's axis (normal through its centre)
    double superiorMm = 0;     ///< the same along the frame's y
    double lateralMm = 0;      ///< of the head's centre from the plane of the rim's circle
    double posteriorShare = 0; ///< percent of the head's diameter that lies behind the glenoid's axis: 50 is centred
};
/// The share is the subluxation index after Walch, told of spheres: (radius - anteriorMm) / diameter. Throws Error
/// (BadInput) for a centre that is not finite or a radius that is not positive.
HeadPlace headPlace(const JointFrame& glenoid, const Vec3& headCentre, double headRadius);

/// Where an axis leaves a sphere about the centre of mass of the talus, on the medial side, as Hernigou et al., Int
/// Orthop 45 (2021) 2209 tell it: 91.6 W, 7.4 N on average, the axis within 3 mm of the centre.
/// Degrees west are counted here from the frame's anterior direction (0) over medial (90 W), degrees north from its
/// transverse plane towards proximal. This origin of the degrees is an assumption: only the abstract was read, in which
/// it is not said.
struct GeodesicAxis
{
    double westDegrees = 0;   ///< -180 to 180
    double northDegrees = 0;  ///< -90 to 90
    double offCentreMm = 0;   ///< distance of the axis to the centre
    Vec3 exit = Vec3::Zero(); ///< patient coordinates
};
/// `talus`: its origin is the centre of mass. `radius`: of the sphere, mm. Throws Error (BadInput) also where the axis
/// misses the sphere.
GeodesicAxis geodesicAxis(const JointFrame& talus, const Vec3& pointOnAxis, const Vec3& direction, double radius);

} // namespace pollux
