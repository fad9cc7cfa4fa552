#include "core/anatomy/landmark_parts.h"
#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"

#include <Eigen/Dense>

#include <cmath>

namespace pollux {

namespace {

using namespace detail;

/// The long axis of a section at right angles to `up`, towards the patient's right; `ratio`: of the long to the short
/// spread.
Vec3 widestRight(const Mat3& covariance, const Vec3& up, double& ratio)
{
    const Mat3 flat = Mat3::Identity() - up * up.transpose();
    const Eigen::SelfAdjointEigenSolver<Mat3> e(flat * covariance * flat);
    ratio = e.eigenvalues()[1] > 0 ? std::sqrt(e.eigenvalues()[2] / e.eigenvalues()[1]) : 1;
    Vec3 right = across(e.eigenvectors().col(2), up, -Vec3::UnitX());
    if (right.x() > 0)
        right = -right;
    return right;
}

void tibiaPart(JointLandmarks& out, Side side, const BoneShape& tibia, const Vec3& start, const Job& job)
{
    const auto shaft = fitShaft(tibia, start, false, 1, job.part(0, 0.5));
    const Vec3 up = shaft ? shaft->up : start;
    putShaft(out, tibia, shaft);
    // The plateau: where the section reaches half of the widest, going down; the spines above it are narrow.
    const double top = tibia.extent(up).second;
    const std::vector<BoneSlab> slabs = tibia.slabs(up, 1, job);
    double widest = 0, level = top;
    for (const BoneSlab& s : slabs)
        if (s.along > top - 40)
            widest = std::max(widest, s.area);
    for (size_t n = slabs.size(); n-- > 0;)
        if (slabs[n].area >= 0.5 * widest) {
            const double before = n + 1 < slabs.size() ? slabs[n + 1].area : 0;
            level = slabs[n].along + (slabs[n].area - 0.5 * widest) / std::max(slabs[n].area - before, 1e-9);
            break;
        }
    const auto section = tibia.spread(
        [&](const Vec3& p) {
            return p.dot(up) < level - 2 && p.dot(up) > level - 2 - std::max(6.0, 2 * tibia.voxelAlong(up));
        },
        job);
    if (section.count < 20)
        return;
    double ratio = 1;
    const Vec3 right = widestRight(section.covariance, up, ratio);
    const Vec3 medial = side == Side::Right ? Vec3(-right) : right;
    const Vec3 forward = up.cross(right);
    const double clear = std::clamp((ratio - 1) / 0.25, 0.0, 1.0) * (shaft && shaft->all ? 1 : 0.6);
    const auto condyle = [&](const Vec3& p) { return p.dot(up) > level - 15 && p.dot(up) < level + 2; };
    putTip(out, tibia, "tibia-mc", term("Medial condyle border"), tibia.tip(medial, condyle), medial, 0.8 * clear);
    putTip(out, tibia, "tibia-lc", term("Lateral condyle border"), tibia.tip(-medial, condyle), medial, 0.8 * clear);
    put(out, tibia, "tibia-plateau", term("Tibial plateau centre"), section.mean + (level - section.mean.dot(up)) * up,
        0.9 * byVoxel(tibia, up), halfVoxelText(tibia, up));
    if (!shaft)
        return;
    // The tuberosity: furthest from the shaft's axis in front.
    double most = 0;
    const auto radial = [&](const Vec3& p) -> double {
        const double below = level - p.dot(up);
        if (below < 20 || below > 55)
            return 0;
        const Vec3 d = p - shaft->point, off = d - up * up.dot(d);
        return off.dot(forward) > 0.5 * off.norm() ? off.norm() : 0;
    };
    for (const BoneFace& f : tibia.faces())
        most = std::max(most, radial(f.point));
    Vec3 sum = Vec3::Zero();
    double count = 0;
    for (const BoneFace& f : tibia.faces())
        if (most > 5 && radial(f.point) > most - 1) {
            sum += f.point;
            ++count;
        }
    if (count > 0)
        put(out, tibia, "tibia-tuberosity", term("Tibial tuberosity"), sum / count, 0.5 * clear,
            "furthest from the shaft's axis in front, 20 to 55 mm below the plateau");
}

void femurPart(JointLandmarks& out, Side side, const BoneShape& femur, const Vec3& start, const Job& job)
{
    const auto shaft = fitShaft(femur, start, true, 1, job.part(0, 0.5));
    const Vec3 up = shaft ? shaft->up : start;
    putShaft(out, femur, shaft);
    const double low = femur.extent(up).first;
    const auto section = femur.spread([&](const Vec3& p) { return p.dot(up) > low + 8 && p.dot(up) < low + 35; }, job);
    if (section.count < 20)
        return;
    double ratio = 1;
    Vec3 right = widestRight(section.covariance, up, ratio);
    const auto half = [&](bool rightHalf) {
        return [&, rightHalf](const Vec3& p) {
            const double off = (p - section.mean).dot(right);
            return p.dot(up) < low + 50 && (rightHalf ? off > 5 : off < -5);
        };
    };
    // The posterior line tells left and right better than the section, whose corners are not alike.
    BoneShape::Tip posteriorRight, posteriorLeft;
    for (int round = 0; round < 4; ++round) {
        const Vec3 back = -up.cross(right);
        posteriorRight = femur.tip(back, half(true));
        posteriorLeft = femur.tip(back, half(false));
        if (!posteriorRight.found || !posteriorLeft.found)
            break;
        const Vec3 turned = across(posteriorRight.point - posteriorLeft.point, up, right);
        if (turned.dot(right) < 0.85) // more than 30 degrees: no condyles
            break;
        right = turned;
    }
    const bool isRight = side == Side::Right;
    const Vec3 medial = isRight ? Vec3(-right) : right, forward = up.cross(right);
    const double clear = std::clamp((ratio - 1) / 0.15, 0.0, 1.0) * (shaft && shaft->all ? 1 : 0.6);
    const auto ends = [&](const Vec3& p) { return p.dot(up) < low + 60; };
    const BoneShape::Tip me = femur.tip(medial, ends), le = femur.tip(-medial, ends);
    putTip(out, femur, "femur-me", term("Medial epicondyle"), me, medial, 0.7 * clear);
    putTip(out, femur, "femur-le", term("Lateral epicondyle"), le, medial, 0.7 * clear);
    putTip(out, femur, "femur-posterior-medial", term("Medial condyle, most posterior"),
           isRight ? posteriorLeft : posteriorRight, forward, 0.8 * clear);
    putTip(out, femur, "femur-posterior-lateral", term("Lateral condyle, most posterior"),
           isRight ? posteriorRight : posteriorLeft, forward, 0.8 * clear);
    putTip(out, femur, "femur-distal-medial", term("Medial condyle, most distal"), femur.tip(-up, half(!isRight)), up,
           clear);
    putTip(out, femur, "femur-distal-lateral", term("Lateral condyle, most distal"), femur.tip(-up, half(isRight)), up,
           clear);
    // The roof of the notch: what looks down amid the condyles, below the line of the epicondyles.
    if (!posteriorRight.found || !posteriorLeft.found || !me.found || !le.found)
        return;
    const double amid = 0.5 * (posteriorRight.point + posteriorLeft.point).dot(right);
    const double below = 0.5 * (me.point + le.point).dot(forward);
    const double strip = std::max(2.0, std::max(femur.voxelAlong(right), femur.voxelAlong(forward)));
    const auto looksDown = [&](const BoneFace& f) {
        return f.outward.dot(up) < -0.5 && f.point.dot(up) < low + 45 && std::fabs(f.point.dot(right) - amid) < strip &&
               std::fabs(f.point.dot(forward) - below) < strip;
    };
    double lowest = 1e300;
    for (const BoneFace& f : femur.faces())
        if (looksDown(f))
            lowest = std::min(lowest, f.point.dot(up));
    Vec3 sum = Vec3::Zero();
    double count = 0;
    for (const BoneFace& f : femur.faces())
        if (looksDown(f) && f.point.dot(up) < lowest + 6) { // not the roof of a hollow in the mask
            sum += f.point;
            ++count;
        }
    if (count > 0)
        put(out, femur, "femur-notch", term("Intercondylar notch"), sum / count, 0.5 * clear * byVoxel(femur, up),
            "roof between the condyles, below the line of the epicondyles");
}

} // namespace

JointLandmarks kneeLandmarks(Side side, const Mask* tibiaMask, const Mask* femurMask, const Job& job)
{
    JointLandmarks out;
    std::optional<BoneShape> tibia, femur;
    if (tibiaMask)
        tibia.emplace(*tibiaMask, "tibia", job.part(0, 0.2));
    if (femurMask)
        femur.emplace(*femurMask, "femur", job.part(0.2, 0.4));
    if (!tibia && !femur)
        throw Error(ErrorCode::BadInput, "Neither tibia nor femur is given.", "Segment one of them.");
    // Along each bone, for the knee may be bent; upwards in the patient.
    const auto longAxis = [&](const BoneShape& b) {
        const auto all = b.spread([](const Vec3&) { return true; }, job);
        const Eigen::SelfAdjointEigenSolver<Mat3> e(all.covariance);
        Vec3 d = e.eigenvectors().col(2);
        if (e.eigenvalues()[2] < 1.5 * e.eigenvalues()[1])
            d = Vec3::UnitZ();
        return d.z() < 0 ? Vec3(-d) : d;
    };
    if (tibia)
        tibiaPart(out, side, *tibia, longAxis(*tibia), job.part(0.4, 0.7));
    if (femur)
        femurPart(out, side, *femur, longAxis(*femur), job.part(0.7, 1));
    return out;
}

} // namespace pollux
