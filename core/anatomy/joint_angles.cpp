#include "core/anatomy/joint_angles.h"

#include "core/base/error.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

constexpr double kDegrees = 180 / 3.14159265358979323846;

/// atan2 in the plane of two components of a direction; refuses what has next to no part in it.
double angle(double across, double along, double length)
{
    if (!std::isfinite(length) || !(length > 1e-12) || !(std::hypot(across, along) > 0.017 * length))
        throw Error(ErrorCode::BadInput,
                    "An angle is asked for of a direction that has none in the plane of projection.",
                    "Look at the landmarks and set them anew.");
    return std::atan2(across, along) * kDegrees;
}

/// A plane's normal, up or down, pointing proximally.
Vec3 proximally(const JointFrame& bone, const Vec3& normal)
{
    return normal.dot(bone.proximal()) < 0 ? Vec3(-normal) : normal;
}

/// Of `moving` against `fixed` in a joint coordinate system with e1 = z of the fixed bone, e3 = y of the moving one.
struct ThreeAngles
{
    double aboutZ; ///< right-handed about the fixed bone's z: x goes towards y
    double varus;
    double external;
    Vec3 e2;
};

ThreeAngles threeAngles(const JointFrame& fixed, const JointFrame& moving)
{
    ThreeAngles t;
    const Vec3 e1 = fixed.right(), e3 = moving.proximal();
    t.e2 = e3.cross(e1);
    const double length = t.e2.norm();
    if (!std::isfinite(length) || length < 0.017)
        throw Error(ErrorCode::BadInput, "The angles of a joint cannot be told: its two axes lie on one line.",
                    "Look at the landmarks of both bones.");
    t.e2 /= length;
    t.aboutZ = angle(t.e2.dot(fixed.proximal()), t.e2.dot(fixed.anterior()), 1);
    t.varus = std::asin(std::clamp(e3.dot(fixed.lateral()), -1.0, 1.0)) * kDegrees;
    const Vec3 right = t.e2.cross(e3);
    const Vec3 lateral = moving.side == Side::Right ? right : Vec3(-right);
    t.external = angle(moving.anterior().dot(lateral), moving.anterior().dot(t.e2), 1);
    return t;
}

} // namespace

double varusOfProximalPlane(const JointFrame& bone, const Vec3& normal)
{
    const Vec3 n = proximally(bone, normal);
    return angle(-n.dot(bone.lateral()), n.dot(bone.proximal()), n.norm());
}

double varusOfDistalPlane(const JointFrame& bone, const Vec3& normal)
{
    const Vec3 n = proximally(bone, normal);
    return angle(n.dot(bone.lateral()), n.dot(bone.proximal()), n.norm());
}

double posteriorSlope(const JointFrame& bone, const Vec3& normal)
{
    const Vec3 n = proximally(bone, normal);
    return angle(-n.dot(bone.anterior()), n.dot(bone.proximal()), n.norm());
}

double externalRotation(const JointFrame& bone, const Vec3& direction)
{
    return angle(direction.dot(bone.lateral()), direction.dot(bone.anterior()), direction.norm());
}

KneeAngles kneeAngles(const JointFrame& femur, const JointFrame& tibia)
{
    const ThreeAngles t = threeAngles(femur, tibia);
    const Vec3 h = tibia.origin - femur.origin;
    KneeAngles k;
    k.flexion = -t.aboutZ;
    k.varus = t.varus;
    k.externalRotation = t.external;
    k.lateralMm = h.dot(femur.lateral());
    k.anteriorMm = h.dot(t.e2);
    k.distractionMm = -h.dot(tibia.proximal());
    return k;
}

AnkleAngles ankleAngles(const JointFrame& tibia, const JointFrame& calcaneus)
{
    const ThreeAngles t = threeAngles(tibia, calcaneus);
    return {t.aboutZ, t.varus, -t.external};
}

double glenoidVersion(const JointFrame& scapula, const Vec3& normal)
{
    return angle(normal.dot(scapula.anterior()), normal.dot(scapula.lateral()), normal.norm());
}

double glenoidInclination(const JointFrame& scapula, const Vec3& normal)
{
    return angle(normal.dot(scapula.proximal()), normal.dot(scapula.lateral()), normal.norm());
}

CupOrientation cupOrientation(const JointFrame& pelvis, const Vec3& axis)
{
    const double length = axis.norm();
    if (!std::isfinite(length) || length < 1e-9)
        throw Error(ErrorCode::BadInput, "The axis of the socket has no direction.", "Set the landmarks of its rim.");
    const Vec3 a = axis / length;
    const double front = a.dot(pelvis.anterior()), down = -a.dot(pelvis.proximal()), out = a.dot(pelvis.lateral());
    const auto within = [](double across, double along) {
        return std::hypot(across, along) > 0.017 ? std::atan2(across, along) * kDegrees : 0;
    };
    const auto arc = [](double sine) { return std::asin(std::clamp(sine, -1.0, 1.0)) * kDegrees; };
    CupOrientation o;
    o.anatomic = {std::acos(std::clamp(down, -1.0, 1.0)) * kDegrees, within(front, out)};
    o.operative = {arc(out), within(front, down)};
    o.radiographic = {within(out, down), arc(front)};
    return o;
}

Vec3 cupAxis(const JointFrame& pelvis, const CupAngles& r)
{
    if (!(r.inclination >= 0 && r.inclination <= 180) || !(std::fabs(r.anteversion) < 90))
        throw Error(ErrorCode::BadInput, "These angles are none of a cup.",
                    "Give an inclination of 0 to 180 degrees and an anteversion between -90 and 90 degrees.");
    const double i = r.inclination / kDegrees, v = r.anteversion / kDegrees;
    return std::sin(v) * pelvis.anterior() + std::cos(v) * std::sin(i) * pelvis.lateral() -
           std::cos(v) * std::cos(i) * pelvis.proximal();
}

double pelvicTilt(const JointFrame& plane, const Vec3& vertical)
{
    return angle(-vertical.dot(plane.anterior()), vertical.dot(plane.proximal()), vertical.norm());
}

double pelvicObliquity(const JointFrame& plane, const Vec3& vertical)
{
    return angle(vertical.dot(plane.right()), vertical.dot(plane.proximal()), vertical.norm());
}

double hipHeightDifference(const JointFrame& plane, const Vec3& rightCentre, const Vec3& leftCentre)
{
    if (!rightCentre.allFinite() || !leftCentre.allFinite())
        throw Error(ErrorCode::BadInput, "A centre of the hips is not a place.", "Set its landmark.");
    return (rightCentre - leftCentre).dot(plane.proximal());
}

double femoralOffset(const Vec3& head, const Vec3& shaftDistal, const Vec3& shaftProximal)
{
    const Vec3 d = shaftProximal - shaftDistal;
    const double length = d.norm();
    if (!head.allFinite() || !std::isfinite(length) || length < 1)
        throw Error(ErrorCode::BadInput, "The offset of a femur is asked for without the line of its shaft.",
                    "Set both ends of the shaft apart.");
    return (head - shaftDistal).cross(d).norm() / length;
}

HeadPlace headPlace(const JointFrame& glenoid, const Vec3& headCentre, double headRadius)
{
    if (!headCentre.allFinite() || !std::isfinite(headRadius) || !(headRadius > 0))
        throw Error(ErrorCode::BadInput, "The head of the humerus has no measures.", "Set its centre and radius.");
    const Vec3 d = headCentre - glenoid.origin;
    HeadPlace out;
    out.anteriorMm = d.dot(glenoid.anterior());
    out.superiorMm = d.dot(glenoid.proximal());
    out.lateralMm = d.dot(glenoid.lateral());
    out.posteriorShare = 50 * (headRadius - out.anteriorMm) / headRadius;
    return out;
}

GeodesicAxis geodesicAxis(const JointFrame& talus, const Vec3& pointOnAxis, const Vec3& direction, double radius)
{
    const double length = direction.norm();
    if (!pointOnAxis.allFinite() || !std::isfinite(length) || length < 1e-9 || !std::isfinite(radius) || radius <= 0)
        throw Error(ErrorCode::BadInput, "The axis of the talus or its sphere has no measures.", "Set its landmarks.");
    Vec3 d = direction / length;
    if (d.dot(talus.lateral()) > 0)
        d = -d;
    const Vec3 from = pointOnAxis - talus.origin;
    const Vec3 foot = from - d * d.dot(from);
    GeodesicAxis out;
    out.offCentreMm = foot.norm();
    if (out.offCentreMm >= radius)
        throw Error(ErrorCode::BadInput, "The axis of the talus passes beside the sphere about its centre of mass.",
                    "Look at the landmarks of the talus.");
    const Vec3 onSphere = foot + d * std::sqrt(radius * radius - foot.squaredNorm());
    out.exit = talus.origin + onSphere;
    const double north = std::clamp(onSphere.dot(talus.proximal()) / radius, -1.0, 1.0);
    out.northDegrees = std::asin(north) * kDegrees;
    out.westDegrees = angle(-onSphere.dot(talus.lateral()), onSphere.dot(talus.anterior()), radius);
    return out;
}

} // namespace pollux
