// Axes of bones from made landmarks, angles of known turns, mirrored bones, the axis of the talus.

#include "tests/bench/verify/problems.h"
#include "tests/core/anatomy/known_frames.h"

#include <Eigen/Geometry>

#include <algorithm>

namespace pollux::verification {

namespace {

using namespace frames;

constexpr double kTiny = 1e-9; // degrees, mm: rounding

/// The largest angle between an axis and what it should be, degrees.
double off(const JointFrame& frame, const Mat3& axes)
{
    double most = 0;
    for (int c = 0; c < 3; ++c) {
        const Vec3 a = frame.axes.col(c), b = axes.col(c);
        most = std::max(most, std::atan2(a.cross(b).norm(), a.dot(b)) / kDeg);
    }
    return most;
}

Mat3 axesOf(const Vec3& anterior, const Vec3& proximal)
{
    Mat3 m;
    m << anterior.normalized(), proximal.normalized(), anterior.normalized().cross(proximal.normalized());
    return m;
}

/// Landmarks of a patient who lies askew; the axes that they have by hand where he lies straight, turned as he is.
std::vector<Check> isbAxes()
{
    const Mat3 askew = turn(23, Vec3(1, -2, 3).normalized());
    const auto p = [&](double x, double y, double z) { return Vec3(askew * Vec3(x, y, z)); };
    const Side right = Side::Right, left = Side::Left;
    std::vector<Check> out;
    const auto check = [&](const char* bone, const JointFrame& f, const Vec3& anterior, const Vec3& proximal) {
        out.push_back(within("Axes by ISB", std::string(bone) + ": largest angle off, degrees", 0,
                             off(f, askew * axesOf(anterior, proximal)), kTiny,
                             "landmarks of a patient who lies askew"));
    };
    check("tibia", tibiaFrame(right, p(30, 0, 0), p(-30, 0, 0), p(35, 0, 350), p(-35, 0, 350)), kFront, kUp);
    // The lateral malleolus lower and further back: z follows it, the knee's middle stays in the plane of y and z.
    const Vec3 line = Vec3(-60, 12, -16).normalized(), front(-12, -60, 0);
    check("tibia, malleoli askew", tibiaFrame(right, p(30, -6, 8), p(-30, 6, -8), p(35, 0, 350), p(-35, 0, 350)), front,
          line.cross(front));
    check("tibia, left", tibiaFrame(left, p(-30, 0, 0), p(30, 0, 0), p(-35, 0, 350), p(35, 0, 350)), kFront, kUp);
    check("femur", femurFrame(right, p(20, 0, 420), p(40, 0, 0), p(-40, 0, 0)), kFront, Vec3(20, 0, 420));
    check("talus", talusFrame(right, p(0, 0, -20), p(15, 0, -10), p(-15, 0, -12), p(0, 0, 1)), kFront,
          Vec3(-30, 0, -2).cross(kFront));
    check("calcaneus", calcaneusFrame(right, p(0, 0, -40), p(0, 40, -45), p(0, -30, -40), p(0, 0, 1)), Vec3(0, -70, 5),
          kRight.cross(Vec3(0, -70, 5)));
    check("pelvis", pelvisFrame(left, p(-120, -80, 0), p(120, -80, 0), p(-40, 80, 10), p(40, 80, 10)),
          Vec3(0, -160, -10), kRight.cross(Vec3(0, -160, -10)));
    check("anterior pelvic plane",
          anteriorPelvicPlane(right, p(-120, -80, 0), p(120, -80, 0), p(-25, -70, -90), p(25, -70, -90)),
          kRight.cross(Vec3(0, 10, -90)), Vec3(0, -10, 90));
    check("scapula", scapulaFrame(right, p(-100, 0, 20), p(0, 0, 20), p(0, 0, -100)), kFront, kUp);
    check("scapula, left", scapulaFrame(left, p(100, 0, 20), p(0, 0, 20), p(0, 0, -100)), kFront, kUp);
    check("vertebra", vertebraFrame(p(0, 0, 10), p(0, 2, -10), p(11, 20, 3), p(-11, 20, 3)),
          Vec3(0, -2, 20).cross(kRight), Vec3(0, -2, 20));
    return out;
}

std::vector<Check> kneeAndAnkle()
{
    const char* knees = "Angles of the knee (Grood, Suntay)";
    const char* ankles = "Angles of the ankle (ISB)";
    const Mat3 base = turn(17, Vec3(1, 2, 3).normalized()) * patientAxes();
    const auto told = [&](double f, double v, double e) {
        const Knee k = knee(base, f, v, e, 2);
        return kneeAngles(k.femur, k.tibia);
    };
    const KneeAngles k = told(95, 5, 12);
    const JointFrame tibia = rightFrame(base);
    const AnkleAngles a = ankleAngles(tibia, calcaneusOf(tibia, 20, 14, 11));
    Worst knees27, ankles27;
    for (const double f : {0.0, 30.0, 95.0})
        for (const double v : {-8.0, 0.0, 5.0})
            for (const double e : {-20.0, 0.0, 12.0}) {
                const KneeAngles x = told(f, v, e);
                knees27.add(f, x.flexion);
                knees27.add(v, x.varus);
                knees27.add(e, x.externalRotation);
                knees27.add(2, x.anteriorMm);
                const AnkleAngles y = ankleAngles(tibia, calcaneusOf(tibia, f - 40, 2 * v, e));
                ankles27.add(f - 40, y.dorsiflexion);
                ankles27.add(2 * v, y.inversion);
                ankles27.add(e, y.internalRotation);
            }
    return {within(knees, "flexion, degrees", 95, k.flexion, kTiny),
            within(knees, "varus, degrees", 5, k.varus, kTiny),
            within(knees, "external rotation, degrees", 12, k.externalRotation, kTiny),
            within(knees, "drawer, mm", 2, k.anteriorMm, kTiny),
            within(knees, "worst of 27 poses, degrees or mm", 0, knees27.error(), kTiny),
            within(ankles, "dorsiflexion, degrees", 20, a.dorsiflexion, kTiny),
            within(ankles, "inversion, degrees", 14, a.inversion, kTiny),
            within(ankles, "internal rotation, degrees", 11, a.internalRotation, kTiny),
            within(ankles, "worst of 27 poses, degrees", 0, ankles27.error(), kTiny)};
}

std::vector<Check> planes()
{
    const char* name = "Angles of a plane on a bone";
    const JointFrame f = rightFrame(patientAxes());
    const Vec3 medially = turn(3, Vec3::UnitY()) * kUp; // of a right bone +x
    const Vec3 both(std::tan(4 * kDeg), std::tan(6 * kDeg), 1);
    return {
        within(name, "varus of a proximal plane, degrees", 3, varusOfProximalPlane(f, medially), kTiny),
        within(name, "varus of a distal plane, degrees", -3, varusOfDistalPlane(f, medially), kTiny),
        within(name, "slope, degrees", 7, posteriorSlope(f, Vec3(0, std::sin(7 * kDeg), std::cos(7 * kDeg))), kTiny),
        within(name, "external rotation, degrees", 15,
               externalRotation(f, Vec3(-std::sin(15 * kDeg), -std::cos(15 * kDeg), 0)), kTiny),
        within(name, "varus of a plane that leans both ways, degrees", 4, varusOfProximalPlane(f, both), kTiny),
        within(name, "its slope, degrees", 6, posteriorSlope(f, both), kTiny)};
}

std::vector<Check> glenoid()
{
    std::vector<Check> out;
    const JointFrame right = scapulaFrame(Side::Right, Vec3(-100, 0, 20), Vec3(0, 0, 20), Vec3(0, 0, -100));
    const Mat3 axes = right.axes * turn(-5.2, Vec3::UnitY()) * turn(-8.4, Vec3::UnitX());
    for (const bool mirror : {false, true}) {
        std::vector<Vec3> points = rim(Vec3(-80, 10, 15), axes, 13.5);
        if (mirror)
            for (Vec3& p : points)
                p = frames::mirrored(p);
        const JointFrame scapula = mirror ? frames::mirrored(right) : right;
        const GlenoidCircle c = glenoidCircle(points, scapula);
        const char* name = mirror ? "Glenoid, mirrored" : "Glenoid";
        out.push_back(within(name, "version, degrees", -5.2, glenoidVersion(scapula, c.normal), 1e-6));
        out.push_back(within(name, "inclination, degrees", toldInclination(8.4, 5.2),
                             glenoidInclination(scapula, c.normal), 1e-6));
        out.push_back(within(name, "radius of the lower rim, mm", 13.5, c.radius, 0.01));
    }
    return out;
}

std::vector<Check> mirroredBones()
{
    Worst axes, places, angles;
    const Vec3 at(4, 7, 90);
    for (const auto& [right, left] : mirroredPairs()) {
        axes.take(off(left, frames::mirrored(right).axes));
        places.take((left.toFrame(frames::mirrored(at)) - right.toFrame(at).cwiseProduct(Vec3(1, 1, -1))).norm());
        const Vec3 normal = right.axes * Vec3(0.12, 0.95, 0.2), front = right.axes * Vec3(0.9, 0.1, 0.3);
        const Vec3 n = frames::mirrored(normal), d = frames::mirrored(front);
        angles.add(varusOfProximalPlane(right, normal), varusOfProximalPlane(left, n));
        angles.add(varusOfDistalPlane(right, normal), varusOfDistalPlane(left, n));
        angles.add(posteriorSlope(right, normal), posteriorSlope(left, n));
        angles.add(externalRotation(right, front), externalRotation(left, d));
        angles.add(glenoidVersion(right, right.lateral() + 0.2 * normal),
                   glenoidVersion(left, left.lateral() + 0.2 * n));
    }
    const Knee k = knee(turn(17, Vec3(1, 2, 3).normalized()) * patientAxes(), 30, 5, -20, 2);
    const KneeAngles r = kneeAngles(k.femur, k.tibia),
                     l = kneeAngles(frames::mirrored(k.femur), frames::mirrored(k.tibia));
    angles.add(r.flexion, l.flexion);
    angles.add(r.varus, l.varus);
    angles.add(r.externalRotation, l.externalRotation);
    angles.add(r.lateralMm, l.lateralMm);
    const std::string count = std::to_string(axes.count()) + " kinds of axes";
    return {within("Mirrored bones", "axes, largest angle off, degrees", 0, axes.error(), kTiny, count),
            within("Mirrored bones", "coordinates of a place, mm", 0, places.error(), kTiny, count),
            within("Mirrored bones", "clinical angles, right less left, degrees", 0, angles.error(), kTiny,
                   std::to_string(angles.count()) + " numbers")};
}

std::vector<Check> talarAxis()
{
    const char* name = "Axis of the talus on the globe";
    const JointFrame f = rightFrame(patientAxes(), Vec3(1, 2, 3));
    const Vec3 d = onGlobe(91.6, 7.4);
    const GeodesicAxis g = geodesicAxis(f, f.origin + 5 * d, -d, 25),
                       above = geodesicAxis(f, f.origin + 3 * kUp, kRight, 25);
    const JointFrame left = frames::mirrored(f);
    const GeodesicAxis l = geodesicAxis(left, frames::mirrored(Vec3(f.origin + 5 * d)), frames::mirrored(d), 25);
    return {within(name, "degrees west", 91.6, g.westDegrees, kTiny),
            within(name, "degrees north", 7.4, g.northDegrees, kTiny),
            within(name, "off the centre of mass, mm", 0, g.offCentreMm, kTiny),
            within(name, "degrees west, left foot", 91.6, l.westDegrees, kTiny),
            within(name, "degrees north, left foot", 7.4, l.northDegrees, kTiny),
            within(name, "3 mm above the centre, straight across: degrees north", std::asin(3.0 / 25) / kDeg,
                   above.northDegrees, kTiny),
            within(name, "and off the centre, mm", 3, above.offCentreMm, kTiny)};
}

} // namespace

std::vector<Problem> frameProblems()
{
    return {{"isb-axes", isbAxes, "Wu 2002, 2005; axes by hand"},
            {"joint-angles", kneeAndAnkle, "turns put in"},
            {"plane-angles", planes, "turns put in"},
            {"glenoid", glenoid, "turns put in"},
            {"mirrored-bones", mirroredBones, "the other side"},
            {"talar-axis", talarAxis, "Hernigou 2021, means put in"}};
}

} // namespace pollux::verification
