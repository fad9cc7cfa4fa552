#include "plugins/implant/component_motion.h"

#include "plugins/implant/setting_members.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux::implant {

namespace {

constexpr double kNoDirection = 2;      // mm from the middle, within which an end points nowhere
constexpr double kLeastResection = 0.1; // mm

constexpr SettingMember<ComponentSetting> kMembers[] = {
    {"resection", &ComponentSetting::resection}, {"varus", &ComponentSetting::varus},
    {"slope", &ComponentSetting::slope},         {"rotation", &ComponentSetting::rotation},
    {"lateral", &ComponentSetting::lateral},     {"anterior", &ComponentSetting::anterior}};

/// Sign of the component's z in the leg.
double lateralSign(const ComponentScene& scene)
{
    return scene.forSide({}).medialAtPlusZ ? -1 : 1;
}

bool turnsByFront(const FlatComponent& component)
{
    return component.depth >= component.width;
}

} // namespace

ComponentSetting movedTo(const ComponentScene& scene, const ComponentSetting& from, const Vec3& middle)
{
    ComponentSetting s = from;
    BodyPose pose = scene.pose(s);
    s.resection -= (middle - pose.origin).dot(pose.axes.col(1));
    // At another depth the cut has another middle, from which the shifts are counted.
    pose = scene.pose(s);
    const Vec3 rest = middle - pose.origin;
    s.anterior += rest.dot(pose.axes.col(0));
    s.lateral += lateralSign(scene) * rest.dot(pose.axes.col(2));
    return s;
}

Vec3 turningEnd(const ComponentScene& scene, const FlatComponent& c, const BodyPose& pose)
{
    return pose.toPatient(turnsByFront(c) ? Vec3(c.depth / 2, 0, 0) : Vec3(0, 0, lateralSign(scene) * c.width / 2));
}

ComponentSetting turnedTo(const ComponentScene& scene, const FlatComponent& component, const ComponentSetting& from,
                          const Vec3& end)
{
    const BodyPose pose = scene.pose(from);
    const Vec3 y = pose.axes.col(1);
    Vec3 way = end - pose.origin;
    way -= way.dot(y) * y;
    if (way.norm() < kNoDirection)
        return from;
    const Vec3 front = turnsByFront(component) ? way : Vec3(y.cross(lateralSign(scene) * way));
    ComponentSetting s = from;
    const JointFrame& f = scene.site().frame;
    s.rotation = std::atan2(front.dot(f.lateral()), front.dot(f.anterior())) * 180 / std::numbers::pi;
    return s;
}

std::vector<SettingAxis> settingAxes(const ComponentScene& scene, const ComponentSetting& at)
{
    // Without the cut, which takes milliseconds: its middle wanders with the depth, but moves nothing of these.
    const Mat3 now = scene.axes(at);
    std::vector<SettingAxis> out{{&ComponentSetting::resection, -now.col(1), false},
                                 {&ComponentSetting::lateral, lateralSign(scene) * now.col(2), false},
                                 {&ComponentSetting::anterior, now.col(0), false}};
    for (const auto what : {&ComponentSetting::varus, &ComponentSetting::slope, &ComponentSetting::rotation}) {
        ComponentSetting turned = at;
        turned.*what += 1;
        out.push_back({what, Eigen::AngleAxisd(Mat3(scene.axes(turned) * now.transpose())).axis(), true});
    }
    return out;
}

ComponentSetting movedBy(const ComponentScene& scene, const ComponentSetting& from, const SettingAxis& axis,
                         double amount)
{
    if (!axis.turns)
        return movedTo(scene, from, scene.pose(from).origin + amount * axis.direction);
    ComponentSetting s = from;
    s.*axis.what += amount;
    return s;
}

ComponentSetting withinRanges(const ComponentSetting& setting, const ParamList& list)
{
    ComponentSetting s = withinRanges(setting, kMembers, list);
    s.resection = std::max(s.resection, kLeastResection);
    return s;
}

void setInto(ParamValues& values, const ComponentSetting& setting)
{
    setInto(values, setting, kMembers);
}

Mat3 viewAxes(const JointFrame& frame)
{
    Mat3 axes;
    axes.col(0) = -frame.right();
    axes.col(1) = -frame.anterior();
    axes.col(2) = frame.proximal();
    return axes;
}

Mat3 viewAxes(const ComponentSite& site, const BodyPose& pose)
{
    Mat3 axes;
    axes.col(1) = -pose.axes.col(0);
    axes.col(2) = site.boneIsProximal ? Vec3(-pose.axes.col(1)) : Vec3(pose.axes.col(1));
    axes.col(0) = axes.col(1).cross(axes.col(2));
    return axes;
}

} // namespace pollux::implant
