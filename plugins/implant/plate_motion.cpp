#include "plugins/implant/plate_motion.h"

#include "plugins/implant/setting_members.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux::implant {

namespace {

constexpr double kFine = 100;

constexpr SettingMember<PlateSetting> kMembers[] = {{"roll", &PlateSetting::roll},
                                                    {"standoff", &PlateSetting::standoff}};

Vec3 fine(const Vec3& p)
{
    return (p * kFine).array().round() / kFine;
}

/// From a place to the bone's surface; zero where it is not known.
Vec3 wayOntoBone(const PlateScene* scene, const Vec3& p)
{
    const auto on = scene ? scene->onSurface(p) : std::nullopt;
    return on ? Vec3(*on - p) : Vec3(Vec3::Zero());
}

PlateSetting ontoBone(const PlateSetting& setting, const PlateScene* scene)
{
    const Vec3 way = (wayOntoBone(scene, setting.from) + wayOntoBone(scene, setting.to)) / 2;
    PlateSetting out = setting;
    out.from += way;
    out.to += way;
    return out;
}

/// Columns along these axes of the plate, their signs chosen so that they are turned least; right-handed.
Mat3 leastTurned(const BodyPose& pose, int posterior, int superior)
{
    Mat3 best = Mat3::Identity();
    double most = -4;
    for (const int up : {1, -1})
        for (const int back : {1, -1}) {
            Mat3 axes;
            axes.col(1) = back * pose.axes.col(posterior);
            axes.col(2) = up * pose.axes.col(superior);
            axes.col(0) = axes.col(1).cross(axes.col(2));
            if (axes.trace() > most + 1e-9) {
                most = axes.trace();
                best = axes;
            }
        }
    return best;
}

} // namespace

PlateSetting plateSettingOf(const ParamValues& values)
{
    PlateSetting s;
    s.from = values.point("from");
    s.to = values.point("to");
    for (const auto& m : kMembers)
        s.*m.value = values.real(m.key);
    return s;
}

void setInto(ParamValues& values, const PlateSetting& setting)
{
    values.set("from", setting.from);
    values.set("to", setting.to);
    setInto(values, setting, kMembers);
}

PlateSetting withinRanges(const PlateSetting& setting, const ParamList& list)
{
    return withinRanges(setting, kMembers, list);
}

PlateSetting rounded(const PlateSetting& setting)
{
    PlateSetting s = setting;
    s.from = fine(s.from);
    s.to = fine(s.to);
    for (const auto& m : kMembers)
        s.*m.value = std::round(s.*m.value * kFine) / kFine;
    return s;
}

PlateSetting pointMoved(const PlateSetting& from, bool second, const Vec3& place, const PlateScene* scene)
{
    PlateSetting s = from;
    (second ? s.to : s.from) = place + wayOntoBone(scene, place);
    return s;
}

PlateSetting shifted(const PlateSetting& from, const Vec3& way, const PlateScene* scene)
{
    PlateSetting s = from;
    s.from += way;
    s.to += way;
    return ontoBone(s, scene);
}

PlateSetting swivelled(const PlateSetting& from, const Vec3& normal, double degrees, const PlateScene* scene)
{
    const Vec3 middle = (from.from + from.to) / 2;
    const Eigen::AngleAxisd turn(degrees * std::numbers::pi / 180, normal);
    PlateSetting s = from;
    s.from = middle + turn * (from.from - middle);
    s.to = middle + turn * (from.to - middle);
    return ontoBone(s, scene);
}

std::array<PlateWay, 3> bodyWays(const BodyPose& pose)
{
    std::array<int, 3> axes{0, 1, 2}, best = axes;
    double most = -1;
    do {
        double sum = 0;
        for (int a = 0; a < 3; ++a)
            sum += std::fabs(pose.axes(a, axes[static_cast<size_t>(a)]));
        if (sum > most + 1e-9) {
            most = sum;
            best = axes;
        }
    } while (std::next_permutation(axes.begin(), axes.end()));
    std::array<PlateWay, 3> out;
    for (int a = 0; a < 3; ++a) {
        const int axis = best[static_cast<size_t>(a)];
        out[static_cast<size_t>(a)] = {axis, pose.axes(a, axis) < 0 ? -1 : 1};
    }
    return out;
}

Mat3 acrossPlate(const BodyPose& pose)
{
    return leastTurned(pose, 1, 0);
}

Mat3 alongPlate(const BodyPose& pose)
{
    return leastTurned(pose, 2, 1);
}

} // namespace pollux::implant
