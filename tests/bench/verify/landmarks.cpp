// Landmarks of bones that are made of spheres, capsules and cylinders, and the space between spheres.

#include "core/anatomy/joint_space.h"
#include "core/phantom/shoulder.h"
#include "tests/bench/verify/problems.h"
#include "tests/core/anatomy/analytic_vertebra.h"
#include "tests/core/anatomy/made_pelvis.h"
#include "tests/core/anatomy/round_joints.h"
#include "tests/core/anatomy/told_shoulder.h"

namespace pollux::verification {

namespace {

using namespace bones;

double degrees(const Vec3& a, const Vec3& b)
{
    return std::atan2(a.cross(b).norm(), a.dot(b)) * 180 / M_PI;
}

Mat3 turned(double by, const Vec3& axis)
{
    return Eigen::AngleAxisd(by * M_PI / 180, axis).toRotationMatrix();
}

std::vector<Check> spaces()
{
    using namespace joints;
    const TwoBalls exact{20, 44};
    const JointSpace j = jointSpace(sphereSurface(Vec3::Zero(), 20, 5), sphereSurface(Vec3(0, 0, 44), 20, 5), 6, Job());
    const JointSpace overlap =
        jointSpace(sphereSurface(Vec3::Zero(), 20, 5), sphereSurface(Vec3(0, 0, 37), 20, 5), 5, Job());
    const JointSpace socket = jointSpace(hollow(Vec3::Zero(), 26), sphereSurface(Vec3(0, 0, 0.5), 24, 5), 5, Job());
    const char* grid = "triangles of 0.6 mm";
    return {
        within("Two balls of 20 mm, 4 mm apart", "least space, mm", 4, j.leastMm, 0.02, grid),
        within("Two balls of 20 mm, 4 mm apart", "mean of what is within 6 mm, mm", exact.mean(6), j.meanMm, 0.03,
               grid),
        within("Two balls of 20 mm, 4 mm apart", "area within 6 mm, mm2", exact.area(6), j.areaMm2, 20, grid),
        within("Two balls of 20 mm that overlap by 3 mm", "least space, mm", -3, overlap.leastMm, 0.03, grid),
        within("Two balls of 20 mm that overlap by 3 mm", "overlap, mm2", 2 * M_PI * 20 * 1.5, overlap.overlapMm2, 15,
               grid),
        within("Head of 24 in a socket of 26 mm, 0.5 mm off", "least space, mm", 1.5, socket.leastMm, 0.03, grid),
        within("Head of 24 in a socket of 26 mm, 0.5 mm off", "mean space, mm", 2, socket.meanMm, 0.03, grid),
        {"Head of 24 in a socket of 26 mm, 0.5 mm off", "area, mm2", 4 * M_PI * 26 * 26, socket.areaMm2, 0.01, grid}};
}

std::vector<Check> vertebrae()
{
    std::vector<Check> out;
    for (const bool left : {false, true}) {
        const Pose pose{turned(22, Vec3::UnitX()), Vec3(12, -8, 30), left};
        const Vec3 at = pose.mirror(pose.shift), voxel(0.8, 0.8, 0.8);
        const Mask m =
            mask(grid(at + Vec3(-62, -62, -50), at + Vec3(62, 90, 50), voxel, Vec3(0.31, 0.67, 0.43)), pose, vertebra);
        const JointLandmarks l = vertebraLandmarks(m, Job());
        const std::string what =
            left ? "Made vertebra that leans forwards, mirrored" : "Made vertebra that leans forwards";
        const auto place = [&](const std::string& key) { return shoulders::at(l, key.c_str()); };
        const auto check = [&](const std::string& number, double exact, double found, double bound) {
            out.push_back(within(what, number, exact, found, bound, "voxels 0.8 mm"));
        };
        check("middle of the body, off by, mm", 0,
              (place("vertebra-body") - pose.toPatient(Vec3(kBodyMiddle, 0, 0))).norm(), 0.76);
        check("upper endplate, off by, mm", 0,
              (place("vertebra-upper") - pose.toPatient(Vec3(kBodyMiddle, kBodyHalf, 0))).norm(), 1.12);
        for (const double s : {-1.0, 1.0}) {
            const std::string key = (left ? s > 0 : s < 0) ? "pedicle-left" : "pedicle-right";
            const Vec3 axis = pose.direction(pedicleAxis(s));
            check(key + ", axis off by, degrees", 0, degrees(place(key + "-target") - place(key + "-entry"), axis),
                  3.3);
            check(key + ", width, mm", 2 * kPedicleHalfWidth, shoulders::measure(l, (key + "-width").c_str()), 0.56);
            check(key + ", height, mm", 2 * kPedicleHalfHeight, shoulders::measure(l, (key + "-height").c_str()), 0.82);
        }
        const auto frame = frameOf("vertebra", Side::Right, l.points);
        check("proximal axis, off by, degrees", 0,
              frame ? degrees(frame->proximal(), pose.direction(Vec3::UnitY())) : 1e9, 2.8);
    }
    return out;
}

std::vector<Check> pelves()
{
    const Pelvis pelvis;
    const Pose askew{turned(12, Vec3::UnitX()) * turned(7, Vec3::UnitY()) * turned(-9, Vec3::UnitZ()), Vec3(4, 11, -30),
                     false};
    const Grid g = pelvisGrid(askew, Vec3(1.2, 1.2, 1.2));
    const auto made = [&](Side s, bool femur) {
        return mask(g, askew, [&](const Vec3& p) { return femur ? pelvis.femur(p, s) : pelvis.half(p, s); });
    };
    const Mask r = made(Side::Right, false), l = made(Side::Left, false), fr = made(Side::Right, true),
               fl = made(Side::Left, true);
    PelvisMasks in;
    in.right = &r;
    in.left = &l;
    in.femora = {&fl, &fr};
    const PelvisLandmarks found = pelvisLandmarks(in, Job());
    const char* what = "Made pelvis that lies askew";
    std::vector<Check> out;
    const auto check = [&](const std::string& number, double exact, double got, double bound) {
        out.push_back(within(what, number, exact, got, bound, "voxels 1.2 mm"));
    };
    const auto plane = frameOf("anterior-pelvic-plane", Side::Right, found.points);
    check("anterior pelvic plane, off by, degrees", 0,
          plane ? degrees(plane->anterior(), askew.direction(Vec3::UnitX())) : 1e9, 0.6);
    for (const Side s : {Side::Right, Side::Left}) {
        const std::string side(name(s));
        const auto off = [&](const char* key, const Vec3& truth) {
            const BoneLandmark* p = findLandmark(found.points, std::string(key) + "-" + side);
            return p ? (p->position - askew.toPatient(pelvis.place(truth, s))).norm() : 1e9;
        };
        check("anterior superior spine, " + side + ", off by, mm", 0, off("asis", kAsis), 1.6);
        check("pubic tubercle, " + side + ", off by, mm", 0, off("pubic-tubercle", kTubercle), 1.6);
        check("posterior superior spine, " + side + ", off by, mm", 0, off("psis", kPsis), 2.1);
        check("centre of the socket, " + side + ", off by, mm", 0, off("acetabulum", kSocket), 0.32);
        const auto socket = acetabulumOf(s, found.points);
        if (!plane || !socket)
            throw std::runtime_error("no plane or no socket was found");
        JointFrame frame = *plane;
        frame.side = s;
        const CupAngles native = cupOrientation(frame, socket->axis).radiographic;
        const CupAngles& truth = s == Side::Right ? pelvis.right : pelvis.left;
        check("radius of the socket, " + side + ", mm", kSocketRadius, socket->radius, 0.32);
        check("inclination, " + side + ", degrees", truth.inclination, native.inclination, 1.2);
        check("anteversion, " + side + ", degrees", truth.anteversion, native.anteversion, 1.2);
    }
    return out;
}

std::vector<Check> shoulderShapes()
{
    using namespace shoulders;
    std::vector<Check> out;
    for (const bool mirrored : {false, true}) {
        ShoulderOptions o;
        o.spacing = 1;
        o.noise = 0;
        o.version = -14;
        o.inclination = 2;
        o.protraction = 40;
        o.upwardTurn = 10;
        o.headAnterior = -2.5;
        o.mirrored = mirrored;
        const Shoulder s = makeShoulder(o, Job());
        const Side side = mirrored ? Side::Left : Side::Right;
        const JointLandmarks l = shoulderLandmarks(side, s.masks.at("scapula"), &s.masks.at("humerus"), Job());
        const Told t = told(side, l);
        const std::string what = mirrored ? "Made shoulder, left" : "Made shoulder, right";
        const auto check = [&](const char* number, double exact, double found, double bound) {
            out.push_back(within(what, number, exact, found, bound, "voxels 1 mm"));
        };
        check("version of the glenoid, degrees", o.version, t.version, 1.5);
        check("its inclination, degrees", o.inclination, t.inclination, 1.5);
        check("centre of the glenoid, off by, mm", 0, (at(l, "glenoid-centre") - s.glenoidCentre).norm(), 1);
        check("angulus acromialis, off by, mm", 0, (at(l, "scapula-aa") - s.angulusAcromialis).norm(), 2);
        check("trigonum spinae, off by, mm", 0, (at(l, "scapula-ts") - s.trigonumSpinae).norm(), 2.5);
        check("angulus inferior, off by, mm", 0, (at(l, "scapula-ai") - s.angulusInferior).norm(), 2);
        check("centre of the head, off by, mm", 0, (at(l, "humerus-head") - s.headCentre).norm(), 0.3);
        check("radius of the head, mm", s.headRadius, t.headRadius, 0.2);
        check("share of the head behind the glenoid's axis, %", 50 * (s.headRadius - o.headAnterior) / s.headRadius,
              t.head.posteriorShare, 2);
    }
    return out;
}

} // namespace

std::vector<Problem> landmarkProblems()
{
    return {{"joint-space", spaces},
            {"vertebra", vertebrae, "the shape as made", Cost::Usual},
            {"pelvis", pelves, "the shape as made", Cost::Usual},
            {"shoulder", shoulderShapes, "the shape as made", Cost::Usual}};
}

} // namespace pollux::verification
