#include "plugins/implant/screw_first_pose.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "plugins/implant/joint_case.h"
#include "plugins/implant/region_distance.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>

namespace pollux::implant {

namespace {

constexpr double kStep = 0.25;    // mm along a line
constexpr double kGap = 1.5;      // mm without bone that end it
constexpr double kFarthest = 160; // mm

/// How far bone goes on from a place along a unit vector, mm.
double boneFrom(const Mask& mask, const Vec3& from, const Vec3& to, double most)
{
    double last = 0;
    for (double s = 0; s <= most && s - last <= kGap; s += kStep)
        if (mask.contains(from + s * to))
            last = s + kStep;
    return last;
}

Vec3 landmarkAt(const Case& c, const Id& id, std::vector<Id>& from, const char* advice)
{
    const auto it = c.landmarks.find(id);
    if (it == c.landmarks.end())
        throw Error(ErrorCode::BadInput, filled("The landmark '%1' is not in the case.", {id.text()}), advice);
    if (!it->second->position.allFinite())
        throw Error(ErrorCode::BadInput, filled("The landmark '%1' is not a place.", {id.text()}), "Set it anew.");
    from.push_back(id);
    return it->second->position;
}

double roundedLength(double mm, double step)
{
    const double n = std::floor(mm / step + 1e-9);
    return n >= 1 ? n * step : mm;
}

/// Narrowest way across a bone through a place, square to `axis`: by directions all around, each from side to side.
double narrowestAcross(const Mask& mask, const Vec3& at, const Vec3& axis)
{
    constexpr double kReach = 20; // mm: no pedicle is wider
    const Volume field = distanceAbout(mask, at, kReach + 2, Job());
    if (!(distanceAt(field, at) < 0))
        return 0;
    const auto side = [&](const Vec3& d) {
        double before = distanceAt(field, at);
        for (double s = kStep; s <= kReach; s += kStep) {
            const double now = distanceAt(field, at + s * d);
            if (now >= 0)
                return now > before ? s - kStep * std::min(1.0, now / (now - before)) : s;
            before = now;
        }
        return kReach;
    };
    const Vec3 u = axis.unitOrthogonal(), v = axis.cross(u);
    double least = 1e300;
    for (int n = 0; n < 36; ++n) {
        const double a = M_PI * n / 36;
        const Vec3 d = std::cos(a) * u + std::sin(a) * v;
        least = std::min(least, side(d) + side(-d));
    }
    return least;
}

ScrewFirstPose alongPedicle(const Case& c, bool left, const Id& bone, const Mask& mask, const ScrewPoseRules& rules)
{
    const char* advice = "Find the landmarks of this vertebra first, or give entry and target.";
    ScrewFirstPose p;
    const std::string key = left ? "pedicle-left-" : "pedicle-right-";
    p.entry = landmarkAt(c, vertebraLandmarkId(bone, key + "entry"), p.from, advice);
    p.target = landmarkAt(c, vertebraLandmarkId(bone, key + "target"), p.from, advice);
    const Vec3 isthmus = landmarkAt(c, vertebraLandmarkId(bone, key + "isthmus"), p.from, advice);
    const Vec3 along = p.target - p.entry;
    if (!(along.norm() > 5))
        throw Error(ErrorCode::BadInput, "Entry and target of the pedicle lie at the same place.",
                    "Move the landmarks apart.");
    const Vec3 axis = along.normalized();
    // A landmark that was moved may leave the line: the width counts where the screw passes.
    const Vec3 passes = p.entry + (isthmus - p.entry).dot(axis) * axis;
    p.width = narrowestAcross(mask, passes, axis);
    p.diameter = proposedDiameter(p.width, rules, p.fits);
    p.length = roundedLength(along.norm(), rules.lengthStep);
    p.target = p.entry + p.length * axis;
    p.rule =
        filled("By rule: through the pedicle's isthmus, %1 mm wide, leaving %2 mm on each side; tip about 80 % of the "
               "way to the front cortex. Choices, unverified.",
               {toText(p.width, 1), toText(rules.wall, 1)});
    return p;
}

ScrewFirstPose alongNeck(const Case& c, const Id& bone, const Mask& mask, const ScrewPoseRules& rules)
{
    const char* advice = "Find the landmarks of this hip first, or give entry and target.";
    const std::optional<Side> named = sideNamed(bone, c.structure(bone));
    Side side = named.value_or(Side::Right);
    if (!named && !landmarkOf(c, "femur-head", side))
        side = Side::Left;
    ScrewFirstPose p;
    for (const char* key : {"femur-head", "femur-neck"})
        if (!landmarkOf(c, key, side))
            throw Error(ErrorCode::BadInput, filled("The landmark '%1' is not in the case.", {key}), advice);
    const Vec3 head = landmarkAt(c, landmarkId(c, "femur-head", side), p.from, advice);
    const Vec3 neck = landmarkAt(c, landmarkId(c, "femur-neck", side), p.from, advice);
    if (!((head - neck).norm() > 5))
        throw Error(ErrorCode::BadInput, "The head and the neck of the femur lie at the same place.",
                    "Move the landmarks apart.");
    const Vec3 axis = (head - neck).normalized();
    const double back = boneFrom(mask, neck, -axis, kFarthest), front = boneFrom(mask, neck, axis, kFarthest);
    if (!mask.contains(neck) || !mask.contains(head) || front < (head - neck).norm())
        throw Error(ErrorCode::BadInput, "The axis of the femoral neck does not lie in this bone.",
                    "Choose the femur that the landmarks belong to, and look at them.");
    p.entry = neck - back * axis;
    p.length = roundedLength(back + front - rules.subchondral, rules.lengthStep);
    if (!(p.length > 10))
        throw Error(ErrorCode::BadInput, "The femoral neck has no room for a screw.", "Look at the mask of the femur.");
    p.target = p.entry + p.length * axis;
    p.rule =
        filled("By rule: the axis of the femoral neck from the lateral cortex, the tip at least %1 mm short of the "
               "head's surface. Choices, unverified.",
               {toText(rules.subchondral, 1)});
    return p;
}

} // namespace

const std::vector<double>& screwDiameters()
{
    static const std::vector<double> all = {4.5, 5, 5.5, 6, 6.5, 7.5, 8.5};
    return all;
}

double proposedDiameter(double width, const ScrewPoseRules& rules, bool& fits)
{
    double best = 0;
    for (const double d : screwDiameters())
        if (d + 2 * rules.wall <= width + 1e-9 && d <= rules.share / 100 * width + 1e-9)
            best = d;
    fits = best > 0;
    return fits ? best : screwDiameters().front();
}

ScrewFirstPose screwFirstPose(const Case& c, const std::string& along, const Id& bone, const ScrewPoseRules& rules)
{
    const auto it = c.structures.find(bone);
    if (it == c.structures.end() || !it->second->mask || it->second->mask->empty())
        throw Error(ErrorCode::BadInput, "The bone has no voxels.", "Segment it first.");
    const Mask& mask = *it->second->mask;
    if (along == kLeftPedicle || along == kRightPedicle)
        return alongPedicle(c, along == kLeftPedicle, bone, mask, rules);
    if (along == kFemoralNeck)
        return alongNeck(c, bone, mask, rules);
    throw Error(ErrorCode::BadInput, "No rule makes a first pose along this.", "Give entry and target.");
}

} // namespace pollux::implant
